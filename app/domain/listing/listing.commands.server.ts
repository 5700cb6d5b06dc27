import { and, eq, isNull, sql } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { mayEditProfile } from "../helper/helper.policy.ts";
import { refreshSearchArea } from "../search/area.server.ts";

export type ListingInput = { serviceTypeId: string; priceMinor: number; words: string; instant: boolean; live: boolean };
export type ListingRefusal = "not-found" | "professional-only" | "not-certified" | "price-corridor" | "probation" | "payout-missing";

/** Offers a service type, or changes the offer: only within the price corridor, with a valid certificate, and live only once payouts can be made. */
export const saveListing = (ctx: Context, helperId: string, input: ListingInput): Promise<Result<{ listingId: string }, ListingRefusal>> =>
  atomically(ctx, async (tx) => {
    const { helper, serviceType, listing, certificate } = tx.db.t;
    const [who] = mayEditProfile(tx.actor, helperId) ? await tx.db.select().from(helper).where(eq(helper.id, helperId)) : [];
    const [type] = await tx.db.select().from(serviceType).where(and(eq(serviceType.id, input.serviceTypeId), eq(serviceType.state, "active")));
    if (!who || who.state === "ended" || !type) return refuse("not-found");
    const corridor = type.content.price;
    if (type.riskClass === "professional_only" || !corridor || !type.programmeCode) return refuse("professional-only");
    if (input.priceMinor < corridor.min || input.priceMinor > corridor.max) return refuse("price-corridor", { min: corridor.min, max: corridor.max });
    const certified = await tx.db.$count(certificate, and(eq(certificate.helperId, helperId), eq(certificate.programmeCode, type.programmeCode), isNull(certificate.endedAt), sql`${certificate.validUntil} > ${tx.now}`));
    if (certified === 0) return refuse("not-certified");
    if (input.live && who.payoutActiveAt === null) return refuse("payout-missing");
    if (input.instant && who.visitsClosed < tx.settings.policy.probationVisits) return refuse("probation");
    const [known] = await tx.db.select().from(listing).where(and(eq(listing.helperId, helperId), eq(listing.serviceTypeId, type.id)));
    const columns = { priceMinor: input.priceMinor, words: input.words.trim(), instant: input.instant, state: input.live ? ("live" as const) : ("paused" as const) };
    const listingId = known?.id ?? tx.newId();
    if (known) await tx.db.update(listing).set(columns).where(eq(listing.id, known.id));
    else await tx.db.insert(listing).values({ id: listingId, helperId, serviceTypeId: type.id, createdAt: tx.now, ...columns });
    await record(tx, { name: "listing.saved", subject: { kind: "helper", id: helperId }, facts: { listingId, serviceType: type.code, priceMinor: input.priceMinor, state: columns.state } });
    await refreshNextFree(tx, helperId);
    await refreshSearchArea(tx, helperId);
    return ok({ listingId });
  });
