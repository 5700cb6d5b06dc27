import { and, eq, gte, inArray, isNotNull, lt, lte, sql } from "drizzle-orm";
import { daysFrom } from "../availability/days.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { day } from "../kernel/time.ts";
import { heldSum } from "../payment/payment.queries.server.ts";
import { unresolvedCount } from "../quality/quality.queries.server.ts";
import { unconfirmedVisits, unpaidExtras, waitingVisits } from "../visit/visit.queries.server.ts";
import { rate, type Rate } from "../quality/quality.ts";

const week = 7 * day;

export type Overview = {
  requests: { open: number; soonest: number | null };
  today: { visits: number; withoutReport: number };
  professional: { toConfirm: number };
  /** Visits around which something is missing now: somebody at the door, a confirmation, a payment. */
  attention: number;
  unresolved: number;
  jobsGivenUp: number;
  payouts: { held: number; heldMinor: number };
  month: { booked: number; before: number; solved: Rate; helpers: number };
  /** Bookings that were paid for, by the week they were made in, oldest first. */
  weeks: { from: number; booked: number }[];
};

/** What matters to the company today; null for whoever is not on its staff. */
export async function overview(ctx: Context): Promise<Overview | null> {
  if (!hasRole(ctx.actor, "certifier", "quality", "support", "finance")) return null;
  const { booking, job, helper, outcome } = ctx.db.t;
  const [{ startAt: from, endAt: until } = { startAt: ctx.now, endAt: ctx.now }] = daysFrom(ctx.settings.zone, ctx.now, 1);
  const n = sql<number>`count(*)`.mapWith(Number);
  const [requests] = await ctx.db.select({ open: n, soonest: sql<number | null>`min(${booking.answerBy})` }).from(booking).where(and(eq(booking.state, "requested"), eq(booking.provider, "helper")));
  const [toConfirm] = await ctx.db.select({ n }).from(booking).where(and(eq(booking.state, "requested"), eq(booking.provider, "professional")));
  const [visits] = await ctx.db.select({ n }).from(booking).where(and(gte(booking.startsAt, from), lt(booking.startsAt, until), isNotNull(booking.acceptedAt), sql`${booking.state} <> 'cancelled'`));
  const [withoutReport] = await ctx.db.select({ n }).from(booking).where(and(inArray(booking.state, ["accepted", "underway", "started", "finished"]), lt(booking.endsAt, ctx.now)));
  const answered = await ctx.db.select({ solved: outcome.solved, n }).from(outcome).where(and(gte(outcome.answeredAt, ctx.now - 30 * day), inArray(outcome.solved, ["yes", "no"]))).groupBy(outcome.solved);
  const count = (voice: "yes" | "no") => answered.find(({ solved }) => solved === voice)?.n ?? 0;
  return {
    requests: { open: requests?.open ?? 0, soonest: requests?.soonest === null || requests?.soonest === undefined ? null : Number(requests.soonest) },
    today: { visits: visits?.n ?? 0, withoutReport: withoutReport?.n ?? 0 },
    professional: { toConfirm: toConfirm?.n ?? 0 },
    attention: (await waitingVisits(ctx)).length + (await unconfirmedVisits(ctx)).length + (await unpaidExtras(ctx)).length,
    unresolved: await unresolvedCount(ctx),
    jobsGivenUp: await ctx.db.$count(job, eq(job.state, "dead")),
    payouts: await heldSum(ctx),
    month: { booked: await booked(ctx, ctx.now - 30 * day, ctx.now), before: await booked(ctx, ctx.now - 60 * day, ctx.now - 30 * day), solved: rate(count("yes"), count("yes") + count("no")), helpers: await ctx.db.$count(helper, inArray(helper.state, ["active", "notice"])) },
    weeks: await byWeek(ctx, from),
  };
}

const booked = (ctx: Context, from: number, until: number): Promise<number> => {
  const { booking } = ctx.db.t;
  return ctx.db.$count(booking, and(isNotNull(booking.requestedAt), gte(booking.requestedAt, from), lte(booking.requestedAt, until)));
};

async function byWeek(ctx: Context, today: number): Promise<Overview["weeks"]> {
  const { booking } = ctx.db.t;
  const first = today + day - 52 * week;
  // Numbers of our own written into the statement: PostgreSQL takes two parameters for two different expressions.
  const index = sql<number>`((${booking.requestedAt} - ${sql.raw(String(first))}) / ${sql.raw(String(week))})`.mapWith(Number);
  const rows = await ctx.db.select({ index, n: sql<number>`count(*)`.mapWith(Number) }).from(booking).where(and(isNotNull(booking.requestedAt), gte(booking.requestedAt, first))).groupBy(index);
  const counts = new Map(rows.map((row) => [row.index, row.n]));
  return Array.from({ length: 52 }, (_, i) => ({ from: first + i * week, booked: counts.get(i) ?? 0 }));
}
