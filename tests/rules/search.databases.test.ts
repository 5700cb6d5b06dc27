import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchHelpers, type SearchQuestion } from "#app/domain/search/search.queries.server.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { mapOf } from "#app/domain/search/map.server.ts";
import { nextBest } from "#app/domain/search/nextbest.server.ts";
import { refreshSearchArea } from "#app/domain/search/area.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Store } from "#db/store.ts";
import { openers } from "../support/databases.ts";
import { aHelper, aServiceType, contextOn, seeded } from "../support/people.ts";

const towns = ["4051", "4052", "4057", "4102", "4125", "4133", "4144", "4410", "4310", "2800", "5070", "4142", "4127"];
const many = 300;
type Filled = { store: Store; ctx: Context; ids: string[] };

/** The same 300 helpers by the same chance, with the same ids, on whichever database. */
async function filled(engine: keyof typeof openers): Promise<Filled> {
  const store = await openers[engine]();
  const chance = seeded(7);
  let count = 0;
  const ctx: Context = { ...contextOn(store), newId: () => `id-${String(++count).padStart(6, "0")}` };
  const service = await aServiceType(ctx);
  const ids: string[] = [];
  for (let i = 0; i < many; i++) {
    const postcode = towns[Math.floor(chance.next() * towns.length)] ?? "4051";
    const opens = 480 + 30 * Math.floor(chance.next() * 12);
    const made = await aHelper(ctx, { place: { postcode, locality: "Ort" }, radiusKm: 3 + Math.floor(chance.next() * 23), priceMinor: 3900 + 100 * Math.floor(chance.next() * 20), instant: chance.next() < 0.3, hours: [{ weekday: 1 + Math.floor(chance.next() * 7), fromMinute: opens, untilMinute: opens + 240 }] });
    ids.push(made.listingId);
    const answered = Math.floor(chance.next() * 12);
    await ctx.db.insert(ctx.db.t.helperFigures).values({ id: ctx.newId(), helperId: made.helperId, serviceTypeId: service.id, answered, solved: Math.floor(answered * chance.next()), reviews: answered, starsSum: answered * 4 });
    await atomically(ctx, async (tx) => ok(await refreshSearchArea(tx, made.helperId)));
  }
  return { store, ctx, ids };
}

describe("search on both databases", () => {
  let sqlite: Filled;
  let postgres: Filled;
  beforeAll(async () => {
    sqlite = await filled("sqlite");
    postgres = await filled("postgres");
  }, 180_000);
  afterAll(async () => {
    await sqlite?.store.close();
    await postgres?.store.close();
  });

  const questionIn = async (ctx: Context, more: Partial<SearchQuestion> = {}): Promise<SearchQuestion> => {
    const [type] = (await readCatalogue(ctx)).serviceTypes;
    const place = ctx.places.byPostcode("4051")[0];
    if (!type || !place) throw new Error("No catalogue");
    return { serviceType: type, place, filters: {}, when: {}, sorting: "match", page: 1, ...more };
  };
  const cases: [string, Partial<SearchQuestion>][] = [
    ["best match", {}],
    ["distance", { sorting: "distance" }],
    ["price, second page", { sorting: "price", page: 2 }],
    ["earliest", { sorting: "earliest" }],
    ["a day and a part of it", { when: { day: "2027-06-10", part: "afternoon" } }],
    ["every filter at once", { filters: { radiusKm: 10, maxPriceMinor: 5000, minStars: 4, language: "fr", instantOnly: true } }],
  ];
  test.each(cases)("the same helpers in the same order: %s", async (_name, more) => {
    const [a, b] = [await searchHelpers(sqlite.ctx, await questionIn(sqlite.ctx, more)), await searchHelpers(postgres.ctx, await questionIn(postgres.ctx, more))];
    expect(a.total).toBeGreaterThan(0);
    expect(b.ranked.map(({ listingId }) => listingId)).toEqual(a.ranked.map(({ listingId }) => listingId));
    expect(b.cards).toEqual(a.cards);
    expect(b.total).toBe(a.total);
  });
  test("earliest is ordered by slots that can truly be booked", async () => {
    const { cards } = await searchHelpers(sqlite.ctx, await questionIn(sqlite.ctx, { sorting: "earliest" }));
    const times = cards.map(({ nextFreeAt }) => nextFreeAt ?? Number.MAX_SAFE_INTEGER);
    expect(times).toEqual([...times].sort((x, y) => x - y));
    expect(cards).toHaveLength(20);
  });
  test("every card shown for a day has a slot on that day", async () => {
    const { cards } = await searchHelpers(sqlite.ctx, await questionIn(sqlite.ctx, { when: { day: "2027-06-10", part: "morning" } }));
    for (const { nextFreeAt } of cards) {
      expect(nextFreeAt).toBeGreaterThanOrEqual(Date.UTC(2027, 5, 10, 4));
      expect(nextFreeAt).toBeLessThan(Date.UTC(2027, 5, 10, 10));
    }
    expect(cards.length).toBeGreaterThan(0);
  });
  test("the map shows everybody who matches, alone or in a group", async () => {
    const { ranked, total } = await searchHelpers(sqlite.ctx, await questionIn(sqlite.ctx));
    const { pins, groups } = await mapOf(sqlite.ctx, ranked, { bounds: { south: 46, north: 48.5, west: 6, east: 9 }, zoom: 9 });
    expect(pins.length + groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(groups.length).toBeGreaterThan(0);
  });
  test("an empty corner says who is near but does not travel there", async () => {
    const place = sqlite.ctx.places.byPostcode("4228")[0] ?? sqlite.ctx.places.byPostcode("4242")[0];
    if (!place) throw new Error("No place");
    for (const { ctx } of [sqlite, postgres]) {
      const help = await nextBest(ctx, await questionIn(ctx, { place, when: { day: "2027-06-08" } }));
      expect(help.farther?.helpers).toBeGreaterThan(0);
      expect(help.neighbours).toEqual([]);
    }
  });
});
