import Supercluster from "supercluster";
import { keptQuery } from "#db/kept-query.ts";
import type { Context } from "../kernel/context.ts";
import type { Ranked } from "./search.ts";

/** Degrees WGS84. */
export type Bounds = { south: number; west: number; north: number; east: number };
export type MapView = { bounds: Bounds; zoom: number };
/** One helper on the map, at the public point. */
export type MapPoint = { id: string; helperId: string; lat: number; lng: number; name: string; priceMinor: number };
/** Several who would cover one another. */
export type MapGroup = { id: string; lat: number; lng: number; count: number };

const mostPins = 500;

/** What a map shows of those who match: single pins where there is room, groups where they would hide one another. */
export async function mapOf(ctx: Context, ranked: readonly Ranked[], { bounds, zoom }: MapView): Promise<{ pins: MapPoint[]; groups: MapGroup[] }> {
  const index = new Supercluster<{ row: Ranked }>({ radius: 44, extent: 256, maxZoom: 15, minPoints: 3 });
  index.load(ranked.map((row) => ({ type: "Feature", properties: { row }, geometry: { type: "Point", coordinates: [row.lng, row.lat] } })));
  const seen = index.getClusters([bounds.west, bounds.south, bounds.east, bounds.north], Math.max(0, Math.min(18, Math.round(zoom))));
  const groups: MapGroup[] = [];
  const single: Ranked[] = [];
  for (const { properties, geometry } of seen) {
    const [lng = 0, lat = 0] = geometry.coordinates;
    if ("cluster" in properties && properties.cluster) groups.push({ id: String(properties.cluster_id), lat: round(lat), lng: round(lng), count: properties.point_count });
    else if ("row" in properties) single.push(properties.row);
  }
  const shown = single.slice(0, mostPins);
  const names = await namesOf(ctx, shown);
  return { pins: shown.map((row) => ({ id: row.listingId, helperId: row.helperId, lat: row.lat, lng: row.lng, name: names.get(row.helperId) ?? "", priceMinor: row.priceMinor })), groups };
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

async function namesOf(ctx: Context, rows: readonly Ranked[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  return new Map((await displayNames(ctx.db, { ids: rows.map(({ helperId }) => helperId) })).map(({ id, name }) => [id, name]));
}
const displayNames = keptQuery<{ ids: readonly string[] }, { id: string; name: string }>((db, value) => {
  const { helper } = db.t;
  return db.select({ id: helper.id, name: helper.displayName }).from(helper).where(db.among(helper.id, value("ids")));
});

const padding = 0.006;
/** About 13 km to each side. */
const regional = 0.12;

/** The box that shows the place and everybody who matches, at most `mostKm` away. */
export function boundsOf(place: { lat: number; lng: number }, ranked: readonly Ranked[], mostKm = 25): Bounds {
  const near = ranked.filter(({ distanceM }) => distanceM <= mostKm * 1000);
  const all = [place, ...near];
  const box = { south: place.lat, north: place.lat, west: place.lng, east: place.lng };
  for (const { lat, lng } of all) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
  }
  // Nobody near: the map shows the region rather than one dot.
  const margin = near.length > 0 ? padding : regional;
  return { south: round(box.south - margin), north: round(box.north + margin), west: round(box.west - margin * 1.4), east: round(box.east + margin * 1.4) };
}

/** The zoom at which a box fills a map about this many pixels wide and high. */
export function zoomFor({ south, north, west, east }: Bounds, pixels = 620): number {
  const byWidth = Math.log2((pixels * 360) / (256 * Math.max(0.001, east - west)));
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const byHeight = Math.log2((pixels * 360 * Math.cos(middle)) / (256 * Math.max(0.001, north - south)));
  return Math.max(7, Math.min(14, Math.floor(Math.min(byWidth, byHeight))));
}
