import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceOld, dontKnow, may, must, noFault, number, option, otherCause, somethingElse, w, yesno } from "../write.ts";

export const gasHeater: ServiceTypeContent = {
  code: "gas-heater",
  category: "energy",
  riskClass: "professional_only",
  programme: null,
  icon: "flame",
  durationMinutes: 90,
  price: null,
  professional: { price: 24900, durationMinutes: 90 },
  name: w("Gasheizung und Gasboiler", "Chauffage et chauffe-eau à gaz", "Riscaldamento e scaldacqua a gas", "Gas heater and gas boiler"),
  short: w(
    "Kein warmes Wasser, Störung oder Wartung: Nur geprüfte Fachpersonen arbeiten an Gasgeräten.",
    "Plus d’eau chaude, panne ou entretien : seules des personnes qualifiées interviennent sur le gaz.",
    "Niente acqua calda, guasto o manutenzione: solo persone qualificate intervengono sul gas.",
    "No hot water, a fault or servicing: only qualified people work on gas appliances.",
  ),
  scopeIn: [
    w("Störung suchen und, wenn möglich, gleich beheben", "Rechercher la panne et, si possible, la réparer aussitôt", "Cercare il guasto e, se possibile, ripararlo subito", "Finding the fault and, where possible, mending it at once"),
    w("Dichtheit und Abgas prüfen", "Contrôler l’étanchéité et les gaz de combustion", "Controllare tenuta e gas di scarico", "Checking tightness and flue gas"),
    w("Gerät reinigen und einstellen", "Nettoyer et régler l’appareil", "Pulire e regolare l’apparecchio", "Cleaning and setting the appliance"),
  ],
  scopeOut: [
    w("Ersatz des ganzen Geräts", "Remplacement complet de l’appareil", "Sostituzione completa dell’apparecchio", "Replacing the whole appliance"),
    w("Arbeiten an der Gasleitung im Boden", "Travaux sur la conduite de gaz enterrée", "Lavori sulla condotta del gas interrata", "Work on the buried gas pipe"),
    w("Amtliche Feuerungskontrolle", "Contrôle officiel des installations de combustion", "Controllo ufficiale degli impianti a combustione", "Official combustion inspection"),
    w("Ersatzteile über CHF 50", "Pièces de rechange au-delà de CHF 50", "Pezzi di ricambio oltre CHF 50", "Spare parts above CHF 50"),
  ],
  intake: [
    yesno("gas-smell", w("Riechen Sie Gas?", "Sentez-vous une odeur de gaz ?", "Sente odore di gas?", "Do you smell gas?"), {
      hint: w(
        "Wenn ja: nicht buchen. Fenster öffnen, nichts ein- oder ausschalten, Haus verlassen, draussen 118 anrufen.",
        "Si oui : ne réservez pas. Ouvrez les fenêtres, n’actionnez aucun interrupteur, sortez et appelez le 118 de l’extérieur.",
        "Se sì: non prenoti. Apra le finestre, non tocchi interruttori, esca e chiami il 118 dall’esterno.",
        "If so: do not book. Open windows, touch no switch, leave the house and call 118 from outside.",
      ),
    }),
    choice("problem", w("Was stimmt nicht?", "Qu’est-ce qui ne va pas ?", "Che cosa non va?", "What is wrong?"), [
      option("no-hot-water", w("Kein warmes Wasser", "Pas d’eau chaude", "Niente acqua calda", "No hot water")),
      option("no-heat", w("Die Heizung bleibt kalt", "Le chauffage reste froid", "Il riscaldamento resta freddo", "The heating stays cold")),
      option("error-shown", w("Das Gerät zeigt eine Störung", "L’appareil affiche une panne", "L’apparecchio segnala un guasto", "The appliance shows an error")),
      option("service", w("Wartung ist fällig", "L’entretien est dû", "È ora della manutenzione", "Servicing is due")),
      somethingElse,
    ]),
    choice("appliance", w("Welches Gerät ist es?", "De quel appareil s’agit-il ?", "Di quale apparecchio si tratta?", "Which appliance is it?"), [
      option("heating", w("Gasheizung", "Chauffage à gaz", "Riscaldamento a gas", "Gas heating")),
      option("water-heater", w("Gasboiler oder Durchlauferhitzer", "Chauffe-eau à gaz", "Scaldacqua a gas", "Gas water heater")),
      dontKnow,
    ]),
    number("age", w("Wie viele Jahre alt ist das Gerät ungefähr?", "Quel âge a l’appareil, environ, en années ?", "Quanti anni ha all’incirca l’apparecchio?", "About how many years old is the appliance?"), { optional: true }),
  ],
  checklist: [
    must("gas-tight", w("Dichtheit geprüft", "Étanchéité contrôlée", "Tenuta controllata", "Tightness checked"), "mbar"),
    must("carbon-monoxide", w("Kohlenmonoxid im Raum gemessen", "Monoxyde de carbone mesuré dans la pièce", "Monossido di carbonio misurato nel locale", "Carbon monoxide in the room measured"), "ppm"),
    must("flue-loss", w("Abgasverlust gemessen", "Pertes par les gaz de combustion mesurées", "Perdite per i gas di scarico misurate", "Flue gas loss measured"), "%"),
    may("pressure", w("Anlagedruck abgelesen", "Pression de l’installation relevée", "Pressione dell’impianto letta", "System pressure read"), "bar"),
    must("hot-water-runs", w("Warmwasser und Heizung laufen", "Eau chaude et chauffage fonctionnent", "Acqua calda e riscaldamento funzionano", "Hot water and heating run"), "°C"),
    must("record-left", w("Wartungsprotokoll dagelassen", "Rapport d’entretien remis", "Rapporto di manutenzione consegnato", "Service record left")),
  ],
  rootCauses: [
    cause("ignition-fault", w("Zündung oder Flammenwächter defekt", "Allumage ou surveillance de flamme défectueux", "Accensione o controllo fiamma difettoso", "Ignition or flame sensor faulty")),
    cause("pressure-low", w("Anlagedruck zu tief", "Pression de l’installation trop basse", "Pressione dell’impianto troppo bassa", "System pressure too low")),
    cause("service-overdue", w("Wartung überfällig, Brenner verschmutzt", "Entretien en retard, brûleur encrassé", "Manutenzione in ritardo, bruciatore sporco", "Servicing overdue, burner dirty")),
    cause("pump-fault", w("Umwälzpumpe defekt", "Circulateur défectueux", "Pompa di circolazione difettosa", "Circulation pump faulty")),
    cause("control-fault", w("Regelung oder Fühler defekt", "Régulation ou sonde défectueuse", "Regolazione o sonda difettosa", "Control or sensor faulty")),
    deviceOld,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Gasheizung", "Gasboiler", "kein warmes Wasser", "Heizung kalt", "Heizung zeigt Störung", "Gastherme", "Durchlauferhitzer", "Heizung warten", "Brenner Störung", "Heizungsmonteur"],
    fr: ["chauffage à gaz", "chauffe-eau à gaz", "plus d'eau chaude", "chauffage froid", "chaudière en panne", "chaudière à gaz", "entretien de la chaudière", "brûleur en panne", "chauffagiste"],
    it: ["riscaldamento a gas", "scaldacqua a gas", "niente acqua calda", "riscaldamento freddo", "caldaia guasta", "caldaia a gas", "manutenzione della caldaia", "bruciatore in blocco", "tecnico riscaldamento"],
    en: ["gas heater", "gas boiler", "no hot water", "heating cold", "heating shows error", "gas water heater", "boiler service", "burner fault", "heating engineer"],
  },
};
