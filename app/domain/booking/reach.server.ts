import { isOpen } from "../area/area.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { distanceM } from "../search/search.ts";

/** A postcode's point stands for all its streets: somebody near the edge of a radius is still served. */
const reachMarginKm = 2;

export type Reach = "ok" | "unknown-place" | "outside-area" | "too-far";

/** Can a visit take place there? Only ever asked of a helper's public point. */
export async function reachOf(ctx: Context, place: { postcode: string; locality: string }, helper: { publicLat: number | null; publicLng: number | null; radiusKm: number } | null): Promise<Reach> {
  const known = ctx.places.byPostcode(place.postcode);
  if (known.length === 0) return "unknown-place";
  if (!(await isOpen(ctx, place.postcode))) return "outside-area";
  if (!helper) return "ok";
  const { publicLat: lat, publicLng: lng } = helper;
  if (lat === null || lng === null) return "too-far";
  const named = known.filter(({ locality }) => locality.toLowerCase() === place.locality.trim().toLowerCase());
  const near = (named.length ? named : known).some((each) => distanceM(each.lat, each.lng, lat, lng) <= (helper.radiusKm + reachMarginKm) * 1000);
  return near ? "ok" : "too-far";
}
