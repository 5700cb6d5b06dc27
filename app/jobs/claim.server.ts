import { and, asc, eq, gt, inArray, isNull, lt, lte, min, notInArray, or } from "drizzle-orm";
import type { Db } from "#db/store.ts";
import type { JobKind } from "#app/domain/kernel/later.server.ts";
import type { App } from "#app/http/app.server.ts";
import { type Job, minute } from "./job.ts";

export const leaseMs = 2 * minute;

export type Which = {
  /** Business time up to which work is due. */
  until: number;
  only?: readonly JobKind[];
  except?: readonly JobKind[];
};

/** Due by business time, rested by real time, or left behind by a process that died. */
function dueNow(db: Db, { until, only, except }: Which, real: number) {
  const { job } = db.t;
  const rested = or(isNull(job.retryAt), lte(job.retryAt, real));
  return and(
    lte(job.runAt, until),
    or(and(eq(job.state, "queued"), rested), and(eq(job.state, "running"), lt(job.leaseUntil, real))),
    only && inArray(job.kind, [...only]),
    except && notInArray(job.kind, [...except]),
  );
}

/**
 * Takes the first due job in business order (run_at, id), or null. The update repeats the condition:
 * of several workers that saw the same row, on either database, one gets it and the others look again.
 */
export async function claim(app: App, which: Which): Promise<Job | null> {
  const { db } = app.store;
  const { job } = db.t;
  for (;;) {
    const real = app.clock.real();
    const [first] = await db.select({ id: job.id, attempts: job.attempts }).from(job).where(dueNow(db, which, real)).orderBy(asc(job.runAt), asc(job.id)).limit(1);
    if (!first) return null;
    const [mine] = await db.update(job)
      .set({ state: "running", attempts: first.attempts + 1, leaseUntil: real + leaseMs })
      .where(and(eq(job.id, first.id), eq(job.attempts, first.attempts), dueNow(db, which, real)))
      .returning();
    if (mine) return { id: mine.id, kind: mine.kind as JobKind, payload: mine.payload, runAt: mine.runAt, attempt: mine.attempts };
  }
}

/** The attempt number fences: whoever lost the lease writes nothing any more. */
const mine = (db: Db, { id, attempt }: Job) => and(eq(db.t.job.id, id), eq(db.t.job.state, "running"), eq(db.t.job.attempts, attempt));

export async function prolong(app: App, job: Job): Promise<void> {
  const { db } = app.store;
  await db.update(db.t.job).set({ leaseUntil: app.clock.real() + leaseMs }).where(mine(db, job));
}

export type Outcome =
  | { state: "done"; doneAt: number; payload: Record<string, unknown> }
  | { state: "queued"; attempts: number; runAt: number; retryAt: number | null; lastError: string | null; doneAt: number | null }
  | { state: "dead"; lastError: string };

export async function settle(app: App, job: Job, outcome: Outcome): Promise<void> {
  const { db } = app.store;
  await db.update(db.t.job).set({ lastError: null, ...outcome, leaseUntil: null }).where(mine(db, job));
}

/** Business time of the next job up to `until` that rests no more, or null. */
export async function nextDueAt(app: App, until: number): Promise<number | null> {
  const { db } = app.store;
  const { job } = db.t;
  const [row] = await db.select({ at: min(job.runAt) }).from(job)
    .where(and(eq(job.state, "queued"), lte(job.runAt, until), or(isNull(job.retryAt), lte(job.retryAt, app.clock.real()))));
  return row?.at ?? null;
}

/** True while another worker performs something that was due by then. */
export async function someoneWorks(app: App, until: number): Promise<boolean> {
  const { db } = app.store;
  const { job } = db.t;
  const [row] = await db.select({ id: job.id }).from(job).where(and(eq(job.state, "running"), lte(job.runAt, until), gt(job.leaseUntil, app.clock.real()))).limit(1);
  return row !== undefined;
}

/** On SQLite one process serves: what was running when it died can run again at once. */
export async function takeBackLeases(app: App): Promise<void> {
  if (app.store.dialect !== "sqlite") return;
  const { db } = app.store;
  await db.update(db.t.job).set({ leaseUntil: 0 }).where(eq(db.t.job.state, "running"));
}
