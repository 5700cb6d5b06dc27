import { setTimeout as pause } from "node:timers/promises";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Actor } from "#app/domain/kernel/actor.ts";
import { record } from "#app/domain/kernel/journal.server.ts";
import { ok, refuse } from "#app/domain/kernel/result.ts";
import { defaultLocale } from "#app/domain/kernel/words.ts";
import type { App } from "#app/http/app.server.ts";
import { contextOf } from "#app/http/context.server.ts";
import { nextDueAt, someoneWorks } from "./claim.server.ts";
import { hour, second } from "./job.ts";
import { mayMoveClock } from "./jobs.policy.ts";
import { type Ran, runDue } from "./runner.server.ts";

/** A year at once is as far as it goes. */
const hoursAtMost = 366 * 24;

/**
 * Moves business time forward, never back: from one due job to the next, each running at its own time and in order,
 * then to the target. Refuses `not-allowed`, `invalid` and, while another move is under way, `busy`.
 */
export async function moveClock(app: App, actor: Actor, hours: number) {
  if (!mayMoveClock(actor, app.config.mode)) return refuse("not-allowed");
  if (!Number.isInteger(hours) || hours < 1 || hours > hoursAtMost) return refuse("invalid");
  if (app.bell.held()) return refuse("busy");
  const release = app.bell.hold();
  try {
    await app.clock.refresh();
    const from = app.clock.business();
    const offset = from - app.clock.real();
    const ran = await walk(app, from, from + hours * hour);
    await standAt(app, offset + hours * hour);
    const to = app.clock.business();
    ran.push(...(await runDue(app, { until: to, ownTimeFrom: from })));
    await atomically(await contextOf(app, actor, defaultLocale), async (tx) => {
      await record(tx, { name: "clock.moved", subject: { kind: "clock", id: "business" }, facts: { hours, from, to, jobs: tally(ran) } });
      return ok(null);
    });
    return ok({ from, to, ran });
  } finally {
    release();
    app.bell.ring();
  }
}

async function walk(app: App, from: number, target: number): Promise<Ran[]> {
  const ran: Ran[] = [];
  let stand = from;
  for (let due: number | null = from; due !== null; due = await nextDueAt(app, target)) {
    stand = Math.max(stand, due);
    // The clock ticks on while jobs run: it is set forward to the next one, never back.
    if (stand > app.clock.business()) await standAt(app, stand - app.clock.real());
    ran.push(...(await runDue(app, { until: stand, ownTimeFrom: stand })));
    await othersFinish(app, stand);
  }
  return ran;
}

/** What another worker began before the move ends before the clock goes on, within reason. */
async function othersFinish(app: App, until: number): Promise<void> {
  const patience = app.clock.real() + 10 * second;
  while (app.clock.real() < patience && (await someoneWorks(app, until))) await pause(20);
}

async function standAt(app: App, offsetMs: number): Promise<void> {
  const { clock } = app.store.t;
  const movedAt = app.clock.real();
  await app.store.db.insert(clock).values({ id: "business", offsetMs, movedAt }).onConflictDoUpdate({ target: clock.id, set: { offsetMs, movedAt } });
  await app.clock.refresh();
}

function tally(ran: Ran[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, name } of ran) counts[name ?? kind] = (counts[name ?? kind] ?? 0) + 1;
  return counts;
}
