import { and, asc, eq, isNull } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import { toldToWatchers } from "./together.ts";

type Data = Record<string, string | number | boolean | null>;
/** What a watcher's mail may carry of what the customer's does: nothing about money. */
const shared = ["by", "doneBy", "was", "first"];

/** Queues the same news for everybody who watches; each reads it in their own language, with their own link. Who is not let in any more when it is sent gets none. */
export async function tellWatchers(tx: Context, bookingId: string, name: string, data: Data): Promise<void> {
  if (!toldToWatchers.includes(name)) return;
  const { watcher } = tx.db.t;
  const rows = await tx.db.select({ id: watcher.id, right: watcher.right }).from(watcher).where(and(eq(watcher.bookingId, bookingId), isNull(watcher.removedAt))).orderBy(asc(watcher.addedAt), asc(watcher.id));
  const told = Object.fromEntries(Object.entries(data).filter(([key]) => shared.includes(key)));
  for (const { id, right } of rows) await later(tx, "mail", { kind: `booking.${name}.watcher`, bookingId, data: { ...told, watcherId: id, right } });
}
