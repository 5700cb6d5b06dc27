import path from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { visitor } from "#app/domain/kernel/actor.ts";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { contextOf, systemContext } from "#app/http/context.server.ts";
import { copyOf, filledHouse } from "./houses.ts";
import { rounded } from "./measure.ts";

export type BookingRates = { ours: number; oursAtOnce: number; bare: number; ratio: number; rows: Record<string, number> };
const wanted = 600;

/** Slots held a second by the command, one after the other and 16 at once, against the same rows written by hand; both synchronous=FULL. */
export async function measureBooking(): Promise<BookingRates> {
  const dir = copyOf(filledHouse(600), "booking");
  const app = await compose({ ...readConfig({ NODE_ENV: "production", QUARTIER_VAR: dir, LOG_LEVEL: "silent" }) });
  const root = await systemContext(app);
  const { listing, helper } = root.db.t;
  const offers = await root.db.select({ id: listing.id, helperId: listing.helperId, postcode: helper.postcode, locality: helper.locality }).from(listing).innerJoin(helper, eq(helper.id, listing.helperId)).orderBy(listing.id);
  const wishes: { offer: { listingId: string }; startsAt: number; place: { postcode: string; locality: string } }[] = [];
  const seen = new Set<string>();
  for (const { id, helperId, postcode, locality } of offers) {
    if (seen.has(helperId) || wishes.length >= wanted * 2) continue;
    seen.add(helperId);
    const days = (await slotsForListing(root, id)) ?? [];
    // One visit on each of several days: no two of them can stand in each other's way.
    for (const { slots } of days.filter(({ slots: list }) => list.length > 0).slice(1, 5)) wishes.push({ offer: { listingId: id }, startsAt: slots[0] ?? 0, place: { postcode: postcode ?? "", locality: locality ?? "" } });
  }
  const hold = async (wish: (typeof wishes)[number]) => {
    const held = await holdSlot(await contextOf(app, visitor(), "de"), wish);
    return held.ok ? held.value.bookingId : null;
  };
  const first = await hold(wishes.shift() as (typeof wishes)[number]);
  if (!first) throw new Error("No slot could be held");
  const template = rowsOf(path.join(dir, "quartier.sqlite"), first);
  const rate = async (work: () => Promise<number>) => {
    const from = performance.now();
    const done = await work();
    return rounded((done * 1000) / (performance.now() - from), 0);
  };
  const half = Math.floor(wishes.length / 2);
  const ours = await rate(async () => {
    let done = 0;
    for (const wish of wishes.slice(0, half)) if (await hold(wish)) done++;
    return done;
  });
  const rest = wishes.slice(half);
  const oursAtOnce = await rate(async () => {
    let done = 0;
    await Promise.all(Array.from({ length: 16 }, async () => {
      for (let wish = rest.pop(); wish; wish = rest.pop()) if (await hold(wish)) done++;
    }));
    return done;
  });
  await app.store.close();
  const bare = await rate(async () => bareTransactions(path.join(dir, "quartier.sqlite"), template));
  return { ours, oursAtOnce, bare, ratio: rounded(bare / ours), rows: Object.fromEntries(Object.entries(template).map(([table, rows]) => [table, rows.length])) };
}

type Rows = Record<string, Record<string, unknown>[]>;

/** The rows that one held slot left behind. */
function rowsOf(file: string, bookingId: string): Rows {
  const db = new Database(file, { readonly: true });
  const all = (statement: string) => db.prepare(statement).all(bookingId) as Record<string, unknown>[];
  const rows = { occupancy: all("select * from occupancy where booking_id = ?"), booking: all("select * from booking where id = ?"), journal_entry: all("select * from journal_entry where subject_id = ?"), job: all("select * from job where payload like '%' || ? || '%'") };
  db.close();
  return rows;
}

/** The same inserts with fresh keys, one transaction each, and the helper's next free moment. */
function bareTransactions(file: string, rows: Rows): number {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  const inserts = Object.entries(rows).flatMap(([table, list]) =>
    list.map((row) => {
      const columns = Object.keys(row).filter((column) => !["seq", "hash", "previous_hash"].includes(column));
      return { table, row, statement: db.prepare(`insert into ${table} (${columns.join(", ")}) values (${columns.map((column) => `@${column}`).join(", ")})`) };
    }),
  );
  const helperId = rows.booking?.[0]?.helper_id;
  const next = db.prepare("update helper set next_free_at = ? where id = ?");
  const fresh: Record<string, (i: number, n: number) => Record<string, unknown>> = {
    occupancy: (i) => ({ calendar_id: `bench-${i}` }),
    booking: (i) => ({ reference: `BENCH-${i}`, access_key_hash: `bench-${i}` }),
    journal_entry: () => ({}),
    job: (i, n) => ({ key: `bench-${i}-${n}` }),
  };
  const one = db.transaction((i: number) => {
    for (const [n, { table, row, statement }] of inserts.entries()) statement.run({ ...row, id: `bench-${table}-${i}-${n}`, ...fresh[table]?.(i, n) });
    next.run(i, helperId);
  });
  for (let i = 0; i < wanted; i++) one.immediate(i);
  db.close();
  return wanted;
}
