import { saveCatalogueFrame, saveServiceType } from "#app/domain/catalogue/catalogue.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { saveSitePage } from "#app/domain/settings/settings.commands.server.ts";
import { categories, company, measureKinds, programmes, serviceTypes } from "./content/index.ts";

/** No words: readers are told that the company has not published the page yet, and staff that they must write it. */
const unwritten = { de: "", fr: "", it: "", en: "" };

/**
 * What a company begins with outside the demo: categories, programmes, services that nobody sees until staff have looked
 * at scope and price, and the pages that every footer leads to. A house that has any of it is left alone.
 */
export async function layGround(ctx: Context): Promise<boolean> {
  const { category, sitePage } = ctx.db.t;
  if ((await ctx.db.$count(category)) + (await ctx.db.$count(sitePage)) > 0) return false;
  await ctx.store.tx(async (db) => {
    const tx = { ...ctx, db, inTransaction: true };
    for (const { slug, title } of company.pages) must(await saveSitePage(tx, { slug, title, body: unwritten }));
    must(await saveCatalogueFrame(tx, { categories: [...categories], programmes: [...programmes], measureKinds: [...measureKinds] }));
    for (const content of serviceTypes) must(await saveServiceType(tx, content, "hidden"));
  });
  return true;
}
