import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { areaStanding } from "#app/domain/area/area.queries.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { fillDemo } from "#db/seed/demo/index.ts";
import { demoCustomer, demoHelperEmail } from "#db/seed/demo/present.ts";
import { messages } from "#db/seed/people/index.ts";
import { type World, world } from "../support/world.ts";

const day = 86_400_000;
const quiet = () => undefined;

describe("The demo of a whole year", () => {
  let w: World;
  beforeAll(async () => {
    w = await world();
    await fillDemo(w.app, { helpers: 24, seed: 5, visits: 4, region: "switzerland", pictures: true, nearBasel: true }, quiet);
  }, 120_000);

  it("has its helper on sight with at least fifteen visits over the year, most of them reviewed", async () => {
    const { db, t } = w.store;
    const [who] = await db.select({ id: t.helper.id }).from(t.helper).innerJoin(t.person, eq(t.person.id, t.helper.personId)).where(eq(t.person.email, demoHelperEmail));
    const visits = await db.select({ id: t.booking.id, startsAt: t.booking.startsAt }).from(t.booking).innerJoin(t.report, eq(t.report.bookingId, t.booking.id)).where(eq(t.booking.helperId, who?.id ?? ""));
    expect(visits.length).toBeGreaterThanOrEqual(15);
    expect(await db.$count(t.review, eq(t.review.helperId, who?.id ?? ""))).toBeGreaterThanOrEqual(15);
    const starts = visits.map(({ startsAt }) => startsAt);
    expect(Math.max(...starts) - Math.min(...starts)).toBeGreaterThan(250 * day);
  });

  it("lets its customer look back at a visit and ahead to another", async () => {
    const { db, t } = w.store;
    const own = await db.select({ startsAt: t.booking.startsAt, state: t.booking.state }).from(t.booking).where(eq(t.booking.contactEmail, demoCustomer.email));
    const now = w.app.clock.business();
    expect(own.filter(({ startsAt, state }) => startsAt < now && ["signed_off", "closed"].includes(state)).length).toBeGreaterThan(0);
    expect(own.filter(({ startsAt }) => startsAt > now).length).toBeGreaterThan(0);
  });

  it("has extras that were agreed to and paid, and a coming visit that both sides have confirmed", async () => {
    const { db, t } = w.store;
    const extras = await db.select().from(t.visitExtra);
    expect(extras.some(({ state, paidAt }) => state === "accepted" && paidAt !== null)).toBe(true);
    expect(await db.$count(t.payout, eq(t.payout.kind, "extra"))).toBeGreaterThan(0);
    const coming = await db.select().from(t.booking).where(eq(t.booking.state, "accepted"));
    expect(coming.some(({ contactEmail, customerConfirmedAt, helperConfirmedAt }) => contactEmail === demoCustomer.email && customerConfirmedAt !== null && helperConfirmedAt !== null)).toBe(true);
  });

  it("knows helpers who pause, are suspended, under notice or gone; who is gone has no valid certificate and no visit since", async () => {
    const { db, t } = w.store;
    const helpers = await db.select().from(t.helper);
    const of = (state: string) => helpers.filter((helper) => helper.state === state);
    expect([of("suspended").length, of("notice").length, of("ended").length]).toEqual([1, 1, 1]);
    expect(helpers.filter(({ pausedAt }) => pausedAt !== null).length).toBe(1);
    for (const { id, stateSince } of of("ended")) {
      const certificates = await db.select().from(t.certificate).where(eq(t.certificate.helperId, id));
      expect(certificates.length).toBeGreaterThan(0);
      expect(certificates.every(({ endedAt }) => endedAt === stateSince)).toBe(true);
      expect((await db.select().from(t.booking).where(eq(t.booking.helperId, id))).every(({ startsAt }) => startsAt <= stateSince)).toBe(true);
    }
    const ends = await db.select().from(t.job).where(eq(t.job.kind, "helper.end"));
    expect(ends.map(({ runAt }) => runAt)).toEqual(of("notice").map(({ endsAt }) => endsAt));
  });

  it("has messages in the booking's language that belong together, and none that gives a secret away", async () => {
    const { db, t } = w.store;
    const rows = await db.select({ words: t.message.words, secret: t.message.looksSecret, locale: t.booking.locale }).from(t.message).innerJoin(t.booking, eq(t.booking.id, t.message.bookingId));
    expect(rows.length).toBeGreaterThan(10);
    for (const { words, secret, locale } of rows) {
      const { before, onTheWay, after } = messages[locale as Locale];
      expect([...before.flat(), ...onTheWay, ...after.flat()]).toContain(words);
      expect(secret).toBe(false);
    }
  });

  it("has photos on some of its bookings, and offers that are booked at once only from helpers past probation", async () => {
    const { db, t } = w.store;
    expect(await db.$count(t.file, eq(t.file.purpose, "booking"))).toBeGreaterThan(0);
    const visits = new Map((await db.select().from(t.helper)).map(({ id, visitsClosed }) => [id, visitsClosed]));
    for (const { helperId } of await db.select().from(t.listing).where(eq(t.listing.instant, true))) expect(visits.get(helperId)).toBeGreaterThanOrEqual(5);
  });

  it("was asked for before it opened, and has told everybody who waited", async () => {
    const { db, t } = w.store;
    const wishes = await db.select().from(t.areaWish);
    expect(wishes.length).toBeGreaterThan(20);
    expect(wishes.filter(({ email }) => email !== null)).toEqual([]);
    const ctx = await w.as(system);
    for (const { postcode } of wishes) expect(await areaStanding(ctx, postcode)).toEqual({ open: true });
  });

  it("has its experts look mostly at a random sample", async () => {
    const { db, t } = w.store;
    const checks = await db.select({ words: t.expertCheck.words }).from(t.expertCheck);
    const sampled = checks.filter(({ words }) => words.startsWith("Stichprobe"));
    expect(sampled.length).toBeGreaterThan(checks.length / 2);
  });
});

it("A launch region serves its postcodes alone, and people elsewhere wait to be told", async () => {
  const w = await world();
  await fillDemo(w.app, { helpers: 6, seed: 41, visits: 4, region: "basel", pictures: false }, quiet);
  const { db, t } = w.store;
  const ctx = await w.as(system);
  expect(await areaStanding(ctx, "4051")).toEqual({ open: true });
  expect(await areaStanding(ctx, "6900")).toEqual({ open: false, opensAt: null });
  const wishes = await db.select().from(t.areaWish);
  expect(wishes.length).toBeGreaterThan(10);
  expect(wishes.some(({ email }) => email !== null)).toBe(true);
  for (const { postcode } of wishes) expect((await areaStanding(ctx, postcode)).open, postcode).toBe(false);
}, 60_000);
