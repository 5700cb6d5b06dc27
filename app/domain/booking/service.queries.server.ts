import { and, eq, inArray } from "drizzle-orm";
import type { ServiceTypeContent } from "../catalogue/catalogue.ts";
import { readCatalogue, serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import type { ServiceShown } from "./booking.views.ts";

/** The words and rules of a service type in the version a booking was made with. */
export async function contentOf(ctx: Context, serviceTypeId: string, version: number): Promise<ServiceTypeContent> {
  const now = await serviceTypeById(ctx, serviceTypeId);
  if (now?.version === version) return now.content;
  const { serviceTypeVersion } = ctx.db.t;
  const [row] = await ctx.db.select({ content: serviceTypeVersion.content }).from(serviceTypeVersion).where(and(eq(serviceTypeVersion.serviceTypeId, serviceTypeId), eq(serviceTypeVersion.version, version)));
  const content = row?.content ?? now?.content;
  if (!content) throw new Error(`Service type ${serviceTypeId} is gone`);
  return content;
}

/** The service types of some bookings as lists show them, in today's words. */
export async function servicesById(ctx: Context): Promise<Map<string, ServiceShown>> {
  const { serviceTypes } = await readCatalogue(ctx);
  return new Map(serviceTypes.map(({ id, code, content }) => [id, { id, code, content }]));
}

/** Names and pictures of some helpers, by id. */
export async function helpersById(ctx: Context, ids: readonly (string | null)[]) {
  const { helper } = ctx.db.t;
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows = wanted.length ? await ctx.db.select({ id: helper.id, displayName: helper.displayName, photoFileId: helper.photoFileId, visitsClosed: helper.visitsClosed, personId: helper.personId, lat: helper.lat, lng: helper.lng }).from(helper).where(inArray(helper.id, wanted)) : [];
  return new Map(rows.map((row) => [row.id, row]));
}
