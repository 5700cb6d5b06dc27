import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { chanceFrom } from "#db/seed/demo/chance.ts";
import { demoCustomer } from "#db/seed/demo/forms.ts";
import { tellVisit } from "#db/seed/demo/visits.ts";
import { tellerAt } from "#db/seed/demo/world.ts";
import { aHelper } from "../support/people.ts";
import { world } from "../support/world.ts";

const minute = 60_000;
const day = 1440 * minute;

describe("The demo's visits of the past", () => {
  it("keep what was added to them apart, where two helpers begin at one hour with one service", async () => {
    const w = await world();
    const { db, t } = w.store;
    const root = await w.as(system);
    const helpers = [await aHelper(root), await aHelper(root)];
    const first = helpers[0]?.listingId ?? "";
    const [service] = await db.select({ code: t.serviceType.code }).from(t.listing).innerJoin(t.serviceType, eq(t.serviceType.id, t.listing.serviceTypeId)).limit(1);
    const [place] = w.app.places.byPostcode("4051");
    if (!service || !place) throw new Error("No service, no place");
    const starts = ((await slotsForListing(root, first)) ?? []).flatMap(({ slots }) => slots).filter((at) => at > root.now + day);
    const chance = chanceFrom(7);
    const now = (starts.at(-1) ?? root.now) + 30 * day;
    const teller = { app: w.app, chance, now, progress: () => undefined };
    for (const startsAt of starts.filter((_, i) => i % 5 === 0))
      for (const { listingId, actor } of helpers) {
        const bookedAt = root.now + minute;
        await tellVisit({ ...(await tellerAt(teller, bookedAt)), inTransaction: false }, chance, { actor, skill: 1, isHelper: true }, { offer: { listingId }, serviceCode: service.code, startsAt, bookedAt, durationMinutes: 60, customer: demoCustomer, place, sure: true }, { until: now, expert: staff(root.newId(), ["quality"]) });
      }
    const extras = await db.select({ bookingId: t.visitExtra.bookingId }).from(t.visitExtra);
    expect(extras.length).toBeGreaterThan(2);
    expect(new Set(extras.map(({ bookingId }) => bookingId)).size).toBe(extras.length);
  });
});
