import type { CategoryContent } from "#app/domain/catalogue/catalogue.ts";
import { w } from "./write.ts";

export const categories: CategoryContent[] = [
  {
    code: "energy",
    icon: "leaf",
    name: w("Energie sparen", "Économiser l’énergie", "Risparmiare energia", "Save energy"),
    short: w(
      "Strom, Wärme und Warmwasser: messen, einstellen, weniger brauchen.",
      "Électricité, chauffage et eau chaude : mesurer, régler, consommer moins.",
      "Elettricità, riscaldamento e acqua calda: misurare, regolare, consumare meno.",
      "Electricity, heat and hot water: measure, adjust, use less.",
    ),
  },
  {
    code: "connectivity",
    icon: "house-wifi",
    name: w("Internet & Geräte", "Internet et appareils", "Internet e apparecchi", "Internet & devices"),
    short: w(
      "Router, WLAN, Fernsehen, Handy und Drucker: einrichten und verstehen.",
      "Routeur, Wi-Fi, télévision, téléphone et imprimante : installer et comprendre.",
      "Router, Wi-Fi, televisione, telefono e stampante: configurare e capire.",
      "Router, WLAN, television, phone and printer: set up and understood.",
    ),
  },
];
