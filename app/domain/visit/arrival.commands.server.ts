import { eq } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { step } from "../booking/booking.commands.server.ts";
import { tellCustomer } from "../booking/booking.moves.server.ts";
import type { Booking } from "../booking/booking.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { movesMuch, type Window } from "./visit.ts";
import { sideOf } from "./visit.policy.ts";

/** "I am there"; sent twice it counts once. Refusals as of every step. */
export const arriveAt = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (found && found.arrivedAt !== null && sideOf(tx.actor, found) === "helper") return ok(found);
    return step(tx, bookingId, "arrive", async ({ now }) => ok({ set: { arrivedAt: now } }));
  });

/** The way takes longer or shorter than announced: the customer is told, once. Refusals: not-found, not-allowed, wrong-state. */
export const changeArrival = (ctx: Context, bookingId: string, { fromAt, untilAt }: Window): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    const side = found && sideOf(tx.actor, found);
    if (!found || side === "not-found") return refuse("not-found");
    if (side !== "helper") return refuse("not-allowed");
    if (found.state !== "underway" || found.arrivedAt !== null) return refuse("wrong-state");
    if (!movesMuch(found.arrivalUntilAt, untilAt)) return ok(found);
    const { booking } = tx.db.t;
    const [row] = await tx.db.update(booking).set({ arrivalFromAt: fromAt, arrivalUntilAt: untilAt }).where(eq(booking.id, bookingId)).returning();
    await record(tx, { name: "booking.arrivalChanged", subject: { kind: "booking", id: bookingId }, facts: { fromAt, untilAt } });
    await tellCustomer(tx, found, "arrival", { fromAt, untilAt });
    return ok(row ?? found);
  });
