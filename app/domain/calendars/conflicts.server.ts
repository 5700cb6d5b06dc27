import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { BookingState } from "../booking/booking.ts";
import { servicesById } from "../booking/service.queries.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { Words } from "../kernel/words.ts";

/** Promised and not yet begun: what another appointment can still spoil. */
const promised: readonly BookingState[] = ["accepted", "underway"];

/** A promised visit that an imported time overlaps. */
export type Conflict = { bookingId: string; reference: string; service: Words; startsAt: number; endsAt: number; overlaps: { fromAt: number; untilAt: number; source: string }[] };

const rowsOf = (ctx: Context, calendarId: string | null) => {
  const { booking, calendarBusy, calendarSource, calendarConflict } = ctx.db.t;
  return ctx.db
    .select({ booking, fromAt: calendarBusy.fromAt, untilAt: calendarBusy.untilAt, source: calendarSource.name, raisedAt: calendarConflict.raisedAt, dismissedAt: calendarConflict.dismissedAt })
    .from(booking)
    .innerJoin(calendarBusy, and(eq(calendarBusy.calendarId, booking.calendarId), lt(calendarBusy.fromAt, booking.endsAt), gt(calendarBusy.untilAt, booking.startsAt)))
    .innerJoin(calendarSource, eq(calendarSource.id, calendarBusy.sourceId))
    .leftJoin(calendarConflict, and(eq(calendarConflict.bookingId, booking.id), eq(calendarConflict.startsAt, booking.startsAt), eq(calendarConflict.calendarId, booking.calendarId)))
    .where(and(inArray(booking.state, [...promised]), isNotNull(booking.helperId), gt(booking.endsAt, ctx.now), calendarId === null ? isNull(calendarConflict.id) : eq(booking.calendarId, calendarId)))
    .orderBy(asc(booking.startsAt), asc(booking.id), asc(calendarBusy.fromAt));
};

/** The actor's visits that their other calendars overlap, as it stands now; without those they have said "it fits" to. */
export async function myConflicts(ctx: Context): Promise<Conflict[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const rows = (await rowsOf(ctx, helperId)).filter(({ dismissedAt }) => dismissedAt === null);
  if (rows.length === 0) return [];
  const services = await servicesById(ctx);
  const found = new Map<string, Conflict>();
  for (const { booking, fromAt, untilAt, source } of rows) {
    const known = found.get(booking.id);
    if (known) known.overlaps.push({ fromAt, untilAt, source });
    else found.set(booking.id, { bookingId: booking.id, reference: booking.reference, service: services.get(booking.serviceTypeId)?.content.name ?? { de: "", fr: "", it: "", en: "" }, startsAt: booking.startsAt, endsAt: booking.endsAt, overlaps: [{ fromAt, untilAt, source }] });
  }
  return [...found.values()];
}

/**
 * Tells helpers of promised visits that an imported time overlaps, once for each time of a visit: a mail, and a row that the screen reads.
 * The visit stays as it is: only the two people decide. Says how many are new.
 */
export async function raiseConflicts(ctx: Context): Promise<number> {
  const rows = await rowsOf(ctx, null);
  const fresh = [...new Map(rows.map(({ booking }) => [booking.id, booking])).values()];
  for (const { id, calendarId, startsAt } of fresh)
    await atomically(ctx, async (tx) => {
      const { calendarConflict } = tx.db.t;
      const told = { calendarId, raisedAt: tx.now, dismissedAt: null };
      // What was told to whom came before is nothing to whoever comes in their place.
      const [raised] = await tx.db.insert(calendarConflict).values({ id: tx.newId(), bookingId: id, startsAt, ...told }).onConflictDoUpdate({ target: [calendarConflict.bookingId, calendarConflict.startsAt], set: told, setWhere: ne(calendarConflict.calendarId, calendarId) }).returning({ id: calendarConflict.id });
      if (!raised) return ok(null);
      await record(tx, { name: "calendar.conflictRaised", subject: { kind: "booking", id }, facts: { startsAt } });
      await later(tx, "mail", { kind: "calendar.conflict.helper", bookingId: id });
      return ok(null);
    });
  return fresh.length;
}

/** The helper says that it fits: nothing more is shown about this visit at this time. A stranger's booking is not found. */
export const dismissConflict = (ctx: Context, bookingId: string): Promise<Result<null, "not-found">> =>
  atomically(ctx, async (tx) => {
    const { booking, calendarConflict } = tx.db.t;
    const { helperId } = tx.actor;
    const [row] = helperId ? await tx.db.select().from(booking).where(and(eq(booking.id, bookingId), eq(booking.helperId, helperId))) : [];
    if (!row) return refuse("not-found");
    const said = { calendarId: row.calendarId, dismissedAt: tx.now };
    await tx.db
      .insert(calendarConflict)
      .values({ id: tx.newId(), bookingId, startsAt: row.startsAt, raisedAt: tx.now, ...said })
      .onConflictDoUpdate({ target: [calendarConflict.bookingId, calendarConflict.startsAt], set: said });
    await record(tx, { name: "calendar.conflictDismissed", subject: { kind: "booking", id: bookingId }, facts: { startsAt: row.startsAt } });
    return ok(null);
  });
