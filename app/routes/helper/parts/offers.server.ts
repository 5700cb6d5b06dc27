import { isHourly } from "#app/domain/booking/hourly.ts";
import { certificatesOf } from "#app/domain/certification/certification.queries.server.ts";
import { readCatalogue, type ServiceType } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { HelperRow } from "#app/domain/helper/helper.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { listingsOf } from "#app/domain/listing/listing.queries.server.ts";

/** Every service type from a helper's point of view: what they offer, could offer, and why not. */
export async function offersOf(ctx: Context, helper: HelperRow) {
  const { serviceTypes, programmes } = await readCatalogue(ctx);
  const mine = new Map((await listingsOf(ctx, helper.id)).map(({ listing }) => [listing.serviceTypeId, listing]));
  const held = new Set((await certificatesOf(ctx, helper.id)).filter(({ certificate }) => certificate.endedAt === null && certificate.validUntil > ctx.now).map(({ certificate }) => certificate.programmeCode));
  const offer = (type: ServiceType) => {
    const { content } = type;
    const listing = mine.get(type.id);
    const programme = programmes.find(({ code }) => code === type.programmeCode)?.name[ctx.locale] ?? "";
    const why = type.riskClass === "professional_only" || !content.price ? ("professional-only" as const) : type.programmeCode === null || !held.has(type.programmeCode) ? ("not-certified" as const) : null;
    return {
      id: type.id,
      code: type.code,
      name: content.name[ctx.locale],
      short: content.short[ctx.locale],
      icon: content.icon,
      durationMinutes: content.durationMinutes,
      corridor: content.price,
      hourly: isHourly(content),
      programme,
      why,
      listing: listing ? { priceMinor: listing.priceMinor, words: listing.words, instant: listing.instant, state: listing.state } : null,
      scopeIn: content.scopeIn.map((words) => words[ctx.locale]),
      scopeOut: content.scopeOut.map((words) => words[ctx.locale]),
    };
  };
  return serviceTypes.filter((type) => type.state === "active" || mine.has(type.id)).map(offer);
}
export type Offer = Awaited<ReturnType<typeof offersOf>>[number];
