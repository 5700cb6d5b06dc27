import { and, eq, ne } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { mayKeepLanes } from "./availability.policy.ts";
import type { LaneInput } from "./lanes.schema.ts";

export type LaneRefusal = "not-allowed" | "not-found" | "name-taken" | "wrong-state";

const isTaken = async (tx: Context, name: string, own: string | null): Promise<boolean> => {
  const { lane } = tx.db.t;
  return (await tx.db.$count(lane, and(eq(lane.name, name), eq(lane.state, "active"), own === null ? undefined : ne(lane.id, own)))) > 0;
};

/** A new calendar lane of the professional service; it has no hours yet, so nobody can book it. */
export const createLane = (ctx: Context, { name, waitDays }: LaneInput): Promise<Result<{ laneId: string }, LaneRefusal>> =>
  atomically(ctx, async (tx) => {
    if (!mayKeepLanes(tx.actor)) return refuse("not-allowed");
    if (await isTaken(tx, name, null)) return refuse("name-taken");
    const id = tx.newId();
    await tx.db.insert(tx.db.t.lane).values({ id, name, waitDays });
    await record(tx, { name: "lane.created", subject: { kind: "lane", id }, facts: { name, waitDays } });
    return ok({ laneId: id });
  });

/** Another name or another wait; booked visits keep their time. */
export const renameLane = (ctx: Context, id: string, { name, waitDays }: LaneInput): Promise<Result<null, LaneRefusal>> =>
  atomically(ctx, async (tx) => {
    if (!mayKeepLanes(tx.actor)) return refuse("not-allowed");
    const { lane } = tx.db.t;
    const [row] = await tx.db.select().from(lane).where(eq(lane.id, id));
    if (!row) return refuse("not-found");
    if (row.state !== "active") return refuse("wrong-state");
    if (await isTaken(tx, name, id)) return refuse("name-taken");
    await tx.db.update(lane).set({ name, waitDays }).where(eq(lane.id, id));
    await record(tx, { name: "lane.changed", subject: { kind: "lane", id }, facts: { name, waitDays } });
    return ok(null);
  });

/** Nothing new can be booked from now on; what is booked stays. Ended twice counts once. */
export const endLane = (ctx: Context, id: string): Promise<Result<null, LaneRefusal>> =>
  atomically(ctx, async (tx) => {
    if (!mayKeepLanes(tx.actor)) return refuse("not-allowed");
    const { lane } = tx.db.t;
    const [row] = await tx.db.select().from(lane).where(eq(lane.id, id));
    if (!row) return refuse("not-found");
    if (row.state === "ended") return ok(null);
    await tx.db.update(lane).set({ state: "ended" }).where(eq(lane.id, id));
    await record(tx, { name: "lane.ended", subject: { kind: "lane", id } });
    return ok(null);
  });
