import { eq } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { bookingAtomically, occupyVisit } from "../availability/occupancy.server.ts";
import { leaveOthers, queueTicks } from "../booking/booking.moves.server.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import { accessKeyHash, newReference } from "../booking/key.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { week } from "../kernel/time.ts";
import { calendarsOf, freeOn } from "./offer.server.ts";
import { mayPlan } from "./plan.queries.server.ts";
import { fewestVisits, type Rhythm, rhythms } from "./series.ts";

export type SeriesAsk = {
  everyWeeks: Rhythm;
  /** The starts after the first visit, in any order; UTC milliseconds. */
  starts: readonly number[];
};
type Refused = "not-found" | "wrong-state" | "too-late" | "not-bookable" | "too-few" | "too-many" | "slot-taken";

/** The held draft that an actor may make a series of. */
async function heldDraft(tx: Context, bookingId: string): Promise<Result<Booking, Refused>> {
  const lead = await findBooking(tx, bookingId);
  if (!lead || !mayPlan(tx, lead)) return refuse("not-found");
  if (lead.state !== "draft" || (lead.seriesNth ?? 1) !== 1) return refuse("wrong-state");
  return tx.now < (lead.holdUntil ?? 0) ? ok(lead) : refuse("too-late");
}

/**
 * Makes a held draft the first visit of a series: every further start is checked and held as a draft of its own, all until the first one's hold ends.
 * An earlier choice of dates makes room. Nothing is held unless everything is. Refusals: not-found, wrong-state, too-late, not-bookable,
 * too-few, too-many, slot-taken with the starts that are gone.
 */
export const makeSeries = (ctx: Context, bookingId: string, { everyWeeks, starts }: SeriesAsk): Promise<Result<{ seriesId: string; bookingIds: string[] }, Refused>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<{ seriesId: string; bookingIds: string[] }, Refused>> => {
    const held = await heldDraft(tx, bookingId);
    if (!held.ok) return held;
    const lead = held.value;
    const wanted = [...new Set(starts)].sort((a, b) => a - b);
    if (wanted.length + 1 < fewestVisits) return refuse("too-few");
    const reach = lead.startsAt + (lead.policy.seriesMost + 1) * Math.max(...rhythms) * week;
    if (wanted.length + 1 > lead.policy.seriesMost || wanted.some((at) => !Number.isSafeInteger(at) || at <= lead.startsAt || at > reach)) return refuse("too-many");
    await leaveOthers(tx, lead);
    const calendars = await calendarsOf(tx, lead);
    if (!calendars) return refuse("not-bookable");
    const { booking, series } = tx.db.t;
    const seriesId = tx.newId();
    await tx.db.insert(series).values({ id: seriesId, everyWeeks, wanted: wanted.length + 1, createdAt: tx.now });
    await tx.db.update(booking).set({ seriesId, seriesNth: 1 }).where(eq(booking.id, lead.id));
    const bookingIds = [lead.id];
    const gone: number[] = [];
    for (const [i, startsAt] of wanted.entries()) {
      const made = await holdVisit(tx, { ...lead, seriesId, seriesNth: i + 2 }, startsAt, calendars);
      if (made === null) gone.push(startsAt);
      else bookingIds.push(made.id);
    }
    if (gone.length > 0) return refuse("slot-taken", { starts: gone });
    await record(tx, { name: "series.made", subject: { kind: "booking", id: lead.id }, facts: { seriesId, everyWeeks, visits: bookingIds.length } });
    return ok({ seriesId, bookingIds });
  });

/** Goes back to the one visit that was held first. Refusals: not-found, wrong-state, too-late. */
export const makeSingle = (ctx: Context, bookingId: string): Promise<Result<Booking, Refused>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking, Refused>> => {
    const held = await heldDraft(tx, bookingId);
    if (!held.ok) return held;
    await leaveOthers(tx, held.value);
    const { booking } = tx.db.t;
    const [row] = await tx.db.update(booking).set({ seriesId: null, seriesNth: null }).where(eq(booking.id, bookingId)).returning();
    return row ? ok(row) : refuse("not-found");
  });

/** One more visit like the first, held as long as it; null when the time is not free. */
async function holdVisit(tx: Context, like: Booking, startsAt: number, calendars: readonly string[]): Promise<Booking | null> {
  const found = (await freeOn(tx, calendars, like, [startsAt])).find(({ days }) => days[0]?.includes(startsAt));
  if (!found) return null;
  const { calendarId } = found;
  const id = tx.newId();
  const endsAt = startsAt + (like.endsAt - like.startsAt);
  const took = await occupyVisit(tx, { calendarId, startsAt, endsAt, place: like, kind: "hold", bookingId: id, expiresAt: like.holdUntil });
  if (!took.ok) return null;
  const [row] = await tx.db
    .insert(tx.db.t.booking)
    .values({ ...like, id, reference: newReference(tx), accessKeyHash: accessKeyHash(tx, id), laneId: like.provider === "professional" ? calendarId : null, calendarId, startsAt, endsAt, stateSince: tx.now, replacesBookingId: null, createdAt: tx.now })
    .returning();
  if (!row) throw new Error("A visit of a series was not stored");
  await record(tx, { name: "booking.hold", subject: { kind: "booking", id }, facts: { calendarId, startsAt, holdUntil: row.holdUntil, seriesId: row.seriesId } });
  await queueTicks(tx, row);
  await refreshNextFree(tx, calendarId);
  return row;
}
