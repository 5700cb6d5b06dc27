import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { slotsForProfessional } from "#app/domain/availability/availability.queries.server.ts";
import { readSpans, spansText } from "#app/domain/availability/hours.text.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { type Actor, type StaffRole, staff, system, visitor } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import "#app/texts/all.server.ts";
import { bookRescue, openRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { noteAbsence } from "#app/domain/visit/absence.commands.server.ts";
import * as lane from "#app/routes/staff/lanes/lane.tsx";
import * as lanes from "#app/routes/staff/lanes/list.tsx";
import * as visit from "#app/routes/staff/lanes/visit.tsx";
import * as waiting from "#app/routes/staff/lanes/waiting.tsx";
import { anAskedBooking, minute, readBooking } from "../support/bookings.ts";
import { aForm, aGuest, aHelper, aLane, aServiceType, as, basel } from "../support/people.ts";
import { aSignedOffBooking, freeProfessionalStart } from "../support/rescue.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});
const by = (...roles: StaffRole[]): Actor => staff("s", roles);
const support = by("support");
const monday = "2026-11-30";

describe("The hours of a day as one types them", () => {
  it.each([
    ["08:00–12:00, 13:00–17:00", "08:00–12:00, 13:00–17:00"],
    ["13-17; 8.00 - 12.00", "08:00–12:00, 13:00–17:00"],
    ["18:00-24:00", "18:00–24:00"],
    ["", ""],
  ])("understands «%s»", (typed, shown) => {
    const read = readSpans(typed);
    expect(read.ok && spansText(read.spans)).toBe(shown);
  });

  it.each([["morning", "spans"], ["8-25", "spans"], ["12:00–08:00", "order"], ["08:00–12:00, 11:00–13:00", "overlap"], ["8-9-10", "spans"]] as const)("says what is wrong with «%s»", (typed, problem) => {
    expect(readSpans(typed)).toEqual({ ok: false, problem });
  });
});

describe("Lanes of the professional service", () => {
  it("are made, given hours and exceptions, renamed and ended by support", async () => {
    const root = await rootOf(w);
    const service = await aServiceType(root);
    const made = await ask(w, lanes.action, "/de/staff/lanes", { actor: support, form: { name: "Team Nord", waitDays: "1" } });
    const at = made.to?.replace("?done=created", "") ?? "";
    expect(at).toMatch(/^\/de\/staff\/lanes\/[0-9a-f-]{36}$/);
    expect(await ask(w, lanes.action, "/de/staff/lanes", { actor: support, form: { name: "Team Nord", waitDays: "x" } })).toMatchObject({ status: 400, value: { values: { waitDays: "x" }, errors: { waitDays: "errors.field.number" } } });
    expect(await ask(w, lanes.action, "/de/staff/lanes", { actor: support, form: { name: "Team Nord", waitDays: "1" } })).toMatchObject({ status: 409, value: { errors: { name: "staffHelpers.lanes.name-taken" } } });

    const slots = async () => ((await slotsForProfessional(root, service.id)) ?? []).find(({ day }) => day === monday)?.slots.length ?? 0;
    expect(await slots()).toBe(0);
    expect(await ask(w, lane.action, at, { actor: support, form: { intent: "weekly", day1: "8-12", day2: "nachmittags" } })).toMatchObject({ status: 400, value: { weekly: { values: { day1: "8-12", day2: "nachmittags" }, errors: { day2: "staffHelpers.lanes.problem.spans" } } } });
    expect((await ask(w, lane.action, at, { actor: support, form: { intent: "weekly", day1: "8-12" } })).to).toBe(`${at}?done=saved`);
    expect(await slots()).toBeGreaterThan(0);

    const closed = { intent: "exception", kind: "closed", date: monday, dateUntil: "2026-12-02", from: "", until: "" };
    expect(await ask(w, lane.action, at, { actor: support, form: { ...closed, date: "2026-11-01" } })).toMatchObject({ status: 400, value: { exception: { errors: { date: "staffHelpers.lanes.problem.past" } } } });
    expect((await ask(w, lane.action, at, { actor: support, form: closed })).to).toBe(`${at}?done=added`);
    expect(await slots()).toBe(0);
    const { exceptions } = (await ask(w, lane.loader, at, { actor: support })).value as { exceptions: { date: string; until: string; ids: string[] }[] };
    expect(exceptions).toMatchObject([{ date: monday, until: "2026-12-02" }]);
    expect((await ask(w, lane.action, at, { actor: support, form: { intent: "remove", id: exceptions[0]?.ids ?? [] } })).to).toBe(`${at}?done=removed`);
    expect(await slots()).toBeGreaterThan(0);

    expect((await ask(w, lane.action, at, { actor: support, form: { intent: "change", name: "Team Süd", waitDays: "3" } })).to).toBe(`${at}?done=saved`);
    expect(await ask(w, lane.action, at, { actor: support, form: { intent: "end" } })).toMatchObject({ status: 400, value: { end: { errors: { sure: "errors.field.agree" } } } });
    expect((await ask(w, lane.action, at, { actor: support, form: { intent: "end", sure: "on" } })).to).toBe("/de/staff/lanes?done=ended");
    expect(await slots()).toBe(0);
    const told = await w.store.db.select({ name: w.store.t.journalEntry.name }).from(w.store.t.journalEntry).where(eq(w.store.t.journalEntry.subjectKind, "lane"));
    expect(told.map(({ name }) => name)).toEqual(["lane.created", "lane.changed", "lane.ended"]);
  });

  it("are for support: others are refused, and a helper's exceptions stay out of reach", async () => {
    const root = await rootOf(w);
    const id = await aLane(root);
    const { helperId } = await aHelper(root);
    for (const role of ["certifier", "quality", "finance"] as const) {
      expect((await ask(w, lanes.loader, "/de/staff/lanes", { actor: by(role) })).status).toBe(403);
      expect((await ask(w, lane.action, `/de/staff/lanes/${id}`, { actor: by(role), form: { intent: "end", sure: "on" } })).status).toBe(403);
    }
    expect((await ask(w, lanes.loader, "/de/staff/lanes", { actor: visitor() })).status).toBe(404);
    expect((await ask(w, lane.loader, `/de/staff/lanes/${helperId}`, { actor: support })).status).toBe(404);
    expect((await ask(w, lane.action, `/de/staff/lanes/${id}`, { actor: support, form: { intent: "nonsense" } })).status).toBe(400);
  });
});

describe("A professional visit", () => {
  async function booked() {
    const root = await rootOf(w);
    await aLane(root);
    const service = await aServiceType(root);
    const startsAt = ((await slotsForProfessional(root, service.id)) ?? []).flatMap(({ slots }) => slots)[0] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { professional: service.id }, startsAt, place: basel }));
    must(await submitBooking(as(root, aGuest(bookingId)), bookingId, aForm()));
    must(await paymentArrived(as(root, system), bookingId));
    return { root, bookingId, startsAt, at: `/de/staff/lanes/visits/${bookingId}` };
  }
  const report = {
    intent: "report", outcome: "solved", words: "Router ersetzt.", rootCause: "",
    ...Object.fromEntries(["speed-at-router", "speed-problem-before", "speed-problem-after", "router-place-checked", "customer-tested"].flatMap((code, i) => [[`checklist[${i}].code`, code], [`checklist[${i}].done`, "on"]])),
  };

  it("is confirmed, made and reported by support with the same steps that helpers take", async () => {
    const { root, bookingId, startsAt, at } = await booked();
    const open = (await ask(w, lanes.loader, "/de/staff/lanes", { actor: support })).value as { visits: object[] };
    expect(open.visits).toMatchObject([{ id: bookingId, state: "requested", customerName: "Anna Muster" }]);
    expect((await ask(w, visit.action, at, { actor: support, form: { intent: "accept" } })).to).toBe(`${at}?done=moved`);
    expect(await ask(w, visit.action, at, { actor: support, form: { intent: "start" } })).toMatchObject({ status: 409, value: { refusal: "too-early" } });
    w.clock.advance(startsAt - w.clock.now());
    for (const intent of ["setOff", "start", "finish"]) expect((await ask(w, visit.action, at, { actor: support, form: { intent } })).to).toContain(at);
    expect(await ask(w, visit.action, at, { actor: support, form: { ...report, outcome: "" } })).toMatchObject({ status: 400, value: { report: { values: { words: "Router ersetzt." }, errors: { outcome: "visit.report.outcomeMissing" } } } });
    expect((await ask(w, visit.action, at, { actor: support, form: report })).to).toBe(`${at}?done=reported`);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "reported" });
    expect(((await ask(w, lanes.loader, "/de/staff/lanes", { actor: support })).value as { visits: object[] }).visits).toEqual([]);
  });

  it("shows whoever goes there the code that the customer is told to ask for, from the yes until the visit is over", async () => {
    const { root, bookingId, startsAt, at } = await booked();
    const codes = async () => ((await ask(w, visit.loader, at, { actor: support })).value as { visit: { codes: { own: string | null; customer: string | null } | null } }).visit.codes;
    expect(await codes()).toBeNull();
    await ask(w, visit.action, at, { actor: support, form: { intent: "accept" } });
    const told = (await bookingPage(as(root, aGuest(bookingId)), bookingId))?.visit.codes;
    expect(told?.helper).toMatch(/^\d{4}$/);
    expect(await codes()).toEqual({ own: told?.helper, customer: told?.customer });
    w.clock.advance(startsAt - w.clock.now());
    for (const intent of ["setOff", "start", "finish"]) await ask(w, visit.action, at, { actor: support, form: { intent } });
    expect(await codes()).toBeNull();
  });

  it("notes that nobody opens: two calls and a quarter of an hour later the visit ends by the policy", async () => {
    const { root, bookingId, startsAt, at } = await booked();
    await ask(w, visit.action, at, { actor: support, form: { intent: "accept" } });
    const shown = async () => ((await ask(w, visit.loader, at, { actor: support })).value as { visit: { waits: string | null; moves: { arrive: string | null } } }).visit;
    const door = (intent: string) => ask(w, waiting.action, `${at}/waiting`, { actor: support, form: { intent } });
    expect((await shown()).waits).toBeNull();
    expect(await door("wait")).toMatchObject({ status: 409, value: { refusal: "wait-early" } });
    w.clock.advance(startsAt - w.clock.now());
    expect(await shown()).toMatchObject({ waits: "may", moves: { arrive: null } });
    expect((await door("wait")).to).toBe(`${at}/waiting`);
    expect(await shown()).toMatchObject({ waits: "customer", moves: { arrive: "wrong-state" } });
    expect((await ask(w, waiting.loader, `${at}/waiting`, { actor: support })).value).toMatchObject({ view: { isHelper: true, absence: { absent: "customer", calls: [] }, phones: [{ name: "Rosa Muster" }, { name: "Anna Muster" }] } });
    await door("call1");
    expect(await door("call2")).toMatchObject({ status: 409, value: { refusal: "call-too-early" } });
    w.clock.advance(5 * minute);
    await door("call2");
    expect(await door("end")).toMatchObject({ status: 409, value: { refusal: "wait-early" } });
    w.clock.advance(10 * minute);
    const said = ((await ask(w, waiting.loader, `${at}/waiting`, { actor: support })).value as { view: { absentMinor: { compensation: number } } }).view.absentMinor.compensation;
    expect((await door("end")).to).toBe(`${at}?done=moved`);
    expect(said).toBeGreaterThan(0);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "customer", compensationMinor: said });
  });

  it("is told that its customer waits, and answers with one tap", async () => {
    const { root, bookingId, startsAt, at } = await booked();
    await ask(w, visit.action, at, { actor: support, form: { intent: "accept" } });
    w.clock.advance(startsAt - w.clock.now());
    must(await noteAbsence(as(await w.as(system), aGuest(bookingId)), bookingId));
    const waits = async () => ((await ask(w, visit.loader, at, { actor: support })).value as { visit: { waits: string | null } }).visit.waits;
    expect(await waits()).toBe("helper");
    expect((await ask(w, waiting.action, `${at}/waiting`, { actor: support, form: { intent: "here" } })).to).toBe(`${at}?done=moved`);
    expect(await waits()).toBe("may");
    const helpers = await anAskedBooking(root);
    for (const [actor, id, status] of [[support, helpers.bookingId, 404], [by("quality"), bookingId, 403]] as const) {
      expect((await ask(w, waiting.loader, `/de/staff/lanes/visits/${id}/waiting`, { actor })).status).toBe(status);
      expect((await ask(w, waiting.action, `/de/staff/lanes/visits/${id}/waiting`, { actor, form: { intent: "wait" } })).status).toBe(status);
    }
  });

  it("shows what it makes good, and that its customer pays nothing more", async () => {
    const root = await rootOf(w);
    await aLane(root);
    const first = await aSignedOffBooking(root, "no");
    must(await openRescue(as(root, first.guest, first.now), first.bookingId, { words: "Wieder langsam.", wish: "professional" }));
    const { service } = first.helper;
    const held = must(await bookRescue(as(root, first.guest, first.now), first.bookingId, { offer: { professional: service.id }, startsAt: await freeProfessionalStart(root, service.id, first.now) }));
    const shown = (await ask(w, visit.loader, `/de/staff/lanes/visits/${held.bookingId}`, { actor: support })).value;
    expect(shown).toMatchObject({ visit: { payableMinor: 0, priceMinor: service.content.professional.price, before: [{ href: `/de/staff/bookings/${first.bookingId}`, badge: { words: "Nicht gelöst" } }] } });
  });

  it("can be declined while it is unanswered", async () => {
    const { root, bookingId, at } = await booked();
    expect((await ask(w, visit.action, at, { actor: support, form: { intent: "decline" } })).to).toBe("/de/staff/lanes?done=moved");
    expect((await readBooking(root, bookingId)).state).toBe("declined");
  });

  it("is not what a helper's visit is: that one is not found here, and quality may not act", async () => {
    const root = await rootOf(w);
    const { bookingId } = await anAskedBooking(root);
    expect((await ask(w, visit.loader, `/de/staff/lanes/visits/${bookingId}`, { actor: support })).status).toBe(404);
    expect((await ask(w, visit.action, `/de/staff/lanes/visits/${bookingId}`, { actor: support, form: { intent: "accept" } })).status).toBe(404);
    expect((await ask(w, visit.loader, `/de/staff/lanes/visits/${bookingId}`, { actor: by("quality") })).status).toBe(403);
  });
});
