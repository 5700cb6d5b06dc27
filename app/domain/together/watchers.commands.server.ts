import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { othersOf } from "../series/members.server.ts";
import type { Locale } from "../kernel/words.ts";
import { watcherKeyHash } from "./key.server.ts";
import { type GivenRight, isElsewhere, mostWatchers, noAddress } from "./together.ts";
import type { WatcherForm } from "./together.schema.ts";
import { managesWatchers, mayBeWatched } from "./watchers.policy.ts";

const subjectOf = (id: string) => ({ kind: "booking", id });

/** The booking, locked against two who add at once, if the actor says who is let in. */
async function managed(tx: Context, bookingId: string): Promise<Result<Booking>> {
  const booking = await findBooking(tx, bookingId);
  if (!booking) return refuse("not-found");
  if (!managesWatchers(tx.actor, booking)) return refuse("not-allowed");
  const { booking: table } = tx.db.t;
  // A write of nothing makes a second one wait, so that five stay five.
  await tx.db.update(table).set({ id: bookingId }).where(eq(table.id, bookingId));
  return ok(booking);
}

/** The other visits of a booking's series, locked as the booking itself; none where only the booking is meant. */
async function otherVisits(tx: Context, booking: Booking, all: boolean): Promise<Booking[]> {
  const others = all ? await othersOf(tx, booking) : [];
  const { booking: table } = tx.db.t;
  for (const { id } of others) await tx.db.update(table).set({ id }).where(eq(table.id, id));
  return others;
}

/**
 * Lets somebody into one booking with one right, or with `all` into every visit of its series that can be watched; they get one mail with a link of
 * their own. Whoever is in already gets what is asked now.
 * Refusals: not-found, not-allowed, wrong-state (nothing requested yet, or over), own-address, too-many-watchers (at any of the visits).
 */
export const addWatcher = (ctx: Context, bookingId: string, { all = false, ...form }: WatcherForm): Promise<Result<{ watcherId: string }>> =>
  atomically(ctx, async (tx): Promise<Result<{ watcherId: string }>> => {
    const found = await managed(tx, bookingId);
    if (!found.ok) return found;
    if (!mayBeWatched(found.value)) return refuse("wrong-state");
    const email = form.email.trim().toLowerCase();
    if (await isOwn(tx, found.value, email)) return refuse("own-address");
    const visits = [found.value, ...(await otherVisits(tx, found.value, all)).filter(mayBeWatched)];
    const { watcher } = tx.db.t;
    const entries: { id: string; isNew: boolean; bookingId: string }[] = [];
    for (const visit of visits) {
      const others = await tx.db.$count(watcher, and(eq(watcher.bookingId, visit.id), isNull(watcher.removedAt), ne(watcher.right, "visited"), ne(watcher.email, email)));
      if (others >= mostWatchers) return refuse("too-many-watchers");
      entries.push({ ...(await letIn(tx, visit.id, { ...form, email })), bookingId: visit.id });
    }
    for (const each of entries) await record(tx, { name: "booking.watcherAdded", subject: subjectOf(each.bookingId), facts: { watcher: each.id, right: form.right } });
    const first = entries.find(({ isNew }) => isNew);
    if (first) await later(tx, "mail", { kind: `${entries.length > 1 ? "series" : "booking"}.watching.watcher`, bookingId: first.bookingId, data: { watcherId: first.id, right: form.right } });
    return ok({ watcherId: entries[0]?.id ?? "" });
  });

/** The customer has every right already, by the booking's address and by their account's. */
async function isOwn(tx: Context, booking: Booking, email: string): Promise<boolean> {
  if (booking.contactEmail === email) return true;
  const { person } = tx.db.t;
  const [customer] = booking.customerId ? await tx.db.select({ email: person.email }).from(person).where(eq(person.id, booking.customerId)) : [];
  return customer?.email?.toLowerCase() === email;
}

type Entry = { name: string; email: string; right: GivenRight | "visited"; locale: Locale };

/** One row for one address; whoever comes back after having been removed gets a new key, so that the old link stays closed. */
async function letIn(tx: Context, bookingId: string, { name, email, right, locale }: Entry): Promise<{ id: string; isNew: boolean }> {
  const { watcher } = tx.db.t;
  const [known] = await tx.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), eq(watcher.email, email)));
  if (known && known.removedAt === null) {
    // A right that the customer gave holds more than being visited does.
    await tx.db.update(watcher).set({ name, locale, right: right === "visited" ? known.right : right }).where(eq(watcher.id, known.id));
    return { id: known.id, isNew: false };
  }
  const id = known?.id ?? tx.newId();
  // The moment makes the key: let in again within the same one, it must be another.
  const addedAt = known ? Math.max(tx.now, known.addedAt + 1) : tx.now;
  const row = { name, right, locale, addedAt, keyHash: watcherKeyHash(tx, { id, addedAt }), removedAt: null };
  if (known) await tx.db.update(watcher).set(row).where(eq(watcher.id, id));
  else await tx.db.insert(watcher).values({ id, bookingId, email, ...row });
  return { id, isNew: true };
}

type Row = { id: string; bookingId: string };

/** The rows by which the same address watches the booking and, with `all`, the other visits of its series; the booking's own first. Empty where there is none. */
async function rowsOf(tx: Context, booking: Booking, watcherId: string, all: boolean): Promise<Row[]> {
  const { watcher } = tx.db.t;
  const [own] = await tx.db.select({ id: watcher.id, bookingId: watcher.bookingId, email: watcher.email }).from(watcher).where(and(eq(watcher.id, watcherId), eq(watcher.bookingId, booking.id)));
  if (!own) return [];
  const others = (await otherVisits(tx, booking, all)).map(({ id }) => id);
  const rows = others.length ? await tx.db.select({ id: watcher.id, bookingId: watcher.bookingId }).from(watcher).where(and(inArray(watcher.bookingId, others), eq(watcher.email, own.email))) : [];
  return [own, ...rows];
}

/** Gives another right to this booking, or with `all` to every visit of its series that they watch; it counts from the next look on. Refusals: not-found, not-allowed. */
export const changeRight = (ctx: Context, bookingId: string, watcherId: string, right: GivenRight, all = false): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const found = await managed(tx, bookingId);
    if (!found.ok) return found;
    const { watcher } = tx.db.t;
    const changed: Row[] = [];
    for (const { id } of await rowsOf(tx, found.value, watcherId, all))
      changed.push(...(await tx.db.update(watcher).set({ right }).where(and(eq(watcher.id, id), isNull(watcher.removedAt), ne(watcher.right, "visited"))).returning({ id: watcher.id, bookingId: watcher.bookingId })));
    if (changed[0]?.id !== watcherId) return refuse("not-found");
    for (const row of changed) await record(tx, { name: "booking.watcherChanged", subject: subjectOf(row.bookingId), facts: { watcher: row.id, right } });
    return ok(null);
  });

/** Takes the right away at once, with `all` for every visit of the series; the link opens nothing from now on. One who is gone already is `ok`. Refusals: not-found, not-allowed. */
export const removeWatcher = (ctx: Context, bookingId: string, watcherId: string, all = false): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const found = await managed(tx, bookingId);
    if (!found.ok) return found;
    const { watcher } = tx.db.t;
    const rows = await rowsOf(tx, found.value, watcherId, all);
    if (rows.length === 0) return refuse("not-found");
    for (const { id } of rows) {
      const [row] = await tx.db.update(watcher).set({ removedAt: tx.now }).where(and(eq(watcher.id, id), isNull(watcher.removedAt))).returning({ bookingId: watcher.bookingId });
      if (row) await record(tx, { name: "booking.watcherRemoved", subject: subjectOf(row.bookingId), facts: { watcher: id } });
    }
    return ok(null);
  });

/**
 * Makes the person visited a reader of their own: called when a booking is submitted, or made for them in another way. Where the form names their
 * address they hear of it once somebody has accepted; without one their link goes with the word that the customer passes on. The customer's own
 * address needs none, nor does the customer who is visited themself.
 */
export async function watchVisited(tx: Context, booking: Pick<Booking, "id" | "visited" | "contact" | "contactEmail" | "locale">): Promise<void> {
  const { id, visited, contactEmail, locale } = booking;
  const { watcher } = tx.db.t;
  const email = visited?.email?.trim().toLowerCase() || noAddress;
  // Typed again with another address: the first one is nobody's any more.
  await tx.db.update(watcher).set({ removedAt: tx.now }).where(and(eq(watcher.bookingId, id), eq(watcher.right, "visited"), isNull(watcher.removedAt), ...(visited ? [ne(watcher.email, email)] : [])));
  if (visited && (email === noAddress ? isElsewhere(booking) : email !== contactEmail)) await letIn(tx, id, { name: visited.name, email, right: "visited", locale: visited.locale ?? locale });
}

/** Names and addresses go when the booking's do; from then on it is open to its two sides only. */
export async function forgetWatchers(tx: Context, bookingId: string): Promise<void> {
  const { watcher } = tx.db.t;
  const rows = await tx.db.select({ id: watcher.id, removedAt: watcher.removedAt }).from(watcher).where(eq(watcher.bookingId, bookingId));
  for (const { id, removedAt } of rows) await tx.db.update(watcher).set({ name: "", email: id, removedAt: removedAt ?? tx.now }).where(eq(watcher.id, id));
}

/** A booking that goes on with another's story (a redo, a rescue) is watched by the same people, with the same rights. */
export async function takeWatchersOver(tx: Context, fromBookingId: string, toBookingId: string): Promise<void> {
  const { watcher } = tx.db.t;
  const rows = await tx.db.select().from(watcher).where(and(eq(watcher.bookingId, fromBookingId), isNull(watcher.removedAt)));
  for (const { name, email, right, locale } of rows) await letIn(tx, toBookingId, { name, email, right, locale });
}
