import { spawn } from "node:child_process";

/** `npm run stress`: the race, the contest of fifty clients, the killed house, every rule with every transaction begun twice, and the fuzz, at full length and on both databases; QUARTIER_FUZZ_SEED repeats a run. */
const seed = process.env.QUARTIER_FUZZ_SEED ?? String(Date.now() % 2 ** 31);
const runs: [name: string, files: string[], env: Record<string, string>][] = [
  ["race, both databases", ["tests/rules/race.test.ts"], {}],
  ["fifty clients, 10,000 contested times", ["tests/rules/contest"], {}],
  ["40 kills in 1,000 bookings", ["tests/rules/killed"], {}],
  // The demo is told once to an empty house by nobody else, and throws its dice within transactions.
  ["every rule, with every transaction begun twice", ["tests/rules", "--exclude", "**/{contest,killed,race,seed}*"], { QUARTIER_TX: "twice" }],
  ["fuzz on SQLite", ["tests/screens/fuzz.test.ts"], {}],
  ["fuzz on PostgreSQL", ["tests/screens/fuzz.test.ts"], { QUARTIER_FUZZ_ENGINE: "postgres" }],
];

console.log(`seed ${seed}; repeat with QUARTIER_FUZZ_SEED=${seed} npm run stress`);
for (const [name, files, env] of runs) {
  console.log(`\n== ${name}`);
  const code = await new Promise<number>((resolve) => {
    const child = spawn("npx", ["vitest", "run", "--config", "tests/vitest.config.ts", ...files], { stdio: "inherit", shell: process.platform === "win32", env: { ...process.env, QUARTIER_STRESS: "1", QUARTIER_FUZZ_SEED: seed, ...env } });
    child.on("exit", (status) => resolve(status ?? 1));
  });
  if (code !== 0) process.exit(code);
}
