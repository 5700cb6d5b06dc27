import { writeSync } from "node:fs";
import { and, eq, inArray, isNotNull, lte } from "drizzle-orm";
import pino from "pino";
import "#app/texts/all.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, cancelBooking, fileReport, finishVisit, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { type Actor, person, system, visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { assemble } from "#app/http/assemble.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { contextOf } from "#app/http/context.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { runDue, startJobs } from "#app/jobs/runner.server.ts";
import { openStore } from "#db/store.ts";

/**
 * One life of the house in a process of its own, which the test kills: books and pays as several customers at once ("book"),
 * makes the visits whose time has come ("visit"), or only does what is due ("run"). Every line it prints is a promise that was acknowledged.
 */
const [at = "", mode = "book", secret = "", clockStart = "0", started = "0", wanted = "0", seed = "1"] = process.argv.slice(2);
const real = () => Number(clockStart) + (Date.now() - Number(started));
let state = Number(seed) >>> 0;
const chance = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const store = await openStore(at, { synchronous: "FULL" });
const config = { ...readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent", PORT: "3000" }), secret };
const random = { next: Math.random, bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const app = await assemble({ config, store, random, log: pino({ level: "silent" }), real, deliver: async () => true, calendars: { fetch: async () => ({ ok: false, problem: "unreachable" }) } });
const { db, t } = store;
const as = (actor: Actor): Promise<Context> => contextOf(app, actor, "de");
// Written at once: what a pipe still holds back would be no promise.
const promise = (id: string, reached: string) => void writeSync(1, `${JSON.stringify({ id, reached })}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const people = await db.select({ helperId: t.helper.id, personId: t.helper.personId, listingId: t.listing.id }).from(t.helper).innerJoin(t.listing, eq(t.listing.helperId, t.helper.id));
const helperOf = (helperId: string | null): Actor => {
  const found = people.find((each) => each.helperId === helperId);
  if (!found) throw new Error("No such helper");
  return person(found.personId, found.helperId);
};
const form = { contact: { name: "Anna Muster", email: "anna@example.ch", mobile: "+41 79 123 45 67" }, visited: { name: "Anna Muster", telephone: "+41 79 123 45 67" }, street: "Rheinsprung 7", postcode: "4051", locality: "Basel", intake: { where: "one-room", symptom: "slow" }, concern: "Kein WLAN." };
const asked = () => db.$count(t.booking, isNotNull(t.booking.requestedAt));

/** One customer after the other: a slot, the form, the money, the helper's yes; some cancel. */
async function customer(): Promise<void> {
  while ((await asked()) < Number(wanted)) {
    const helper = people[Math.floor(chance() * people.length)];
    if (!helper) return;
    const slots = ((await slotsForListing(await as(visitor()), helper.listingId, { days: 5 })) ?? []).flatMap((each) => each.slots);
    const startsAt = slots[Math.floor(chance() * slots.length)];
    if (startsAt === undefined) continue;
    const held = await holdSlot(await as(visitor()), { offer: { listingId: helper.listingId }, startsAt, place: { postcode: "4051", locality: "Basel" } });
    if (!held.ok) continue;
    const id = held.value.bookingId;
    const guest = visitor([id]);
    promise(id, "draft");
    must(await submitBooking(await as(guest), id, form));
    promise(id, "paying");
    let payment = await paymentOf(await as(system), id);
    for (; !payment?.sessionId; payment = await paymentOf(await as(system), id)) await pause(40);
    if (!app.standIn) throw new Error("No stand-in");
    must(await pay(app.standIn, payment.sessionId, chance() < 0.5 ? "card" : "twint"));
    promise(id, "paid");
    await readAgain(app, await as(system), payment.id);
    promise(id, "requested");
    must(await acceptBooking(await as(helperOf(helper.helperId)), id));
    promise(id, "accepted");
    if (chance() < 0.25) {
      must(await cancelBooking(await as(chance() < 0.5 ? guest : helperOf(helper.helperId)), id, "no_longer_needed"));
      promise(id, "cancelled");
    }
  }
}

/** Every visit whose time has come, up to the filed report; one that was begun in an earlier life is gone on with. */
async function visits(): Promise<void> {
  const due = await db.select().from(t.booking).where(and(inArray(t.booking.state, ["accepted", "started", "finished"]), lte(t.booking.startsAt, real())));
  for (const { id, helperId } of due) {
    const mine = await as(helperOf(helperId));
    must(await startVisit(mine, id));
    must(await finishVisit(mine, id));
    const checklist = ["speed-at-router", "speed-problem-before", "speed-problem-after", "router-place-checked", "customer-tested"].map((code) => ({ code, done: true, value: "80" }));
    must(await fileReport(mine, id, { outcome: "solved", checklist, rootCause: null, words: "", measures: [] }));
    promise(id, "reported");
  }
}

promise("", "begun");
// Mails move no money, and thousands of them take longer than all else.
if (mode === "run") await runDue(app, { except: ["mail"] });
else {
  const jobs = await startJobs(app);
  // A request that was paid in an earlier life and never read again, and a yes that never came, are finished by the house and its clock.
  if (mode === "book") await Promise.all(Array.from({ length: 8 }, customer));
  else await visits();
  await jobs.stop();
  // What a report has asked of the provider is done before days pass: a reserved card does not wait.
  if (mode === "visit") await runDue(app, { except: ["mail"] });
}
promise("", "done");
await store.close();
process.exit(0);
