import { expect, it } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { openContest } from "./contest.ts";

const isStress = process.env.QUARTIER_STRESS === "1";
const seed = Number(process.env.QUARTIER_FUZZ_SEED ?? (isStress ? Date.now() % 2 ** 31 : 20261122));
const contested = Number(process.env.QUARTIER_CONTESTED ?? (isStress ? 10_000 : 1000));

eachDatabase("fifty clients at once", (open) => {
  it(`${contested} contested times, held, requested, moved and paid late: one winner each, nothing left over (seed ${seed})`, async () => {
    const contest = await openContest(await open(), { seed });
    while (contest.tally.contested < contested) {
      await contest.round();
      expect(await contest.orphans()).toEqual([]);
    }
    const left = await contest.settle();
    console.log(`contest: seed ${seed}, ${JSON.stringify(contest.tally)}`);
    expect(left).toEqual([]);
    expect(contest.tally.moved).toBeGreaterThan(0);
    expect(contest.tally.paid).toBeGreaterThan(contested / 20);
  }, isStress ? 3_600_000 : 900_000);
});
