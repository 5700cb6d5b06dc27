import { isHourly } from "#app/domain/booking/hourly.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { publicHelper } from "#app/domain/helper/helper.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { rateOf } from "#app/domain/search/cards.server.ts";
import { distanceM, roundedKm } from "#app/domain/search/search.ts";
import { askedPlace, labelOf } from "./search-answer.server.ts";
import { languageNames } from "./search-words.ts";

const previewDays = 3;
const previewSlots = 4;

/** A helper's public page in the reader's words, for one chosen service; null for a stranger or somebody who does not serve. */
export async function helperPage(ctx: Context, id: string, asked: { service: string; place: string }) {
  const who = await publicHelper(ctx, id);
  if (!who) return null;
  const { programmes } = await readCatalogue(ctx);
  const place = askedPlace(ctx, { place: asked.place, where: "" });
  const at = place.kind === "one" ? place.value : null;
  const chosen = who.listings.find(({ code }) => code === asked.service) ?? who.listings[0];
  if (!chosen) return null;
  const figures = who.figures.find(({ serviceTypeId }) => serviceTypeId === chosen.serviceTypeId);
  const reviews = who.figures.reduce((sum, row) => ({ n: sum.n + row.reviews, stars: sum.stars + row.starsSum }), { n: 0, stars: 0 });
  const days = (await slotsForListing(ctx, chosen.id, at ? { at } : {})) ?? [];
  const names = new Map(programmes.map((programme) => [programme.code, programme.name[ctx.locale]]));
  return {
    id: who.id,
    name: who.name,
    biography: who.biography,
    languages: languageNames(who.languages, ctx.locale),
    photoFileId: who.photoFileId,
    locality: who.locality,
    canton: who.canton,
    lat: who.lat,
    lng: who.lng,
    radiusKm: who.radiusKm,
    searchOptIn: who.searchOptIn,
    answerMinutes: who.answerMinutes,
    visits: who.visitsClosed,
    since: who.since,
    certificates: who.certificates.map(({ number, programmeCode, validUntil }) => ({ number, validUntil, name: names.get(programmeCode) ?? programmeCode })),
    listings: who.listings.map(({ id: listingId, code, priceMinor, content }) => ({ id: listingId, code, priceMinor, name: content.name[ctx.locale], icon: content.icon, minutes: content.durationMinutes, hourly: isHourly(content) })),
    chosen: { id: chosen.id, code: chosen.code, priceMinor: chosen.priceMinor, words: chosen.words, instant: chosen.instant, name: chosen.content.name[ctx.locale], minutes: chosen.content.durationMinutes, hourly: isHourly(chosen.content), scopeIn: chosen.content.scopeIn.map((words) => words[ctx.locale]), scopeOut: chosen.content.scopeOut.map((words) => words[ctx.locale]) },
    solved: figures ? rateOf(figures.solved, figures.answered) : null,
    right: figures ? rateOf(figures.checkedRight, figures.checked) : null,
    stars: reviews.n > 0 ? { mean: reviews.stars / reviews.n, n: reviews.n } : null,
    reviews: who.reviews.map(({ id: reviewId, stars, words, author, locality, publishedAt }) => ({ id: reviewId, stars, words, author, locality, at: publishedAt ?? 0 })),
    preview: days.filter(({ slots }) => slots.length > 0).slice(0, previewDays).map(({ day, slots }) => ({ day, slots: slots.slice(0, previewSlots), more: Math.max(0, slots.length - previewSlots) })),
    place: at ? { id: at.id, label: labelOf(at), km: roundedKm(distanceM(at.lat, at.lng, who.lat, who.lng)), comes: distanceM(at.lat, at.lng, who.lat, who.lng) <= who.radiusKm * 1000 } : null,
  };
}
export type HelperPageData = NonNullable<Awaited<ReturnType<typeof helperPage>>>;
