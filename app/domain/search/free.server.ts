import { nextFree, nextFreeBeside } from "../availability/availability.queries.server.ts";
import type { Point } from "../availability/travel.ts";
import type { Context } from "../kernel/context.ts";
import type { Candidate, Ranked } from "./search.ts";
import type { Span } from "./spans.ts";

/** Where the visit would be, and how long it takes. */
export type Visit = { at: Point; durationMinutes: number };
type Who = Pick<Candidate, "helperId" | "instant">;

/** The next slot of each helper that can truly be booked at this place, the ways from and to other visits included, by helper; null where there is none. Spans narrow the times. */
export async function confirmedFree(ctx: Context, who: readonly Who[], visit: Visit, spans: readonly Span[] | null): Promise<Map<string, number | null>> {
  return who.length === 0 ? new Map() : nextFree(ctx, idsOf(who), { ...visit, instant: instantOf(who) }, spans);
}

/** The same without spans, with the first slot of the professional service. */
export const confirmedBeside = (ctx: Context, who: readonly Who[], visit: Visit, professionalMinutes: number): ReturnType<typeof nextFreeBeside> =>
  nextFreeBeside(ctx, idsOf(who), { ...visit, instant: instantOf(who) }, professionalMinutes);

const idsOf = (who: readonly Who[]): string[] => who.map(({ helperId }) => helperId);
const instantOf = (who: readonly Who[]): Set<string> => new Set(who.filter((each) => each.instant).map(({ helperId }) => helperId));

const batch = 24;

/**
 * Orders by the true next slot as far as `needed`: the kept lower bound says who can still be earlier,
 * the exact slot function confirms them in batches until nobody further down can be (product.md 2.3, "earliest").
 */
export async function orderByConfirmed(ctx: Context, ranked: readonly Ranked[], visit: Visit, needed: number): Promise<{ order: Ranked[]; free: Map<string, number | null> }> {
  const free = new Map<string, number | null>();
  const at = (r: Ranked) => free.get(r.helperId) ?? Number.MAX_SAFE_INTEGER;
  const byTime = (a: Ranked, b: Ranked) => at(a) - at(b) || a.distanceM - b.distanceM || (a.listingId < b.listingId ? -1 : 1);
  let confirmed: Ranked[] = [];
  for (let from = 0; from < ranked.length; from += batch) {
    const bound = ranked[from]?.nextFreeAt ?? Number.MAX_SAFE_INTEGER;
    const last = confirmed[needed - 1];
    if (last && at(last) <= bound) return { order: [...confirmed, ...ranked.slice(from)], free };
    const next = ranked.slice(from, from + batch);
    for (const [id, time] of await confirmedFree(ctx, next, visit, null)) free.set(id, time);
    confirmed = [...confirmed, ...next].sort(byTime);
  }
  return { order: confirmed, free };
}
