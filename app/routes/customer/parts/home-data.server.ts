import { isHourly } from "#app/domain/booking/hourly.ts";
import { sql } from "drizzle-orm";
import { nextFreeProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { minute } from "#app/domain/kernel/time.ts";
import { type Rate, rateOf, type Stars } from "#app/domain/search/cards.server.ts";
import { keptFor } from "#app/domain/search/kept.ts";

export type Proof = { helpers: number; visits: number; solved: Rate | null; right: Rate | null; stars: Stars | null };

const keptProof = keptFor<Proof>(10 * minute);

/** The figures that certification rests on, each with its n; counted at most every ten minutes. */
export const proofOf = (ctx: Context): Promise<Proof> =>
  keptProof(ctx.store, "proof", ctx.now, async () => {
    const { helperFigures, searchEntry } = ctx.db.t;
    const sum = (column: keyof typeof helperFigures.$inferSelect) => sql<number>`coalesce(sum(${helperFigures[column]}), 0)`.mapWith(Number);
    const [row] = await ctx.db.select({ visits: sum("visits"), solved: sum("solved"), answered: sum("answered"), checked: sum("checked"), checkedRight: sum("checkedRight"), reviews: sum("reviews"), stars: sum("starsSum") }).from(helperFigures);
    const [serving] = await ctx.db.select({ n: sql<number>`count(distinct ${searchEntry.helperId})`.mapWith(Number) }).from(searchEntry);
    return {
      helpers: serving?.n ?? 0,
      visits: row?.visits ?? 0,
      solved: row ? rateOf(row.solved, row.answered) : null,
      right: row ? rateOf(row.checkedRight, row.checked) : null,
      stars: row && row.reviews > 0 ? { mean: row.stars / row.reviews, n: row.reviews } : null,
    };
  });

/** The catalogue in the reader's words: categories with their services, the professional ones marked. */
export async function categoriesOf(ctx: Context) {
  const { categories, serviceTypes } = await readCatalogue(ctx);
  return categories.map(({ code, name, short }) => ({
    code,
    name: name[ctx.locale],
    short: short[ctx.locale],
    services: serviceTypes
      .filter((type) => type.state === "active" && type.categoryCode === code)
      .map(({ code: serviceCode, riskClass, content }) => ({
        code: serviceCode,
        name: content.name[ctx.locale],
        icon: content.icon,
        isProfessional: riskClass === "professional_only",
        fromMinor: riskClass === "professional_only" ? content.professional.price : (content.price?.min ?? content.professional.price),
        hourly: isHourly(content),
      })),
  }));
}
export type CategoryShown = Awaited<ReturnType<typeof categoriesOf>>[number];

const keptFirst = keptFor<number | null>(5 * minute);

/** When the professional service could come at the earliest, for any of its services. */
export const professionalFirst = (ctx: Context): Promise<number | null> =>
  keptFirst(ctx.store, "professional", ctx.now, async () => {
    const { serviceTypes } = await readCatalogue(ctx);
    const type = serviceTypes.find(({ state, riskClass }) => state === "active" && riskClass === "professional_only") ?? serviceTypes[0];
    return type ? nextFreeProfessional(ctx, type.id) : null;
  });
