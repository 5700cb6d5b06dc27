import type { MetaDescriptor } from "@remix-run/node";
import type { Locale } from "#app/domain/kernel/words.ts";

export type PageMeta = {
  locale: Locale;
  /** The page's own address below the language ("" for home), without search parameters that only sort or filter. */
  path: string;
  title: string;
  description?: string;
  /** Keeps the page out of search engines. */
  noindex?: boolean;
};

/** Title and description of a page; its canonical and other languages' addresses are in the document's head, which knows the origin (root.tsx). */
export function pageMeta({ locale, title, description, noindex = false }: PageMeta): MetaDescriptor[] {
  return [
    { title },
    ...(description ? [{ name: "description", content: description }, { property: "og:description", content: description }] : []),
    { property: "og:title", content: title },
    { property: "og:type", content: "website" },
    { property: "og:locale", content: `${locale}_${locale === "en" ? "GB" : "CH"}` },
    ...(noindex ? [{ name: "robots", content: "noindex" }] : []),
  ];
}
