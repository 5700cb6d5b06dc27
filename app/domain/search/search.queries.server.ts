import type { ServiceType } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { day } from "../kernel/time.ts";
import { areasOf } from "./area.rows.server.ts";
import { type CardFacts, cardsOf } from "./cards.server.ts";
import { confirmedBeside, confirmedFree, orderByConfirmed, type Visit } from "./free.server.ts";
import { type Candidate, distanceM, type Filters, type Kept, keptAway, passes, rank, type Ranked, type Sorting } from "./search.ts";
import { spansOf } from "./spans.ts";
import type { When } from "./when.ts";

export const perPage = 20;

export type SearchQuestion = {
  serviceType: ServiceType;
  place: { lat: number; lng: number };
  filters: Filters;
  when: When;
  sorting: Sorting;
  page: number;
  /** Whether the professional service's first slot is asked for as well. */
  beside?: boolean;
};

export type SearchAnswer = {
  /** How many match, on all pages. */
  total: number;
  page: number;
  pages: number;
  cards: CardFacts[];
  /** Everybody who matches, in order: for the map. */
  ranked: Ranked[];
  /** How many serve this place at all, before the customer's filters. */
  serving: number;
  /** More that would come without a filter, the strongest filter first; empty when the list is long. */
  keptAway: { filter: Kept; more: number }[];
  prices: { low: number; high: number } | null;
  /** The professional service's first slot, where it was asked for; null where there is none. */
  professionalFreeAt: number | null;
};

const short = 5;

/** Who serves this place with this service, in order, with one page of full cards. Only public points are read. */
export async function searchHelpers(ctx: Context, question: SearchQuestion): Promise<SearchAnswer> {
  const { covering, ranked, free, spans } = await match(ctx, question);
  const { page, sorting, serviceType } = question;
  const visit = visitOf(question);
  let order = ranked;
  if (sorting === "earliest") {
    if (spans) order = [...ranked].sort((a, b) => (free.get(a.helperId) ?? 0) - (free.get(b.helperId) ?? 0) || a.distanceM - b.distanceM || (a.listingId < b.listingId ? -1 : 1));
    else {
      const confirmed = await orderByConfirmed(ctx, ranked, visit, page * perPage);
      order = confirmed.order;
      for (const [id, at] of confirmed.free) free.set(id, at);
    }
  }
  const pages = Math.max(1, Math.ceil(order.length / perPage));
  const shown = Math.min(page, pages);
  const rows = order.slice((shown - 1) * perPage, shown * perPage);
  const unconfirmed = rows.filter(({ helperId }) => !free.has(helperId));
  const beside = question.beside ? await confirmedBeside(ctx, unconfirmed, visit, serviceType.content.professional.durationMinutes) : { free: await confirmedFree(ctx, unconfirmed, visit, null), professionalFreeAt: null };
  for (const [id, at] of beside.free) free.set(id, at);
  const prices = order.map(({ priceMinor }) => priceMinor);
  return {
    total: order.length,
    page: shown,
    pages,
    cards: await cardsOf(ctx, serviceType, rows, free),
    ranked: order,
    serving: serving(covering, question.place),
    keptAway: order.length < short ? keptAway(covering, question.place, filtersOf(question, spans), (id) => spans === null || free.get(id) != null) : [],
    prices: prices.length ? { low: prices.reduce((a, b) => Math.min(a, b)), high: prices.reduce((a, b) => Math.max(a, b)) } : null,
    professionalFreeAt: beside.professionalFreeAt,
  };
}

/** Everybody who matches, in order, without their cards: for the map. */
export const matching = async (ctx: Context, question: SearchQuestion): Promise<Ranked[]> => (await match(ctx, question)).ranked;

/** The index answers with boxes: who would truly travel there is a matter of distance. */
const serving = (covering: readonly Candidate[], at: { lat: number; lng: number }): number =>
  covering.reduce((n, c) => (passes(c, distanceM(at.lat, at.lng, c.lat, c.lng), {}) ? n + 1 : n), 0);

/** A visit as this search would book it. */
const visitOf = ({ serviceType, place: { lat, lng } }: SearchQuestion): Visit => ({ at: { lat, lng }, durationMinutes: serviceType.content.durationMinutes });

type Spans = ReturnType<typeof spansOf>;

/** A helper whose next free slot lies behind the wished time cannot have one in it: the kept lower bound sorts them out for nothing. */
const filtersOf = ({ filters }: SearchQuestion, spans: Spans): Filters => (spans ? { ...filters, freeUntil: Math.max(...spans.map(({ until }) => until)) } : filters);

async function match(ctx: Context, question: SearchQuestion): Promise<{ covering: Candidate[]; ranked: Ranked[]; free: Map<string, number | null>; spans: Spans }> {
  const { serviceType, place, when, sorting } = question;
  const spans = spansOf(when, ctx.now, ctx.settings.zone);
  const covering = await areasOf(ctx.db).covering(ctx.db, place, serviceType.number, ctx.now);
  const options = { sorting, weights: ctx.settings.matchWeights, now: ctx.now, horizonMs: ctx.settings.policy.horizonDays * day };
  const ranked = rank(covering, place, { ...options, filters: filtersOf(question, spans) });
  if (!spans) return { covering, ranked, free: new Map(), spans };
  const free = await confirmedFree(ctx, ranked, visitOf(question), spans);
  return { covering, ranked: ranked.filter(({ helperId }) => free.get(helperId) != null), free, spans };
}
