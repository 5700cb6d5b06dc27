import type { LoaderFunctionArgs } from "@remix-run/node";
import { activeServiceTypes, readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { matchServiceTypes } from "#app/domain/catalogue/match.ts";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import { contextFor } from "#app/http/context.server.ts";

/** Suggestions for "what", in the reader's words. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const params = new URL(args.request.url).searchParams;
  const asked = params.get("locale");
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { categories } = await readCatalogue(ctx);
  const found = matchServiceTypes((params.get("q") ?? "").slice(0, 100), await activeServiceTypes(ctx), locale).slice(0, 6);
  const items = found.map(({ code, categoryCode, content }) => ({ value: code, label: content.name[locale], detail: categories.find((category) => category.code === categoryCode)?.name[locale] }));
  return Response.json({ items }, { headers: { "Cache-Control": "public, max-age=300" } });
}
