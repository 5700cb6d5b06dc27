import { eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** The review of one booking, or null; ask only with a booking that was found for the actor. */
export async function reviewOf(ctx: Context, bookingId: string) {
  const { review } = ctx.db.t;
  const [row] = await ctx.db.select().from(review).where(eq(review.bookingId, bookingId));
  return row ?? null;
}
