import { sql } from "drizzle-orm";
import { keptQuery } from "#db/kept-query.ts";
import type { Context } from "../kernel/context.ts";
import type { CategoryContent, MeasureKind, ProgrammeContent, RiskClass, ServiceTypeContent } from "./catalogue.ts";

export type ServiceType = {
  id: string;
  code: string;
  number: number;
  version: number;
  categoryCode: string;
  riskClass: RiskClass;
  programmeCode: string | null;
  state: "active" | "hidden";
  content: ServiceTypeContent;
};
export type Catalogue = { categories: CategoryContent[]; serviceTypes: ServiceType[]; programmes: ProgrammeContent[]; measureKinds: MeasureKind[] };

// The catalogue is read on nearly every screen and changes a few times a year: kept by store until its stamp moves.
const kept = new WeakMap<object, { stamp: string; catalogue: Catalogue }>();

const stampNow = keptQuery<Record<string, never>, { stamp: string }>((db) => {
  const { serviceType } = db.t;
  return db.select({ stamp: sql<string>`coalesce(sum(${serviceType.version}), 0) || '/' || coalesce(max(${serviceType.updatedAt}), 0) || '/' || count(*)` }).from(serviceType);
});

/** The whole catalogue, hidden service types included, in its own order. */
export async function readCatalogue(ctx: Pick<Context, "db" | "store">): Promise<Catalogue> {
  const { category, serviceType, programme, measureKind } = ctx.db.t;
  const [row] = await stampNow(ctx.db, {});
  const stamp = row?.stamp ?? "";
  const known = kept.get(ctx.store);
  if (known?.stamp === stamp) return known.catalogue;
  const [categories, serviceTypes, programmes, measureKinds] = [
    await ctx.db.select().from(category).orderBy(category.position),
    await ctx.db.select().from(serviceType).orderBy(serviceType.number),
    await ctx.db.select().from(programme).orderBy(programme.code),
    await ctx.db.select().from(measureKind).orderBy(measureKind.code),
  ];
  const catalogue: Catalogue = {
    categories: categories.map((row) => row.content),
    serviceTypes,
    programmes: programmes.map((row) => row.content),
    measureKinds: measureKinds.map((row) => row.content),
  };
  kept.set(ctx.store, { stamp, catalogue });
  return catalogue;
}

/** Service types that the public may see. */
export const activeServiceTypes = async (ctx: Pick<Context, "db" | "store">): Promise<ServiceType[]> =>
  (await readCatalogue(ctx)).serviceTypes.filter(({ state }) => state === "active");

export const serviceTypeByCode = async (ctx: Pick<Context, "db" | "store">, code: string): Promise<ServiceType | null> =>
  (await activeServiceTypes(ctx)).find((type) => type.code === code) ?? null;

/** Also hidden ones, because old bookings keep naming them. */
export const serviceTypeById = async (ctx: Pick<Context, "db" | "store">, id: string): Promise<ServiceType | null> =>
  (await readCatalogue(ctx)).serviceTypes.find((type) => type.id === id) ?? null;
