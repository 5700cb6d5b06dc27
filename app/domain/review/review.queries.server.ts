import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { PublicReview } from "./review.ts";

export const reviewsPerPage = 10;

/** Published reviews of a helper, newest first; the private word never leaves the company. */
export async function reviewsOf(ctx: Context, helperId: string, { page = 1 }: { page?: number } = {}): Promise<{ rows: PublicReview[]; total: number }> {
  const { review, booking } = ctx.db.t;
  const where = and(eq(review.helperId, helperId), isNotNull(review.publishedAt));
  const rows = await ctx.db
    .select({ id: review.id, stars: review.stars, aspects: review.aspects, words: review.words, author: review.author, locality: review.locality, at: review.publishedAt, serviceTypeId: booking.serviceTypeId })
    .from(review)
    .innerJoin(booking, eq(booking.id, review.bookingId))
    .where(where)
    .orderBy(desc(review.publishedAt), desc(review.id))
    .limit(reviewsPerPage)
    .offset((Math.max(1, page) - 1) * reviewsPerPage);
  return { rows: rows.map((row) => ({ ...row, at: row.at ?? 0 })), total: await ctx.db.$count(review, where) };
}

/** The review of one booking, or null; ask only with a booking that was found for the actor. */
export async function reviewOf(ctx: Context, bookingId: string) {
  const { review } = ctx.db.t;
  const [row] = await ctx.db.select().from(review).where(eq(review.bookingId, bookingId));
  return row ?? null;
}
