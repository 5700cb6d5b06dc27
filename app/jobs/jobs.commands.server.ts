import { and, eq } from "drizzle-orm";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { record } from "#app/domain/kernel/journal.server.ts";
import { ok, refuse } from "#app/domain/kernel/result.ts";
import { mayRunJobs } from "./jobs.policy.ts";

/** Has a job that was given up tried again, with all its attempts. Refuses `not-allowed` and `not-found`. */
export const rerunJob = (ctx: Context, jobId: string) =>
  atomically(ctx, async (tx) => {
    if (!mayRunJobs(tx.actor)) return refuse("not-allowed");
    const { job } = tx.db.t;
    const [dead] = await tx.db.update(job)
      .set({ state: "queued", attempts: 0, retryAt: null, leaseUntil: null })
      .where(and(eq(job.id, jobId), eq(job.state, "dead")))
      .returning({ id: job.id, kind: job.kind });
    if (!dead) return refuse("not-found");
    await record(tx, { name: "job.rerun", subject: { kind: "job", id: dead.id }, facts: { kind: dead.kind } });
    tx.ring?.();
    return ok(dead);
  });
