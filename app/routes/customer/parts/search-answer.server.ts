import type { Context } from "#app/domain/kernel/context.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import { dateAfter, minute } from "#app/domain/kernel/time.ts";
import { areaStanding } from "#app/domain/area/area.queries.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { isHourly } from "#app/domain/booking/hourly.ts";
import { activeServiceTypes, type ServiceType } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { favouriteIds } from "#app/domain/together/favourites.queries.server.ts";
import type { CardFacts } from "#app/domain/search/cards.server.ts";
import type { Filters } from "#app/domain/search/search.ts";
import { boundsOf, mapOf, zoomFor } from "#app/domain/search/map.server.ts";
import { nextBest } from "#app/domain/search/nextbest.server.ts";
import { helpersTogether, professionalOffer } from "#app/domain/search/professional.server.ts";
import { meantPlace, meantService } from "#app/domain/search/resolve.ts";
import type { SearchAsk } from "#app/domain/search/search.params.ts";
import { searchHelpers, type SearchQuestion } from "#app/domain/search/search.queries.server.ts";
import { spansOf } from "#app/domain/search/spans.ts";
import { languageNames } from "./search-words.ts";

const few = 4;

/** What the results page shows next: one decision a screen, then the results. */
export async function searchAnswer(ctx: Context, ask: SearchAsk) {
  const types = await activeServiceTypes(ctx);
  const service = askedService(types, ask, ctx);
  const place = askedPlace(ctx, ask);
  const form = { what: service.kind === "one" ? nameOf(ctx, service.value) : ask.what, service: service.kind === "one" ? service.value.code : "", where: place.kind === "one" ? labelOf(place.value) : ask.where, place: place.kind === "one" ? place.value.id : "" };
  if (service.kind !== "one") {
    const shown = service.kind === "several" ? service.values : types.filter((type) => inCategory(type, ask.category));
    return { kind: "service" as const, form, reason: service.kind === "several" ? ("several" as const) : ask.what ? ("unknown" as const) : ("empty" as const), options: shown.map((type) => optionOf(ctx, type)) };
  }
  if (place.kind !== "one") {
    const options = place.kind === "several" ? place.values.map((one) => ({ id: one.id, label: labelOf(one), detail: one.canton })) : [];
    return { kind: "place" as const, form, reason: place.kind === "several" ? ("several" as const) : ask.where ? ("unknown" as const) : ("empty" as const), options };
  }
  const standing = await areaStanding(ctx, place.value.postcode);
  if (!standing.open) return { kind: "outside" as const, form, postcode: place.value.postcode, locality: place.value.locality, opensAt: standing.opensAt };
  if (service.value.riskClass === "professional_only") return { kind: "professional" as const, form, code: service.value.code, place: place.value.id };
  return results(ctx, ask, types, service.value, place.value, form);
}
export type SearchAnswer = Awaited<ReturnType<typeof searchAnswer>>;
export type SearchResults = Extract<SearchAnswer, { kind: "results" }>;
export type SearchCard = SearchResults["cards"][number];

async function results(ctx: Context, ask: SearchAsk, types: ServiceType[], type: ServiceType, place: Place, form: { what: string; service: string; where: string; place: string }) {
  const today = dateAt(ctx.settings.zone, ctx.now);
  const mine = await favouriteIds(ctx);
  const question: SearchQuestion = { serviceType: type, place, filters: filtersOf(ask, mine), when: ask.when, sorting: ask.sort, page: ask.page, beside: true };
  const found = await searchHelpers(ctx, question);
  const bounds = boundsOf(place, found.ranked, ask.filters.radiusKm);
  const zoom = zoomFor(bounds);
  const [offer, together] = [await professionalOffer(ctx, type, found.professionalFreeAt), await helpersTogether(ctx, type.id)];
  const help = found.total < few ? await nextBest(ctx, question) : null;
  const byCode = new Map(types.map((one) => [one.code, one]));
  return {
    kind: "results" as const,
    form,
    service: { ...optionOf(ctx, type), durationMinutes: type.content.durationMinutes, hourly: isHourly(type.content) },
    place: { id: place.id, label: labelOf(place), lat: place.lat, lng: place.lng },
    total: found.total,
    page: found.page,
    pages: found.pages,
    serving: found.serving,
    keptAway: found.keptAway,
    prices: found.prices,
    cards: found.cards.map((card) => cardOf(card, isHourly(type.content), mine?.has(card.helperId) ?? false, ctx.locale)),
    /** Whether "my helpers only" is a choice: for whoever is signed in and remembered somebody. */
    mine: (mine?.size ?? 0) > 0,
    map: { bounds, zoom, ...(await mapOf(ctx, found.ranked, { bounds, zoom })) },
    firstFreeAt: found.cards.reduce<number | null>((first, { nextFreeAt }) => (nextFreeAt !== null && (first === null || nextFreeAt < first) ? nextFreeAt : first), null),
    professional: offer,
    together,
    help: help && { ...help, neighbours: help.neighbours.flatMap(({ code, helpers }) => { const one = byCode.get(code); return one ? [{ code, helpers, name: nameOf(ctx, one) }] : []; }) },
    weights: ctx.settings.matchWeights,
    contract: ctx.settings.contract,
    redoDays: ctx.settings.policy.redoDays,
    coverLimitMinor: ctx.settings.cover.limitMinor,
    today,
    tomorrow: dateAfter(today, 1),
    lastDay: dateAfter(today, ctx.settings.policy.horizonDays),
    /** Whether somebody could still come this evening, the shortest lead time considered. */
    tonight: ctx.now + ctx.settings.policy.instantLeadMinutes * minute < (spansOf({ day: today, part: "evening" }, ctx.now, ctx.settings.zone)?.[0]?.until ?? 0),
  };
}

/** What a card shows and no more: everything else would be written, sent and read twenty times a page. */
const cardOf = ({ listingId, helperId, name, photoFileId, locality, roundedKm, priceMinor, instant, languages, certificates, stars, solved, nextFreeAt, since }: CardFacts, hourly: boolean, mine: boolean, locale: Locale) => ({
  listingId, helperId, name, photoFileId, locality, roundedKm, priceMinor, instant, stars, nextFreeAt, since, hourly, mine,
  solved: solved && { share: solved.share, n: solved.n },
  certified: certificates.length > 0,
  languages: languageNames(languages, locale),
});

/** The filters as the search knows them; "my helpers" means nothing to whoever has none. */
export const filtersOf = ({ filters: { mine: isWished, ...filters } }: Pick<SearchAsk, "filters">, mine: ReadonlySet<string> | null): Filters => (isWished && mine?.size ? { ...filters, only: mine } : filters);

/** A chosen code counts before words; a category alone is a choice among its services. */
export function askedService(types: readonly ServiceType[], ask: SearchAsk, ctx: Context) {
  const chosen = types.find(({ code }) => code === ask.service);
  if (chosen) return { kind: "one" as const, value: chosen };
  return meantService(types, ask.what, ctx.locale);
}

/** A chosen place counts before words; its id is postcode and name. */
export function askedPlace(ctx: Context, ask: Pick<SearchAsk, "place" | "where">) {
  const chosen = ctx.places.byPostcode(ask.place.slice(0, 4)).find(({ id }) => id === ask.place);
  if (chosen) return { kind: "one" as const, value: chosen };
  return meantPlace(ctx.places, ask.place || ask.where, ctx.locale);
}

const inCategory = (type: ServiceType, category: string): boolean => !category || (category === "professional" ? type.riskClass === "professional_only" : type.categoryCode === category);
export const labelOf = ({ postcode, locality }: Pick<Place, "postcode" | "locality">): string => `${postcode} ${locality}`;
export const nameOf = (ctx: Context, { content }: ServiceType): string => content.name[ctx.locale];
export const optionOf = (ctx: Context, { code, riskClass, content }: ServiceType) => ({ code, name: content.name[ctx.locale], short: content.short[ctx.locale], icon: content.icon, isProfessional: riskClass === "professional_only" });
