import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { findBooking } from "./booking.queries.server.ts";
import { bookingStates, type BookingState } from "./booking.ts";
import type { BookingCard, StaffBookingRow, StoryEntry } from "./booking.views.ts";
import { cardsOf } from "./lists.queries.server.ts";

const bookingsPerPage = 50;
const mayRead = (ctx: Context): boolean => ctx.actor.kind === "system" || hasRole(ctx.actor, "support", "quality", "finance");

/** What staff may sort bookings by, and how each begins: dates and amounts with the highest, states by the alphabet of their codes. */
export const bookingSorts = ["created", "visit", "price", "state"] as const;
export type BookingSort = (typeof bookingSorts)[number];

export type BookingSearch = { sort?: BookingSort | undefined; ascending?: boolean | undefined; search?: string | undefined; state?: BookingState | undefined; provider?: "helper" | "professional" | undefined; page?: number | undefined };

/** Staff's list of bookings, the newest first unless sorted otherwise: by reference, name, address of mail, telephone, place or helper. Others get an empty one. */
export async function staffBookings(ctx: Context, { search = "", state, provider, page = 1, sort = "created", ascending = false }: BookingSearch): Promise<{ rows: StaffBookingRow[]; total: number; page: number; pages: number }> {
  if (!mayRead(ctx)) return { rows: [], total: 0, page: 1, pages: 1 };
  const { booking, helper } = ctx.db.t;
  const where = and(wordsOf(ctx, search), state && bookingStates.includes(state) ? eq(booking.state, state) : undefined, provider ? eq(booking.provider, provider) : undefined);
  const inOrder = ascending ? asc : desc;
  const counted = await ctx.db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(booking).leftJoin(helper, eq(helper.id, booking.helperId)).where(where);
  const total = counted[0]?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / bookingsPerPage));
  const shown = Math.min(Math.max(1, Math.floor(page) || 1), pages);
  const rows = (await ctx.db.select({ booking }).from(booking).leftJoin(helper, eq(helper.id, booking.helperId)).where(where).orderBy(inOrder({ created: booking.createdAt, visit: booking.startsAt, price: booking.priceMinor, state: booking.state }[sort]), inOrder(booking.id)).limit(bookingsPerPage).offset((shown - 1) * bookingsPerPage)).map((row) => row.booking);
  const cards = await cardsOf(ctx, rows);
  return { rows: rows.map((row, i) => ({ ...(cards[i] as BookingCard), customerName: row.contact?.name ?? "", createdAt: row.createdAt })), total, page: shown, pages };
}

function wordsOf(ctx: Context, search: string): SQL | undefined {
  const words = search.trim().toLowerCase().slice(0, 80);
  if (words === "") return undefined;
  const { booking, helper } = ctx.db.t;
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const like = (text: SQL) => sql`lower(${text}) like ${pattern} escape '\\'`;
  return or(like(sql`${booking.reference}`), like(sql`cast(${booking.contact} as text)`), like(sql`cast(${booking.visited} as text)`), like(sql`${booking.postcode}`), like(sql`${booking.locality}`), like(sql`coalesce(${helper.displayName} || ' ' || ${helper.familyName}, '')`));
}

/** The whole story of a booking from the journal, in order; null for whoever is not staff. */
export async function storyOf(ctx: Context, id: string): Promise<StoryEntry[] | null> {
  if (!mayRead(ctx) || !(await findBooking(ctx, id))) return null;
  const { journalEntry, person } = ctx.db.t;
  const rows = await ctx.db.select().from(journalEntry).where(and(eq(journalEntry.subjectKind, "booking"), eq(journalEntry.subjectId, id))).orderBy(asc(journalEntry.at), asc(journalEntry.id));
  const ids = [...new Set(rows.map(({ actorId }) => actorId).filter((each): each is string => each !== null))];
  const names = new Map(ids.length ? (await ctx.db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))).map((row) => [row.id, row.name]) : []);
  const { watcher } = ctx.db.t;
  // Somebody who watches the first visit of a story may have made this one.
  const acting = rows.map(({ facts }) => facts.watcherId).filter((one) => typeof one === "string");
  const watchers = new Map(acting.length ? (await ctx.db.select({ id: watcher.id, name: watcher.name }).from(watcher).where(inArray(watcher.id, acting))).map((row) => [row.id, row.name]) : []);
  return rows.map(({ id: entry, name, at, actorKind, actorId, facts }) => ({ id: entry, name, at, actorKind, actorId, actorName: actorId ? (names.get(actorId) ?? null) : null, watcherName: typeof facts.watcherId === "string" ? (watchers.get(facts.watcherId) ?? "") : null, facts }));
}
