import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableColumns, is, Table } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "#db/schema/sqlite.ts";
import { aims, ceilings, isDesk, screenWeights } from "../bench/weights.ts";

const client = path.resolve(import.meta.dirname, "../../build/client");
const assets = path.join(client, "assets");

/** Names with an underscore that are also codes of the business, which screens may name. */
const alsoCodes = new Set(["not_solved", "signed_off", "professional_only"]);
const columnNames = [...new Set(Object.values(schema).filter((each) => is(each, Table)).flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => name)))].filter((name) => /^[a-z]+(_[a-z]+)+$/.test(name) && !alsoCodes.has(name));

const secrets = [...new Set(readFileSync(path.resolve(import.meta.dirname, "../../app/http/config.server.ts"), "utf8").matchAll(/env\.([A-Z_]+)/g))].map((match) => match[1] ?? "").filter((name) => name.includes("_") && name !== "NODE_ENV");

describe("The browser's files", () => {
  let files: { name: string; source: string }[] = [];
  beforeAll(() => {
    if (!existsSync(assets)) throw new Error("build/client is missing: run `npm run build` before this test (npm test does).");
    files = readdirSync(assets).filter((name) => name.endsWith(".js")).map((name) => ({ name, source: readFileSync(path.join(assets, name), "utf8") }));
    if (files.length === 0) throw new Error("build/client/assets holds no JavaScript: run `npm run build`.");
  });
  const holding = (words: readonly string[]) => files.flatMap(({ name, source }) => words.filter((word) => new RegExp(`(?<![\\w$-])${word.replaceAll(".", "\\.")}(?![\\w-])`).test(source)).map((word) => `${word} in ${name}`));

  it("name no column of the database", () => {
    expect(columnNames.length).toBeGreaterThan(100);
    expect(holding(columnNames)).toEqual([]);
  });

  it("name no secret and no setting of the server", () => {
    expect(secrets).toContain("STRIPE_SECRET_KEY");
    expect(secrets).toContain("QUARTIER_SECRET");
    expect(holding(secrets)).toEqual([]);
  });

  it("hold no server module, no schema library, no database and no payment library", () => {
    expect(files.filter(({ source }) => /[\w/-]+\.server(\.[jt]sx?)?["'`]/.test(source)).map(({ name }) => name)).toEqual([]);
    expect(holding(["ZodError", "ZodType", "ZodString", "drizzle-orm", "drizzle", "better-sqlite3", "node-postgres", "sqlite", "Stripe", "node:crypto", "process.env"])).toEqual([]);
    expect(files.filter(({ source }) => /api\.stripe\.com|sk_(test|live)_/.test(source)).map(({ name }) => name)).toEqual([]);
  });

  it("hold no source maps, which would tell what the server's files say", () => {
    expect(readdirSync(assets).filter((name) => name.endsWith(".map"))).toEqual([]);
  });

  it(`weigh no more than ${ceilings.screen / 1000} kB of JavaScript a screen before the map, ${ceilings.desk / 1000} kB for staff, and ${ceilings.withMap / 1000} kB with the map, gzipped`, () => {
    const weights = screenWeights(client);
    const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
    const above = ({ bytes, withMap }: { bytes: number; withMap: number }) => (bytes > aims.screen || withMap > aims.withMap ? "above the aim" : "");
    console.log([`${"screen".padEnd(44)}    kB  with map`, ...weights.map((each) => `${each.screen.padEnd(44)}${kB(each.bytes)}  ${each.withMap > each.bytes ? kB(each.withMap) : "      "}    ${above(each)}`)].join("\n"));
    expect(weights.length).toBeGreaterThan(30);
    expect(weights.filter(({ screen }) => /^(customer\/bookings\/page|helper\/visit)$/.test(screen))).toHaveLength(2);
    expect(weights.some(({ bytes, withMap }) => withMap > bytes)).toBe(true);
    expect(weights.filter(({ screen, bytes, withMap }) => bytes > (isDesk(screen) ? ceilings.desk : ceilings.screen) || withMap > ceilings.withMap)).toEqual([]);
  });
});
