import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "../availability/days.ts";
import type { Booking } from "../booking/booking.ts";
import { customerName } from "../booking/page.queries.server.ts";
import { servicesById } from "../booking/service.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import type { Words } from "../kernel/words.ts";
import { isDate } from "../kernel/time.ts";

/** The helper's own requests and visits that begin between now and a moment, in order. */
export async function concernedBy(ctx: Context, untilAt: number): Promise<Booking[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { booking } = ctx.db.t;
  return ctx.db.select().from(booking).where(and(eq(booking.helperId, helperId), inArray(booking.state, ["requested", "accepted", "underway"]), gte(booking.startsAt, ctx.now), lt(booking.startsAt, untilAt))).orderBy(asc(booking.startsAt), asc(booking.id));
}

export type SickPreview = { untilDate: string; rows: { id: string; state: Booking["state"]; startsAt: number; endsAt: number; service: Words; customerName: string; locality: string }[] };

/** What "ill until then" would hand back; a date that makes no sense is today. */
export async function sickPreview(ctx: Context, until: string): Promise<SickPreview> {
  const today = dateAt(ctx.settings.zone, ctx.now);
  const untilDate = isDate(until) && until >= today ? until : today;
  const untilAt = Temporal.PlainDate.from(untilDate).add({ days: 1 }).toZonedDateTime(ctx.settings.zone).epochMilliseconds;
  const services = await servicesById(ctx);
  const rows = await concernedBy(ctx, untilAt);
  return {
    untilDate,
    rows: rows.flatMap((row) => {
      const service = services.get(row.serviceTypeId);
      return service ? [{ id: row.id, state: row.state, startsAt: row.startsAt, endsAt: row.endsAt, service: service.content.name, customerName: customerName(row, "helper"), locality: row.locality }] : [];
    }),
  };
}
