import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Context } from "#app/domain/kernel/context.ts";
import { sealJournal } from "#app/domain/journal/journal.commands.server.ts";
import { tellOpenedAreas } from "#app/domain/notification/area.commands.server.ts";
import type { App } from "#app/http/app.server.ts";
import { newId } from "#app/http/context.server.ts";
import { backUp } from "./backup.server.ts";
import { queueCalendars } from "./calendars.server.ts";
import { forgetExpired, forgetMailWords, forgetOldJobs } from "./forget.server.ts";
import { hour, type Job, minute } from "./job.ts";
import { watchJournal } from "./journal-watch.server.ts";
import { watchLedger } from "./ledger-watch.server.ts";
import { refreshPassedBounds } from "./next-free.server.ts";
import { wakeBookings } from "./overdue.server.ts";
import { deliverPlayMoney, reconcilePayments } from "./reconcile.server.ts";

export type Recurring = {
  name: string;
  /** Business work takes part when the demo moves its clock; real work keeps the wall clock's time. */
  clock: "business" | "real";
  /** Milliseconds between two times, or a time of day in the installation's zone ("02:30"). */
  when: { every: number } | { at: string };
  run(app: App, ctx: Context): Promise<unknown>;
};

/** All recurring work of the house; each is one row in the table of jobs, so that one process runs it. */
export const recurring: readonly Recurring[] = [
  { name: "forget-expired", clock: "real", when: { every: hour }, run: forgetExpired },
  { name: "forget-old-jobs", clock: "real", when: { at: "03:10" }, run: forgetOldJobs },
  { name: "forget-mail-words", clock: "real", when: { at: "03:20" }, run: forgetMailWords },
  { name: "back-up", clock: "real", when: { at: "02:30" }, run: backUp },
  { name: "learn-tables", clock: "real", when: { at: "03:30" }, run: (app) => app.store.learn() },
  // Real time: other people's servers keep it, and a demo that skips a month must not ask them a thousand times.
  { name: "refresh-calendars", clock: "real", when: { every: 5 * minute }, run: (_app, ctx) => queueCalendars(ctx) },
  { name: "watch-journal", clock: "real", when: { at: "04:00" }, run: watchJournal },
  { name: "watch-ledger", clock: "real", when: { at: "04:10" }, run: (_app, ctx) => watchLedger(ctx) },
  // Business time, because the stand-in's holds and sessions end by it: what ends in hours that the demo skips is learnt in its own hour. In production both clocks are one.
  { name: "reconcile-payments", clock: "business", when: { every: hour }, run: (app, ctx) => reconcilePayments(app, ctx) },
  { name: "refresh-passed-bounds", clock: "business", when: { every: hour }, run: (_app, ctx) => refreshPassedBounds(ctx) },
  // Real time, as the rests of the jobs that it looks after.
  { name: "wake-overdue-bookings", clock: "real", when: { every: hour }, run: wakeBookings },
  { name: "tell-opened-areas", clock: "business", when: { at: "08:00" }, run: (_app, ctx) => tellOpenedAreas(ctx) },
];

/** Every second, outside the queue: cheap to ask and safe to ask twice. */
export const pulses: readonly { name: string; run(app: App, ctx: Context): Promise<unknown> }[] = [
  { name: "seal-journal", run: (_app, ctx) => sealJournal(ctx, 2000) },
  { name: "deliver-play-money", run: (app) => deliverPlayMoney(app) },
];

const zone = "Europe/Zurich";

/** The first time after `after`. */
export function timeAfter(when: Recurring["when"], after: number): number {
  if ("every" in when) return (Math.floor(after / when.every) + 1) * when.every;
  const from = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone);
  const today = from.withPlainTime(when.at);
  return (today.epochMilliseconds > after ? today : from.add({ days: 1 }).withPlainTime(when.at)).epochMilliseconds;
}

/** When the row is due again; what a stopped house has missed is not made up for, what a moving clock passes is. */
export const nextTime = (work: Recurring, job: Pick<Job, "runAt">, now: number, real: number): { runAt: number; retryAt: number | null } =>
  work.clock === "real" ? { runAt: job.runAt, retryAt: timeAfter(work.when, real) } : { runAt: timeAfter(work.when, now), retryAt: null };

/** Makes sure that every recurring work has its row, and none that was given up. */
export async function queueRecurring(app: App): Promise<void> {
  const { db } = app.store;
  const { job } = db.t;
  const now = app.clock.business();
  const known = new Set(recurring.map(({ name }) => `recurring:${name}`));
  const rows = await db.select({ id: job.id, key: job.key }).from(job).where(eq(job.kind, "recurring"));
  for (const row of rows) if (!known.has(row.key ?? "")) await db.delete(job).where(eq(job.id, row.id));
  for (const work of recurring)
    await db.insert(job)
      .values({ id: newId(now, app.random), kind: "recurring", key: `recurring:${work.name}`, payload: { name: work.name }, createdAt: now, ...nextTime(work, { runAt: now }, now, app.clock.real()) })
      .onConflictDoNothing();
}

/** The handler of the kind "recurring". */
export async function runRecurring(app: App, ctx: Context, { name }: { name: string }): Promise<void> {
  await recurring.find((work) => work.name === name)?.run(app, ctx);
}
