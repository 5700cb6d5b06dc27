import { and, eq, sql } from "drizzle-orm";
import { nextFreeProfessional } from "../availability/availability.queries.server.ts";
import type { ServiceType } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { minute } from "../kernel/time.ts";
import { type Rate, rateOf } from "./cards.server.ts";
import { keptFor } from "./kept.ts";

/** The company's own service beside the helpers: one honest comparison (product.md 2.4). */
export type Professional = { priceMinor: number; durationMinutes: number; nextFreeAt: number | null; solved: Rate | null };
/** What all helpers together reached with one service type. */
export type HelpersTogether = { solved: Rate | null; stars: { mean: number; n: number } | null };

const keptSolved = keptFor<Rate | null>(10 * minute);
const keptTogether = keptFor<HelpersTogether>(10 * minute);

/** The professional service for one service type: whole price with way, a true first slot (looked for unless it is known), its own solved rate (at most ten minutes old). */
export async function professionalOffer(ctx: Context, type: ServiceType, knownFreeAt?: number | null): Promise<Professional> {
  return {
    priceMinor: type.content.professional.price,
    durationMinutes: type.content.professional.durationMinutes,
    nextFreeAt: knownFreeAt === undefined ? await nextFreeProfessional(ctx, type.id) : knownFreeAt,
    solved: await keptSolved(ctx.store, type.id, ctx.now, () => solvedByProfessional(ctx, type.id)),
  };
}

async function solvedByProfessional(ctx: Context, serviceTypeId: string): Promise<Rate | null> {
  const { booking, outcome } = ctx.db.t;
  const count = (answer: string) => sql<number>`sum(case when ${outcome.solved} = ${answer} then 1 else 0 end)`.mapWith(Number);
  const [row] = await ctx.db
    .select({ yes: count("yes"), no: count("no") })
    .from(booking)
    .innerJoin(outcome, eq(outcome.bookingId, booking.id))
    .where(and(eq(booking.serviceTypeId, serviceTypeId), eq(booking.provider, "professional")));
  return rateOf(row?.yes ?? 0, (row?.yes ?? 0) + (row?.no ?? 0));
}

/** The solved rate and stars of all helpers for one service type (at most ten minutes old). */
export const helpersTogether = (ctx: Context, serviceTypeId: string): Promise<HelpersTogether> => keptTogether(ctx.store, serviceTypeId, ctx.now, () => sumOfHelpers(ctx, serviceTypeId));

async function sumOfHelpers(ctx: Context, serviceTypeId: string): Promise<HelpersTogether> {
  const { helperFigures } = ctx.db.t;
  const total = (column: typeof helperFigures.solved | typeof helperFigures.answered | typeof helperFigures.reviews | typeof helperFigures.starsSum) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
  const [row] = await ctx.db
    .select({ solved: total(helperFigures.solved), answered: total(helperFigures.answered), reviews: total(helperFigures.reviews), stars: total(helperFigures.starsSum) })
    .from(helperFigures)
    .where(eq(helperFigures.serviceTypeId, serviceTypeId));
  if (!row) return { solved: null, stars: null };
  return { solved: rateOf(row.solved, row.answered), stars: row.reviews > 0 ? { mean: row.stars / row.reviews, n: row.reviews } : null };
}
