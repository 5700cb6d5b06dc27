import { areaStanding } from "#app/domain/area/area.queries.server.ts";
import { bookableListing, type DaySlots, slotsForListing, slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { isHourly, offerPrice } from "#app/domain/booking/hourly.ts";
import { activeServiceTypes, type ServiceType } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import { isLocale, type Locale } from "#app/domain/kernel/words.ts";
import { professionalOffer } from "#app/domain/search/professional.server.ts";
import { meantPlace, meantService } from "#app/domain/search/resolve.ts";
import { readSearch, type SearchAsk } from "#app/domain/search/search.params.ts";
import { searchHelpers } from "#app/domain/search/search.queries.server.ts";
import { translator } from "#app/texts/registry.ts";

const daysShown = 5;

/** What a call has come to so far, all of it in the address. */
export type CallAsk = { search: SearchAsk; speaks: Locale; listing: string; professional: boolean; replaces: string; day: number; /** The first decision is made anew. */ change: boolean; /** The form of the first decision was sent, not a link followed. */ sent: boolean; /** How long at most, where it is paid by the hour. */ cap: string };

export function readCall(ctx: Context, params: URLSearchParams): CallAsk {
  const speaks = params.get("speaks");
  const day = Number(params.get("days"));
  return { search: readSearch(params), speaks: isLocale(speaks) ? speaks : ctx.locale, listing: (params.get("listing") ?? "").slice(0, 60), professional: params.get("professional") === "1", replaces: (params.get("replaces") ?? "").slice(0, 60), day: Number.isInteger(day) && day > 0 && day < 100 ? day : 1, change: params.get("change") === "1", sent: params.has("what") && params.has("where"), cap: params.get("cap") ?? "" };
}

const optionOf = (ctx: Context, { code, riskClass, content }: ServiceType) => ({ code, name: content.name[ctx.locale], short: content.short[ctx.locale], isProfessional: riskClass === "professional_only" });
const placeOf = ({ id, postcode, locality, canton }: Place) => ({ id, label: `${postcode} ${locality}`, detail: canton });

/** What is missing of the first decision, by field, as text keys. */
function problemsOf({ search, sent }: CallAsk, isUnknownPlace: boolean): { what?: "staffBookings.book.what.missing"; where?: "errors.field.postcode" | "staffBookings.book.what.noPlace" } {
  const [hasWhat, hasWhere] = [search.what !== "" || search.service !== "", search.where !== "" || search.place !== ""];
  return {
    ...(sent && !hasWhat && { what: "staffBookings.book.what.missing" as const }),
    ...(sent && !hasWhere ? { where: "errors.field.postcode" as const } : hasWhere && isUnknownPlace ? { where: "staffBookings.book.what.noPlace" as const } : {}),
  };
}

/** What the screen shows next: what and where, then who, then when. */
export async function callAnswer(ctx: Context, ask: CallAsk) {
  const { search } = ask;
  const types = await activeServiceTypes(ctx);
  const chosen = types.find(({ code }) => code === search.service);
  const service = chosen ? { kind: "one" as const, value: chosen } : meantService(types, search.what, ctx.locale);
  const known = ctx.places.byPostcode(search.place.slice(0, 4)).find(({ id }) => id === search.place);
  const place = known ? { kind: "one" as const, value: known } : meantPlace(ctx.places, search.place || search.where, ctx.locale);
  const form = {
    what: service.kind === "one" ? service.value.content.name[ctx.locale] : search.what, service: service.kind === "one" ? service.value.code : "",
    where: place.kind === "one" ? placeOf(place.value).label : search.where, place: place.kind === "one" ? place.value.id : "", speaks: ask.speaks, replaces: ask.replaces,
  };
  const asked = search.what !== "" || search.service !== "" || search.where !== "" || search.place !== "";
  if (ask.change || service.kind !== "one" || place.kind !== "one") {
    const services = !asked || service.kind === "one" ? null : { isUnknown: service.kind === "none", options: (service.kind === "several" ? service.values : types).map((type) => optionOf(ctx, type)) };
    const places = !asked || place.kind === "one" ? null : { isUnknown: place.kind === "none", options: place.kind === "several" ? place.values.map(placeOf) : [] };
    return { step: "what" as const, form, services, places, errors: ask.change ? {} : problemsOf(ask, places?.isUnknown ?? false) };
  }
  const at = placeOf(place.value);
  const standing = await areaStanding(ctx, place.value.postcode);
  if (!standing.open) return { step: "outside" as const, form, place: at.label, postcode: place.value.postcode, opensAt: standing.opensAt };
  const offer = await professionalOffer(ctx, service.value);
  if (ask.professional || ask.listing) {
    const when = await whenOf(ctx, ask, service.value, place.value, offer.priceMinor);
    if (when) return { step: "when" as const, form, place: at, service: optionOf(ctx, service.value), ...when };
  }
  return { step: "who" as const, form, place: at, service: optionOf(ctx, service.value), professional: offer, sort: search.sort, ...(await whoOf(ctx, search, service.value, place.value)) };
}
export type CallAnswer = Awaited<ReturnType<typeof callAnswer>>;
export type CallForm = CallAnswer["form"];
export type WhoAnswer = Extract<CallAnswer, { step: "who" }>;
export type WhenAnswer = Extract<CallAnswer, { step: "when" }>;

async function whoOf(ctx: Context, search: SearchAsk, type: ServiceType, place: Place) {
  if (type.riskClass === "professional_only") return { cards: [], total: 0, page: 1, pages: 1 };
  const found = await searchHelpers(ctx, { serviceType: type, place, filters: {}, when: {}, sorting: search.sort, page: search.page });
  const { total, page, pages } = found;
  const names = new Intl.DisplayNames([ctx.locale], { type: "language" });
  const cards = found.cards.map(({ listingId, name, roundedKm, priceMinor, instant, nextFreeAt, solved, stars, languages }) => ({ listingId, name, roundedKm, priceMinor, hourly: isHourly(type.content), instant, nextFreeAt, solved, stars, languages: languages.map((code) => names.of(code) ?? code).join(", ") }));
  return { cards, total, page, pages };
}

/** A few days with free times of the chosen offer; null when it is not offered for this service. */
async function whenOf(ctx: Context, ask: CallAsk, type: ServiceType, at: Place, professionalMinor: number) {
  const free = (days: readonly DaySlots[] | null) => {
    const all = (days ?? []).filter(({ slots }) => slots.length > 0);
    const pages = Math.max(1, Math.ceil(all.length / daysShown));
    const page = Math.min(ask.day, pages);
    return { days: all.slice((page - 1) * daysShown, page * daysShown), page, pages };
  };
  const { holdMinutes } = ctx.settings.policy;
  // What is held for this caller gives way to the time that is chosen instead.
  const own = ask.replaces ? { ignore: ask.replaces } : {};
  if (ask.professional) return { ...free(await slotsForProfessional(ctx, type.id, own)), listing: null, serviceId: type.id, who: translator(ctx.locale)("booking.professional", { brand: ctx.settings.brand.name }), priceMinor: professionalMinor, cap: null, holdMinutes };
  const offer = await bookableListing(ctx, ask.listing);
  if (!offer || offer.service.id !== type.id) return null;
  const { capMinutes, priceMinor } = offerPrice(offer.listing.priceMinor, type.content, ask.cap);
  return { ...free(await slotsForListing(ctx, ask.listing, { at, capMinutes, ...own })), listing: ask.listing, serviceId: type.id, who: offer.helper.displayName, priceMinor, cap: capMinutes, holdMinutes };
}
