import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** One loader or action with its address and the words that its source speaks. */
export type Target = { file: string; pattern: string; part: "loader" | "action"; run: (args: never) => Promise<unknown>; fields: string[]; words: string[] };

type Module = { loader?: Target["run"]; action?: Target["run"] };

/** Every loader and action of the route config, layouts included, with fields and words harvested from the sources. */
export async function fuzzTargets(): Promise<Target[]> {
  const found: Target[] = [];
  for (const { file, pattern } of flatten(await routes, "")) {
    const absolute = path.join(root, "app", file);
    const module = (await import(/* @vite-ignore */ absolute)) as Module;
    const said = vocabulary(absolute);
    if (module.loader) found.push({ file, pattern, part: "loader", run: module.loader, ...said });
    if (module.action) found.push({ file, pattern, part: "action", run: module.action, ...said });
  }
  return found;
}

function flatten(entries: readonly RouteConfigEntry[], above: string): { file: string; pattern: string }[] {
  return entries.flatMap(({ file, path: own, children }) => {
    const pattern = [above, own].filter(Boolean).join("/");
    return [{ file, pattern }, ...flatten(children ?? [], pattern)];
  });
}

const vocabularies = new Map<string, { fields: string[]; words: string[] }>();

/** Field names and short literals of a route's file and of what it imports nearby. */
function vocabulary(file: string): { fields: string[]; words: string[] } {
  const known = vocabularies.get(file);
  if (known) return known;
  const fields = new Set<string>();
  const words = new Set<string>();
  for (const source of nearby(file, 3)) {
    for (const pattern of [/\bname=(?:"|\{"|\{`)([\w.[\]-]{1,40})/g, /^\s*(\w+): (?:z\.|required|optional|words|telephone|voice|amount|optionalNumber)/gm, /\.(?:get|getAll|has)\("([\w.-]{1,40})"/g, /\bname: "([\w.-]+)"/g])
      for (const [, name] of source.matchAll(pattern)) if (name) fields.add(name);
    for (const pattern of [/\bvalue="([\w.:-]{1,40})"/g, /case "([\w.:-]{1,40})"/g, /=== "([\w.:-]{1,40})"/g, /z\.(?:enum|literal)\(\[?([^)\]]*)/g])
      for (const [, text] of source.matchAll(pattern)) for (const word of (text ?? "").split(/[",\s]+/)) if (/^[\w.:-]{1,40}$/.test(word)) words.add(word);
  }
  const answer = { fields: [...fields].sort(), words: [...words].sort() };
  vocabularies.set(file, answer);
  return answer;
}

function nearby(file: string, depth: number, seen = new Set<string>()): string[] {
  if (depth < 0 || seen.has(file) || !existsSync(file)) return [];
  seen.add(file);
  const source = readFileSync(file, "utf8");
  const imported = [...source.matchAll(/from "((?:\.{1,2}\/|#app\/)[^"]+\.tsx?)"/g)].map(([, name]) => name ?? "");
  const near = imported.filter((name) => name.startsWith(".") || /#app\/(routes|http\/(sign-in|uploads|payouts))|\.(schema|form|params)\.ts$/.test(name));
  return [source, ...near.flatMap((name) => nearby(name.startsWith("#app/") ? path.join(root, "app", name.slice(5)) : path.join(path.dirname(file), name), depth - 1, seen))];
}
