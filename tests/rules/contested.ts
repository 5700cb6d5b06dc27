import { expect, it } from "vitest";
import { openers } from "../support/databases.ts";
import { openContest } from "./contest.ts";

const isStress = process.env.QUARTIER_STRESS === "1";
const seed = Number(process.env.QUARTIER_FUZZ_SEED ?? (isStress ? Date.now() % 2 ** 31 : 20261122));
const contested = Number(process.env.QUARTIER_CONTESTED ?? (isStress ? 10_000 : 1000));

/** The contest on one database; each has a test file of its own, so that both run at once. */
export const contestOn = (engine: "sqlite" | "postgres"): void =>
  it(`${contested} contested times by fifty clients, held, requested in waves, moved and paid late (${engine}): one winner each, nothing left over (seed ${seed})`, async () => {
    const store = await openers[engine]();
    try {
      const contest = await openContest(store, { seed });
      while (contest.tally.contested < contested) {
        await contest.round();
        expect(await contest.orphans()).toEqual([]);
      }
      const left = await contest.settle();
      console.log(`contest on ${engine}: seed ${seed}, ${JSON.stringify(contest.tally)}`);
      expect(left).toEqual([]);
      expect(contest.tally.moved).toBeGreaterThan(0);
      expect(contest.tally.waves).toBeGreaterThan(0);
      expect(contest.tally.paid).toBeGreaterThan(contested / 20);
    } finally {
      await store.close();
    }
  }, isStress ? 10_800_000 : 900_000);
