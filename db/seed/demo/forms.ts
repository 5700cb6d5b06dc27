import type { BookingForm, ReportForm } from "#app/domain/booking/booking.schema.ts";
import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { serviceTypes } from "../content/index.ts";
import { concern, personName, type Region, streetAddress } from "../people/index.ts";
import type { Chance } from "./chance.ts";
import { drawChecked, drawMeasures } from "./measures.ts";

export type Customer = { name: string; email: string; mobile: string; locale: Locale; region: Region };

/** The customer whom the demo's sign-in list names. */
export const demoCustomer: Customer = { name: "Ruth Amsler", email: "kundin@quartier.example", mobile: "+41 79 000 00 00", locale: "de", region: "de" };

/** A believable customer of a place's language region; a few write in English. */
export function drawCustomer(chance: Chance, place: Place, number: number): Customer {
  const region: Region = place.language === "fr" ? "fr" : place.language === "it" ? "it" : "de";
  const { first, last } = personName(chance.pick, region);
  const digits = () => String(chance.whole(0, 9));
  return { name: `${first} ${last}`, email: `kunde.${number}@quartier.example`, mobile: `+41 79 000 ${digits()}${digits()} ${digits()}${digits()}`, locale: chance.odds(0.06) ? "en" : region, region };
}

const contents = new Map(serviceTypes.map((content) => [content.code, content]));
const contentOf = (serviceCode: string): ServiceTypeContent => {
  const content = contents.get(serviceCode);
  if (!content) throw new Error("A booking of the seed names no service type");
  return content;
};

/** The booking form as this customer fills it in. */
export function formOf(chance: Chance, { name, email, mobile, locale, region }: Customer, place: Place, serviceCode: string): BookingForm {
  const content = contentOf(serviceCode);
  const intake: Record<string, string> = {};
  for (const { code, kind, choices, required } of content.intake) {
    if (!required && chance.odds(0.4)) continue;
    if (kind === "choice" && choices?.length) intake[code] = chance.pick(choices).code;
    else if (kind === "yesno") intake[code] = chance.pick(["yes", "no"]);
    else if (kind === "number") intake[code] = String(chance.whole(1, 6));
    else if (required) intake[code] = "–";
  }
  const contact = { name, email, mobile };
  return { contact, visited: { name, telephone: mobile }, street: streetAddress(chance.pick, region), postcode: place.postcode, locality: place.locality, intake, concern: concern(chance.pick, locale, serviceCode) };
}

/** The report as a helper files it: the checklist ticked, a root cause, and measures where the visit was about energy. */
export function reportOf(chance: Chance, serviceCode: string, solved: boolean, locale: Locale): ReportForm {
  const content = contentOf(serviceCode);
  const measures = solved ? drawMeasures(chance, content.code, locale) : [];
  const values = new Map<string, string>();
  for (const item of content.checklist) if (item.measuredIn) values.set(item.code, drawChecked(chance, item, measures, solved, values));
  return {
    outcome: solved ? "solved" : chance.pick(["partly", "not_solved"] as const),
    checklist: content.checklist.map(({ code, required }) => {
      const done = required || chance.odds(0.85);
      const value = done ? values.get(code) : undefined;
      return { code, done, ...(value ? { value } : {}) };
    }),
    rootCause: content.rootCauses.length ? chance.pick(content.rootCauses).code : null,
    words: "",
    measures,
  };
}
