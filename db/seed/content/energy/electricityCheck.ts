import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceBroken, deviceOld, dontKnow, may, must, needsSpecialist, noFault, number, option, otherCause, w, yesno } from "../write.ts";

export const electricityCheck: ServiceTypeContent = {
  code: "electricity-check",
  category: "energy",
  riskClass: "advice",
  programme: "energy-advice",
  icon: "gauge",
  durationMinutes: 90,
  price: { min: 3900, preset: 4900, max: 6900 },
  professional: { price: 16900, durationMinutes: 90 },
  name: w("Strom messen und sparen", "Mesurer et économiser l’électricité", "Misurare e risparmiare elettricità", "Measure and save electricity"),
  short: w(
    "Wir messen Ihre Geräte und zeigen, wo der Strom hingeht und was Sie gleich ändern können.",
    "Nous mesurons vos appareils et montrons où part le courant et ce que vous pouvez changer tout de suite.",
    "Misuriamo i suoi apparecchi e mostriamo dove va la corrente e che cosa può cambiare subito.",
    "We measure your appliances and show where the electricity goes and what you can change at once.",
  ),
  scopeIn: [
    w("Stromrechnung gemeinsam lesen", "Lire ensemble la facture d’électricité", "Leggere insieme la fattura dell’elettricità", "Reading the electricity bill together"),
    w("Bis zu zehn Geräte am Stecker messen", "Mesurer jusqu’à dix appareils à la prise", "Misurare fino a dieci apparecchi alla presa", "Measuring up to ten appliances at the plug"),
    w("Kühlschrank und Gefriergerät prüfen und einstellen", "Contrôler et régler le réfrigérateur et le congélateur", "Controllare e regolare frigorifero e congelatore", "Checking and setting fridge and freezer"),
    w("Liste der Massnahmen mit geschätzter Ersparnis", "Liste des mesures avec une estimation des économies", "Elenco delle misure con una stima del risparmio", "A list of measures with the estimated saving"),
  ],
  scopeOut: [
    w("Arbeiten an Steckdosen, Schaltern oder Sicherungen", "Travaux sur les prises, interrupteurs ou fusibles", "Lavori su prese, interruttori o fusibili", "Work on sockets, switches or fuses"),
    w("Geräte öffnen oder reparieren", "Ouvrir ou réparer des appareils", "Aprire o riparare apparecchi", "Opening or repairing appliances"),
    w("Amtliche Berichte wie der GEAK", "Rapports officiels comme le CECB", "Rapporti ufficiali come il CECE", "Official reports such as the GEAK certificate"),
  ],
  intake: [
    choice("home", w("Wo wohnen Sie?", "Où habitez-vous ?", "Dove abita?", "Where do you live?"), [
      option("flat", w("In einer Wohnung", "Dans un appartement", "In un appartamento", "In a flat")),
      option("house", w("In einem Haus", "Dans une maison", "In una casa", "In a house")),
    ]),
    number("persons", w("Wie viele Personen wohnen bei Ihnen?", "Combien de personnes vivent chez vous ?", "Quante persone vivono da lei?", "How many people live in your home?")),
    choice(
      "reason",
      w("Was ist Ihnen aufgefallen?", "Qu’avez-vous remarqué ?", "Che cosa ha notato?", "What have you noticed?"),
      [
        option("bill-higher", w("Die Rechnung ist höher als früher", "La facture est plus élevée qu’avant", "La fattura è più alta di prima", "The bill is higher than before")),
        option("save-generally", w("Ich möchte allgemein sparen", "Je veux économiser en général", "Vorrei risparmiare in generale", "I want to save in general")),
        option("one-device", w("Ich habe ein Gerät im Verdacht", "Je soupçonne un appareil", "Sospetto di un apparecchio", "I suspect one appliance")),
        dontKnow,
      ],
    ),
    yesno("bill-ready", w("Haben Sie die letzte Stromrechnung zur Hand?", "Avez-vous la dernière facture d’électricité sous la main ?", "Ha a portata di mano l’ultima fattura dell’elettricità?", "Do you have your last electricity bill at hand?"), {
      hint: w("Papier oder Kundenportal, beides ist gut.", "Sur papier ou dans l’espace client, les deux conviennent.", "Su carta o nel portale clienti, vanno bene entrambi.", "Paper or customer portal, both are fine."),
    }),
  ],
  checklist: [
    must("bill-read", w("Rechnung gelesen, Jahresverbrauch notiert", "Facture lue, consommation annuelle notée", "Fattura letta, consumo annuo annotato", "Bill read, yearly consumption noted"), "kWh"),
    must("fridge-temperature", w("Temperatur im Kühlschrank gemessen", "Température du réfrigérateur mesurée", "Temperatura del frigorifero misurata", "Fridge temperature measured"), "°C"),
    must("largest-device", w("Grössten Verbraucher am Stecker gemessen", "Plus gros consommateur mesuré à la prise", "Maggiore consumatore misurato alla presa", "Largest appliance measured at the plug"), "W"),
    must("standby-total", w("Standby der TV- und Büroecke gemessen", "Veille du coin TV et du bureau mesurée", "Standby dell’angolo TV e ufficio misurato", "Standby of the TV and office corner measured"), "W"),
    may("washing-programmes", w("Sparprogramme beim Waschen und Trocknen gezeigt", "Programmes économiques de lavage et de séchage expliqués", "Programmi di risparmio per lavaggio e asciugatura mostrati", "Economy programmes for washing and drying shown")),
    must("list-left", w("Liste der Massnahmen besprochen und dagelassen", "Liste des mesures discutée et remise", "Elenco delle misure discusso e consegnato", "List of measures discussed and left")),
  ],
  rootCauses: [
    cause("old-cooling-appliance", w("Altes oder falsch eingestelltes Kühlgerät", "Appareil de froid ancien ou mal réglé", "Frigorifero o congelatore vecchio o regolato male", "Old or badly set cooling appliance")),
    cause("high-standby", w("Hoher Standby-Verbrauch", "Consommation en veille élevée", "Consumo elevato in standby", "High standby consumption")),
    cause("electric-heater-used", w("Elektrischer Heizofen im Einsatz", "Radiateur électrique d’appoint utilisé", "Stufetta elettrica in uso", "Electric heater in use")),
    cause("bill-misread", w("Rechnung missverstanden, zum Beispiel Akonto oder Tarifwechsel", "Facture mal comprise, par exemple acompte ou changement de tarif", "Fattura fraintesa, per esempio acconto o cambio di tariffa", "Bill misunderstood, for example instalment or new tariff")),
    cause("more-people-at-home", w("Mehr Personen oder mehr Zeit zu Hause", "Plus de personnes ou plus de temps à la maison", "Più persone o più tempo in casa", "More people or more time at home")),
    deviceOld,
    deviceBroken,
    needsSpecialist,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Strom sparen", "Stromverbrauch zu hoch", "Stromrechnung zu hoch", "Stromfresser finden", "Verbrauch messen", "Strommessgerät", "Strom zu teuer", "Kühlschrank braucht viel Strom", "Energieberatung", "Stromkosten senken"],
    fr: ["économiser l'électricité", "facture d'électricité trop élevée", "courant trop cher", "mesurer la consommation", "appareil qui consomme trop", "consommation électrique", "conseil en énergie", "réduire la facture", "frigo qui consomme"],
    it: ["risparmiare corrente", "bolletta della luce troppo alta", "consumo elettrico", "misurare il consumo", "corrente troppo cara", "apparecchio che consuma troppo", "consulenza energetica", "ridurre la bolletta", "frigorifero consuma molto"],
    en: ["save electricity", "electricity bill too high", "power consumption", "measure consumption", "what uses so much power", "energy advice", "lower my power bill", "fridge uses too much power", "energy check"],
  },
};
