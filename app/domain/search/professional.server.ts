import { and, eq, sql } from "drizzle-orm";
import { nextFreeProfessional } from "../availability/availability.queries.server.ts";
import type { ServiceType } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { type Rate, rateOf } from "./cards.server.ts";

/** The company's own service beside the helpers: one honest comparison (product.md 2.4). */
export type Professional = { priceMinor: number; durationMinutes: number; nextFreeAt: number | null; solved: Rate | null };
/** What all helpers together reached with one service type. */
export type HelpersTogether = { solved: Rate | null; stars: { mean: number; n: number } | null };

/** The professional service for one service type: whole price with way, a true first slot, its own solved rate. */
export async function professionalOffer(ctx: Context, type: ServiceType): Promise<Professional> {
  const { booking, outcome } = ctx.db.t;
  const count = (answer: string) => sql<number>`sum(case when ${outcome.solved} = ${answer} then 1 else 0 end)`.mapWith(Number);
  const [row] = await ctx.db
    .select({ yes: count("yes"), no: count("no") })
    .from(booking)
    .innerJoin(outcome, eq(outcome.bookingId, booking.id))
    .where(and(eq(booking.serviceTypeId, type.id), eq(booking.provider, "professional")));
  return {
    priceMinor: type.content.professional.price,
    durationMinutes: type.content.professional.durationMinutes,
    nextFreeAt: await nextFreeProfessional(ctx, type.id),
    solved: rateOf(row?.yes ?? 0, (row?.yes ?? 0) + (row?.no ?? 0)),
  };
}

/** The solved rate and stars of all helpers for one service type, from the kept figures. */
export async function helpersTogether(ctx: Context, serviceTypeId: string): Promise<HelpersTogether> {
  const { helperFigures } = ctx.db.t;
  const total = (column: typeof helperFigures.solved | typeof helperFigures.answered | typeof helperFigures.reviews | typeof helperFigures.starsSum) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
  const [row] = await ctx.db
    .select({ solved: total(helperFigures.solved), answered: total(helperFigures.answered), reviews: total(helperFigures.reviews), stars: total(helperFigures.starsSum) })
    .from(helperFigures)
    .where(eq(helperFigures.serviceTypeId, serviceTypeId));
  if (!row) return { solved: null, stars: null };
  return { solved: rateOf(row.solved, row.answered), stars: row.reviews > 0 ? { mean: row.stars / row.reviews, n: row.reviews } : null };
}
