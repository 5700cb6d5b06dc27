import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { cause, choice, dontKnow, may, must, needsSpecialist, noFault, option, otherCause, unclearInstructions, w, yesno } from "../write.ts";

export const buildingTech: ServiceTypeContent = {
  code: "building-tech",
  category: "energy",
  riskClass: "advice",
  programme: "energy-advice",
  icon: "sun",
  durationMinutes: 90,
  price: { min: 4500, preset: 5900, max: 7500 },
  professional: { price: 18900, durationMinutes: 90 },
  name: w("Neue Haustechnik verstehen", "Comprendre les nouvelles installations", "Capire i nuovi impianti", "New building technology explained"),
  short: w(
    "Wärmepumpe, Solaranlage oder Speicher: jemand mit Erfahrung erklärt, was sie können und was sie brauchen.",
    "Pompe à chaleur, solaire ou batterie : une personne expérimentée explique ce que cela apporte et demande.",
    "Pompa di calore, solare o batteria: una persona con esperienza spiega che cosa offrono e richiedono.",
    "Heat pump, solar or storage: someone with experience explains what they do and what they need.",
  ),
  scopeIn: [
    w("Anzeigen und App Ihrer Anlage erklären", "Expliquer les affichages et l’application de votre installation", "Spiegare i display e l’app del suo impianto", "Explaining the displays and the app of your system"),
    w("Offerten gemeinsam lesen und Fragen vorbereiten", "Lire ensemble les offres et préparer les questions", "Leggere insieme le offerte e preparare le domande", "Reading offers together and preparing questions"),
    w("Fördergelder und nächste Schritte zeigen", "Présenter les subventions et les prochaines étapes", "Mostrare gli incentivi e i prossimi passi", "Showing subsidies and next steps"),
    w("Geräte in die Sonnenstunden verschieben", "Déplacer l’usage des appareils vers les heures de soleil", "Spostare l’uso degli apparecchi nelle ore di sole", "Moving appliance use into sunny hours"),
  ],
  scopeOut: [
    w("Verkauf, Vermittlung oder Empfehlung einer Firma", "Vente, courtage ou recommandation d’une entreprise", "Vendita, mediazione o raccomandazione di una ditta", "Selling, brokering or recommending a firm"),
    w("Einstellungen auf der Fachebene der Anlage", "Réglages au niveau spécialiste de l’installation", "Regolazioni a livello tecnico dell’impianto", "Settings on the installer level of the system"),
    w("Begehung von Dach oder Elektroverteilung", "Accès au toit ou au tableau électrique", "Accesso al tetto o al quadro elettrico", "Going onto the roof or into the distribution board"),
    w("Verbindliche Berechnungen und Gutachten", "Calculs contraignants et expertises", "Calcoli vincolanti e perizie", "Binding calculations and expert opinions"),
  ],
  intake: [
    choice("topic", w("Worum geht es?", "De quoi s’agit-il ?", "Di che cosa si tratta?", "What is it about?"), [
      option("heat-pump", w("Wärmepumpe", "Pompe à chaleur", "Pompa di calore", "Heat pump")),
      option("solar", w("Solaranlage", "Installation solaire", "Impianto solare", "Solar system")),
      option("storage", w("Stromspeicher", "Batterie de stockage", "Batteria di accumulo", "Battery storage")),
      option("charging", w("Elektroauto laden", "Recharger une voiture électrique", "Ricaricare un’auto elettrica", "Charging an electric car")),
      option("several", w("Mehreres davon", "Plusieurs de ces sujets", "Più di uno", "Several of these")),
    ]),
    choice("stage", w("Wo stehen Sie?", "Où en êtes-vous ?", "A che punto è?", "Where do you stand?"), [
      option("thinking", w("Ich überlege es mir", "J’y réfléchis", "Ci sto pensando", "I am thinking about it")),
      option("offers", w("Ich habe Offerten", "J’ai des offres", "Ho delle offerte", "I have offers")),
      option("installed", w("Die Anlage läuft schon", "L’installation fonctionne déjà", "L’impianto è già in funzione", "The system is already running")),
    ]),
    choice("building", w("Was für ein Gebäude ist es?", "De quel bâtiment s’agit-il ?", "Che tipo di edificio è?", "What kind of building is it?"), [
      option("house", w("Einfamilienhaus", "Maison individuelle", "Casa unifamiliare", "Single-family house")),
      option("condominium", w("Stockwerkeigentum", "Propriété par étages", "Proprietà per piani", "Owned flat in a shared building")),
      option("rented", w("Mietwohnung", "Appartement en location", "Appartamento in affitto", "Rented flat")),
      dontKnow,
    ]),
    yesno("papers-ready", w("Haben Sie Unterlagen, die wir zusammen anschauen können?", "Avez-vous des documents que nous pouvons consulter ensemble ?", "Ha documenti che possiamo guardare insieme?", "Do you have papers we can look at together?"), {
      hint: w("Zum Beispiel Offerten, Rechnungen oder die Anleitung.", "Par exemple des offres, des factures ou le mode d’emploi.", "Per esempio offerte, fatture o le istruzioni.", "For example offers, bills or the manual."),
    }),
  ],
  checklist: [
    must("situation-noted", w("Gebäude, Heizung und Jahresverbrauch notiert", "Bâtiment, chauffage et consommation annuelle notés", "Edificio, riscaldamento e consumo annuo annotati", "Building, heating and yearly consumption noted"), "kWh"),
    must("questions-answered", w("Fragen der Kundschaft beantwortet oder weitergeleitet", "Questions de la clientèle traitées ou transmises", "Domande della clientela risolte o inoltrate", "Customer’s questions answered or passed on")),
    may("display-explained", w("Anzeige oder App der Anlage gemeinsam bedient", "Affichage ou application utilisés ensemble", "Display o app usati insieme", "Display or app used together")),
    may("flow-temperature", w("Vorlauftemperatur der Heizung abgelesen", "Température de départ du chauffage relevée", "Temperatura di mandata del riscaldamento letta", "Flow temperature of the heating read"), "°C"),
    must("neutrality-said", w("Gesagt: kein Verkauf, keine Provision", "Annoncé : pas de vente, pas de commission", "Detto: nessuna vendita, nessuna provvigione", "Said: no selling, no commission")),
    must("next-steps-left", w("Nächste Schritte und Adressen dagelassen", "Prochaines étapes et adresses remises", "Prossimi passi e indirizzi consegnati", "Next steps and addresses left")),
  ],
  rootCauses: [
    cause("handover-missing", w("Keine Einführung durch den Installationsbetrieb", "Pas d’instruction par l’installateur", "Nessuna istruzione da parte dell’installatore", "No introduction by the installation firm")),
    cause("offer-not-comparable", w("Offerten nicht vergleichbar", "Offres non comparables", "Offerte non confrontabili", "Offers not comparable")),
    cause("app-confusing", w("App oder Anzeige unverständlich", "Application ou affichage peu compréhensible", "App o display poco comprensibile", "App or display confusing")),
    cause("flow-temperature-high", w("Vorlauftemperatur zu hoch für die Wärmepumpe", "Température de départ trop élevée pour la pompe à chaleur", "Temperatura di mandata troppo alta per la pompa di calore", "Flow temperature too high for the heat pump")),
    cause("own-use-low", w("Geringer Eigenverbrauch des Solarstroms", "Faible autoconsommation du courant solaire", "Basso autoconsumo della corrente solare", "Little own use of solar power")),
    cause("subsidy-unknown", w("Fördermöglichkeiten unbekannt", "Subventions possibles inconnues", "Incentivi possibili sconosciuti", "Subsidies not known")),
    unclearInstructions,
    needsSpecialist,
    noFault,
    otherCause,
  ],
  synonyms: {
    de: ["Wärmepumpe", "Solaranlage", "Photovoltaik", "PV-Anlage", "Stromspeicher", "Heizung ersetzen", "Solar-App verstehen", "Balkonkraftwerk", "Ölheizung ersetzen", "Offerte Wärmepumpe", "Elektroauto laden"],
    fr: ["pompe à chaleur", "panneaux solaires", "photovoltaïque", "batterie solaire", "remplacer le chauffage", "remplacer le mazout", "comprendre l'application solaire", "offre pompe à chaleur", "recharger voiture électrique", "subventions énergie"],
    it: ["pompa di calore", "pannelli solari", "fotovoltaico", "batteria solare", "sostituire il riscaldamento", "sostituire la nafta", "capire l'app solare", "offerta pompa di calore", "ricaricare auto elettrica", "incentivi energia"],
    en: ["heat pump", "solar panels", "photovoltaics", "solar battery", "replace heating", "replace oil heating", "understand solar app", "heat pump offer", "charge electric car", "energy subsidies"],
  },
};
