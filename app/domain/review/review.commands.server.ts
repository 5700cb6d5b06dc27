import { and, eq, isNull } from "drizzle-orm";
import { queueTicks } from "../booking/booking.moves.server.ts";
import { partOf } from "../booking/booking.policy.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { count } from "../quality/figures.commands.server.ts";
import { type Aspects, authorName, starsOf } from "./review.ts";
import { reviewOf } from "./review.queries.server.ts";

/**
 * The customer's review of a real visit, once; it is published some days later, unread by the helper until then.
 * Refusals: not-found, wrong-state.
 */
export const reviewVisit = (ctx: Context, bookingId: string, { words, privateWord, ...given }: Aspects & { words: string; privateWord: string }): Promise<Result<{ reviewId: string }>> =>
  atomically(ctx, async (tx): Promise<Result<{ reviewId: string }>> => {
    const booking = await findBooking(tx, bookingId);
    if (!booking || partOf(tx.actor, booking) !== "customer") return refuse("not-found");
    const known = await reviewOf(tx, bookingId);
    if (known) return ok({ reviewId: known.id });
    if (!["reported", "signed_off", "closed"].includes(booking.state) || booking.blurredAt !== null) return refuse("wrong-state");
    const aspects = { punctual: given.punctual, friendly: given.friendly, competent: given.competent };
    const id = tx.newId();
    await tx.db.insert(tx.db.t.review).values({ id, bookingId, helperId: booking.helperId, stars: starsOf(aspects), aspects, words: words.trim(), privateWord: privateWord.trim(), author: authorName(booking.contact?.name ?? ""), locality: booking.locality, createdAt: tx.now });
    await record(tx, { name: "review.written", subject: { kind: "booking", id: bookingId }, facts: { reviewId: id, ...aspects } });
    await queueTicks(tx, booking, { reviewAt: tx.now });
    return ok({ reviewId: id });
  });

/** Publishes what waits, and counts its stars. */
export async function publishReview(tx: Context, booking: Booking): Promise<void> {
  const { review } = tx.db.t;
  const [row] = await tx.db.update(review).set({ publishedAt: tx.now }).where(and(eq(review.bookingId, booking.id), isNull(review.publishedAt))).returning();
  if (!row) return;
  await record(tx, { name: "review.published", subject: { kind: "booking", id: booking.id }, facts: { reviewId: row.id } });
  await count(tx, booking, { reviews: 1, starsSum: row.stars });
}
