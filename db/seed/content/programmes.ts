import type { ProgrammeContent } from "#app/domain/catalogue/catalogue.ts";
import { w } from "./write.ts";

export const programmes: ProgrammeContent[] = [
  {
    code: "energy-advice",
    name: w("Energieberatung zu Hause", "Conseil en énergie à domicile", "Consulenza energetica a domicilio", "Energy advice at home"),
    short: w(
      "Strom messen, Wärme und Warmwasser richtig einstellen, Grenzen kennen: Was gehört zum Profi-Service?",
      "Mesurer l’électricité, bien régler le chauffage et l’eau chaude, connaître les limites : que faut-il laisser aux professionnels ?",
      "Misurare l’elettricità, regolare bene riscaldamento e acqua calda, conoscere i limiti: che cosa spetta ai professionisti?",
      "Measure electricity, set heat and hot water well, know the limits: what belongs to the professional service?",
    ),
    validityMonths: 24,
  },
  {
    code: "connectivity-help",
    name: w("Hilfe mit Internet und Geräten", "Aide pour internet et les appareils", "Aiuto per internet e apparecchi", "Help with internet and devices"),
    short: w(
      "Router, WLAN, Fernsehen, Handy und Mail einrichten, Daten schützen und verständlich erklären.",
      "Installer routeur, Wi-Fi, télévision, téléphone et messagerie, protéger les données et expliquer simplement.",
      "Configurare router, Wi-Fi, televisione, telefono e posta, proteggere i dati e spiegare in modo semplice.",
      "Set up router, WLAN, television, phone and mail, protect data and explain in plain words.",
    ),
    validityMonths: 24,
  },
];
