import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceOld, dontKnow, may, must, needsSpecialist, noFault, number, option, otherCause, w, yesno } from "../write.ts";

export const lightBulbs: ServiceTypeContent = {
  code: "light-bulbs",
  category: "energy",
  riskClass: "standard",
  programme: "energy-advice",
  icon: "lightbulb",
  durationMinutes: 60,
  price: { min: 3000, preset: 3900, max: 5500 },
  professional: { price: 12900, durationMinutes: 60 },
  name: w("Leuchtmittel wählen und wechseln", "Choisir et changer les ampoules", "Scegliere e cambiare le lampadine", "Choose and change light bulbs"),
  short: w(
    "Die passende LED finden und einsetzen: schrauben oder stecken, ohne Werkzeug.",
    "Trouver la bonne LED et la mettre en place : visser ou enficher, sans outil.",
    "Trovare il LED giusto e montarlo: avvitare o innestare, senza attrezzi.",
    "Find the right LED and fit it: screw or plug, no tools.",
  ),
  scopeIn: [
    w("Sockel, Helligkeit und Lichtfarbe bestimmen", "Déterminer le culot, la luminosité et la couleur de la lumière", "Determinare attacco, luminosità e colore della luce", "Finding base, brightness and light colour"),
    w("Leuchtmittel wechseln, die man schraubt oder steckt", "Changer les ampoules à visser ou à enficher", "Cambiare lampadine da avvitare o a innesto", "Changing bulbs that screw or plug in"),
    w("Einkaufsliste für den Rest", "Liste d’achats pour le reste", "Lista della spesa per il resto", "A shopping list for the rest"),
    w("Alte Leuchtmittel richtig entsorgen", "Éliminer correctement les anciennes ampoules", "Smaltire correttamente le vecchie lampadine", "Disposing of old bulbs correctly"),
  ],
  scopeOut: [
    w("Lampen, Leuchten oder Schalter montieren", "Monter des lampes, luminaires ou interrupteurs", "Montare lampade, plafoniere o interruttori", "Mounting lamps, luminaires or switches"),
    w("Arbeiten über 1 m Standhöhe, zum Beispiel auf der Leiter", "Travaux à plus de 1 m du sol, par exemple sur une échelle", "Lavori a più di 1 m da terra, per esempio su una scala", "Work standing above 1 m, for example on a ladder"),
    w("Fest verbaute LED-Platten und Trafos", "Plaques LED fixes et transformateurs", "Piastre LED fisse e trasformatori", "Built-in LED panels and transformers"),
    w("Der Preis der neuen Leuchtmittel", "Le prix des nouvelles ampoules", "Il prezzo delle nuove lampadine", "The price of the new bulbs"),
  ],
  intake: [
    number("bulbs", w("Um wie viele Lampen geht es ungefähr?", "Combien de lampes environ ?", "Quante lampade all’incirca?", "About how many lamps?")),
    choice("height", w("Wo sind die Lampen?", "Où sont les lampes ?", "Dove sono le lampade?", "Where are the lamps?"), [
      option("reachable", w("Ich erreiche sie vom Boden oder von einem Tritt", "Je les atteins du sol ou d’un marchepied", "Le raggiungo da terra o da uno sgabello", "I reach them from the floor or a step")),
      option("high", w("Hoch oben, es braucht eine Leiter", "En hauteur, il faut une échelle", "In alto, serve una scala", "High up, a ladder is needed")),
      dontKnow,
    ], {
      hint: w(
        "Helferinnen und Helfer stehen höchstens 1 m über dem Boden. Für hohe Decken kommt der Profi-Service.",
        "Les aides ne montent pas à plus de 1 m du sol. Pour les plafonds hauts, le service professionnel s’en charge.",
        "Chi aiuta non sale oltre 1 m da terra. Per i soffitti alti interviene il servizio professionale.",
        "Helpers stand at most 1 m above the floor. For high ceilings the professional service comes.",
      ),
    }),
    choice("wish", w("Was wünschen Sie?", "Que souhaitez-vous ?", "Che cosa desidera?", "What would you like?"), [
      option("broken-bulb", w("Eine Lampe brennt nicht mehr", "Une lampe ne s’allume plus", "Una lampada non si accende più", "A lamp no longer lights")),
      option("save", w("Weniger Strom brauchen", "Consommer moins de courant", "Consumare meno corrente", "Use less electricity")),
      option("better-light", w("Besseres oder wärmeres Licht", "Une lumière meilleure ou plus chaude", "Una luce migliore o più calda", "Better or warmer light")),
    ]),
    yesno("bulbs-bought", w("Haben Sie die neuen Leuchtmittel schon?", "Avez-vous déjà les nouvelles ampoules ?", "Ha già le nuove lampadine?", "Do you already have the new bulbs?")),
  ],
  checklist: [
    must("switched-off", w("Licht ausgeschaltet, Leuchtmittel abgekühlt", "Lumière éteinte, ampoules refroidies", "Luce spenta, lampadine raffreddate", "Light switched off, bulbs cooled down")),
    must("bulbs-counted", w("Anzahl der gewechselten Leuchtmittel", "Nombre d’ampoules changées", "Numero di lampadine cambiate", "Number of bulbs changed"), "×"),
    must("watts-before", w("Leistung vorher, zusammengezählt", "Puissance totale avant", "Potenza totale prima", "Total power before"), "W"),
    must("watts-after", w("Leistung nachher, zusammengezählt", "Puissance totale après", "Potenza totale dopo", "Total power after"), "W"),
    may("dimmer-tested", w("Am Dimmer getestet, kein Flackern", "Testé au variateur, sans scintillement", "Provato con il dimmer, senza sfarfallio", "Tested with the dimmer, no flicker")),
    must("old-bulbs-sorted", w("Alte Leuchtmittel für die Rückgabe bereitgelegt", "Anciennes ampoules préparées pour la reprise", "Vecchie lampadine preparate per la riconsegna", "Old bulbs set aside for return")),
  ],
  rootCauses: [
    cause("bulb-worn-out", w("Leuchtmittel am Ende der Lebensdauer", "Ampoule en fin de vie", "Lampadina a fine vita", "Bulb at the end of its life")),
    cause("wrong-base", w("Falscher Sockel gekauft", "Mauvais culot acheté", "Attacco sbagliato acquistato", "Wrong base bought")),
    cause("dimmer-not-suitable", w("Dimmer passt nicht zur LED", "Variateur incompatible avec la LED", "Dimmer non adatto al LED", "Dimmer not suitable for LED")),
    cause("wrong-light-colour", w("Lichtfarbe oder Helligkeit unpassend", "Couleur ou luminosité inadaptée", "Colore o luminosità inadatti", "Light colour or brightness unsuitable")),
    cause("luminaire-fault", w("Leuchte oder Fassung defekt", "Luminaire ou douille défectueux", "Lampada o portalampada difettosi", "Luminaire or lamp holder faulty")),
    cause("built-in-led", w("LED fest verbaut, nicht wechselbar", "LED intégrée, non remplaçable", "LED integrato, non sostituibile", "LED built in, not replaceable")),
    deviceOld,
    needsSpecialist,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Glühbirne wechseln", "Lampe brennt nicht mehr", "LED kaufen", "Halogen ersetzen", "Birne auswechseln", "Licht flackert", "Leuchtmittel ersetzen", "Lampe kaputt", "Licht zu grell", "Sparlampe ersetzen"],
    fr: ["changer une ampoule", "ampoule grillée", "la lampe ne marche plus", "acheter des LED", "remplacer les halogènes", "lumière qui clignote", "lumière trop forte", "ampoule LED", "remplacer une lampe économique"],
    it: ["cambiare lampadina", "lampadina bruciata", "la lampada non funziona", "comprare LED", "sostituire alogene", "luce che sfarfalla", "luce troppo forte", "lampadina LED", "sostituire lampada a risparmio"],
    en: ["change light bulb", "bulb burnt out", "lamp does not work", "buy LED", "replace halogen", "light flickers", "light too bright", "LED bulb", "which bulb fits"],
  },
};
