/**
 * Prepares the offline map under public/basemap from the npm packages swiss-maps and switzerland-postal-codes.
 *
 *   npx tsx app/commands/basemap.ts [--register AMTOVZ_CSV_WGS84.csv] [--rivers FOLDER]
 *
 * With the official register it also renews what the built-in places take from it; with a folder of Natural
 * Earth's 10m river files (GeoJSON) it renews the rivers. The files it writes are committed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Feature, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { packageRows } from "#app/gateways/places/builtin.server.ts";
import { deriveFrom } from "#app/gateways/places/derive.ts";
import { registerRows } from "#app/gateways/places/register.ts";
import { cantonNames, countryNames, lakeNames } from "./basemap/names.ts";
import { municipalityLabels, postcodeLabels, townLabels } from "./basemap/labels.ts";
import { middleOf } from "./basemap/middle.ts";
import { packed, packedRings, unitsPerDegree } from "./basemap/pack.ts";
import { riversIn } from "./basemap/rivers.ts";

const { values: options } = parseArgs({ options: { register: { type: "string" }, rivers: { type: "string" } } });
const folder = new URL("../../public/basemap/", import.meta.url);
const newest = 2026;

function write(name: string, content: unknown): void {
  const text = JSON.stringify(content);
  writeFileSync(new URL(name, folder), text);
  const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`;
  console.info(`${name}: ${kib(text.length)}, compressed ${kib(gzipSync(text).length)}`);
}

function polygonsOf(topology: Topology, name: string): { id: number; polygons: Position[][][] }[] {
  const object = topology.objects[name] as GeometryCollection;
  return object.geometries.map((geometry) => {
    const { geometry: shape } = feature(topology, geometry) as Feature;
    const polygons =
      shape.type === "Polygon"
        ? [shape.coordinates]
        : shape.type === "MultiPolygon"
          ? shape.coordinates
          : [];
    return { id: Number(geometry.id), polygons };
  });
}

const borders = (topology: Topology, name: string): Position[][] =>
  mesh(topology, topology.objects[name] as GeometryCollection, (a, b) => a !== b).coordinates;

/** Municipal borders without those that are cantonal ones already. */
function municipalBorders(topology: Topology): Position[][] {
  const cantonOf = new Map<unknown, unknown>();
  const cantons = topology.objects.cantons as GeometryCollection;
  const arcsOf = (geometry: { arcs?: unknown }): number[] =>
    [geometry.arcs].flat(4).map((arc) => (Number(arc) < 0 ? ~Number(arc) : Number(arc)));
  for (const canton of cantons.geometries)
    for (const arc of arcsOf(canton as { arcs?: unknown })) cantonOf.set(arc, canton.id);
  const municipalities = topology.objects.municipalities as GeometryCollection;
  const seen = new Map<number, number>();
  for (const one of municipalities.geometries)
    for (const arc of arcsOf(one as { arcs?: unknown })) seen.set(arc, (seen.get(arc) ?? 0) + 1);
  const inner = [...seen].filter(([arc, times]) => times > 1 && !cantonOf.has(arc)).map(([arc]) => [arc]);
  return mesh(topology, { type: "MultiLineString", arcs: inner }).coordinates;
}

if (options.register) {
  const register = registerRows(readFileSync(options.register, "utf8"));
  const target = new URL("../gateways/places/derived.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify(deriveFrom(packageRows(), register))}\n`);
}

mkdirSync(folder, { recursive: true });
const load = createRequire(import.meta.url);
const topology: Topology = load(`swiss-maps/${newest}/ch-combined.json`);
const lakes = polygonsOf(topology, "lakes");
const cantons = polygonsOf(topology, "cantons");
/** The layer also holds Liechtenstein and the two enclaves: Switzerland is the polygon with the longest border. */
const [switzerland = []] = polygonsOf(topology, "country")
  .flatMap(({ polygons }) => polygons)
  .sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));

write("switzerland.json", {
  unitsPerDegree,
  country: [packedRings(switzerland)],
  lakes: lakes.flatMap(({ polygons }) => polygons.map(packedRings)),
  cantons: borders(topology, "cantons").map(packed),
  names: {
    countries: countryNames,
    cantons: cantons.flatMap(({ id, polygons }) => {
      const name = cantonNames[id];
      return name ? [[name, ...middleOf(polygons)]] : [];
    }),
    lakes: lakes.flatMap(({ id, polygons }) => {
      const name = lakeNames[id];
      return name ? [[name, ...middleOf(polygons)]] : [];
    }),
    towns: townLabels(),
  },
});
write("municipalities.json", {
  unitsPerDegree,
  borders: municipalBorders(topology).map(packed),
  names: { municipalities: municipalityLabels(), postcodes: postcodeLabels() },
});
if (options.rivers) write("rivers.json", { unitsPerDegree, rivers: riversIn(options.rivers) });
else if (!existsSync(new URL("rivers.json", folder))) write("rivers.json", { unitsPerDegree, rivers: [] });
