import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
type Lock = { packages: Record<string, { license?: string; dev?: boolean; optional?: boolean; version?: string }> };
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;

const permissive = /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|bsd-3-clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|CC-BY-3\.0|Unlicense|Python-2\.0|OFL-1\.1|WTFPL|Zlib|LGPL-3\.0-or-later|LGPL-2\.1|MPL-2\.0|PostgreSQL|Artistic-2\.0|Hippocratic-2\.1|EUPL-1\.1)$/;
/** A licence expression passes when one side of every OR, and every side of an AND, is on the list. */
const passes = (expression: string): boolean =>
  expression.replace(/[()]/g, "").split(/\s+OR\s+/i).some((side) => side.split(/\s+AND\s+/i).every((name) => permissive.test(name.trim())));

test("no dependency is under GPL or AGPL or under a licence nobody looked at", () => {
  const strange = Object.entries(lock.packages)
    .filter(([name, { license }]) => name !== "" && license !== undefined && !passes(license))
    .map(([name, { license }]) => `${name}: ${license}`);
  expect(strange).toEqual([]);
});

/** Old packages that name their licence only in a file, read by a person: BSD-3-Clause and MIT. */
const readByHand = ["node_modules/parse-cache-control", "node_modules/require-like"];

test("a package without a licence in the lockfile names one in its own files", () => {
  const silent = Object.entries(lock.packages).filter(([name, { license }]) => name !== "" && license === undefined && !readByHand.includes(name)).map(([name]) => name);
  const unknown = silent.filter((name) => {
    try {
      const own = JSON.parse(readFileSync(path.join(root, name, "package.json"), "utf8")) as { license?: unknown; licenses?: { type: string }[] };
      const licence = typeof own.license === "string" ? own.license : own.licenses?.[0]?.type;
      return !licence || !passes(licence);
    } catch {
      return false;
    }
  });
  expect(unknown).toEqual([]);
});
