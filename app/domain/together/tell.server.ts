import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { later } from "../kernel/later.server.ts";
import { membersOf } from "../series/members.server.ts";
import { noAddress } from "./together.ts";
import { isTold, type News, seriesNews, wasAgreed } from "./news.ts";

/** What a watcher's mail may carry of what the customer's does: nothing about money. */
const shared = ["by", "doneBy", "was", "first", "why", "wave", "absent"];
const told = (data: News): News => Object.fromEntries(Object.entries(data).filter(([key]) => shared.includes(key)));

/** Queues the same news for everybody who watches; each reads it in their own language, with their own link. Who is not let in any more when it is sent gets none. */
export async function tellWatchers(tx: Context, booking: Pick<Booking, "id" | "sequence">, name: string, data: News): Promise<void> {
  if (!isTold(name, data)) return;
  for (const { id, right } of await watching(tx, [booking.id]))
    if (right !== "visited" || wasAgreed(name, booking)) await later(tx, "mail", { kind: `booking.${name}.watcher`, bookingId: booking.id, data: { ...told(data), watcherId: id, right } });
}

/** The same about a series: one mail for each address, about the visits that it watches, however many of them moved at this moment. */
export async function tellSeriesWatchers(tx: Context, booking: Booking, name: string, data: News): Promise<void> {
  if (booking.seriesId === null || !isTold(name, data)) return;
  const visits = (await membersOf(tx, booking.seriesId)).filter(({ state }) => state !== "abandoned");
  const rows = await watching(tx, visits.map(({ id }) => id));
  for (const address of new Set(rows.map(({ email }) => email))) {
    const mine = visits.flatMap((visit) => rows.filter(({ email, bookingId }) => email === address && bookingId === visit.id).map(({ id, right }) => ({ visit, id, right })));
    const news = seriesNews(name, mine.map(({ visit }) => visit), tx.now);
    const first = mine.find(({ visit }) => visit.id === news?.about);
    if (!news || !first || (first.right === "visited" && !news.agreed)) continue;
    const kind = `${mine.length === 1 ? "booking" : "series"}.${news.name}.watcher`;
    await later(tx, "mail", { kind, bookingId: first.visit.id, data: { ...told(data), watcherId: first.id, right: first.right } }, { key: `mail/${kind}/${first.id}/${tx.now}` });
  }
}

/** Who watches these bookings and has an address, in the order in which they were let in. */
async function watching(tx: Context, bookingIds: readonly string[]) {
  const { watcher } = tx.db.t;
  if (bookingIds.length === 0) return [];
  const rows = await tx.db.select({ id: watcher.id, bookingId: watcher.bookingId, email: watcher.email, right: watcher.right }).from(watcher).where(and(inArray(watcher.bookingId, [...bookingIds]), isNull(watcher.removedAt))).orderBy(asc(watcher.addedAt), asc(watcher.id));
  return rows.filter(({ email }) => email !== noAddress);
}
