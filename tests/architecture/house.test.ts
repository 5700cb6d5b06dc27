import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" }).split("\n").filter((file) => file && existsSync(path.join(root, file)));
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const ours = files.filter((file) => /^(app|db|tests)\/.*\.tsx?$/.test(file));

test("imports follow the house's directions, without cycles or orphans", () => {
  const run = () => execFileSync("node_modules/.bin/depcruise", ["app", "db", "--config", "tests/architecture/dependency-rules.cjs", "--output-type", "err"], { cwd: root, encoding: "utf8" });
  expect(run).not.toThrow();
}, 60_000);

test("no file of code is longer than 300 lines: a long file is two things", () => {
  const exempt = /\/texts\/|\/migrations\/|^db\/seed\/|\.generated\./;
  const long = ours.filter((file) => !exempt.test(file)).map((file) => ({ file, lines: read(file).split("\n").length - 1 })).filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test("time and chance come through the context in the domain and the schema", () => {
  const past = ours.filter((file) => /^(app\/domain|db\/schema)\//.test(file)).filter((file) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(read(file)));
  expect(past).toEqual([]);
});

test("no screen carries a style attribute, which the content policy would drop", () => {
  const styled = ours.filter((file) => /^app\/(ui|routes|root)/.test(file)).filter((file) => /\sstyle=\{/.test(read(file)));
  expect(styled).toEqual([]);
});

test("nothing is left to do later, skipped or hidden from the compiler", () => {
  const marks = /TODO|FIXME|XXX\b|\.skip\(|\.only\(|\.todo\(|@ts-ignore|@ts-nocheck|\bas any\b/;
  const marked = ours.filter((file) => file !== "tests/architecture/house.test.ts").filter((file) => marks.test(read(file)));
  expect(marked).toEqual([]);
});

test("the top level holds only what the README names", () => {
  const top = [...new Set(files.map((file) => file.split("/")[0]))].filter((name) => !name?.startsWith("."));
  const allowed = ["app", "db", "public", "tests", "package.json", "package-lock.json", "tsconfig.json", "remix.config.js", "README.md", "LICENSE"];
  expect(top.filter((name) => !allowed.includes(name ?? ""))).toEqual([]);
});

test("every domain module says in a README what its words mean", () => {
  const modules = readdirSync(path.join(root, "app/domain"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(modules.map(({ name }) => name).filter((name) => !existsSync(path.join(root, "app/domain", name, "README.md")))).toEqual([]);
});
