import path from "node:path";
import { serviceTypeByCode } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { matching, searchHelpers, type SearchQuestion } from "#app/domain/search/search.queries.server.ts";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { systemContext } from "#app/http/context.server.ts";
import { type Asked, openNear } from "./baselines/near.js";
import { filledHouse } from "./houses.ts";
import { counted, percentile, rounded } from "./measure.ts";

export const service = "better-wlan";
export type SearchTimes = { helpers: number; found: number; bare: Times; nearest: Times; page: Times; ratio: number; ratioP99: number };
type Times = { p50: number; p99: number };

const times = (values: number[]): Times => ({ p50: rounded(percentile(values, 0.5), 3), p99: rounded(percentile(values, 0.99), 3) });

/** 200 places, the same in every run: half anywhere in the country, half in Zurich. */
export function randomPlaces(): { lat: number; lng: number }[] {
  const all = builtinPlaces();
  const zurich = all.filter(({ locality }) => locality === "Zürich");
  const next = counted(7);
  return Array.from({ length: 200 }, (_, i) => {
    const list = i % 2 ? zurich : all;
    const { lat, lng } = list[Math.floor(next() * list.length)] ?? { lat: 47.37, lng: 8.54 };
    return { lat, lng };
  });
}

/**
 * The nearest helpers for 200 places: our index query with order (`nearest`), the whole answer of the results page with
 * cards and confirmed slots (`page`), and the bare statement, taking turns so that noise meets all three alike.
 */
export async function measureSearch(helpers: number): Promise<SearchTimes> {
  const dir = filledHouse(helpers);
  const app = await compose({ ...readConfig({ NODE_ENV: "production", QUARTIER_VAR: dir, LOG_LEVEL: "silent" }) });
  const near = openNear(path.join(dir, "quartier.sqlite"));
  const ctx = await systemContext(app);
  const serviceType = await serviceTypeByCode(ctx, service);
  if (!serviceType) throw new Error("The filled house has no such service");
  const questions = randomPlaces().map((place): SearchQuestion => ({ serviceType, place, filters: {}, when: {}, sorting: "distance", page: 1 }));
  const asked = (place: SearchQuestion["place"]): Asked => ({ ...place, service: serviceType.number, now: ctx.now });
  const all = { bare: [] as number[], nearest: [] as number[], page: [] as number[] };
  let found = 0;
  for (let round = 0; round < 3; round++) {
    for (const question of questions) {
      let from = performance.now();
      const expected = near.bare(asked(question.place)) as { listing_id: string }[];
      const bare = performance.now() - from;
      from = performance.now();
      const ranked = await matching(ctx, question);
      const nearest = performance.now() - from;
      from = performance.now();
      await searchHelpers(ctx, question);
      const page = performance.now() - from;
      const same = ranked.slice(0, 20).map(({ listingId }) => listingId).join() === expected.map(({ listing_id }) => listing_id).join();
      if (!same) throw new Error("Our search and the bare statement disagree");
      // The first round warms caches and the compiler.
      if (round === 0) continue;
      found += ranked.length;
      all.bare.push(bare);
      all.nearest.push(nearest);
      all.page.push(page);
    }
  }
  near.close();
  await app.store.close();
  const [bare, nearest, page] = [times(all.bare), times(all.nearest), times(all.page)];
  return { helpers, found: Math.round(found / all.bare.length), bare, nearest, page, ratio: rounded(nearest.p50 / bare.p50), ratioP99: rounded(nearest.p99 / bare.p99) };
}
