import { and, asc, eq, ne } from "drizzle-orm";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";

/** All visits of a series in order, whoever asks: for commands that have found one of them for their actor. */
export async function membersOf(tx: Context, seriesId: string): Promise<Booking[]> {
  const { booking } = tx.db.t;
  return tx.db.select().from(booking).where(eq(booking.seriesId, seriesId)).orderBy(asc(booking.seriesNth), asc(booking.id));
}

/** The other visits of a booking's series that have not been left. */
export async function othersOf(tx: Context, { id, seriesId }: Pick<Booking, "id" | "seriesId">): Promise<Booking[]> {
  const { booking } = tx.db.t;
  if (seriesId === null) return [];
  return tx.db.select().from(booking).where(and(eq(booking.seriesId, seriesId), ne(booking.id, id), ne(booking.state, "abandoned"))).orderBy(asc(booking.seriesNth), asc(booking.id));
}

/** Whoever acts on one visit as its customer by a link may act on all of the series. */
export const asOwner = (tx: Context, ids: readonly string[]): Context => (tx.actor.kind === "system" ? tx : { ...tx, actor: { ...tx.actor, provenBookings: [...ids, ...tx.actor.provenBookings] } });
