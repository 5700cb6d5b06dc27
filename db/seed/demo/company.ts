import { saveCatalogueFrame, saveServiceType } from "#app/domain/catalogue/catalogue.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { setWeeklyHours } from "#app/domain/availability/availability.commands.server.ts";
import { saveSetting, saveSitePage } from "#app/domain/settings/settings.commands.server.ts";
import { categories, company, measureKinds, programmes, serviceTypes } from "../content/index.ts";

/** The fictitious company: its brand, its pages, its catalogue and its technicians' lanes. */
export async function tellCompany(ctx: Context): Promise<void> {
  must(await saveSetting(ctx, "brand", company.brand));
  for (const page of company.pages) must(await saveSitePage(ctx, page));
  must(await saveCatalogueFrame(ctx, { categories: [...categories], programmes: [...programmes], measureKinds: [...measureKinds] }));
  for (const content of serviceTypes) must(await saveServiceType(ctx, content));
  await tellLanes(ctx);
}

/** Two lanes of technicians on weekdays; a wait of two days makes them slower than the helpers. */
async function tellLanes(ctx: Context): Promise<void> {
  for (const name of ["Profi-Service 1", "Profi-Service 2"]) {
    const id = ctx.newId();
    await ctx.db.insert(ctx.db.t.lane).values({ id, name, waitDays: 2 });
    must(await setWeeklyHours(ctx, id, [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 17 * 60 }))));
  }
}
