import { and, eq, isNull } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { countVisit, countVoices } from "../quality/figures.commands.server.ts";
import { makeMove } from "./booking.moves.server.ts";
import { partOf } from "./booking.policy.ts";
import { findBooking } from "./booking.queries.server.ts";
import { type Booking, bookingRoles, type Part } from "./booking.ts";
import type { Voice } from "./booking.views.ts";

export type Voices = { solved: Voice; right: Voice };

/** The booking if the actor may speak for its customer: the customer, support on their word, or time. */
async function spokenFor(tx: Context, bookingId: string): Promise<{ booking: Booking; part: Part } | null> {
  const booking = await findBooking(tx, bookingId);
  const part = booking && partOf(tx.actor, booking);
  if (!booking || !part) return null;
  const may = part === "customer" || part === "system" || (part === "staff" && hasRole(tx.actor, ...bookingRoles));
  return may ? { booking, part } : null;
}

/**
 * "Solved? Right in your eyes?" signs the visit off. Who answers after time has signed it off is still heard, once.
 * Refusals: not-found, wrong-state.
 */
export const signOff = (ctx: Context, bookingId: string, { solved, right }: Voices): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await spokenFor(tx, bookingId);
    if (!found) return refuse("not-found");
    const { booking, part } = found;
    if (booking.state !== "reported" && booking.state !== "signed_off" && booking.state !== "closed") return refuse("wrong-state");
    const { outcome } = tx.db.t;
    const [known] = await tx.db.select().from(outcome).where(eq(outcome.bookingId, bookingId));
    if (known?.answeredAt) return ok(booking);
    const voices = { solved, right, answeredAt: tx.now };
    await tx.db.insert(outcome).values({ bookingId, ...voices }).onConflictDoUpdate({ target: outcome.bookingId, set: voices });
    // A redo is a part of the first visit: it counts neither as a visit nor as a voice of its own.
    if (booking.follows !== "redo") await countVoices(tx, booking, solved, right);
    if (booking.state === "reported") return signed(tx, booking, part === "customer" ? "customer" : "staff", { solved, right });
    await record(tx, { name: "booking.outcomeAnswered", subject: { kind: "booking", id: bookingId }, facts: { solved, right } });
    return ok(booking);
  });

/** 72 hours without an answer count as signed off, but not as solved. */
export const signOffByTime = (tx: Context, booking: Booking): Promise<Result<Booking>> => signed(tx, booking, "time", {});

async function signed(tx: Context, booking: Booking, by: "customer" | "time" | "staff", facts: Record<string, string>): Promise<Result<Booking>> {
  // Payment asks for the outcome when it plans the payout of somebody in probation: the voices are stored before.
  const moved = await makeMove(tx, "signOff", booking, { set: { signedOffAt: tx.now, signedOffBy: by }, facts: { by, ...facts }, data: { by, ...facts } });
  if (!moved.ok) return moved;
  if (booking.follows !== "redo") await countVisit(tx, moved.value);
  return moved;
}

/** Day 7: does it still work? Refusals: not-found, wrong-state, too-early. */
export const answerStill = (ctx: Context, bookingId: string, still: Voice): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await spokenFor(tx, bookingId);
    if (!found) return refuse("not-found");
    const { booking } = found;
    if (booking.state !== "signed_off" && booking.state !== "closed") return refuse("wrong-state");
    if (booking.stillAskedAt === null) return refuse("too-early");
    const { outcome } = tx.db.t;
    await tx.db.insert(outcome).values({ bookingId }).onConflictDoNothing();
    const answered = await tx.db.update(outcome).set({ still, stillAt: tx.now }).where(and(eq(outcome.bookingId, bookingId), isNull(outcome.stillAt))).returning();
    if (answered.length) await record(tx, { name: "booking.stillAnswered", subject: { kind: "booking", id: bookingId }, facts: { still } });
    return ok(booking);
  });
