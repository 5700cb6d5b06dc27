import { beforeAll, expect, it } from "vitest";
import { isFree, nextFree, slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { setCalendarRules } from "#app/domain/availability/rules.commands.server.ts";
import { noOwnRules } from "#app/domain/availability/rules.ts";
import { localityPoint, means } from "#app/domain/availability/travel.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { searchHelpers, type SearchQuestion } from "#app/domain/search/search.queries.server.ts";
import { spansOf } from "#app/domain/search/spans.ts";
import { eachDatabase } from "../support/databases.ts";
import { aGuest, aHelper, as, contextOn, seeded } from "../support/people.ts";

const towns = [["4051", "Basel"], ["4125", "Riehen"], ["4132", "Muttenz"], ["4102", "Binningen"], ["4410", "Liestal"]] as const;
const people = 45;
const minutes = 90;

/** Helpers with their own means and buffers, with visits here and there in the region: where one can be next depends on where one is asked to. */
for (const seed of [20270328, 1071]) eachDatabase(`what a search shows, world ${seed}`, (open) => {
  let root: Context;
  let all: { helperId: string; listingId: string }[];
  beforeAll(async () => {
    root = contextOn(await open());
    const chance = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance.next() * list.length)] as T;
    all = [];
    for (let i = 0; i < people; i++) {
      const [postcode, locality] = pick(towns);
      const made = await aHelper(root, { radiusKm: 25, place: { postcode, locality }, instant: chance.next() < 0.4, visitsClosed: pick([0, 10]), hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: pick([480, 720, 1020]), untilMinute: pick([1140, 1260, 1320]) })) });
      must(await setCalendarRules(as(root, made.actor), made.helperId, { ...noOwnRules, means: pick(means), visitsPerDay: pick([1, 2, 4]), bufferBeforeMinutes: pick([0, 15]), bufferAfterMinutes: pick([0, 30]) }));
      for (let n = 0; n < 4; n++) {
        const [code, town] = pick(towns);
        const free = (await slotsForListing(root, made.listingId, { at: localityPoint(root.places, { postcode: code, locality: town }), days: 4 }))?.flatMap(({ slots }) => slots) ?? [];
        if (free.length) must(await holdSlot(as(root, aGuest()), { offer: { listingId: made.listingId }, startsAt: pick(free), place: { postcode: code, locality: town } }));
      }
      all.push(made);
    }
  }, 120_000);

  const ask = async (more: Partial<SearchQuestion>): Promise<SearchQuestion> => {
    const [serviceType] = (await readCatalogue(root)).serviceTypes;
    const place = root.places.byPostcode("4051")[0];
    if (!serviceType || !place) throw new Error("No catalogue");
    return { serviceType, place, filters: {}, when: {}, sorting: "match", page: 1, ...more };
  };
  /** What each helper could truly offer at the place, asked one by one and without the kept bound. */
  const truth = async (question: SearchQuestion): Promise<Map<string, number | null>> => {
    const spans = spansOf(question.when, root.now, root.settings.zone);
    const found = new Map<string, number | null>();
    const { listing } = root.db.t;
    const instant = new Map((await root.db.select().from(listing)).map((row) => [row.helperId, row.instant]));
    for (const { helperId } of all) found.set(helperId, (await nextFree(root, [helperId], { durationMinutes: minutes, instant: instant.get(helperId) ?? false, at: question.place }, spans)).get(helperId) ?? null);
    return found;
  };

  const asked: [string, Partial<SearchQuestion>][] = [
    ["by best match", {}],
    ["the earliest first", { sorting: "earliest" }],
    ["the earliest first, third page", { sorting: "earliest", page: 3 }],
    ["tonight", { when: { day: "2027-06-07", part: "evening" }, sorting: "earliest" }],
    ["on an afternoon", { when: { day: "2027-06-08", part: "afternoon" } }],
    ["within three days in the evening", { when: { within: 3, part: "evening" }, sorting: "distance" }],
  ];
  it.each(asked)("is true: %s", async (_name, more) => {
    const question = await ask(more);
    const exact = await truth(question);
    const { cards, total, ranked } = await searchHelpers(root, question);
    expect(cards.length).toBeGreaterThan(0);
    for (const { helperId, nextFreeAt } of cards) expect(nextFreeAt).toBe(exact.get(helperId) ?? null);
    const timed = Object.keys(question.when).length > 0;
    if (timed) expect(ranked.map(({ helperId }) => helperId).sort()).toEqual([...exact].flatMap(([id, at]) => (at === null ? [] : [id])).sort());
    expect(total).toBe(timed ? ranked.length : people);
    if (question.sorting === "earliest") {
      const order = [...exact.values()].filter((at): at is number => at !== null || !timed).map((at) => at ?? Number.MAX_SAFE_INTEGER).sort((a, b) => a - b);
      expect(cards.map(({ nextFreeAt }) => nextFreeAt ?? Number.MAX_SAFE_INTEGER)).toEqual(order.slice((question.page - 1) * 20, question.page * 20));
    }
  });

  it("differs by the place: somebody who is free in one town is not at that time in another", async () => {
    const [here, there] = [root.places.byPostcode("4051")[0], root.places.byPostcode("4410")[0]];
    if (!here || !there) throw new Error("No such places");
    const [a, b] = [await truth(await ask({ place: here })), await truth(await ask({ place: there }))];
    expect([...a].some(([id, at]) => b.get(id) !== at)).toBe(true);
  });

  // Every round takes what the one before it showed, so that the kept bounds have to follow.
  it.each(asked)("can be booked, every time that is shown: %s", async (_name, more) => {
    const question = await ask(more);
    const place = { postcode: "4051", locality: "Basel" };
    const { cards } = await searchHelpers(root, question);
    const shown = cards.flatMap(({ listingId, helperId, nextFreeAt, instant }) => (nextFreeAt === null ? [] : [{ listingId, helperId, nextFreeAt, instant }]));
    expect(shown.length).toBeGreaterThan(0);
    for (const { listingId, helperId, nextFreeAt, instant } of shown) {
      expect(await isFree(root, helperId, nextFreeAt, minutes, { instant, at: question.place })).toBe(true);
      must(await holdSlot(as(root, aGuest()), { offer: { listingId }, startsAt: nextFreeAt, place }));
    }
    const after = await searchHelpers(root, question);
    const exact = await truth(question);
    for (const { listingId, nextFreeAt } of shown) expect(after.cards.find((card) => card.listingId === listingId)?.nextFreeAt).not.toBe(nextFreeAt);
    for (const { helperId, nextFreeAt } of after.cards) expect(nextFreeAt).toBe(exact.get(helperId) ?? null);
  });

  it("leaves nobody out: whoever is bookable before the last one on the first page stands on it", async () => {
    for (const when of [{}, { within: 7 }, { day: "2027-06-09" }, { part: "morning" as const }]) {
      const question = await ask({ sorting: "earliest", when });
      const [{ cards }, exact] = [await searchHelpers(root, question), await truth(question)];
      const last = cards.length === 20 ? (cards.at(-1)?.nextFreeAt ?? 0) : Number.MAX_SAFE_INTEGER;
      const there = new Set(cards.map(({ helperId }) => helperId));
      expect([...exact].filter(([id, at]) => at !== null && at < last && !there.has(id))).toEqual([]);
    }
  });
});
