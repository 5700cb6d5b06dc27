import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { BookingForm, ReportForm } from "#app/domain/booking/booking.schema.ts";
import { serviceTypeById } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { concern, personName, type Region, streetAddress } from "../people/index.ts";
import type { Chance } from "./chance.ts";
import { drawChecked, drawMeasures } from "./measures.ts";

export type Customer = { name: string; email: string; mobile: string; locale: Locale; region: Region };

/** A believable customer of a place's language region; a few write in English. */
export function drawCustomer(chance: Chance, place: Place, number: number): Customer {
  const region: Region = place.language === "fr" ? "fr" : place.language === "it" ? "it" : "de";
  const { first, last } = personName(chance.pick, region);
  const digits = () => String(chance.whole(0, 9));
  return { name: `${first} ${last}`, email: `kunde.${number}@quartier.example`, mobile: `+41 79 000 ${digits()}${digits()} ${digits()}${digits()}`, locale: chance.odds(0.06) ? "en" : region, region };
}

const service = async (ctx: Context, bookingId: string) => {
  const booking = await findBooking({ ...ctx, actor: system }, bookingId);
  const type = booking && (await serviceTypeById(ctx, booking.serviceTypeId));
  if (!type) throw new Error("A booking of the seed names no service type");
  return type.content;
};

/** The booking form as this customer fills it in. */
export async function formOf(ctx: Context, chance: Chance, bookingId: string, { name, email, mobile, locale, region }: Customer, place: Place, serviceCode: string): Promise<BookingForm> {
  const content = await service(ctx, bookingId);
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
export async function reportOf(ctx: Context, chance: Chance, bookingId: string, solved: boolean, locale: Locale): Promise<ReportForm> {
  const content = await service(ctx, bookingId);
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
