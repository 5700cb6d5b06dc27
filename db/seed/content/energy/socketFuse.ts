import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, deviceBroken, dontKnow, may, must, noFault, option, otherCause, somethingElse, text, w, yesno } from "../write.ts";

export const socketFuse: ServiceTypeContent = {
  code: "socket-fuse",
  category: "energy",
  riskClass: "professional_only",
  programme: null,
  icon: "plug-zap",
  durationMinutes: 60,
  price: null,
  professional: { price: 18900, durationMinutes: 60 },
  name: w("Steckdose oder Sicherung", "Prise ou fusible", "Presa o fusibile", "Socket or fuse"),
  short: w(
    "Steckdose ohne Strom oder Sicherung, die immer wieder fällt: Das gehört in die Hände des Profi-Service.",
    "Prise sans courant ou fusible qui saute sans cesse : c’est l’affaire du service professionnel.",
    "Presa senza corrente o fusibile che salta di continuo: è compito del servizio professionale.",
    "A dead socket or a fuse that keeps tripping: this belongs to the professional service.",
  ),
  scopeIn: [
    w("Fehler suchen und sicher abschalten", "Rechercher le défaut et mettre hors tension en sécurité", "Cercare il guasto e togliere tensione in sicurezza", "Finding the fault and switching off safely"),
    w("Eine Steckdose, einen Schalter oder eine Sicherung ersetzen", "Remplacer une prise, un interrupteur ou un fusible", "Sostituire una presa, un interruttore o un fusibile", "Replacing one socket, switch or fuse"),
    w("Eine Leuchte montieren und anschliessen", "Monter et raccorder un luminaire", "Montare e collegare una lampada", "Mounting and connecting one luminaire"),
    w("Messung und Protokoll nach Vorschrift", "Mesure et rapport selon les prescriptions", "Misura e verbale secondo le prescrizioni", "Measurement and record as required"),
  ],
  scopeOut: [
    w("Neue Leitungen und Umbauten", "Nouvelles lignes et transformations", "Nuove linee e trasformazioni", "New wiring and conversions"),
    w("Haushaltgeräte reparieren", "Réparation d’appareils ménagers", "Riparazione di elettrodomestici", "Repairing household appliances"),
    w("Periodische Kontrolle der Hausinstallation", "Contrôle périodique de l’installation", "Controllo periodico dell’impianto", "Periodic inspection of the installation"),
  ],
  intake: [
    choice("problem", w("Was ist passiert?", "Que s’est-il passé ?", "Che cosa è successo?", "What happened?"), [
      option("dead-socket", w("Eine Steckdose hat keinen Strom", "Une prise n’a plus de courant", "Una presa non ha corrente", "A socket has no power")),
      option("fuse-trips", w("Die Sicherung fällt immer wieder", "Le fusible saute sans cesse", "Il fusibile salta di continuo", "The fuse keeps tripping")),
      option("socket-damaged", w("Steckdose oder Schalter ist beschädigt", "Une prise ou un interrupteur est abîmé", "Una presa o un interruttore è danneggiato", "A socket or switch is damaged")),
      somethingElse,
    ]),
    yesno("smell-or-heat", w("Riecht es verbrannt oder ist etwas heiss?", "Y a-t-il une odeur de brûlé ou quelque chose de chaud ?", "C’è odore di bruciato o qualcosa di caldo?", "Does it smell burnt or is something hot?"), {
      hint: w(
        "Wenn ja: Sicherung ausschalten, nichts berühren und uns anrufen. Bei Rauch oder Feuer: 118.",
        "Si oui : coupez le fusible, ne touchez à rien et appelez-nous. En cas de fumée ou de feu : 118.",
        "Se sì: spenga il fusibile, non tocchi nulla e ci chiami. In caso di fumo o fuoco: 118.",
        "If so: switch off the fuse, touch nothing and call us. With smoke or fire: 118.",
      ),
    }),
    choice("ownership", w("Gehört Ihnen die Wohnung oder das Haus?", "Êtes-vous propriétaire du logement ?", "L’abitazione è di sua proprietà?", "Do you own your home?"), [
      option("owner", w("Ja", "Oui", "Sì", "Yes")),
      option("tenant-informed", w("Nein, die Verwaltung ist einverstanden", "Non, la gérance est d’accord", "No, l’amministrazione è d’accordo", "No, the property manager agrees")),
      option("tenant", w("Nein, die Verwaltung weiss noch nichts", "Non, la gérance n’est pas informée", "No, l’amministrazione non è informata", "No, the property manager does not know yet")),
      dontKnow,
    ]),
    text("where", w("In welchem Raum?", "Dans quelle pièce ?", "In quale locale?", "In which room?"), { optional: true }),
  ],
  checklist: [
    must("switched-off", w("Spannungsfreiheit festgestellt", "Absence de tension vérifiée", "Assenza di tensione verificata", "Absence of voltage confirmed")),
    must("insulation", w("Isolationswiderstand gemessen", "Résistance d’isolement mesurée", "Resistenza d’isolamento misurata", "Insulation resistance measured"), "MΩ"),
    must("rcd-tested", w("Fehlerstromschutz ausgelöst", "Protection différentielle déclenchée", "Protezione differenziale scattata", "Residual current device tripped"), "ms"),
    may("part-replaced", w("Teil ersetzt und bezeichnet", "Pièce remplacée et repérée", "Pezzo sostituito e contrassegnato", "Part replaced and labelled")),
    must("record-left", w("Protokoll dagelassen", "Rapport remis", "Verbale consegnato", "Record left")),
  ],
  rootCauses: [
    cause("circuit-overloaded", w("Stromkreis überlastet", "Circuit surchargé", "Circuito sovraccarico", "Circuit overloaded")),
    cause("appliance-trips-fuse", w("Defektes Gerät löst die Sicherung aus", "Un appareil défectueux fait sauter le fusible", "Un apparecchio difettoso fa saltare il fusibile", "Faulty appliance trips the fuse")),
    cause("socket-worn", w("Steckdose oder Schalter abgenützt", "Prise ou interrupteur usé", "Presa o interruttore usurato", "Socket or switch worn")),
    cause("loose-terminal", w("Lose Klemme", "Borne desserrée", "Morsetto allentato", "Loose terminal")),
    cause("installation-outdated", w("Hausinstallation veraltet", "Installation électrique vétuste", "Impianto elettrico obsoleto", "Wiring outdated")),
    cause("moisture", w("Feuchtigkeit in der Installation", "Humidité dans l’installation", "Umidità nell’impianto", "Moisture in the installation")),
    deviceBroken,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Steckdose kaputt", "Steckdose ohne Strom", "Sicherung fällt", "Sicherung rausgeflogen", "kein Strom", "Kurzschluss", "FI löst aus", "Schalter defekt", "Elektriker", "Lampe montieren"],
    fr: ["prise cassée", "prise sans courant", "fusible saute", "plus de courant", "court-circuit", "disjoncteur saute", "interrupteur cassé", "électricien", "monter une lampe", "les plombs sautent"],
    it: ["presa rotta", "presa senza corrente", "fusibile salta", "manca la corrente", "cortocircuito", "salvavita scatta", "interruttore rotto", "elettricista", "montare una lampada", "salta la luce"],
    en: ["broken socket", "socket has no power", "fuse trips", "fuse blown", "no power", "short circuit", "switch broken", "electrician", "mount a lamp", "breaker keeps tripping"],
  },
};
