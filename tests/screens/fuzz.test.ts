import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import "#app/texts/all.server.ts";
import { anInput, type Input, requestOf } from "./fuzz.inputs.ts";
import { type Target, fuzzTargets } from "./fuzz.targets.ts";
import { brokenRules, type FuzzWorld, fuzzWorld } from "./fuzz.world.ts";
import { postgresStore } from "../support/databases.ts";
import type { Asked } from "../support/world.ts";

const isStress = process.env.QUARTIER_STRESS === "1";
const seed = Number(process.env.QUARTIER_FUZZ_SEED ?? (isStress ? Date.now() % 2 ** 31 : 20261124));
const runs = Number(process.env.QUARTIER_FUZZ_RUNS ?? (isStress ? 10_000 : 1000));
const onPostgres = process.env.QUARTIER_FUZZ_ENGINE === "postgres";

let house: FuzzWorld;
let targets: Target[];
beforeAll(async () => {
  [house, targets] = [await fuzzWorld(onPostgres ? await postgresStore() : undefined), await fuzzTargets()];
}, 120_000);

/** What a thrown value means: a response is an answer, everything else a bug. */
function statusOf(given: unknown, thrown: boolean): number {
  if (given instanceof Response) return given.status;
  const held = given as { type?: string; init?: { status?: number } | null } | null;
  if (held && typeof held === "object" && held.type === "DataWithResponseInit") return held.init?.status ?? 200;
  if (thrown) throw given;
  return 200;
}

async function tell(target: Target, input: Input): Promise<{ status: number; as: string; address: string }> {
  const { w, actors, pools } = house;
  const area = /\/routes\/(staff|helper)\//.exec(target.file)?.[1] ?? "customer";
  // Mostly somebody who belongs there, so that what is sent gets past the door.
  const likely = input.actor % 4 === 0 ? actors : actors.filter((one) => one.area === area);
  const who = likely[Math.floor(input.actor / 4) % likely.length];
  const expanded = target.fields.some((name) => name.startsWith("intake")) ? { ...target, fields: [...target.fields.filter((name) => !name.startsWith("intake")), ...pools.intake] } : target;
  const { address, params, body, headers } = requestOf(input, expanded, pools, who?.own ?? []);
  const asked: Asked = target.part === "action" ? { method: "POST", ...(body !== undefined && { body }), ...(headers && { headers }) } : {};
  const asker: Asked = input.cookie === null && who ? { actor: who.actor } : { cookie: latin(input.cookie ?? "") };
  const args = await w.request(address, { ...asked, ...asker, params: params as Record<string, string>, network: `192.0.2.${input.actor % 250}` });
  const as = input.cookie !== null ? "broken cookie" : (who?.name ?? "");
  try {
    const given = await target.run(args as never);
    const status = statusOf(given, false);
    // A response's body is part of the answer: a stream that breaks is a broken answer.
    if (given instanceof Response && status < 300) await given.arrayBuffer();
    return { status, as, address };
  } catch (thrown) {
    return { status: statusOf(thrown, true), as, address };
  }
}
const latin = (text: string) => [...text].filter((letter) => (letter.codePointAt(0) ?? 0) < 256).join("");

describe("Whatever is sent", () => {
  it(`${runs} strange requests get an answer from every loader and action: no error, no 500 (seed ${seed})`, async () => {
    console.log(`fuzz: seed ${seed}, ${runs} inputs, ${targets.length} loaders and actions; repeat with QUARTIER_FUZZ_SEED=${seed}`);
    const problems = new Map<string, string>();
    const statuses = new Map<number, number>();
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const target = targets[turn++ % targets.length];
        if (!target) throw new Error("The house has no routes");
        try {
          const { status, as, address } = await tell(target, input);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500) problems.set(`${target.part} of ${target.file}: ${status}`, `${as} at ${address.slice(0, 200)}`);
        } catch (problem) {
          const { message, stack, cause } = problem as Error;
          const frame = (stack ?? "").split("\n").filter((line) => /at .*\/(app|db)\//.test(line)).slice(0, 3).map((line) => line.trim().replace(/\(.*\/(app|db)\//, "($1/")).join(" < ");
          const key = `${target.part} of ${target.file}: ${String(message ?? problem).split("\n")[0]?.slice(0, 160)}`;
          if (!problems.has(key)) problems.set(key, `${cause ? `${String((cause as Error).message).slice(0, 200)} ` : ""}${frame} with ${JSON.stringify(input).slice(0, 1500)}`);
        }
      }),
      { seed, numRuns: runs },
    );
    console.log(`fuzz: answers by status ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}`);
    expect([...problems].map(([what, how]) => `${what}\n    ${how}`).join("\n")).toBe("");
  }, isStress ? 1_800_000 : 240_000);

  it("leaves nothing in the database that the schema refuses, a ledger that sums to zero and calendars without overlap", async () => {
    expect((await brokenRules(house)).slice(0, 20)).toEqual([]);
  }, 60_000);
});
