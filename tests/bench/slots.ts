import path from "node:path";
import Database from "better-sqlite3";
import { firstSlot, rangeOf, slotsOf, type SlotQuestion } from "#app/domain/availability/availability.ts";
import { nextFree } from "#app/domain/availability/availability.queries.server.ts";
import { daysFrom } from "#app/domain/availability/days.ts";
import { rulesOf } from "#app/domain/availability/rules.ts";
import { day, hour, minute } from "#app/domain/kernel/time.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { systemContext } from "#app/http/context.server.ts";
import { plainSlots } from "./baselines/slots.js";
import { copyOf, filledHouse } from "./houses.ts";
import { counted, percentile, rounded } from "./measure.ts";

type Times = { p50: number; p99: number };
export type SlotTimes = { slots: number; ours: Times; plain: Times; next: Times; bare: Times; found: number };

const times = (values: number[]): Times => ({ p50: rounded(percentile(values, 0.5), 3), p99: rounded(percentile(values, 0.99), 3) });
const basel = { lat: 47.5542, lng: 7.5867 };
const zone = "Europe/Zurich";
const bookings = 100;
const results = 20;

/** A hundred visits over four weeks from now on, around Basel, the clock change of spring among them. */
function aBusyHelper() {
  const next = counted(11);
  const now = Date.UTC(2027, 2, 15, 8);
  const rules = { ...rulesOf(defaultSettings.policy), visitsPerDay: 5, visitsPerWeek: 84 };
  const taken = Array.from({ length: bookings }, (_, i) => {
    const fromAt = now + i * (27 * day / bookings) + Math.floor(next() * 6) * 30 * minute;
    const visit = { fromAt, untilAt: fromAt + 60 * minute };
    return { ...rangeOf(visit.fromAt, visit.untilAt, rules), visit, at: { lat: basel.lat + next() / 30, lng: basel.lng + next() / 30 } };
  });
  const question: SlotQuestion = { weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 480, untilMinute: 1200 })), exceptions: [], occupied: taken, durationMinutes: 60, rules, now, instant: false, zone, at: basel };
  const plain = () => plainSlots({ zone, now, fromHour: 8, untilHour: 20, days: 28, durationMs: hour, leadMs: 6 * hour, bufferMs: 15 * minute, perDay: 5, longestMs: rules.longestDayMinutes * minute, taken, at: basel });
  return { question, plain };
}

/**
 * Four weeks of slots for one helper with a hundred bookings, ways included, against the plain way to the same answer;
 * and the next free slot of twenty such helpers from the database, against only reading their rows by hand.
 */
export async function measureSlots(): Promise<SlotTimes> {
  const { question, plain } = aBusyHelper();
  const all = { ours: [] as number[], plain: [] as number[], next: [] as number[], bare: [] as number[] };
  const timed = async <T>(into: number[] | null, work: () => T | Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    into?.push(performance.now() - from);
    return done;
  };
  let slots: number[] = [];
  for (let round = 0; round < 320; round++) {
    // The first rounds warm the compiler.
    slots = await timed(round < 20 ? null : all.ours, () => slotsOf(question));
    if (round % 16) continue;
    const expected = await timed(round < 20 ? null : all.plain, plain);
    if (expected.join() !== slots.join()) throw new Error("Our slots and the plain ones disagree");
  }
  if (firstSlot(question) !== slots[0]) throw new Error("The first slot is not the first");

  const dir = copyOf(filledHouse(600), "slots");
  const app = await compose({ ...readConfig({ NODE_ENV: "production", QUARTIER_VAR: dir, LOG_LEVEL: "silent" }) });
  const ctx = await systemContext(app);
  const ids = (await ctx.db.select({ id: ctx.db.t.helper.id }).from(ctx.db.t.helper).orderBy(ctx.db.t.helper.id).limit(results)).map(({ id }) => id);
  const db = new Database(path.join(dir, "quartier.sqlite"));
  bookUp(db, ids, ctx.now);
  const bare = bareReads(db, ids, ctx.now);
  let found = 0;
  for (let round = 0; round < 220; round++) {
    const free = await timed(round < 20 ? null : all.next, () => nextFree(ctx, ids, { durationMinutes: 60, at: basel }));
    await timed(round < 20 ? null : all.bare, bare);
    found = [...free.values()].filter((at) => at !== null).length;
  }
  db.close();
  await app.store.close();
  return { slots: slots.length, ours: times(all.ours), plain: times(all.plain), next: times(all.next), bare: times(all.bare), found };
}

/** A hundred visits for each, around the clock, so that nobody's next slot is the first that is looked at. */
function bookUp(db: Database.Database, ids: readonly string[], now: number): void {
  const insert = db.prepare("insert or ignore into occupancy (id, calendar_id, from_at, until_at, kind, booking_id, visit_from_at, visit_until_at, lat, lng) values (?, ?, ?, ?, 'booking', ?, ?, ?, ?, ?)");
  const rule = db.prepare("insert or replace into calendar_rule (calendar_id, visits_per_day, visits_per_week, updated_at) values (?, 8, 84, ?)");
  const next = counted(5);
  const [first] = daysFrom(zone, now, 1);
  db.transaction(() => {
    for (const id of ids) {
      rule.run(id, now);
      db.prepare("delete from occupancy where calendar_id = ?").run(id);
      for (let i = 0; i < bookings; i++) {
        const at = (first?.startAt ?? now) + i * 6 * hour + Math.floor(next() * 4) * 30 * minute;
        insert.run(`bench-${id}-${i}`, id, at - 15 * minute, at + 75 * minute, `bench-${id}-${i}`, at, at + 60 * minute, basel.lat + next() / 10, basel.lng + next() / 10);
      }
    }
  }).immediate();
}

/** The same rows by better-sqlite3, read and nothing else. */
function bareReads(db: Database.Database, ids: readonly string[], now: number): () => number {
  const list = ids.map(() => "?").join(", ");
  const statements = [
    db.prepare(`select h.id, h.ends_at, h.public_lat, h.public_lng, h.visits_closed, r.* from helper h left join calendar_rule r on r.calendar_id = h.id where h.id in (${list})`),
    ...["weekly_span", "day_exception", "holiday", "calendar_busy"].map((table) => db.prepare(`select * from ${table} where calendar_id in (${list})`)),
    db.prepare(`select * from occupancy where calendar_id in (${list}) and until_at > ${now - 8 * day} and from_at < ${now + 36 * day}`),
  ];
  return () => statements.reduce((rows, statement) => rows + statement.all(...ids).length, 0);
}
