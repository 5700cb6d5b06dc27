import { and, eq, inArray, isNull } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { cancelBooking } from "../booking/booking.commands.server.ts";
import { leaveBegun } from "../booking/hold.commands.server.ts";
import { maySuspend, whyNotChange } from "../helper/helper.policy.ts";
import type { HelperState } from "../helper/helper.ts";
import { handOver, leaveAsks } from "../dispatch/waves.commands.server.ts";
import { staff } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { refreshSearchArea } from "../search/area.server.ts";

export type MeasureRefusal = "not-allowed" | "not-found" | "wrong-state" | "reason-missing";
export type Measured = { state: HelperState; visitsCancelled: number };

type Change = { to: HelperState; reason: string; endsAt?: number | null; name: string; mail: string | null; facts?: Record<string, unknown> };

/** One measure: state, reason for the helper and staff, journal, search; the public only ever sees valid or not. */
export async function measure(ctx: Context, helperId: string, { to, reason, endsAt = null, name, mail, facts = {} }: Change, after: (tx: Context) => Promise<number>): Promise<Result<Measured, MeasureRefusal>> {
  return atomically(ctx, async (tx): Promise<Result<Measured, MeasureRefusal>> => {
    if (!maySuspend(tx.actor)) return refuse("not-allowed");
    const { helper } = tx.db.t;
    const [row] = await tx.db.select().from(helper).where(eq(helper.id, helperId));
    if (!row) return refuse("not-found");
    if (row.state === to) return ok({ state: to, visitsCancelled: 0 });
    if (whyNotChange(to, row.state)) return refuse("wrong-state");
    if (!reason.trim() && to !== "active") return refuse("reason-missing");
    await tx.db.update(helper).set({ state: to, stateSince: tx.now, stateReason: reason.trim() || null, endsAt }).where(eq(helper.id, helperId));
    // The reason speaks of a person: it lies beside the journal and can be erased with them.
    await record(tx, { name, subject: { kind: "helper", id: helperId }, facts: { from: row.state, to, endsAt, ...facts }, personal: { personId: row.personId, values: { reason: reason.trim() } } });
    await refreshNextFree(tx, helperId);
    await refreshSearchArea(tx, helperId);
    const visitsCancelled = await after(tx);
    if (mail) await later(tx, "mail", { kind: mail, personId: row.personId, data: { reason: reason.trim(), endsAt } });
    return ok({ state: to, visitsCancelled });
  });
}

/** For safety, at once: listings vanish in this transaction, and open visits are given back to their customers with other helpers to choose from. */
export const suspendHelper = (ctx: Context, helperId: string, reason: string): Promise<Result<Measured, MeasureRefusal>> =>
  measure(ctx, helperId, { to: "suspended", reason, name: "helper.suspended", mail: "helper.suspended.helper" }, (tx) => cancelOpenVisits(tx, helperId));

/** Back into service; certificates were never touched. */
export const reinstateHelper = (ctx: Context, helperId: string, reason = ""): Promise<Result<Measured, MeasureRefusal>> => measure(ctx, helperId, { to: "active", reason, name: "helper.reinstated", mail: null }, async () => 0);

/** The notice is over: certificates end, what is still open goes back to the customers. */
export const endHelper = (ctx: Context, helperId: string): Promise<Result<null, "not-allowed" | "not-found">> =>
  atomically(ctx, async (tx) => {
    if (tx.actor.kind !== "system") return refuse("not-allowed");
    const { helper, certificate } = tx.db.t;
    const [row] = await tx.db.select().from(helper).where(eq(helper.id, helperId));
    if (!row) return refuse("not-found");
    // Taken back in the meantime, or a later notice: another job will come for that one.
    if (row.state !== "notice" || row.endsAt === null || row.endsAt > tx.now) return ok(null);
    await tx.db.update(helper).set({ state: "ended", stateSince: tx.now }).where(eq(helper.id, helperId));
    await tx.db.update(certificate).set({ endedAt: tx.now, endReason: row.stateReason ?? "" }).where(and(eq(certificate.helperId, helperId), isNull(certificate.endedAt)));
    await record(tx, { name: "helper.ended", subject: { kind: "helper", id: helperId }, facts: { from: row.state } });
    await refreshSearchArea(tx, helperId);
    await cancelOpenVisits(tx, helperId);
    return ok(null);
  });

/** The customer is told that the helper cannot come, never why. The measure carries support's right to cancel: whoever may suspend may also give the visits back. */
async function cancelOpenVisits(tx: Context, helperId: string): Promise<number> {
  const { booking } = tx.db.t;
  const rows = await tx.db.select({ id: booking.id }).from(booking).where(and(eq(booking.helperId, helperId), inArray(booking.state, ["requested", "accepted", "underway"])));
  const support = { ...tx, actor: staff(tx.actor.personId ?? "system", ["support"]) };
  for (const { id } of rows) if (!(await handOver(support, id))) await cancelBooking(support, id, "cannot_come");
  await leaveAsks(tx, helperId);
  // Somebody may be filling in the form or paying right now: their slot goes, whoever was paying is told, and a payment that still arrives goes back.
  await leaveBegun(tx, helperId, { fromAt: 0, untilAt: Number.MAX_SAFE_INTEGER });
  return rows.length;
}
