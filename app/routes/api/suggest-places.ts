import type { LoaderFunctionArgs } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import { contextFor } from "#app/http/context.server.ts";

/** Suggestions for "where": by words, or the nearest place to a rounded position. With `labels=1` the value is what a person would type. */
export async function loader(args: LoaderFunctionArgs) {
  const { places } = await contextFor(args);
  const params = new URL(args.request.url).searchParams;
  const asked = params.get("locale");
  const locale = isLocale(asked) ? asked : defaultLocale;
  const [lat, lng] = [Number(params.get("lat") || Number.NaN), Number(params.get("lng") || Number.NaN)];
  const nearest = Number.isFinite(lat) && Number.isFinite(lng) ? places.nearest(lat, lng) : null;
  const found = nearest ? [nearest] : places.suggest((params.get("q") ?? "").slice(0, 100), locale, 6);
  const items = found.map(({ id, postcode, locality, canton }) => ({ value: params.has("labels") ? `${postcode} ${locality}` : id, label: `${postcode} ${locality}`, detail: canton }));
  return Response.json({ items }, { headers: { "Cache-Control": "public, max-age=3600" } });
}
