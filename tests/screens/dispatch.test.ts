import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { asksOf } from "#app/domain/dispatch/asks.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as list from "#app/routes/customer/bookings/list.tsx";
import * as others from "#app/routes/customer/bookings/others.ts";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as request from "#app/routes/helper/request.tsx";
import * as requests from "#app/routes/helper/requests.tsx";
import * as today from "#app/routes/helper/today.tsx";
import * as tonight from "#app/routes/helper/tonight.ts";
import * as visit from "#app/routes/helper/visit.tsx";
import * as visitCancel from "#app/routes/helper/visit-cancel.tsx";
import * as board from "#app/routes/staff/dispatch/board.tsx";
import * as caller from "#app/routes/staff/book/caller.tsx";
import "#app/texts/all.server.ts";
import { aHeldBooking, day, hour, readBooking } from "../support/bookings.ts";
import { aCustomer, aForm, aGuest, aHelper, aLane, aServiceType, as, aStaffMember, basel } from "../support/people.ts";
import { freeProfessionalStart } from "../support/rescue.ts";
import { aRequest } from "../support/waves.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, filled, guestOf, leadsTo, multipart } from "./booking.support.ts";
import { helperRow, rootOf } from "./helper.support.ts";

let w: World;
/** Three days later in the afternoon: the world begins at nine in the morning. */
const soon = (now: number) => now + 3 * day + 5 * hour;
beforeEach(async () => {
  w = await world();
});

type PageData = { who: string; open: boolean; view: { ladder: { asked: number; until: number | null; shared: boolean; isSubstitute: boolean; mayAskNow: boolean; first: { name: string; state: string } } | null; mayWrite: boolean; helper: { certificates: unknown[] } | null }; others: string | null };
const see = (id: string) => answerOf<PageData>(w, page.loader, `/de/bookings/${id}`, { actor: guestOf(id) });

describe("The customer", () => {
  it("chooses in the form what happens when the helper cannot come, and the draft keeps it", async () => {
    const { bookingId: id } = await aHeldBooking(await rootOf(w));
    const shown = await answerOf<{ mayBeReplaced: boolean; values: { substitution: string } }>(w, form.loader, `/de/bookings/${id}/form`, { actor: guestOf(id) });
    expect([shown.value.mayBeReplaced, shown.value.values.substitution]).toEqual([true, "ask"]);
    await answerOf(w, form.action, `/de/bookings/${id}/form`, { actor: guestOf(id), body: multipart({ ...filled, name: "", substitution: "same_time", intent: "pay" }) });
    expect((await readBooking(await rootOf(w), id)).substitution).toBe("same_time");
    leadsTo(await answerOf(w, form.action, `/de/bookings/${id}/form`, { actor: guestOf(id), body: multipart({ ...filled, substitution: "same_time", intent: "pay" }) }), /./);
    const submitted = await readBooking(await rootOf(w), id);
    expect([submitted.state, submitted.substitution]).toEqual(["paying", "same_time"]);
  });

  it("is not asked where the booking is instant, whatever a form says", async () => {
    const { bookingId: id } = await aHeldBooking(await rootOf(w), { instant: true });
    expect((await answerOf<{ mayBeReplaced: boolean }>(w, form.loader, `/de/bookings/${id}/form`, { actor: guestOf(id) })).value.mayBeReplaced).toBe(false);
    await answerOf(w, form.action, `/de/bookings/${id}/form`, { actor: guestOf(id), body: multipart({ ...filled, substitution: "same_time", intent: "pay" }) });
    expect((await readBooking(await rootOf(w), id)).substitution).toBe("ask");
  });

  it("sees how far the request has come, and who comes in the end", async () => {
    const root = await rootOf(w);
    const { helper, others: rest, bookingId: id } = await aRequest(root, { startsAt: soon(root.now), others: [{}, {}] });
    must(await declineBooking(as(root, helper.actor), id));
    const shown = (await see(id)).value;
    expect(shown).toMatchObject({ who: "wer zuerst zusagt", open: true, view: { mayWrite: false, helper: null, ladder: { asked: 2, shared: true, first: { name: "Maya B.", state: "declined" } } } });
    expect((await answerOf<{ coming: { id: string; helperName: string | null }[] }>(w, list.loader, "/de/bookings", { actor: guestOf(id) })).value.coming).toMatchObject([{ id, helperName: null }]);
    const [first] = rest;
    if (!first) throw new Error("There are two");
    must(await acceptBooking(as(root, first.actor), id));
    expect((await see(id)).value).toMatchObject({ who: "Nr1 B.", open: false, view: { mayWrite: true, ladder: { isSubstitute: true, shared: false }, helper: { certificates: [expect.anything()] } } });
  });

  it("need not wait: one tap asks others too; strangers and sent twice change nothing", async () => {
    const root = await rootOf(w);
    const { bookingId: id } = await aRequest(root, { startsAt: soon(root.now), others: [{}, {}, {}], substitution: "ask" });
    expect((await see(id)).value.view.ladder?.mayAskNow).toBe(true);
    expect((await answerOf(w, others.action, `/de/bookings/${id}/others`, { actor: guestOf("other"), form: {} })).status).toBe(404);
    for (let i = 0; i < 2; i++) leadsTo(await answerOf(w, others.action, `/de/bookings/${id}/others`, { actor: guestOf(id), form: {} }), `/de/bookings/${id}?others=asked#ladder`);
    expect((await asksOf(root, id)).map(({ state }) => state)).toEqual(["open", "open", "open", "open"]);
    leadsTo(await answerOf(w, others.loader, `/de/bookings/${id}/others`, { actor: guestOf(id) }), `/de/bookings/${id}`);
  });

  it("reads why when nobody else is free", async () => {
    const { bookingId: id } = await aRequest(await rootOf(w), { startsAt: soon(w.clock.now()), substitution: "ask" });
    leadsTo(await answerOf(w, others.action, `/de/bookings/${id}/others`, { actor: guestOf(id), form: {} }), `/de/bookings/${id}?others=nobody-free#ladder`);
  });
});

describe("A helper who is asked beside others", () => {
  type RequestData = { request: { id: string; others: number | null; answerBy: number } | null; ended: string | null; accepted: boolean; mayOffer: boolean };
  const open = (id: string, actor: Awaited<ReturnType<typeof aHelper>>["actor"]) => answerOf<RequestData>(w, request.loader, `/de/helper/requests/${id}`, { actor });

  it("finds the request, may say yes, and is led to the visit; whoever was slower reads a kind word and no more", async () => {
    const root = await rootOf(w);
    const { helper, others: rest, bookingId: id } = await aRequest(root, { startsAt: soon(root.now), others: [{}, {}] });
    const stranger = await aHelper(root, { place: { postcode: "3011", locality: "Bern" } });
    must(await declineBooking(as(root, helper.actor), id));
    const [one, two] = rest;
    if (!one || !two) throw new Error("There are two");
    expect((await open(id, one.actor)).value).toMatchObject({ request: { id, others: 1, answerBy: root.now + 2 * hour }, mayOffer: false });
    expect((await answerOf<{ requests: { id: string }[] }>(w, requests.loader, "/de/helper/requests", { actor: one.actor })).value.requests).toMatchObject([{ id }]);
    expect((await answerOf<{ requests: number }>(w, today.loader, "/de/helper", { actor: one.actor })).value.requests).toBe(1);
    expect((await open(id, stranger.actor)).status).toBe(404);
    expect((await answerOf(w, request.action, `/de/helper/requests/${id}`, { actor: stranger.actor, form: { intent: "accept" } })).status).toBe(404);
    leadsTo(await answerOf(w, request.action, `/de/helper/requests/${id}`, { actor: one.actor, form: { intent: "accept" } }), `/de/helper/visits/${id}?done=accepted`);
    expect((await answerOf(w, request.action, `/de/helper/requests/${id}`, { actor: two.actor, form: { intent: "accept" } })).value).toEqual({ refusal: "beaten" });
    const slower = (await open(id, two.actor)).value;
    expect(slower).toMatchObject({ request: null, ended: "beaten", accepted: false });
    expect(JSON.stringify(slower)).not.toMatch(/Rheinsprung|Muster|Rosa|WLAN/);
    expect((await answerOf(w, visit.loader, `/de/helper/visits/${id}`, { actor: two.actor })).status).toBe(404);
    expect((await answerOf(w, visit.loader, `/de/helper/visits/${id}`, { actor: helper.actor })).status).toBe(404);
  });

  it("who cancels a visit is thanked, and the visit is not theirs any more", async () => {
    const root = await rootOf(w);
    const { helper, bookingId: id } = await aRequest(root, { startsAt: soon(root.now), others: [{}] });
    must(await acceptBooking(as(root, helper.actor), id));
    leadsTo(await answerOf(w, visitCancel.action, `/de/helper/visits/${id}/cancel`, { actor: helper.actor, form: { reason: "cannot_come" } }), `/de/helper/requests/${id}`);
    expect((await open(id, helper.actor)).value).toMatchObject({ request: null, ended: "returned", accepted: false });
    expect((await readBooking(root, id)).state).toBe("requested");
  });

  it("asks to be asked tonight too, for one night, and takes it back", async () => {
    const root = await rootOf(w);
    const { helperId, actor } = await aHelper(root);
    leadsTo(await answerOf(w, tonight.action, "/de/helper/tonight", { actor, form: { intent: "start" } }), "/de/helper#tonight");
    expect((await helperRow(w, helperId)).tonightUntil).toBe(root.now + 22 * hour);
    expect((await answerOf<{ tonight: { until: number; quietFrom: string; quietUntil: string } }>(w, today.loader, "/de/helper", { actor })).value.tonight).toEqual({ until: root.now + 22 * hour, quietFrom: "21:00", quietUntil: "07:00" });
    await w.clock.advance(day);
    expect((await answerOf<{ tonight: { until: number | null } }>(w, today.loader, "/de/helper", { actor })).value.tonight.until).toBeNull();
    leadsTo(await answerOf(w, tonight.action, "/de/helper/tonight", { actor, form: { intent: "stop" } }), "/de/helper#tonight");
    expect((await helperRow(w, helperId)).tonightUntil).toBeNull();
  });
});

describe("Staff", () => {
  type BoardData = { requests: { id: string; trouble: string | null; goesOn: boolean; asked: { name: string; state: string; wave: number }[] }[]; fairness: { gini: number | null; helpers: number; requests: number; notAsked: number } };
  it("see open requests with everybody who was asked, and how evenly requests are spread; only support", async () => {
    const root = await rootOf(w);
    const { helper, bookingId: id } = await aRequest(root, { startsAt: soon(root.now), others: [{}, {}, {}, {}] });
    must(await declineBooking(as(root, helper.actor), id));
    const support = (await aStaffMember(root, "support")).actor;
    const shown = (await answerOf<BoardData>(w, board.loader, "/de/staff/dispatch", { actor: support })).value;
    expect(shown.requests).toMatchObject([{ id, trouble: null, goesOn: true }]);
    expect(shown.requests[0]?.asked.map(({ wave, state }) => `${wave} ${state}`)).toEqual(["0 declined", "1 open", "1 open", "1 open"]);
    expect(shown.fairness).toMatchObject({ helpers: 5, requests: 4, notAsked: 1 });
    expect(shown.fairness.gini).toBeCloseTo(0.2, 10);
    expect((await answerOf(w, board.loader, "/de/staff/dispatch", { actor: (await aStaffMember(root, "finance")).actor })).status).toBe(403);
    expect((await answerOf(w, board.loader, "/de/staff/dispatch", { actor: (await aCustomer(root)).actor })).status).toBeGreaterThanOrEqual(400);
  });

  it("are told of the requests that the professional service has not confirmed yet", async () => {
    const root = await rootOf(w);
    await aLane(root);
    const service = await aServiceType(root);
    const support = (await aStaffMember(root, "support")).actor;
    const waiting = async () => (await answerOf<{ professional: number }>(w, board.loader, "/de/staff/dispatch", { actor: support })).value.professional;
    expect(await waiting()).toBe(0);
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { professional: service.id }, startsAt: await freeProfessionalStart(root, service.id, root.now), place: basel }));
    must(await submitBooking(as(root, aGuest(bookingId)), bookingId, aForm()));
    must(await paymentArrived(as(root, system), bookingId));
    expect(await waiting()).toBe(1);
    must(await acceptBooking(as(root, support), bookingId));
    expect(await waiting()).toBe(0);
  });

  it("keep a caller's word on who may come", async () => {
    const root = await rootOf(w);
    const { bookingId: id } = await aHeldBooking(root);
    const support = (await aStaffMember(root, "support")).actor;
    leadsTo(await answerOf(w, caller.action, `/de/staff/book/${id}`, { actor: support, form: { ...filled, substitution: "same_time", intent: "read" } }), `/de/staff/book/${id}?step=read`);
    const read = await answerOf<{ view: { mayBeReplaced: boolean; values: { substitution: string } } }>(w, caller.loader, `/de/staff/book/${id}?step=read`, { actor: support });
    expect([read.value.view.mayBeReplaced, read.value.view.values.substitution]).toEqual([true, "same_time"]);
    leadsTo(await answerOf(w, caller.action, `/de/staff/book/${id}`, { actor: support, form: { intent: "submit", consent: "on" } }), `/de/staff/book/${id}`);
    expect((await readBooking(root, id)).substitution).toBe("same_time");
  });
});
