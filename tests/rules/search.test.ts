import { describe, expect, test } from "vitest";
import { filterCount, readSearch, type SearchAsk, searchQuery } from "#app/domain/search/search.params.ts";
import { type Candidate, distanceM, keptAway, rank, roundedKm } from "#app/domain/search/search.ts";
import { spansOf } from "#app/domain/search/spans.ts";
import { dateAfter, daysBetween, isDate } from "#app/domain/kernel/time.ts";
import { wilsonLower, wilsonRange } from "#app/domain/search/wilson.ts";

const basel = { lat: 47.5542, lng: 7.5867 };
const weights = { distance: 40, solved: 30, earliest: 20, answer: 10 };
const now = Date.UTC(2026, 10, 24, 8);
const options = { filters: {}, sorting: "match", weights, now, horizonMs: 28 * 86_400_000 } as const;
const candidate = (listingId: string, more: Partial<Candidate> = {}): Candidate => ({ listingId, helperId: `h-${listingId}`, lat: basel.lat + 0.01, lng: basel.lng, radiusM: 10_000, priceMinor: 4500, solvedLower: null, stars: null, answerMinutes: null, nextFreeAt: now + 86_400_000, validUntil: now * 2, instant: false, languages: "de,fr", ...more });
const order = (list: Candidate[], more: Partial<Parameters<typeof rank>[2]> = {}) => rank(list, basel, { ...options, ...more }).map(({ listingId }) => listingId);

describe("the order of results", () => {
  test("whoever would not travel that far is left out", () => {
    expect(order([candidate("near"), candidate("short", { radiusM: 1000 })])).toEqual(["near"]);
  });
  test("a new helper counts as the average of those found, not as the worst", () => {
    const found = order([candidate("good", { solvedLower: 0.9 }), candidate("poor", { solvedLower: 0.3 }), candidate("new")]);
    expect(found).toEqual(["good", "new", "poor"]);
  });
  test("equal ones stand in the order of their ids, whatever order the database gave", () => {
    expect(order([candidate("b"), candidate("a"), candidate("c")])).toEqual(["a", "b", "c"]);
    expect(order([candidate("c"), candidate("b"), candidate("a")], { sorting: "price" })).toEqual(["a", "b", "c"]);
  });
  test("by price the cheapest is first, by distance the nearest, by time the earliest", () => {
    const list = [candidate("cheap", { priceMinor: 3000, lat: basel.lat + 0.05 }), candidate("near", { priceMinor: 9000, lat: basel.lat + 0.001 }), candidate("soon", { priceMinor: 5000, lat: basel.lat + 0.03, nextFreeAt: now + 1 })];
    expect(order(list, { sorting: "price" })[0]).toBe("cheap");
    expect(order(list, { sorting: "distance" })[0]).toBe("near");
    expect(order(list, { sorting: "earliest" })[0]).toBe("soon");
  });
  test("three of three solved is worth less than ninety of a hundred", () => {
    expect(wilsonLower(3, 3)).toBeLessThan(wilsonLower(90, 100));
    expect(wilsonRange(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonRange(9, 10)).toEqual({ low: expect.closeTo(0.5958, 3), high: expect.closeTo(0.9821, 3) });
  });
  test("600 helpers can be filtered and ordered in under 5 ms", () => {
    const many = Array.from({ length: 600 }, (_, i) => candidate(`l${i}`, { lat: basel.lat + (i % 60) / 1000, solvedLower: (i % 10) / 10, priceMinor: 3000 + i }));
    for (let i = 0; i < 20; i++) order(many);
    const times = Array.from({ length: 15 }, () => {
      const from = performance.now();
      order(many);
      return performance.now() - from;
    }).sort((a, b) => a - b);
    expect(times[0]).toBeLessThan(5);
  });
});

describe("what a short list explains", () => {
  test("each filter says how many more would come without it", () => {
    const list = [candidate("a", { priceMinor: 9000 }), candidate("b", { languages: "it" }), candidate("c", { languages: "it" }), candidate("d")];
    expect(keptAway(list, basel, { maxPriceMinor: 5000, language: "de" }, () => true)).toEqual([{ filter: "language", more: 2 }, { filter: "price", more: 1 }]);
  });
  test("a filter that keeps nobody away is not blamed", () => {
    expect(keptAway([candidate("a")], basel, { radiusKm: 25 }, () => true)).toEqual([]);
  });
  test("a wished time that nobody has counts as the filter it is", () => {
    expect(keptAway([candidate("a"), candidate("b")], basel, {}, () => false)).toEqual([{ filter: "time", more: 2 }]);
  });
});

describe("distances", () => {
  test("Basel to Bern is 69 kilometres as the crow flies", () => {
    expect(distanceM(47.5596, 7.5886, 46.948, 7.4474) / 1000).toBeCloseTo(68.8, 0);
  });
  test("near ones are told in steps of half a kilometre, never nearer than half, far ones in whole kilometres", () => {
    expect([0, 300, 800, 1300, 4900, 5400, 12_499].map(roundedKm)).toEqual([0.5, 0.5, 1, 1.5, 5, 5, 12]);
  });
});

describe("the address of a search", () => {
  const ask = (query: string): SearchAsk => readSearch(new URLSearchParams(query));
  test("what was asked comes back from its own address", () => {
    for (const query of ["what=wlan&where=Basel", "service=better-wlan&place=4051-basel&day=2026-11-25&part=evening&radius=10&max=60&stars=4.5&language=it&instant=1&sort=earliest&page=3&view=map", "category=energy", "service=printer&place=8001-zurich&within=7"]) {
      const once = ask(query);
      const again = ask(searchQuery(once).slice(1));
      expect(again).toEqual(once);
      expect(searchQuery(once).slice(1)).toBe(query);
    }
  });
  test("nonsense is as if it had not been said", () => {
    expect(ask("radius=-4&max=abc&stars=9&language=xx&instant=2&sort=random&page=0&view=globe&day=2026-02-30&part=noon&within=500")).toEqual(ask(""));
  });
  test("a chosen service replaces the words, a day replaces a span of days", () => {
    expect(searchQuery(ask("what=x&service=printer&where=y&place=4051-basel"))).toBe("?service=printer&place=4051-basel");
    expect(ask("day=2026-11-25&within=7").when).toEqual({ day: "2026-11-25" });
  });
  test("day and part of the day count as two filters", () => {
    expect(filterCount(ask("day=2026-11-25&part=evening&max=50"))).toBe(3);
  });
});

describe("when", () => {
  const zone = "Europe/Zurich";
  test("tonight is today from five to ten", () => {
    expect(spansOf({ day: "2026-11-24", part: "evening" }, now, zone)).toEqual([{ from: Date.UTC(2026, 10, 24, 16), until: Date.UTC(2026, 10, 24, 21) }]);
  });
  test("the day of the spring clock change is 23 hours long", () => {
    const [day] = spansOf({ day: "2027-03-28" }, now, zone) ?? [];
    expect(((day?.until ?? 0) - (day?.from ?? 0)) / 3_600_000).toBe(23);
  });
  test("without a wish any time will do", () => {
    expect(spansOf({}, now, zone)).toBeNull();
  });
  test("dates follow one another over months, leap days and clock changes", () => {
    expect([dateAfter("2026-11-30", 1), dateAfter("2028-02-28", 1), dateAfter("2027-03-27", 2), dateAfter("2027-01-01", -1)]).toEqual(["2026-12-01", "2028-02-29", "2027-03-29", "2026-12-31"]);
    expect([daysBetween("2027-03-27", "2027-03-29"), daysBetween("2027-03-29", "2027-03-27")]).toEqual([2, -2]);
    expect([isDate("2028-02-29"), isDate("2027-02-29"), isDate("25.11.2026")]).toEqual([true, false, false]);
  });
});
