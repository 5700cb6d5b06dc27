import { and, eq, gt, isNotNull, lt, lte } from "drizzle-orm";
import { violation } from "#db/violation.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

export type Occupation = { calendarId: string; fromAt: number; untilAt: number; kind: "hold" | "booking" | "block"; bookingId: string | null; expiresAt: number | null };

/**
 * Takes time in a calendar, both buffers included; expired holds of that calendar go first.
 * The look before is for the answer, the database's own rule is the last word: `bookingAtomically` reads it.
 */
export async function occupy(tx: Context, { calendarId, fromAt, untilAt, kind, bookingId, expiresAt }: Occupation): Promise<Result<null, "slot-taken">> {
  const { occupancy } = tx.db.t;
  await tx.db.delete(occupancy).where(and(eq(occupancy.calendarId, calendarId), isNotNull(occupancy.expiresAt), lte(occupancy.expiresAt, tx.now)));
  const [taken] = await tx.db
    .select({ id: occupancy.id })
    .from(occupancy)
    .where(and(eq(occupancy.calendarId, calendarId), lt(occupancy.fromAt, untilAt), gt(occupancy.untilAt, fromAt)))
    .limit(1);
  if (taken) return refuse("slot-taken");
  await tx.db.insert(occupancy).values({ id: tx.newId(), calendarId, fromAt, untilAt, kind, bookingId, expiresAt });
  return ok(null);
}

/** Gives back the time of a booking. */
export async function release(tx: Context, bookingId: string): Promise<void> {
  const { occupancy } = tx.db.t;
  await tx.db.delete(occupancy).where(eq(occupancy.bookingId, bookingId));
}

/** Keeps a hold until another moment; false when it is gone. */
export async function prolong(tx: Context, bookingId: string, expiresAt: number): Promise<boolean> {
  const { occupancy } = tx.db.t;
  return (await tx.db.update(occupancy).set({ expiresAt }).where(eq(occupancy.bookingId, bookingId)).returning({ id: occupancy.id })).length > 0;
}

/** Turns a hold into a booking that does not expire; false when the hold is gone. */
export async function fasten(tx: Context, bookingId: string): Promise<boolean> {
  const { occupancy } = tx.db.t;
  return (await tx.db.update(occupancy).set({ kind: "booking", expiresAt: null }).where(eq(occupancy.bookingId, bookingId)).returning({ id: occupancy.id })).length > 0;
}

/** `atomically`, where the database's word against an overlap is an answer and not a failure. */
export async function bookingAtomically<T, R extends string>(ctx: Context, work: (tx: Context) => Promise<Result<T, R>>): Promise<Result<T, R | "slot-taken">> {
  if (ctx.inTransaction) return work(ctx);
  try {
    return await atomically(ctx, work);
  } catch (problem) {
    if (violation(problem)?.name === "occupancy_overlap") return refuse("slot-taken");
    throw problem;
  }
}
