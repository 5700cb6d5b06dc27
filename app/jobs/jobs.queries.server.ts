import { and, asc, count, desc, eq, gt, isNotNull, lte, ne } from "drizzle-orm";
import type { Context } from "#app/domain/kernel/context.ts";
import { nextTime, pulses, recurring } from "./schedule.ts";

export const jobStates = ["dead", "queued", "running", "done"] as const;
export type JobState = (typeof jobStates)[number];
export type JobRow = { id: string; kind: string; state: JobState; runAt: number; attempts: number; retryAt: number | null; lastError: string | null; doneAt: number | null; about: string | null };
const jobPageSize = 50;

/** What a job is about, without anybody's address. */
const aboutOf = (payload: Record<string, unknown>): string | null => {
  const words = [payload.kind, payload.bookingId ?? payload.operationId ?? payload.payoutId ?? payload.deliveryId ?? payload.personId].filter((word) => typeof word === "string");
  return words.length ? words.join(" · ") : null;
};

/** One page of jobs in one state; what failed and what is over newest first, what waits in its order. */
export async function jobPage(ctx: Context, state: JobState, page: number): Promise<{ rows: JobRow[]; more: boolean; counts: Record<JobState, number> }> {
  const { job } = ctx.db.t;
  const order = state === "queued" || state === "running" ? [asc(job.runAt), asc(job.id)] : [desc(job.runAt), desc(job.id)];
  const found = await ctx.db.select().from(job).where(and(ne(job.kind, "recurring"), eq(job.state, state))).orderBy(...order).limit(jobPageSize + 1).offset((page - 1) * jobPageSize);
  const counted = await ctx.db.select({ state: job.state, n: count() }).from(job).where(ne(job.kind, "recurring")).groupBy(job.state);
  const counts = Object.fromEntries(jobStates.map((each) => [each, Number(counted.find((row) => row.state === each)?.n ?? 0)])) as Record<JobState, number>;
  const rows = found.slice(0, jobPageSize).map((row): JobRow => ({ id: row.id, kind: row.kind, state: row.state, runAt: row.runAt, attempts: row.attempts, retryAt: row.retryAt, lastError: row.lastError, doneAt: row.doneAt, about: aboutOf(row.payload) }));
  return { rows, more: found.length > jobPageSize, counts };
}

export type RecurringRow = { name: string; clock: "business" | "real"; lastAt: number | null; nextAt: number | null; lastError: string | null };

/** All recurring work with its last and next time, each on its own clock. */
export async function recurringRows(ctx: Context): Promise<RecurringRow[]> {
  const { job } = ctx.db.t;
  const rows = await ctx.db.select().from(job).where(eq(job.kind, "recurring"));
  return [
    ...recurring.map((work): RecurringRow => {
      const row = rows.find(({ key }) => key === `recurring:${work.name}`);
      const next = row ? (work.clock === "real" ? row.retryAt : row.runAt) : nextTime(work, { runAt: ctx.now }, ctx.now, ctx.realNow).runAt;
      return { name: work.name, clock: work.clock, lastAt: row?.doneAt ?? null, nextAt: next, lastError: row?.lastError ?? null };
    }),
    ...pulses.map(({ name }): RecurringRow => ({ name, clock: "real", lastAt: null, nextAt: null, lastError: null })),
  ];
}

/** What was done between two moments of business time, in the order of its time. */
export async function doneBetween(ctx: Context, from: number, until: number): Promise<{ id: string; kind: string; at: number; about: string | null }[]> {
  const { job } = ctx.db.t;
  const rows = await ctx.db.select().from(job)
    .where(and(eq(job.state, "done"), ne(job.kind, "recurring"), isNotNull(job.doneAt), gt(job.doneAt, from), lte(job.doneAt, until)))
    .orderBy(asc(job.doneAt), asc(job.runAt), asc(job.id))
    .limit(200);
  return rows.map((row) => ({ id: row.id, kind: row.kind, at: row.doneAt ?? row.runAt, about: aboutOf(row.payload) }));
}

export type ClockMove = { id: string; at: number; from: number; hours: number; jobs: Record<string, number>; by: string | null };

/** The last moves of the business clock, newest first, from the journal. */
export async function clockMoves(ctx: Context, limit = 10): Promise<ClockMove[]> {
  const { journalEntry: entry, person } = ctx.db.t;
  const rows = await ctx.db.select({ entry, by: person.name }).from(entry).leftJoin(person, eq(person.id, entry.actorId))
    .where(and(eq(entry.subjectKind, "clock"), eq(entry.subjectId, "business"))).orderBy(desc(entry.at)).limit(limit);
  return rows.map(({ entry: row, by }) => ({ id: row.id, at: row.at, by, from: Number(row.facts.from), hours: Number(row.facts.hours), jobs: (row.facts.jobs ?? {}) as Record<string, number> }));
}
