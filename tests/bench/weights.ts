import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { bundlesOf } from "#app/texts/parts.ts";
import { doorOf, manifestsOf } from "#app/http/branches.server.ts";

type Manifest = { url?: string; entry: { module: string; imports: string[] }; routes: Record<string, { id: string; parentId?: string; path?: string; module: string; imports: string[] }> };
/** Bytes of JavaScript, gzipped, that one screen loads before and with its map; equal where it has none. */
export type ScreenWeight = { screen: string; bytes: number; withMap: number };

export const aims = { screen: 120_000, withMap: 170_000 };
/** What no screen may exceed: the aim for every customer and helper, and at a desk what the densest screen weighs (tests/bench/README.md). */
export const ceilings = { ...aims, desk: 122_000 };
export const isDesk = (screen: string): boolean => /^(staff|dev)\//.test(screen);

/** What the browser loads for each screen in German: entry, manifest, texts of its area, its route and the routes around it. */
export function screenWeights(client: string): ScreenWeight[] {
  const assets = path.join(client, "assets");
  const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const sources = new Map(names.map((name) => [name, readFileSync(path.join(assets, name), "utf8")]));
  const gzipped = new Map<string, number>();
  const weigh = (files: Iterable<string>): number => {
    let sum = 0;
    for (const name of files) {
      if (!gzipped.has(name)) gzipped.set(name, gzipSync(sources.get(name) ?? "", { level: 6 }).length);
      sum += gzipped.get(name) ?? 0;
    }
    return sum;
  };
  const manifestFile = names.find((name) => name.startsWith("manifest-"));
  if (!manifestFile) throw new Error("The build has no route manifest");
  const manifest = JSON.parse((sources.get(manifestFile) ?? "").replace(/^window\.__remixManifest=/, "").replace(/;\s*$/, "")) as Manifest;
  const nameOf = (url: string) => url.split("/").at(-1) ?? "";
  const dynamicOf = (name: string) => [...(sources.get(name) ?? "").matchAll(/import\("\.\/([^"]+\.js)"\)/g)].map((match) => match[1] ?? "");
  const closure = (start: Iterable<string>, into = new Set<string>()): Set<string> => {
    for (const name of start) {
      if (into.has(name) || !sources.has(name)) continue;
      into.add(name);
      closure([...(sources.get(name) ?? "").matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? ""), into);
    }
    return into;
  };
  const addressOf = (id: string): string => {
    const route = manifest.routes[id];
    return route ? [addressOf(route.parentId ?? ""), route.path ?? ""].filter(Boolean).join("/").replace(":locale", "/de") : "";
  };
  // The server hands out the part of the manifest that lies behind the screen's door.
  const { manifests, urlBehind } = manifestsOf({ version: "", url: `/assets/${manifestFile}`, ...manifest } as Parameters<typeof manifestsOf>[0]);
  const manifestBytes = (id: string) => gzipSync(manifests.get(urlBehind[doorOf(id)]) ?? "", { level: 6 }).length;
  const entry = nameOf(manifest.entry.module);
  return Object.values(manifest.routes)
    .filter(({ module }) => (sources.get(nameOf(module)) ?? "").length > 200)
    .map((route) => {
      const loaded = closure([entry, ...bundlesOf(addressOf(route.id) || "/de").flatMap((bundle) => names.filter((name) => new RegExp(`^de\\.${bundle}-.{8}\\.js$`).test(name)))]);
      for (let at: typeof route | undefined = route; at; at = at.parentId ? manifest.routes[at.parentId] : undefined) closure([nameOf(at.module), ...at.imports.map(nameOf)], loaded);
      // What a screen fetches after it woke is its map, apart from other languages' and areas' texts.
      const all = new Set(loaded);
      for (const name of all) closure(dynamicOf(name).filter((later) => !/^(de|fr|it|en)\.\w+-/.test(later)), all);
      return { screen: route.id.replace(/^(\.\/)?routes\//, ""), bytes: manifestBytes(route.id) + weigh(loaded), withMap: manifestBytes(route.id) + weigh(all) };
    })
    .sort((a, b) => b.withMap - a.withMap || (a.screen < b.screen ? -1 : 1));
}
