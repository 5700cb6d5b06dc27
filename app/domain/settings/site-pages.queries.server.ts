import { eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defaultLocale } from "../kernel/words.ts";

export type SitePage = { slug: string; title: string; body: string; updatedAt: number };

/** One page that staff edit, in the reader's language, else in German; null when there is none. */
export async function sitePage(ctx: Context, slug: string): Promise<SitePage | null> {
  const { sitePage: table } = ctx.db.t;
  const [row] = await ctx.db.select().from(table).where(eq(table.slug, slug));
  const words = (text: Record<string, string>) => text[ctx.locale] || text[defaultLocale] || "";
  return row ? { slug, title: words(row.title), body: words(row.body), updatedAt: row.updatedAt } : null;
}
