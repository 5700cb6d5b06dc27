import { and, eq, gt, isNotNull, lt, lte, ne } from "drizzle-orm";
import { violation } from "#db/violation.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day } from "../kernel/time.ts";
import { rangeOf, wayMs } from "./availability.ts";
import { rulesNow, takenOf } from "./calendars.server.ts";
import { localityPoint, type Point } from "./travel.ts";

export type Occupation = { calendarId: string; fromAt: number; untilAt: number; kind: "hold" | "booking" | "block"; bookingId: string | null; expiresAt: number | null; visit?: { fromAt: number; untilAt: number }; at?: Point | null };
/** A visit as a booking knows it; its place is a locality, never an address. */
export type VisitTime = { calendarId: string; startsAt: number; endsAt: number; place: { postcode: string; locality: string }; kind: "hold" | "booking"; bookingId: string; expiresAt: number | null };

/**
 * Takes the time of a visit: itself, the calendar's own buffers, and the place for the ways around it. It does not ask for hours and limits
 * (`isFree` does), but never takes a time from which or to which the helper could not travel.
 */
export async function occupyVisit(tx: Context, { calendarId, startsAt, endsAt, place, kind, bookingId, expiresAt }: VisitTime): Promise<Result<null, "slot-taken">> {
  const rules = await rulesNow(tx, calendarId);
  const at = localityPoint(tx.places, place);
  const range = rangeOf(startsAt, endsAt, rules);
  if (!(await canTravel(tx, { calendarId, ...range, at, ignore: bookingId }))) return refuse("slot-taken");
  return occupy(tx, { calendarId, ...range, kind, bookingId, expiresAt, visit: { fromAt: startsAt, untilAt: endsAt }, at });
}

/** Do two visits take time from each other in a calendar, its buffers included? */
export async function overlapsIn(tx: Context, calendarId: string, one: Pick<VisitTime, "startsAt" | "endsAt">, other: Pick<VisitTime, "startsAt" | "endsAt">): Promise<boolean> {
  const rules = await rulesNow(tx, calendarId);
  const [a, b] = [rangeOf(one.startsAt, one.endsAt, rules), rangeOf(other.startsAt, other.endsAt, rules)];
  return a.fromAt < b.untilAt && b.fromAt < a.untilAt;
}

/** A booking's visit is to be in another locality at the same time: refused when the ways around it no longer fit. */
export async function moveToPlace(tx: Context, bookingId: string, place: { postcode: string; locality: string }): Promise<Result<null, "slot-taken">> {
  const { occupancy } = tx.db.t;
  const at = localityPoint(tx.places, place);
  for (const row of await tx.db.select().from(occupancy).where(eq(occupancy.bookingId, bookingId))) {
    if (row.lat === (at?.lat ?? null) && row.lng === (at?.lng ?? null)) continue;
    if (!(await canTravel(tx, { ...row, at, ignore: bookingId }))) return refuse("slot-taken");
    await tx.db.update(occupancy).set({ lat: at?.lat ?? null, lng: at?.lng ?? null }).where(eq(occupancy.id, row.id));
  }
  return ok(null);
}

async function canTravel(tx: Context, { calendarId, fromAt, untilAt, at, ignore }: { calendarId: string; fromAt: number; untilAt: number; at: Point | null; ignore: string }): Promise<boolean> {
  const rules = await rulesNow(tx, calendarId);
  const near = await takenOf(tx, [calendarId], fromAt - day, untilAt + day);
  return near.every((taken) => {
    const way = wayMs(rules, taken.at, at);
    return way === 0 || taken.bookingId === ignore || taken.untilAt + way <= fromAt || untilAt + way <= taken.fromAt;
  });
}

/**
 * Takes time in a calendar, both buffers included, one transaction at a time; expired holds of that calendar go first.
 * The look before is for the answer, the database's own rule is the last word: `bookingAtomically` reads it.
 */
export async function occupy(tx: Context, { calendarId, fromAt, untilAt, kind, bookingId, expiresAt, visit, at }: Occupation): Promise<Result<null, "slot-taken">> {
  const { occupancy } = tx.db.t;
  await tx.db.inTurn(calendarId);
  await tx.db.delete(occupancy).where(and(eq(occupancy.calendarId, calendarId), isNotNull(occupancy.expiresAt), lte(occupancy.expiresAt, tx.now)));
  const [taken] = await tx.db
    .select({ id: occupancy.id })
    .from(occupancy)
    .where(and(eq(occupancy.calendarId, calendarId), lt(occupancy.fromAt, untilAt), gt(occupancy.untilAt, fromAt)))
    .limit(1);
  if (taken) return refuse("slot-taken");
  await tx.db.insert(occupancy).values({ id: tx.newId(), calendarId, fromAt, untilAt, kind, bookingId, expiresAt, visitFromAt: visit?.fromAt ?? null, visitUntilAt: visit?.untilAt ?? null, lat: at?.lat ?? null, lng: at?.lng ?? null });
  return ok(null);
}

/** Moves the time that a booking takes by so many milliseconds, whatever lies around it; the database's own rule is the last word. */
export async function shift(tx: Context, bookingId: string, by: number): Promise<Result<null, "slot-taken">> {
  const { occupancy } = tx.db.t;
  for (const own of await tx.db.select().from(occupancy).where(eq(occupancy.bookingId, bookingId))) {
    const { calendarId } = own;
    const [fromAt, untilAt] = [own.fromAt + by, own.untilAt + by];
    await tx.db.inTurn(calendarId);
    await tx.db.delete(occupancy).where(and(eq(occupancy.calendarId, calendarId), isNotNull(occupancy.expiresAt), lte(occupancy.expiresAt, tx.now)));
    const [taken] = await tx.db.select({ id: occupancy.id }).from(occupancy).where(and(eq(occupancy.calendarId, calendarId), ne(occupancy.id, own.id), lt(occupancy.fromAt, untilAt), gt(occupancy.untilAt, fromAt))).limit(1);
    if (taken) return refuse("slot-taken");
    await tx.db.update(occupancy).set({ fromAt, untilAt, visitFromAt: own.visitFromAt === null ? null : own.visitFromAt + by, visitUntilAt: own.visitUntilAt === null ? null : own.visitUntilAt + by }).where(eq(occupancy.id, own.id));
  }
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
