import { eq } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { confirmedAt, unconfirmed } from "./visit.ts";
import { sideOf, type VisitRefusal, whyNotConfirm } from "./visit.policy.ts";

/** "Yes, the visit stands", for the actor's own side; sent twice it counts once. Refusals: not-found, not-allowed, wrong-state, too-early, too-late. */
export const confirmVisit = (ctx: Context, bookingId: string): Promise<Result<Booking, VisitRefusal | "slot-taken">> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking, VisitRefusal>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    const side = sideOf(tx.actor, found);
    if (side === "not-found" || side === "not-allowed") return refuse(side);
    if (confirmedAt(found, side) !== null) return ok(found);
    const refusal = whyNotConfirm(found, tx.actor, tx.now);
    if (refusal) return refuse(refusal);
    const { booking } = tx.db.t;
    const [row] = await tx.db.update(booking).set(side === "customer" ? { customerConfirmedAt: tx.now } : { helperConfirmedAt: tx.now }).where(eq(booking.id, bookingId)).returning();
    await record(tx, { name: "booking.confirmed", subject: { kind: "booking", id: bookingId }, facts: { side } });
    return ok(row ?? found);
  });

/** Asks the side that has not said so a second time; afterwards staff see it. */
export async function remindConfirm(tx: Context, found: Booking): Promise<void> {
  const { booking } = tx.db.t;
  const missing = unconfirmed(found);
  await tx.db.update(booking).set({ confirmRemindedAt: tx.now }).where(eq(booking.id, found.id));
  await record(tx, { name: "booking.confirmReminded", subject: { kind: "booking", id: found.id }, facts: { missing } });
  for (const side of missing) await later(tx, "mail", { kind: `booking.confirmAgain.${side}`, bookingId: found.id });
}
