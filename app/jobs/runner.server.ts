import { system } from "#app/domain/kernel/actor.ts";
import type { JobKind } from "#app/domain/kernel/later.server.ts";
import { defaultLocale } from "#app/domain/kernel/words.ts";
import type { App } from "#app/http/app.server.ts";
import { contextOf } from "#app/http/context.server.ts";
import { problemOf } from "#app/http/log.server.ts";
import { claim, leaseMs, prolong, settle, takeBackLeases, type Which } from "./claim.server.ts";
import { handlers } from "./handlers.server.ts";
import { attemptsAtMost, type Handler, type Handlers, type Job, restAfter, second } from "./job.ts";
import { keptOf } from "./kept.ts";
import { nextTime, pulses, queueRecurring, recurring } from "./schedule.ts";

export type Ran = { id: string; kind: JobKind; name: string | null; at: number; ok: boolean };
export type RunOptions = Partial<Which> & {
  /** While the clock moves: each job believes that it is its own time, but never earlier than this. */
  ownTimeFrom?: number;
  /** For tests: other work than the house's. */
  handlers?: Partial<Handlers>;
};

/** Performs everything that is due, one after the other in business order; says what ran. */
export async function runDue(app: App, options: RunOptions = {}): Promise<Ran[]> {
  const ran: Ran[] = [];
  for (;;) {
    const job = await claim(app, { until: options.until ?? app.clock.business(), only: options.only, except: options.except });
    if (!job) return ran;
    ran.push(await perform(app, job, options));
  }
}

async function perform(app: App, job: Job, { ownTimeFrom, handlers: own = handlers }: RunOptions): Promise<Ran> {
  const now = ownTimeFrom === undefined ? app.clock.business() : Math.max(job.runAt, ownTimeFrom);
  const heartbeat = setInterval(() => void prolong(app, job).catch(() => undefined), leaseMs / 3);
  const done: Ran = { id: job.id, kind: job.kind, name: job.kind === "recurring" ? String(job.payload.name) : null, at: now, ok: true };
  try {
    // A row that was claimed again and again without an end took its process down with it.
    if (job.attempt > attemptsAtMost) throw new Error("Begun too often and never finished");
    const handler = own[job.kind] as Handler | undefined;
    if (!handler) throw new Error(`Nobody knows how to do "${job.kind}"`);
    await handler(app, await contextOf(app, system, defaultLocale, now), job.payload as never, job);
    await settle(app, job, job.kind === "recurring" ? again(app, job, null, now) : { state: "done", doneAt: now, payload: keptOf(job) });
    return done;
  } catch (problem) {
    const lastError = told(problem);
    const last = job.attempt >= attemptsAtMost;
    app.log[last ? "error" : "warn"]({ job: job.id, kind: job.kind, attempt: job.attempt, problem: lastError }, last ? "job given up" : "job failed, to be tried again");
    if (!last) await settle(app, job, { state: "queued", attempts: job.attempt, runAt: job.runAt, retryAt: app.clock.real() + restAfter(job.attempt, app.random.next()), lastError, doneAt: null });
    else await settle(app, job, job.kind === "recurring" ? again(app, job, lastError, now) : { state: "dead", lastError });
    return { ...done, ok: false };
  } finally {
    clearInterval(heartbeat);
  }
}

/** The problem without anybody's address or a failed statement's values: logs and staff's list of failures hold no personal data. */
const told = (problem: unknown): string => {
  const { problem: text, cause } = problemOf(problem);
  return (cause ? `${text}\n${cause}` : text).slice(0, 2000);
};

/** Recurring work waits for its next time in the same row, even after it failed to the last. */
function again(app: App, job: Job, lastError: string | null, now: number) {
  const work = recurring.find(({ name }) => name === job.payload.name);
  const next = work ? nextTime(work, job, now, app.clock.real()) : { runAt: now, retryAt: Number.MAX_SAFE_INTEGER };
  return { state: "queued" as const, attempts: 0, ...next, lastError, doneAt: now };
}

/** Mails and calendars wait on other people's servers: they must not keep bookings and money waiting. */
const lanes: Pick<RunOptions, "only" | "except">[] = [{ only: ["mail"] }, { only: ["calendar.refresh"] }, { except: ["mail", "calendar.refresh"] }];

/** Works every second and whenever the bell rings, until stopped; stopping waits for what has begun. */
export async function startJobs(app: App): Promise<{ stop(): Promise<void> }> {
  await takeBackLeases(app);
  await queueRecurring(app);
  let stopping = false;
  const workers = [...lanes.map((lane) => worker(app, () => whileAllowed(app, lane, () => stopping))), worker(app, () => beat(app))];
  const lookAll = () => {
    for (const { look } of workers) look();
  };
  const offBell = app.bell.onRing(() => {
    // The ring comes from inside the transaction; a moment later its rows are committed.
    for (const delay of [15, 150]) setTimeout(lookAll, delay).unref();
  });
  return {
    async stop() {
      stopping = true;
      offBell();
      await Promise.all(workers.map(({ stop }) => stop()));
    },
  };
}

async function whileAllowed(app: App, lane: Pick<RunOptions, "only" | "except">, stopping: () => boolean): Promise<void> {
  while (!app.bell.held() && !stopping()) {
    const job = await claim(app, { until: app.clock.business(), ...lane });
    if (!job) return;
    await perform(app, job, {});
  }
}

/** What beats every second outside the queue, and the clock that another process may have moved. */
async function beat(app: App): Promise<void> {
  if (app.config.mode === "demo" && !app.bell.held()) await app.clock.refresh();
  for (const pulse of pulses) await pulse.run(app, await contextOf(app, system, defaultLocale));
}

/** Repeats one look every second, never twice at once; a look that breaks is logged and tried again. */
function worker(app: App, work: () => Promise<void>) {
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;
  const look = (): void => {
    if (stopped) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = work()
      .catch((problem: unknown) => app.log.error({ problem: told(problem) }, "the runner stumbled"))
      .finally(() => {
        looking = null;
        if (lookAgain) {
          lookAgain = false;
          look();
        }
      });
  };
  const timer = setInterval(look, second);
  look();
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}
