import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, finishVisit, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { staff } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { extraPaymentOf } from "#app/domain/payment/extras.commands.server.ts";
import { visitCodes } from "#app/domain/visit/code.server.ts";
import { extrasOf } from "#app/domain/visit/extras.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import * as confirm from "#app/routes/customer/bookings/confirm.tsx";
import * as extras from "#app/routes/customer/bookings/extras.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as sheet from "#app/routes/customer/bookings/sheet.tsx";
import * as waits from "#app/routes/customer/bookings/waiting.tsx";
import * as today from "#app/routes/helper/today.tsx";
import * as extra from "#app/routes/helper/visit-extra.tsx";
import * as away from "#app/routes/helper/visit-cancel.tsx";
import * as waiting from "#app/routes/helper/visit-waiting.tsx";
import * as deskPage from "#app/routes/staff/bookings/page.tsx";
import * as deskWaits from "#app/routes/staff/bookings/waiting.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import * as attention from "#app/routes/staff/bookings/attention.tsx";
import * as desk from "#app/routes/staff/bookings/page.tsx";
import { translator } from "#app/texts/registry.ts";
import "#app/texts/all.server.ts";
import { anAskedBooking, hour, minute, readBooking } from "../support/bookings.ts";
import { as, aStaffMember } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
let story: Awaited<ReturnType<typeof anAskedBooking>>;
const support = staff("sam", ["support"]);
const t = translator("de");

type Screen = { loader: unknown; action: unknown };
const helperAt = (rest = "") => `/de/helper/visits/${story.bookingId}${rest}`;
const customerAt = (rest = "") => `/de/bookings/${story.bookingId}${rest}`;
const read = async <V = Record<string, never>>(screen: { loader: unknown }, path: string, actor = story.guest) => (await ask(w, screen.loader as never, path, { actor })).value as V;
const byHelper = (screen: Screen, path: string, form: Record<string, string>) => ask(w, screen.action as never, path, { actor: story.helper.actor, form });
const byCustomer = (screen: Screen, path: string, form: Record<string, string> = {}) => ask(w, screen.action as never, path, { actor: story.guest, form: { tap: "", ...form } });
const row = async () => readBooking(await rootOf(w), story.bookingId);
const codes = async () => visitCodes(await rootOf(w), await row());

beforeEach(async () => {
  w = await world();
  const root = await rootOf(w);
  story = await anAskedBooking(root, {}, 3);
  must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
});

/** The clock stands so long before the visit begins. */
const standBefore = (ms: number) => w.clock.advance(story.startsAt - ms - w.clock.now());
const begun = async () => {
  standBefore(0);
  must(await startVisit(as(await rootOf(w), story.helper.actor, story.startsAt), story.bookingId));
};

describe("Confirming a visit", () => {
  it("takes one tap of each side; opening the page confirms nothing", async () => {
    standBefore(20 * hour);
    expect(await read(page, customerAt())).toMatchObject({ view: { visit: { confirm: { may: true, mineAt: null } } } });
    await read(confirm, customerAt("/confirm"));
    await read(visit, helperAt(), story.helper.actor);
    expect(await row()).toMatchObject({ customerConfirmedAt: null, helperConfirmedAt: null });
    for (let i = 0; i < 2; i++) expect((await byCustomer(confirm, customerAt("/confirm"))).to).toBe(customerAt("?done=confirmed"));
    for (let i = 0; i < 2; i++) expect((await byHelper(visit, helperAt(), { intent: "confirm" })).to).toBe(helperAt("?done=confirmed"));
    expect(await row()).toMatchObject({ customerConfirmedAt: w.clock.now(), helperConfirmedAt: w.clock.now() });
    expect(await ask(w, confirm.loader as never, customerAt("/confirm"), { actor: story.guest })).toMatchObject({ status: 302, to: customerAt() });
  });

  it("is offered to the helper on the first screen, with one tap and back there", async () => {
    const first = () => read<{ visits: { id: string; awaitsConfirm: boolean }[] }>(today, "/de/helper", story.helper.actor);
    expect((await first()).visits).toMatchObject([{ id: story.bookingId, awaitsConfirm: false }]);
    standBefore(20 * hour);
    expect((await first()).visits).toMatchObject([{ id: story.bookingId, awaitsConfirm: true }]);
    expect((await byHelper(visit, helperAt(), { intent: "confirm", from: "today" })).to).toBe("/de/helper?done=confirmed");
    expect((await first()).visits).toMatchObject([{ id: story.bookingId, awaitsConfirm: false }]);
    expect(await row()).toMatchObject({ helperConfirmedAt: w.clock.now() });
  });

  it("too early is refused in words, and staff see what stays open", async () => {
    expect(await byCustomer(confirm, customerAt("/confirm"))).toMatchObject({ status: 409, value: { refusal: "too-early" } });
    standBefore(5 * hour);
    expect(await read(attention, "/de/staff/bookings/attention", support)).toMatchObject({ unconfirmed: [{ bookingId: story.bookingId, missing: ["customer", "helper"] }] });
  });
});

describe("On the way and at the door", () => {
  it("the customer reads when somebody comes: a choice, or a time of today", async () => {
    standBefore(30 * minute);
    const wrong = await byHelper(visit, helperAt(), { intent: "setOff", in: "20", clock: "morgen" });
    expect(wrong).toMatchObject({ status: 400, value: { arrival: { values: { in: "20", clock: "morgen" }, errors: { clock: "visit.way.wrong" } } } });
    expect((await row()).state).toBe("accepted");
    for (let i = 0; i < 2; i++) expect((await byHelper(visit, helperAt(), { intent: "setOff", in: "30", clock: "" })).to).toBe(helperAt());
    const { arrivalFromAt, arrivalUntilAt } = await row();
    expect([arrivalFromAt, arrivalUntilAt]).toEqual([story.startsAt - 5 * minute, story.startsAt + 10 * minute]);
    expect(await read(page, customerAt())).toMatchObject({ view: { visit: { arrival: { fromAt: arrivalFromAt, untilAt: arrivalUntilAt } } } });
    expect((await byHelper(visit, helperAt(), { intent: "arrival", in: "45", clock: "" })).to).toBe(helperAt("?done=arrival"));
    expect((await row()).arrivalFromAt).toBe(story.startsAt + 10 * minute);
    expect((await byHelper(visit, helperAt(), { intent: "arrive" })).to).toBe(helperAt());
    expect((await row()).arrivedAt).toBe(w.clock.now());
  });

  it("a wrong code says how many tries are left; no four digits cost none", async () => {
    standBefore(0);
    const { customer } = await codes();
    const wrong = customer === "0000" ? "1111" : "0000";
    expect(await byHelper(visit, helperAt(), { intent: "code", code: "12" })).toMatchObject({ status: 400, value: { code: { errors: { code: "visit.check.four" } } } });
    expect(await byHelper(visit, helperAt(), { intent: "code", code: wrong })).toMatchObject({ status: 400, value: { code: { left: 4, errors: {} } } });
    expect((await byHelper(visit, helperAt(), { intent: "code", code: customer })).to).toBe(helperAt("?done=code"));
    expect(await row()).toMatchObject({ codeTries: 1, codeMatchedAt: w.clock.now() });
  });

  it("each side reads its own code; the sheet has all that the customer needs", async () => {
    const { customer, helper, consent } = await codes();
    expect(JSON.stringify(await read(visit, helperAt(), story.helper.actor))).not.toContain(`"${customer}"`);
    expect(await read(visit, helperAt(), story.helper.actor)).toMatchObject({ door: { codes: { helper, customer: null, consent: [] } } });
    expect(await read(sheet, customerAt("/sheet"))).toMatchObject({ codes: { customer, helper, consent } });
  });

  it("a step out of order names the one that comes first", async () => {
    standBefore(0);
    const refusal = async (form: Record<string, string>) => (((await byHelper(visit, helperAt(), form)).value as { refusal?: string } | null)?.refusal ?? "none");
    expect(await refusal({ intent: "finish" })).toBe("before-start");
    expect(await refusal({ intent: "report", outcome: "solved" })).toBe("before-start");
    await begun();
    expect(await refusal({ intent: "report", outcome: "partly", words: "Behalten" })).toBe("before-finish");
    for (const name of ["before-start", "before-finish", "over"] as const) expect(t(`visit.refusal.${name}`)).not.toContain("visit.");
  });
});

describe("Extras", () => {
  const cable = { intent: "propose", kind: "material", words: "Kabel 5 m", amount: "24.–", after: "0" };
  const all = async () => extrasOf(await rootOf(w), story.bookingId);

  it("are proposed in words and francs; what is wrong comes back with what was typed", async () => {
    await begun();
    expect(await byHelper(extra, helperAt("/extra"), { ...cable, amount: "viel", words: "" })).toMatchObject({ status: 400, value: { form: { values: { amount: "viel" }, errors: { amount: "visit.offer.amountWrong", words: "errors.field.required" } } } });
    for (let i = 0; i < 2; i++) expect((await byHelper(extra, helperAt("/extra"), cable)).to).toBe(helperAt("/extra?done=sent"));
    expect(await all()).toMatchObject([{ words: "Kabel 5 m", amountMinor: 2400, state: "proposed" }]);
    expect(await byHelper(extra, helperAt("/extra"), { ...cable, amount: "76.05", after: "1" })).toMatchObject({ status: 409, value: { form: { refusal: "extra-cap", detail: { leftMinor: 7600 }, values: { words: "Kabel 5 m" } } } });
    expect(await read(page, customerAt())).toMatchObject({ view: { visit: { extras: [{ words: "Kabel 5 m", state: "proposed" }] } } });
  });

  it("show the helper their own part: material whole, work less the commission of 15 %", async () => {
    await begun();
    await byHelper(extra, helperAt("/extra"), cable);
    await byHelper(extra, helperAt("/extra"), { ...cable, kind: "work", words: "Zweites Zimmer", amount: "20", after: "1" });
    expect(await read(visit, helperAt(), story.helper.actor)).toMatchObject({ door: { extras: [{ amountMinor: 2400, netMinor: 2400 }, { amountMinor: 2000, netMinor: 1700 }] } });
  });

  it("count once the customer says yes, and are paid at the provider", async () => {
    await begun();
    await byHelper(extra, helperAt("/extra"), cable);
    const [one] = await all();
    const id = one?.id ?? "";
    expect((await byCustomer(extras, customerAt("/extras"), { extra: "of-somebody-else", intent: "yes" })).status).toBe(404);
    for (let i = 0; i < 2; i++) expect((await byCustomer(extras, customerAt("/extras"), { extra: id, intent: "yes" })).to).toBe(customerAt("?done=agreed"));
    expect(await byCustomer(extras, customerAt("/extras"), { extra: id, intent: "no" })).toMatchObject({ status: 409, value: { refusal: "wrong-state" } });
    const checkout = await byCustomer(extras, customerAt("/extras"), { extra: id, intent: "pay" });
    expect([checkout.status, checkout.to]).toEqual([303, (await extraPaymentOf(await rootOf(w), id))?.checkoutUrl]);
    expect((await ask(w, extras.loader as never, customerAt(`/extras?paid=${id}`), { actor: story.guest })).to).toBe(customerAt("/extras"));
    const { standIn } = w.app;
    if (!standIn) throw new Error("No stand-in");
    must(await pay(standIn, (await extraPaymentOf(await rootOf(w), id))?.sessionId ?? "", "twint"));
    expect((await ask(w, extras.loader as never, customerAt(`/extras?paid=${id}`), { actor: story.guest })).to).toBe(customerAt("?done=extraPaid"));
    expect((await all())[0]?.paidAt).toBe(w.clock.now());
    expect((await byCustomer(extras, customerAt("/extras"), { extra: id, intent: "pay" })).to).toBe(customerAt("/extras"));
    expect(await read(desk, `/de/staff/bookings/${story.bookingId}`, support)).toMatchObject({ view: { around: { extras: [{ words: "Kabel 5 m", state: "accepted" }] } } });
  });

  it("are agreed to by a code that is read out, or refused, or taken back", async () => {
    await begun();
    await byHelper(extra, helperAt("/extra"), cable);
    const id = (await all())[0]?.id ?? "";
    const { consent, customer } = await codes();
    expect(await byHelper(extra, helperAt("/extra"), { intent: "code", extra: id, code: customer })).toMatchObject({ status: 400, value: { code: { extraId: id, left: 4 } } });
    expect(await byHelper(extra, helperAt("/extra"), { intent: "code", extra: id, code: "1" })).toMatchObject({ status: 400, value: { code: { errors: { code: "visit.check.four" } } } });
    expect((await byHelper(extra, helperAt("/extra"), { intent: "code", extra: id, code: consent[0] ?? "" })).to).toBe(helperAt());
    for (const [after, words] of [["1", "Zwei"], ["2", "Drei"]] as const) {
      w.clock.advance(minute);
      await byHelper(extra, helperAt("/extra"), { ...cable, words, after });
    }
    const [, second, third] = await all();
    expect((await byCustomer(extras, customerAt("/extras"), { extra: second?.id ?? "", intent: "no" })).to).toBe(customerAt("?done=declined"));
    expect((await byHelper(extra, helperAt("/extra"), { intent: "withdraw", extra: third?.id ?? "" })).to).toBe(helperAt());
    expect((await all()).map(({ state, consent: by }) => [state, by])).toEqual([["accepted", "code"], ["refused", null], ["withdrawn", null]]);
  });

  it("are not proposed before somebody is there, nor by a stranger", async () => {
    standBefore(0);
    expect((await ask(w, extra.loader as never, helperAt("/extra"), { actor: story.helper.actor })).to).toBe(helperAt());
    expect(await byHelper(extra, helperAt("/extra"), cable)).toMatchObject({ status: 409, value: { form: { refusal: "wrong-state" } } });
    expect((await ask(w, extras.loader as never, customerAt("/extras"))).status).toBe(404);
  });

  it("stand as unpaid before staff once the report is filed", async () => {
    await begun();
    await byHelper(extra, helperAt("/extra"), cable);
    await byCustomer(extras, customerAt("/extras"), { extra: (await all())[0]?.id ?? "", intent: "yes" });
    must(await finishVisit(as(await rootOf(w), story.helper.actor, w.clock.now()), story.bookingId));
    expect(await byHelper(visit, helperAt(), { intent: "report", outcome: "partly", words: "" })).toMatchObject({ status: 302 });
    expect(await read(attention, "/de/staff/bookings/attention", support)).toMatchObject({ unpaid: [{ dueMinor: 2400 }], unchecked: [{ bookingId: story.bookingId }] });
  });
});

describe("Nobody there", () => {
  it("a helper waits, calls twice and ends it; the customer is asked at once and can answer", async () => {
    standBefore(minute);
    expect(await byHelper(waiting, helperAt("/waiting"), { intent: "wait" })).toMatchObject({ status: 409, value: { refusal: "wait-early" } });
    standBefore(0);
    const tap = async (intent: string) => (await byHelper(waiting, helperAt("/waiting"), { intent })).to;
    for (let i = 0; i < 2; i++) expect(await tap("wait")).toBe(helperAt("/waiting"));
    expect(await read(waits, customerAt("/waiting"))).toMatchObject({ waiting: { absence: { absent: "customer", state: "waiting" }, isHelper: false } });
    expect(await read(attention, "/de/staff/bookings/attention", support)).toMatchObject({ waiting: [{ absent: "customer" }] });
    expect((await byCustomer(waits, customerAt("/waiting"), { intent: "here" })).to).toBe(customerAt("?done=over"));
    w.clock.advance(minute);
    expect(await tap("wait")).toBe(helperAt("/waiting"));
    expect(await tap("call1")).toBe(helperAt("/waiting"));
    expect((await byHelper(waiting, helperAt("/waiting"), { intent: "call2" })).value).toMatchObject({ refusal: "call-too-early" });
    w.clock.advance(5 * minute);
    expect(await tap("call2")).toBe(helperAt("/waiting"));
    expect((await byHelper(waiting, helperAt("/waiting"), { intent: "end" })).value).toMatchObject({ refusal: "wait-early" });
    w.clock.advance(10 * minute);
    for (let i = 0; i < 2; i++) expect(await tap("end")).toBe(helperAt());
    expect(await row()).toMatchObject({ state: "cancelled", cancelReason: "customer_absent", compensationMinor: 4900 });
    expect(await read(page, customerAt())).toMatchObject({ booking: { cancelReason: "customer_absent" }, next: null });
  });

  it("a helper who cannot come after all says so after the beginning, having read what follows; customer and staff see it at once", async () => {
    standBefore(minute);
    expect(await read(away, helperAt("/cancel"), story.helper.actor)).toMatchObject({ isLate: false });
    standBefore(-5 * minute);
    expect(await read(visit, helperAt(), story.helper.actor)).toMatchObject({ moves: { cancel: "too-late", cannotCome: null } });
    expect(await read(away, helperAt("/cancel"), story.helper.actor)).toMatchObject({ isLate: true, refundMinor: 4900, creditMinor: 2000 });
    expect(await byHelper(away, helperAt("/cancel"), { reason: "cannot_come" })).toMatchObject({ status: 409, value: { refusal: "too-late" } });
    expect(await byHelper(away, helperAt("/cancel"), { late: "yes" })).toMatchObject({ status: 400 });
    for (let i = 0; i < 2; i++) expect((await byHelper(away, helperAt("/cancel"), { late: "yes", reason: "breakdown" })).to).toBe(helperAt());
    expect(await row()).toMatchObject({ state: "cancelled", cancelReason: "helper_absent", cancelledBy: "helper" });
    const { next, view } = await read<{ next: object | null; view: { absentCreditMinor: number } }>(page, customerAt());
    expect([next !== null, view.absentCreditMinor]).toEqual([true, 2000]);
    const staffPage = await read<{ view: { story: { name: string; detail: string | null }[] } }>(deskPage, `/de/staff/bookings/${story.bookingId}`, support);
    const told = staffPage.view.story.find(({ name }) => name === "booking.cannotCome");
    expect(told?.detail).toContain("Panne");
  });

  it("a customer waits for nobody: everything goes back and somebody else is one tap away", async () => {
    standBefore(0);
    const tap = async (intent: string) => (await byCustomer(waits, customerAt("/waiting"), { intent })).to;
    expect(await tap("wait")).toBe(customerAt("/waiting"));
    const { brand } = (await rootOf(w)).settings;
    expect(await read(waits, customerAt("/waiting"))).toMatchObject({ waiting: { phones: [{ telephone: "+41 79 000 00 01" }] } });
    await w.store.db.update(w.store.t.person).set({ mobile: null });
    expect(await read(waits, customerAt("/waiting"))).toMatchObject({ waiting: { phones: [{ name: brand.name, telephone: brand.telephone }] } });
    expect(await byHelper(waiting, helperAt("/waiting"), { intent: "wait" })).toMatchObject({ status: 409, value: { refusal: "other-waits" } });
    await tap("call1");
    w.clock.advance(8 * minute);
    await tap("call2");
    w.clock.advance(7 * minute);
    expect(await tap("end")).toBe(customerAt());
    expect(await row()).toMatchObject({ state: "cancelled", cancelReason: "helper_absent", cancelledBy: "helper", compensationMinor: 0 });
    const { next, view } = await read<{ next: object | null; view: { absentCreditMinor: number } }>(page, customerAt());
    expect(next).not.toBeNull();
    // The apology stands on the page that says it: CHF 20 of credit.
    expect(view.absentCreditMinor).toBe(2000);
    expect(t("visit.missed.credit", { credit: "CHF 20" })).toContain("CHF 20");
  });

  it("is noted at the desk for a customer who calls, and ends with everything given back", async () => {
    standBefore(0);
    const at = `/de/staff/bookings/${story.bookingId}`;
    const tap = (intent: string, actor = support) => ask(w, deskWaits.action as never, `${at}/waiting`, { actor, form: { intent } });
    expect(await read(deskPage, at, support)).toMatchObject({ view: { mayWait: true } });
    expect((await tap("wait", (await aStaffMember(await rootOf(w), "quality")).actor)).status).toBe(403);
    expect((await tap("wait")).to).toBe(`${at}/waiting`);
    expect(await read(deskWaits, `${at}/waiting`, support)).toMatchObject({ view: { absence: { absent: "helper", state: "waiting" }, phones: [{ telephone: "+41 79 000 00 01" }] } });
    expect(await read(waits, customerAt("/waiting"))).toMatchObject({ waiting: { absence: { absent: "helper" } } });
    await tap("call1");
    w.clock.advance(8 * minute);
    expect((await tap("call2")).to).toBe(`${at}/waiting`);
    expect((await tap("end")).status).toBe(409);
    w.clock.advance(7 * minute);
    expect((await tap("end")).to).toBe(at);
    expect(await row()).toMatchObject({ state: "cancelled", cancelReason: "helper_absent", compensationMinor: 0 });
  });

  it("the telephones are one tap away, and only for the two", async () => {
    standBefore(0);
    expect(await read(waiting, helperAt("/waiting"), story.helper.actor)).toMatchObject({ phones: [{ name: "Rosa Muster", telephone: "+41 61 123 45 67" }, { name: "Anna Muster", telephone: "+41 79 123 45 67" }] });
    expect(await read(waits, customerAt("/waiting"))).toMatchObject({ waiting: { phones: [{ telephone: "+41 79 000 00 01" }] } });
    expect((await ask(w, waits.loader as never, customerAt("/waiting"))).status).toBe(404);
    expect((await byHelper(waiting, helperAt("/waiting"), { intent: "dance" })).status).toBe(400);
  });
});
