import type { MetaDescriptor, MetaFunction } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { translator } from "#app/texts/registry.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";

/** Title and description of a helper's screen; none of them belongs into a search engine. */
export const titled = (title: TextKey, description?: TextKey): MetaFunction =>
  ({ params, location, matches }): MetaDescriptor[] => {
    const locale = isLocale(params.locale) ? params.locale : defaultLocale;
    const t = translator(locale);
    const root = matches.find(({ id }) => id === "root")?.data as { brand?: { name?: string } } | undefined;
    return pageMeta({ locale, path: location.pathname.replace(/^\/\w\w/, ""), title: [t(title), root?.brand?.name].filter(Boolean).join(" · "), description: description && t(description), noindex: true });
  };
