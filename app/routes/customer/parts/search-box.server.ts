import { activeServiceTypes } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { type Bounds, mapOf, type MapGroup, type MapPoint } from "#app/domain/search/map.server.ts";
import { readSearch } from "#app/domain/search/search.params.ts";
import { matching } from "#app/domain/search/search.queries.server.ts";
import { favouriteIds } from "#app/domain/together/favourites.queries.server.ts";
import { askedPlace, askedService, filtersOf } from "./search-answer.server.ts";

/** Pins and groups of the box that a map shows; null where service, place or box is not understood. */
export async function mapAnswer(ctx: Context, params: URLSearchParams): Promise<{ pins: MapPoint[]; groups: MapGroup[] } | null> {
  const ask = readSearch(params);
  const bounds = readBox(params.get("box") ?? "");
  const service = askedService(await activeServiceTypes(ctx), ask, ctx);
  const place = askedPlace(ctx, ask);
  if (!bounds || service.kind !== "one" || place.kind !== "one") return null;
  const zoom = Number(params.get("zoom"));
  const ranked = await matching(ctx, { serviceType: service.value, place: place.value, filters: filtersOf(ask, ask.filters.mine ? await favouriteIds(ctx) : null), when: ask.when, sorting: ask.sort, page: 1 });
  return mapOf(ctx, ranked, { bounds, zoom: Number.isFinite(zoom) ? zoom : 10 });
}

function readBox(text: string): Bounds | null {
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN, more] = text.split(",").map(Number);
  const isBox = more === undefined && [south, west, north, east].every((edge) => Math.abs(edge) <= 180) && south < north && west < east;
  return isBox ? { south, west, north, east } : null;
}
