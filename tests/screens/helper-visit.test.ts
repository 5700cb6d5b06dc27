import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, finishVisit, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { person, system, visitor } from "#app/domain/kernel/actor.ts";
import * as customerPage from "#app/routes/customer/bookings/page.tsx";
import * as today from "#app/routes/helper/today.tsx";
import * as request from "#app/routes/helper/request.tsx";
import * as requests from "#app/routes/helper/requests.tsx";
import * as cancel from "#app/routes/helper/visit-cancel.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import "#app/texts/all.server.ts";
import { anAskedBooking, aReport, hour, readBooking } from "../support/bookings.ts";
import { aCustomer, aForm, aHelper, as, basel } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
let story: Awaited<ReturnType<typeof anAskedBooking>>;
const at = (path: string) => `/de/helper/${path}`;
const send = (screen: typeof visit.action | typeof request.action | typeof cancel.action, path: string, form: Record<string, string>, actor = story.helper.actor) => ask(w, screen as never, at(path), { actor, form });

beforeEach(async () => {
  w = await world();
  story = await anAskedBooking(await rootOf(w));
});

/** The clock stands at the visit's beginning, and the helper has said yes. */
const onTheDay = async () => {
  must(await acceptBooking(as(await rootOf(w), story.helper.actor), story.bookingId));
  w.clock.advance(story.startsAt - w.clock.now());
};
const report = { intent: "report", outcome: "solved", words: "Router verschoben.", rootCause: "", ...Object.fromEntries(aReport.checklist.flatMap(({ code }, i) => [[`checklist[${i}].code`, code], [`checklist[${i}].done`, "on"], [`checklist[${i}].value`, "80"]])) };
const walk = async (...steps: (typeof startVisit)[]) => {
  await onTheDay();
  for (const step of steps) must(await step(as(await rootOf(w), story.helper.actor), story.bookingId));
};

describe("Who may see a helper's screens", () => {
  it("a visitor signs in first and comes back to the same screen", async () => {
    const { status, to } = await ask(w, requests.loader as never, at("requests?x=1"), { actor: visitor() });
    expect([status, to]).toEqual([302, `/de/sign-in?returnTo=${encodeURIComponent("/de/helper/requests?x=1")}`]);
  });
  it("a person who is no helper finds nothing here", async () => {
    const { actor } = await aCustomer(await rootOf(w));
    expect((await ask(w, today.loader as never, "/de/helper", { actor })).status).toBe(404);
  });
  it("a stranger's request and visit are not found, not even for another helper", async () => {
    const other = await aHelper(await rootOf(w));
    const id = story.bookingId;
    expect((await ask(w, request.loader as never, at(`requests/${id}`), { actor: other.actor })).status).toBe(404);
    expect((await ask(w, visit.loader as never, at(`visits/${id}`), { actor: other.actor })).status).toBe(404);
    expect((await ask(w, cancel.loader as never, at(`visits/${id}/cancel`), { actor: other.actor })).status).toBe(404);
    expect((await send(request.action, `requests/${id}`, { intent: "accept" }, other.actor)).status).toBe(404);
    expect((await send(visit.action, `visits/${id}`, { intent: "start" }, other.actor)).status).toBe(404);
  });
  it("the customer of a visit does not see it as its helper", async () => {
    expect((await ask(w, visit.loader as never, at(`visits/${story.bookingId}`), { actor: person("p9", null, [story.bookingId]) })).status).toBe(404);
  });
});

describe("Two promised visits on one day", () => {
  it("close to each other are named on both pages of their helper, with both addresses, and on nobody else's screen", async () => {
    const root = await rootOf(w);
    const { helper } = story;
    must(await acceptBooking(as(root, helper.actor), story.bookingId));
    const startsAt = story.startsAt + 4 * hour;
    const { bookingId } = must(await holdSlot(as(root, visitor()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    must(await submitBooking(as(root, visitor([bookingId])), bookingId, { ...aForm(), street: "Spalenberg 2" }));
    must(await paymentArrived(as(root, system), bookingId));
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const tight = async (id: string) => ((await ask(w, visit.loader as never, at(`visits/${id}`), { actor: helper.actor })).value as { tight: { id: string; place: string }[] }).tight;
    expect(await tight(story.bookingId)).toEqual([]);
    // The helper keeps no time between visits of their own: the way alone lies between.
    const { booking } = w.store.t;
    const near = story.booking.endsAt + 10 * 60_000;
    await w.store.db.update(booking).set({ startsAt: near, endsAt: near + hour }).where(eq(booking.id, bookingId));
    expect(await tight(story.bookingId)).toMatchObject([{ id: bookingId, place: "Spalenberg 2, 4051 Basel" }]);
    expect(await tight(bookingId)).toMatchObject([{ id: story.bookingId, place: "Rheinsprung 7, 4051 Basel" }]);
    const customers = JSON.stringify((await ask(w, customerPage.loader as never, `/de/bookings/${story.bookingId}`, { actor: story.guest })).value);
    expect(customers).not.toMatch(/Spalenberg|tight/);
    w.clock.advance(story.startsAt - w.clock.now());
    must(await startVisit(as(await rootOf(w), helper.actor), story.bookingId));
    must(await finishVisit(as(await rootOf(w), helper.actor), story.bookingId));
    expect(await tight(story.bookingId)).toEqual([]);
  });
});

describe("A request", () => {
  it("opens with what counts: money after commission, length, way and clock", async () => {
    const { value } = await ask(w, requests.loader as never, at("requests"), { actor: story.helper.actor });
    const [card] = (value as { requests: { netMinor: number; durationMinutes: number; wayMinutes: number; answerBy: number; concern: string }[] }).requests;
    expect(card).toMatchObject({ netMinor: 4165, concern: "Im Schlafzimmer gibt es kein WLAN.", answerBy: story.booking.answerBy });
    expect(card?.durationMinutes).toBe(story.helper.service.content.durationMinutes);
    expect(card?.wayMinutes).toBeGreaterThan(0);
  });
  it("says neither street nor telephone nor family name before the yes", async () => {
    const card = await ask(w, request.loader as never, at(`requests/${story.bookingId}`), { actor: story.helper.actor });
    const text = JSON.stringify(card.value);
    for (const secret of ["Rheinsprung", "Muster", "123 45 67", "anna@example.ch"]) expect(text).not.toContain(secret);
    expect(await ask(w, visit.loader as never, at(`visits/${story.bookingId}`), { actor: story.helper.actor })).toMatchObject({ status: 302, to: at(`requests/${story.bookingId}`) });
  });
  it("accepted, shows the address and the telephone of the person visited, never the mail address", async () => {
    expect((await send(request.action, `requests/${story.bookingId}`, { intent: "accept" })).to).toBe(at(`visits/${story.bookingId}?done=accepted`));
    const { value } = await ask(w, visit.loader as never, at(`visits/${story.bookingId}`), { actor: story.helper.actor });
    expect(value).toMatchObject({ street: "Rheinsprung 7", visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67" } });
    expect(JSON.stringify(value)).not.toContain("anna@example.ch");
  });
  it("accepted twice is accepted once", async () => {
    for (let i = 0; i < 2; i++) expect((await send(request.action, `requests/${story.bookingId}`, { intent: "accept" })).status).toBe(302);
    const rows = await w.store.db.select().from(w.store.t.journalEntry).where(eq(w.store.t.journalEntry.name, "booking.accept"));
    expect(rows).toHaveLength(1);
  });
  it("declined needs no reason, and the list is empty again", async () => {
    expect((await send(request.action, `requests/${story.bookingId}`, { intent: "decline" })).to).toBe(at("requests?done=declined"));
    const { value } = await ask(w, requests.loader as never, at("requests"), { actor: story.helper.actor });
    expect((value as { requests: unknown[] }).requests).toEqual([]);
  });
  it("answered too late is refused, and the screen says that nothing is left to do", async () => {
    w.clock.advance((story.booking.answerBy ?? 0) - w.clock.now() + 1);
    expect(await send(request.action, `requests/${story.bookingId}`, { intent: "accept" })).toMatchObject({ status: 409, value: { refusal: "too-late" } });
    const { value } = await ask(w, request.loader as never, at(`requests/${story.bookingId}`), { actor: story.helper.actor });
    expect(value).toMatchObject({ request: null, accepted: false });
  });
});

describe("A guided visit", () => {
  it("does not begin before its day", async () => {
    must(await acceptBooking(as(await rootOf(w), story.helper.actor), story.bookingId));
    expect(await send(visit.action, `visits/${story.bookingId}`, { intent: "setOff" })).toMatchObject({ status: 409, value: { refusal: "too-early" } });
  });
  it("counts every step once, however often it is sent", async () => {
    await onTheDay();
    for (const intent of ["setOff", "start", "finish"]) for (let i = 0; i < 2; i++) expect((await send(visit.action, `visits/${story.bookingId}`, { intent })).status).toBe(302);
    for (let i = 0; i < 2; i++) expect((await send(visit.action, `visits/${story.bookingId}`, report)).to).toBe(at(`visits/${story.bookingId}?done=reported`));
    const names = (await w.store.db.select().from(w.store.t.journalEntry)).filter(({ subjectId }) => subjectId === story.bookingId).map(({ name }) => name);
    for (const name of ["booking.setOff", "booking.start", "booking.finish", "booking.report"]) expect(names.filter((each) => each === name)).toHaveLength(1);
    expect((await readBooking(await rootOf(w), story.bookingId)).state).toBe("reported");
  });
  it("takes what was ticked and measured along to the report without JavaScript", async () => {
    await walk(startVisit);
    const { to } = await send(visit.action, `visits/${story.bookingId}`, { intent: "finish", "checklist[0].code": "speed-at-router", "checklist[0].done": "on", "checklist[0].value": "112,5" });
    const params = new URL(to ?? "", "http://localhost").searchParams;
    expect([params.getAll("c"), params.get("v.speed-at-router")]).toEqual([["speed-at-router"], "112,5"]);
  });
  it("gives a report back with every word when the outcome is missing", async () => {
    await walk(startVisit, finishVisit);
    const { status, value } = await send(visit.action, `visits/${story.bookingId}`, { ...report, outcome: "" });
    expect(status).toBe(400);
    expect(value).toMatchObject({ report: { errors: { outcome: "visit.report.outcomeMissing" }, values: { words: "Router verschoben.", "checklist[0].value": "80" } } });
    expect((await readBooking(await rootOf(w), story.bookingId)).state).toBe("finished");
  });
  it("asks for the points that always belong to it before it may be called solved", async () => {
    await walk(startVisit, finishVisit);
    const { value } = await send(visit.action, `visits/${story.bookingId}`, { intent: "report", outcome: "solved", words: "kurz", "checklist[0].code": "speed-at-router" });
    expect((value as { report: { errors: Record<string, string> } }).report.errors["checklist[0].done"]).toBe("visit.report.checklistMissing");
  });
  it("adds rows for measures without JavaScript and keeps those that were filled in", async () => {
    await walk(startVisit, finishVisit);
    const rows = { "measures[0].code": "", "measures[0].count": "1", "measures[1].code": "bulb-to-led", "measures[1].count": "3", "measures[1].before": "60", "measures[1].after": "9", "measures[1].evidence": "" };
    const { status, value } = await send(visit.action, `visits/${story.bookingId}`, { ...report, intent: "row", ...rows });
    expect(status).toBe(200);
    expect(value).toMatchObject({ report: { rows: 4, values: { "measures[0].code": "bulb-to-led", "measures[0].before": "60", words: "Router verschoben." } } });
  });
});

describe("Cancelling", () => {
  it("says what it means, asks for a reason, and gives the customer everything back", async () => {
    must(await acceptBooking(as(await rootOf(w), story.helper.actor), story.bookingId));
    const { value } = await ask(w, cancel.loader as never, at(`visits/${story.bookingId}/cancel`), { actor: story.helper.actor });
    expect(value).toMatchObject({ refundMinor: 4900 });
    expect((await send(cancel.action, `visits/${story.bookingId}/cancel`, {})).status).toBe(400);
    expect((await send(cancel.action, `visits/${story.bookingId}/cancel`, { reason: "ill" })).to).toBe(at(`visits/${story.bookingId}`));
    expect(await readBooking(await rootOf(w), story.bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "helper", cancelReason: "ill", compensationMinor: 0 });
  });
  it("is over once the helper is there", async () => {
    await onTheDay();
    must(await startVisit(as(await rootOf(w), story.helper.actor), story.bookingId));
    w.clock.advance(hour);
    expect((await ask(w, cancel.loader as never, at(`visits/${story.bookingId}/cancel`), { actor: story.helper.actor })).to).toBe(at(`visits/${story.bookingId}`));
  });
});

describe("Messages of a visit", () => {
  const write = (fields: Record<string, string>) => ask(w, visit.action as never, at(`visits/${story.bookingId}`), { actor: story.helper.actor, form: { ...fields, photos: new Blob([]) } });
  it("reach the thread, and a password is asked about first", async () => {
    await onTheDay();
    expect((await write({ words: "Ich bin fünf Minuten später da." })).status).toBe(302);
    expect(await write({ words: "Das Passwort ist hund1234" })).toMatchObject({ status: 400, value: { message: { looksSecret: true, values: { words: "Das Passwort ist hund1234" } } } });
    const { value } = await ask(w, visit.loader as never, at(`visits/${story.bookingId}`), { actor: story.helper.actor });
    expect((value as { messages: { words: string }[] }).messages.map(({ words }) => words)).toEqual(["Ich bin fünf Minuten später da."]);
  });
});

describe("Today", () => {
  it("shows the next visit first, and one whose report is missing", async () => {
    await walk(startVisit, finishVisit);
    const { value } = await ask(w, today.loader as never, "/de/helper", { actor: story.helper.actor });
    expect(value).toMatchObject({ visits: [{ id: story.bookingId, state: "finished", street: "Rheinsprung 7" }], requests: 0 });
  });
});
