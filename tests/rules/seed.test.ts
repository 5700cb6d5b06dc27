import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { refreshNextFree } from "#app/domain/availability/availability.commands.server.ts";
import { distanceM } from "#app/domain/search/search.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { insertHelpers } from "#db/seed/demo/bulk.ts";
import { chanceFrom } from "#db/seed/demo/chance.ts";
import { tellCompany } from "#db/seed/demo/company.ts";
import { tellHelper } from "#db/seed/demo/helpers.ts";
import { type DemoOptions, fillDemo, planAll } from "#db/seed/demo/index.ts";
import { layGround } from "#db/seed/ground.ts";
import { type Telling, tellerAt } from "#db/seed/demo/world.ts";
import { type World, world } from "../support/world.ts";

const day = 86_400_000;
const quiet = () => undefined;
const small: DemoOptions = { helpers: 6, seed: 41, visits: 4, region: "switzerland", pictures: false, nearBasel: true };

/** Ids, tokens and random numbers differ by nature; everything else must not. */
async function peopleOf({ store: { db, t } }: World) {
  const types = new Map((await db.select().from(t.serviceType)).map(({ id, code, number }) => [id, { code, number }]));
  const helpers = await db.select().from(t.helper);
  const emails = new Map((await db.select().from(t.person)).map(({ id, ...row }) => [id, row]));
  const emailOf = (helperId: string) => emails.get(helpers.find(({ id }) => id === helperId)?.personId ?? "")?.email ?? "";
  const sorted = <T>(rows: T[]): T[] => rows.map((row) => [JSON.stringify(row), row] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const areas = await db.rows<Record<string, unknown>>(sql`select * from search_area`);
  return {
    people: sorted(helpers.map(({ personId }) => emails.get(personId))),
    // The public point is displaced by the helper's id under the house's key: compared by its distance below.
    helpers: sorted(helpers.map(({ id, personId, publicLat, publicLng, ...row }) => ({ ...row, email: emailOf(id) }))),
    points: helpers.map(({ id, lat, lng, publicLat, publicLng }) => ({ email: emailOf(id), metres: distanceM(lat ?? 0, lng ?? 0, publicLat ?? 0, publicLng ?? 0) })).sort((a, b) => (a.email < b.email ? -1 : 1)),
    certificates: sorted((await db.select().from(t.certificate)).map(({ id, number, helperId, ...row }) => ({ ...row, year: number.slice(0, -10), email: emailOf(helperId) }))),
    listings: sorted((await db.select().from(t.listing)).map(({ id, helperId, serviceTypeId, ...row }) => ({ ...row, code: types.get(serviceTypeId)?.code, email: emailOf(helperId) }))),
    hours: sorted((await db.select().from(t.weeklySpan)).filter(({ calendarId }) => emailOf(calendarId)).map(({ id, calendarId, ...row }) => ({ ...row, email: emailOf(calendarId) }))),
    entries: (await db.select().from(t.searchEntry)).length,
    areas: sorted(areas.map(({ id, listing_id, helper_id, lat, lng, min_lat, max_lat, min_lng, max_lng, ...row }) => ({ ...row, email: emailOf(String(helper_id)), height: Math.round((Number(max_lat) - Number(min_lat)) * 1e4) }))),
  };
}

async function teller(seed: number): Promise<{ w: World; telling: Telling; ctx: Context }> {
  const w = await world();
  const telling: Telling = { app: w.app, chance: chanceFrom(seed), now: w.app.clock.business(), progress: quiet };
  const begin = await tellerAt(telling, telling.now - 440 * day);
  await w.store.tx((db) => tellCompany({ ...begin, db, inTransaction: true }));
  w.app.refreshSettings();
  return { w, telling, ctx: await tellerAt(telling, telling.now) };
}

describe("The demo", () => {
  it("inserted in bulk leaves the same ten helpers as the commands do", async () => {
    const options = { ...small, helpers: 10 };
    const [told, inserted] = [await teller(41), await teller(41)];
    const plans = await planAll(told.telling, options);
    const samePlans = await planAll(inserted.telling, options);
    expect(samePlans.map(({ offers, ...plan }) => plan)).toEqual(plans.map(({ offers, ...plan }) => plan));
    for (const plan of plans) await told.w.store.tx((db) => tellHelper({ ...told.ctx, db, inTransaction: true }, told.telling.chance, plan, { picture: null, accountId: `acct_demo_${plan.number}` }));
    // The commands kept each next free slot as of then; the hourly job keeps it as of now.
    for (const { id } of await told.w.store.db.select({ id: told.w.store.t.helper.id }).from(told.w.store.t.helper)) await told.w.store.tx((db) => refreshNextFree({ ...told.ctx, db, inTransaction: true }, id));
    await inserted.w.store.tx(async (db) => insertHelpers({ ...inserted.ctx, db, inTransaction: true }, samePlans));
    const [byCommands, inBulk] = [await peopleOf(told.w), await peopleOf(inserted.w)];
    for (const table of ["people", "helpers", "certificates", "listings", "hours", "entries", "areas"] as const) expect({ [table]: inBulk[table] }).toEqual({ [table]: byCommands[table] });
    expect(byCommands.helpers.length).toBe(10);
    expect(byCommands.areas.length).toBe(byCommands.listings.length);
    for (const { points } of [byCommands, inBulk]) for (const { metres } of points) expect(metres > 0 && metres < 1500, `${metres} m`).toBe(true);
  }, 60_000);

  it("told twice from one seed number is the same demo, and from another number another", async () => {
    const digest = async (seed: number) => {
      const w = await world();
      await fillDemo(w.app, { ...small, seed }, quiet);
      const { db, t } = w.store;
      const people = await db.select({ name: t.helper.displayName, street: t.helper.street, next: t.helper.nextFreeAt, visits: t.helper.visitsClosed }).from(t.helper);
      const visits = await db.select({ startsAt: t.booking.startsAt, state: t.booking.state, price: t.booking.priceMinor, concern: t.booking.concern, contact: t.booking.contact }).from(t.booking);
      const reviews = await db.select({ stars: t.review.stars, words: t.review.words }).from(t.review);
      const listings = await db.select({ words: t.listing.words, price: t.listing.priceMinor }).from(t.listing);
      const lines = [people, visits, reviews, listings].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
      return { counts: lines.map(({ length }) => length), digest: w.app.signing.digest(JSON.stringify(lines)) };
    };
    const first = await digest(41);
    expect(first.counts[0]).toBe(6);
    expect(first.counts[1]).toBeGreaterThan(5);
    expect(await digest(41)).toEqual(first);
    expect((await digest(42)).digest).not.toBe(first.digest);
  }, 120_000);

  it("has paid out what was due: compensations too, nothing waits for money that was captured long ago, and nobody accepted before they were asked", async () => {
    const w = await world();
    await fillDemo(w.app, { ...small, helpers: 20, visits: 10, seed: 3 }, quiet);
    const { db, t } = w.store;
    const payouts = await db.select({ kind: t.payout.kind, state: t.payout.state, reason: t.payout.holdReason, dueAt: t.payout.dueAt }).from(t.payout);
    const due = payouts.filter(({ dueAt }) => dueAt < w.app.clock.business());
    expect(due.filter(({ kind, state }) => kind === "compensation" && state === "sent").length).toBeGreaterThan(0);
    expect(due.filter(({ state, reason }) => state !== "sent" && reason !== "not_solved" && reason !== "probation")).toEqual([]);
    const bookings = await db.select({ requestedAt: t.booking.requestedAt, acceptedAt: t.booking.acceptedAt }).from(t.booking);
    expect(bookings.filter(({ acceptedAt, requestedAt }) => acceptedAt !== null && acceptedAt < (requestedAt ?? Number.POSITIVE_INFINITY))).toEqual([]);
  }, 60_000);

  it("of the region Basel has everybody near Basel, in their first weeks", async () => {
    const w = await world();
    await fillDemo(w.app, { ...small, helpers: 8, region: "basel", nearBasel: false }, quiet);
    const { db, t } = w.store;
    const helpers = await db.select().from(t.helper);
    expect(helpers.length).toBe(8);
    for (const { displayName, lat, lng, createdAt } of helpers) {
      expect(distanceM(47.5546, 7.5886, lat ?? 0, lng ?? 0), displayName).toBeLessThan(20_000);
      expect(w.app.clock.business() - createdAt, displayName).toBeLessThan(40 * day);
    }
    const bookings = await db.select().from(t.booking);
    expect(bookings.every(({ createdAt }) => w.app.clock.business() - createdAt < 40 * day)).toBe(true);
  }, 60_000);
});

it("A production house begins with services that wait hidden and pages to write, and is left alone afterwards", async () => {
  const w = await world({ config: { mode: "production" } });
  expect(await layGround(await w.as(system))).toBe(true);
  const { db, t } = w.store;
  const types = await db.select({ state: t.serviceType.state }).from(t.serviceType);
  expect(types.length).toBeGreaterThanOrEqual(14);
  expect(types.every(({ state }) => state === "hidden")).toBe(true);
  expect((await db.select({ slug: t.sitePage.slug }).from(t.sitePage)).map(({ slug }) => slug)).toEqual(expect.arrayContaining(["imprint", "privacy", "terms"]));
  await db.delete(t.sitePage);
  expect(await layGround(await w.as(system))).toBe(false);
  expect(await db.$count(t.sitePage)).toBe(0);
});
