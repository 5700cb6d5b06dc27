import { and, asc, eq, gt, gte, inArray, lt, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "../availability/days.ts";
import type { Booking } from "../booking/booking.ts";
import { whyNot } from "../booking/booking.policy.ts";
import { customerName } from "../booking/page.queries.server.ts";
import { servicesById } from "../booking/service.queries.server.ts";
import { sharedRequests } from "../dispatch/dispatch.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import type { Words } from "../kernel/words.ts";
import { isDate } from "../kernel/time.ts";

/** What becomes of it: asked of them alone or beside others, promised, begun without them, or being worked on, which stays. */
export type Concern = "request" | "visit" | "begun" | "stays";
export type Concerned = { booking: Booking; how: Concern };

/** The helper's own requests and visits that begin before a moment and are not over yet, in order. */
export async function concernedBy(ctx: Context, untilAt: number): Promise<Concerned[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { booking } = ctx.db.t;
  const ahead = and(eq(booking.state, "requested"), gte(booking.startsAt, ctx.now));
  // A visit that has begun and is not over may be one they never reached.
  const promised = and(inArray(booking.state, ["accepted", "underway", "started"]), gt(booking.endsAt, ctx.now));
  const rows = await ctx.db.select().from(booking).where(and(eq(booking.helperId, helperId), or(ahead, promised), lt(booking.startsAt, untilAt))).orderBy(asc(booking.startsAt), asc(booking.id));
  return rows.map((row) => ({ booking: row, how: concernOf(ctx, row) }));
}

function concernOf(ctx: Context, booking: Booking): Concern {
  if (booking.state === "requested") return "request";
  const may = (move: "cancel" | "cannotCome") => whyNot(move, booking, ctx.actor, ctx.now) === null;
  return may("cancel") ? "visit" : may("cannotCome") ? "begun" : "stays";
}

export type SickPreview = { untilDate: string; rows: { id: string; how: Concern; startsAt: number; endsAt: number; service: Words; customerName: string; locality: string }[] };

/** What "ill until then" would hand back; a date that makes no sense is today. */
export async function sickPreview(ctx: Context, until: string): Promise<SickPreview> {
  const today = dateAt(ctx.settings.zone, ctx.now);
  const untilDate = isDate(until) && until >= today ? until : today;
  const untilAt = Temporal.PlainDate.from(untilDate).add({ days: 1 }).toZonedDateTime(ctx.settings.zone).epochMilliseconds;
  const services = await servicesById(ctx);
  const asked = (await sharedRequests(ctx)).map(({ booking }) => ({ booking, how: "request" as const })).filter(({ booking: { startsAt } }) => startsAt >= ctx.now && startsAt < untilAt);
  const rows = [...(await concernedBy(ctx, untilAt)), ...asked].sort((a, b) => a.booking.startsAt - b.booking.startsAt);
  return {
    untilDate,
    rows: rows.flatMap(({ booking: row, how }) => {
      const service = services.get(row.serviceTypeId);
      return service ? [{ id: row.id, how, startsAt: row.startsAt, endsAt: row.endsAt, service: service.content.name, customerName: customerName(row, "helper"), locality: row.locality }] : [];
    }),
  };
}
