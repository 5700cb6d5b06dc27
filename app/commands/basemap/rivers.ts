import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection, LineString, MultiLineString, Position } from "geojson";
import { packed } from "./pack.ts";

const files = ["ne_10m_rivers_lake_centerlines.json", "ne_10m_rivers_europe.json"];
const near = ([lng = 0, lat = 0]: Position): boolean => lng > 4.4 && lng < 12.1 && lat > 44.8 && lat < 48.8;

/** Rivers that touch Switzerland; others would only be noise beyond the border. */
const isOurs = (name: unknown): boolean => /^(Rh|Aare|Reuss|Limmat|Inn$|Ticino|Doubs|Thielle)/.test(String(name));

type Shape = LineString | MultiLineString | null;

/** The stretches of a line that lie on the map. */
function stretches(line: readonly Position[]): Position[][] {
  const found: Position[][] = [[]];
  for (const at of line) {
    if (near(at)) found.at(-1)?.push(at);
    else if (found.at(-1)?.length) found.push([]);
  }
  return found.filter((part) => part.length > 1);
}

/** Rivers around Switzerland: `[1 for a great one, 2 for a lesser one, line]`; lake centre lines are left out. */
export function riversIn(folder: string): [number, number[]][] {
  return files.flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new Error(`The folder of rivers has no ${name}.`);
    const all: FeatureCollection<Shape> = JSON.parse(readFileSync(path, "utf8"));
    return all.features.flatMap(({ geometry, properties }) => {
      if (!geometry || properties?.featurecla !== "River" || !isOurs(properties.name)) return [];
      const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
      const size = Number(properties.scalerank) <= 6 ? 1 : 2;
      return lines.flatMap(stretches).map((part): [number, number[]] => [size, packed(part)]);
    });
  });
}
