import { eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defaultLocale, locales } from "../kernel/words.ts";
import { isRequiredPage, requiredPages } from "./site-pages.ts";

/** `body` is empty and `updatedAt` may be null while nobody has written the page. */
export type SitePage = { slug: string; title: string; body: string; updatedAt: number | null };

/** One page that staff edit, in the reader's language, else in German; null when there is none and none has to be. */
export async function sitePage(ctx: Context, slug: string): Promise<SitePage | null> {
  const { sitePage: table } = ctx.db.t;
  const [row] = await ctx.db.select().from(table).where(eq(table.slug, slug));
  const words = (text: Record<string, string>) => text[ctx.locale] || text[defaultLocale] || "";
  if (!row) return isRequiredPage(slug) ? { slug, title: "", body: "", updatedAt: null } : null;
  return { slug, title: words(row.title), body: words(row.body).trim(), updatedAt: row.updatedAt };
}

export type SitePageRow = { slug: string; title: Record<string, string>; body: Record<string, string>; updatedAt: number | null };

/** Every page in all its languages; those that a company has to publish stand in the list before anybody wrote them. */
export async function sitePages(ctx: Context): Promise<SitePageRow[]> {
  const { sitePage: table } = ctx.db.t;
  const rows: SitePageRow[] = await ctx.db.select({ slug: table.slug, title: table.title, body: table.body, updatedAt: table.updatedAt }).from(table);
  const missing = requiredPages.filter((slug) => !rows.some((row) => row.slug === slug)).map((slug) => ({ slug, title: {}, body: {}, updatedAt: null }));
  return [...rows, ...missing].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Whether a page says something in every language. */
export const isWritten = ({ body }: Pick<SitePageRow, "body">): boolean => locales.every((locale) => (body[locale] ?? "").trim() !== "");
