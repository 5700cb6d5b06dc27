import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceOld, dontKnow, may, must, needsSpecialist, noFault, number, option, otherCause, w } from "../write.ts";

export const hotWaterStandby: ServiceTypeContent = {
  code: "hot-water-standby",
  category: "energy",
  riskClass: "standard",
  programme: "energy-advice",
  icon: "droplets",
  durationMinutes: 60,
  price: { min: 3500, preset: 4500, max: 6500 },
  professional: { price: 14900, durationMinutes: 60 },
  name: w("Warmwasser und Standby senken", "Réduire l’eau chaude et la veille", "Ridurre acqua calda e standby", "Less hot water and standby"),
  short: w(
    "Sparbrause, Durchflussbegrenzer und Steckerleisten: kleine Teile, die jeden Tag wirken.",
    "Pommeau économique, limiteurs de débit et multiprises : de petites pièces utiles chaque jour.",
    "Soffione a risparmio, limitatori di flusso e prese multiple: piccoli pezzi utili ogni giorno.",
    "Efficient shower head, flow limiters and switch strips: small parts that work every day.",
  ),
  scopeIn: [
    w("Durchfluss an Dusche und Hähnen messen", "Mesurer le débit à la douche et aux robinets", "Misurare il flusso di doccia e rubinetti", "Measuring the flow at shower and taps"),
    w("Duschbrause und Strahlregler von Hand wechseln", "Changer à la main le pommeau et les mousseurs", "Cambiare a mano soffione e rompigetto", "Changing shower head and aerators by hand"),
    w("Standby messen und Geräte an Steckerleisten anschliessen", "Mesurer la veille et brancher les appareils sur des multiprises", "Misurare lo standby e collegare gli apparecchi a prese multiple", "Measuring standby and connecting devices to switch strips"),
    w("Boilertemperatur ablesen und am Drehknopf auf 60 °C einstellen", "Relever la température du boiler et la régler à 60 °C au bouton", "Leggere la temperatura del boiler e regolarla a 60 °C con la manopola", "Reading the boiler temperature and setting it to 60 °C at the knob"),
  ],
  scopeOut: [
    w("Boiler öffnen, entkalken oder unter 60 °C einstellen", "Ouvrir ou détartrer le boiler, le régler sous 60 °C", "Aprire o decalcificare il boiler, regolarlo sotto 60 °C", "Opening or descaling the boiler, setting it below 60 °C"),
    w("Arbeiten an Leitungen, Armaturen oder Ventilen", "Travaux sur les conduites, la robinetterie ou les vannes", "Lavori su tubazioni, rubinetterie o valvole", "Work on pipes, fittings or valves"),
    w("Fest angeschlossene Geräte", "Appareils à raccordement fixe", "Apparecchi con allacciamento fisso", "Permanently connected appliances"),
    w("Der Preis von Brausen, Reglern und Steckerleisten", "Le prix des pommeaux, mousseurs et multiprises", "Il prezzo di soffioni, rompigetto e prese multiple", "The price of shower heads, aerators and strips"),
  ],
  intake: [
    choice("hot-water", w("Wie wird Ihr Wasser warm?", "Comment votre eau est-elle chauffée ?", "Come viene scaldata l’acqua?", "How is your water heated?"), [
      option("own-boiler", w("Eigener Boiler in der Wohnung oder im Haus", "Boiler dans l’appartement ou la maison", "Boiler nell’appartamento o in casa", "Own boiler in the flat or house")),
      option("central", w("Zentral für das ganze Gebäude", "De façon centrale pour tout l’immeuble", "In modo centrale per tutto l’edificio", "Centrally for the whole building")),
      dontKnow,
    ]),
    choice("focus", w("Was ist Ihnen wichtiger?", "Qu’est-ce qui compte le plus pour vous ?", "Che cosa è più importante per lei?", "What matters more to you?"), [
      option("water", w("Warmwasser", "Eau chaude", "Acqua calda", "Hot water")),
      option("standby", w("Standby von Geräten", "Veille des appareils", "Standby degli apparecchi", "Standby of devices")),
      option("both", w("Beides", "Les deux", "Entrambi", "Both")),
    ]),
    number("showers", w("Wie viele Duschen und Badewannen haben Sie?", "Combien de douches et de baignoires avez-vous ?", "Quante docce e vasche da bagno ha?", "How many showers and bathtubs do you have?")),
    choice("parts", w("Sollen Brause und Steckerleisten mitgebracht werden?", "Faut-il apporter le pommeau et les multiprises ?", "Bisogna portare soffione e prese multiple?", "Should a shower head and switch strips be brought along?"), [
      option("bring", w("Ja, bitte mitbringen und verrechnen", "Oui, apporter et facturer", "Sì, portare e fatturare", "Yes, bring them and charge for them")),
      option("own", w("Nein, ich habe sie schon", "Non, je les ai déjà", "No, li ho già", "No, I have them already")),
      option("decide-later", w("Zuerst messen, dann entscheiden", "D’abord mesurer, puis décider", "Prima misurare, poi decidere", "Measure first, then decide")),
    ], {
      hint: w("Material kostet nur mit Ihrem Einverständnis.", "Le matériel n’est facturé qu’avec votre accord.", "Il materiale si paga solo con il suo consenso.", "Material costs only with your consent."),
    }),
  ],
  checklist: [
    must("shower-flow-before", w("Durchfluss der Dusche vorher", "Débit de la douche avant", "Flusso della doccia prima", "Shower flow before"), "l/min"),
    must("shower-flow-after", w("Durchfluss der Dusche nachher", "Débit de la douche après", "Flusso della doccia dopo", "Shower flow after"), "l/min"),
    may("boiler-temperature", w("Boiler steht auf 60 °C, nicht tiefer", "Boiler réglé à 60 °C, pas moins", "Boiler regolato a 60 °C, non meno", "Boiler stands at 60 °C, not lower"), "°C"),
    must("standby-before", w("Standby vorher, zusammengezählt", "Veille totale avant", "Standby totale prima", "Total standby before"), "W"),
    must("standby-after", w("Standby nachher, zusammengezählt", "Veille totale après", "Standby totale dopo", "Total standby after"), "W"),
    must("no-drip", w("Alle gewechselten Teile sind dicht", "Toutes les pièces changées sont étanches", "Tutti i pezzi cambiati sono a tenuta", "All changed parts are tight")),
    must("recording-kept", w("TV-Aufnahmen und Telefon laufen weiter", "Enregistrements TV et téléphone fonctionnent toujours", "Registrazioni TV e telefono continuano a funzionare", "TV recordings and telephone still work")),
  ],
  rootCauses: [
    cause("old-shower-head", w("Alte Duschbrause mit hohem Durchfluss", "Ancien pommeau à fort débit", "Vecchio soffione ad alto flusso", "Old shower head with high flow")),
    cause("boiler-too-hot", w("Boiler über 60 °C eingestellt", "Boiler réglé à plus de 60 °C", "Boiler regolato oltre 60 °C", "Boiler set above 60 °C")),
    cause("standby-always-on", w("Geräte dauernd im Standby", "Appareils toujours en veille", "Apparecchi sempre in standby", "Devices always in standby")),
    cause("strip-badly-placed", w("Steckerleiste schlecht erreichbar, nicht benützt", "Multiprise difficile d’accès, non utilisée", "Presa multipla difficile da raggiungere, non usata", "Switch strip hard to reach, not used")),
    cause("circulation-always-on", w("Zirkulationspumpe läuft rund um die Uhr", "Pompe de circulation en marche en permanence", "Pompa di circolazione sempre in funzione", "Circulation pump runs all day")),
    cause("limescale", w("Verkalkte Brause oder Regler", "Pommeau ou mousseur entartré", "Soffione o rompigetto incrostato", "Limescale in shower head or aerator")),
    deviceOld,
    needsSpecialist,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Warmwasser sparen", "Sparbrause", "Duschkopf wechseln", "Standby ausschalten", "Steckerleiste", "Boiler einstellen", "Boiler zu heiss", "Wasser sparen", "Durchflussbegrenzer", "Geräte ganz ausschalten"],
    fr: ["économiser l'eau chaude", "pommeau de douche économique", "changer le pommeau de douche", "appareils en veille", "multiprise avec interrupteur", "régler le boiler", "boiler trop chaud", "économiser l'eau", "limiteur de débit"],
    it: ["risparmiare acqua calda", "soffione a risparmio", "cambiare soffione doccia", "apparecchi in standby", "ciabatta con interruttore", "regolare il boiler", "boiler troppo caldo", "risparmiare acqua", "limitatore di flusso"],
    en: ["save hot water", "efficient shower head", "change shower head", "standby power", "switch strip", "set the boiler", "boiler too hot", "save water", "flow limiter"],
  },
};
