import type { Brand } from "#app/domain/settings/settings.ts";
import { pages } from "./pages.ts";
import { w } from "./write.ts";

const brand: Brand = {
  name: "Werke Lindensteg",
  programmeName: w("Nachbarschaftshilfe Lindensteg", "Entraide de quartier Lindensteg", "Aiuto di quartiere Lindensteg", "Lindensteg Neighbourhood Help"),
  accent: "#17573f",
  second: "#b4571f",
  logoFileId: null,
  // Nobody's number: all zeros after the free-call prefix, so that no demo ever rings a stranger.
  telephone: "0800 000 000",
  hours: w(
    "Montag bis Freitag 8–18 Uhr, Samstag 9–16 Uhr",
    "Lundi à vendredi 8 h–18 h, samedi 9 h–16 h",
    "Da lunedì a venerdì 8–18, sabato 9–16",
    "Monday to Friday 8 am–6 pm, Saturday 9 am–4 pm",
  ),
  supportEmail: "hilfe@lindensteg.example",
  address: "Werke Lindensteg AG, Stegmattweg 1, 9999 Lindensteg",
};

/** The fictitious provider company of the demo: name, place, number and addresses belong to nobody. */
export const company = {
  legalName: "Werke Lindensteg AG",
  isFictitious: true,
  telephoneIsDemo: true,
  brand,
  claim: w(
    "Hilfe aus dem Quartier, geprüft von uns.",
    "De l’aide du quartier, vérifiée par nous.",
    "Aiuto dal quartiere, verificato da noi.",
    "Help from the neighbourhood, checked by us.",
  ),
  about: w(
    "Wir liefern Strom, Wärme und Internet. Und wir bringen Menschen zusammen, die sich damit auskennen, und solche, die gerade Hilfe brauchen.",
    "Nous livrons électricité, chaleur et internet. Et nous réunissons des personnes qui s’y connaissent et d’autres qui ont besoin d’un coup de main.",
    "Forniamo elettricità, calore e internet. E facciamo incontrare chi se ne intende e chi ha bisogno di una mano.",
    "We supply electricity, heat and internet. And we bring together people who know about them and people who need a hand.",
  ),
  pages,
};

export type CompanyContent = typeof company;
