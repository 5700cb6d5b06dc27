import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { accessKey } from "#app/domain/booking/key.server.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { type Actor, proving, staff, system } from "#app/domain/kernel/actor.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { grantCredit } from "#app/domain/rescue/credit.commands.server.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { translator } from "#app/texts/registry.ts";
import { seriesStarts } from "#app/domain/series/dates.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { answerSeries } from "#app/domain/series/together.commands.server.ts";
import { provenBookings } from "#app/http/proven.server.ts";
import * as again from "#app/routes/customer/bookings/again.tsx";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as list from "#app/routes/customer/bookings/list.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as payScreen from "#app/routes/customer/bookings/pay.tsx";
import * as cancelAll from "#app/routes/customer/bookings/series-cancel.tsx";
import * as series from "#app/routes/customer/bookings/series.tsx";
import * as request from "#app/routes/helper/request.tsx";
import * as requests from "#app/routes/helper/requests.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import * as desk from "#app/routes/staff/bookings/page.tsx";
import "#app/texts/all.server.ts";
import { aHeldBooking, day, hour, minute } from "../support/bookings.ts";
import { aCustomer, aForm, aGuest } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, filled, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

const t = translator("de");
let w: World;
let held: Awaited<ReturnType<typeof aHeldBooking>>;
let guest: Actor;
type Choice = { wish: { everyWeeks: number; times: number } | null; visits: { nth: number; startsAt: number; free: boolean; instead: number[]; chosen: number | null }[] | null; refusal: string | null };
type State = { errors: Record<string, string>; refusal?: string };
type Shown = { title: string; visits: { id: string; isHere: boolean; time: string; badge: { words: string } }[] };

const at = (screen: string, id = held.bookingId) => `/de/bookings/${id}${screen && `/${screen}`}`;
const choose = async (query: string, actor = guest) => (await answerOf<{ dates: Choice }>(w, series.loader, at(`series?${query}`), { actor })).value.dates;
const rows = async () => w.store.db.select().from(w.store.t.booking).orderBy(asc(w.store.t.booking.startsAt));
const live = async () => (await rows()).filter(({ state }) => state !== "abandoned");
const starts = (times: number) => seriesStarts(held.startsAt, "Europe/Zurich", { everyWeeks: 2, times }).slice(1);

/** The dates of the screen as its form sends them; `more` changes some. */
const sentDates = ({ visits }: Choice, more: Record<string, string> = {}) => ({ ...Object.fromEntries((visits ?? []).slice(1).map(({ nth, chosen }) => [`visit-${nth}`, chosen === null ? "" : String(chosen)])), ...more });

/** A series of four that waits for the helper's answer. */
async function asked(times = 4): Promise<string[]> {
  const { bookingIds } = must(await makeSeries(await w.as(guest), held.bookingId, { everyWeeks: 2, starts: starts(times) }));
  must(await submitBooking(await w.as(guest), held.bookingId, aForm()));
  for (const id of bookingIds) must(await paymentArrived(await w.as(system), id));
  return bookingIds;
}

beforeEach(async () => {
  w = await world();
  held = await aHeldBooking(await rootOf(w), {}, 4);
  guest = held.guest;
});

describe("Choosing several visits", () => {
  it("starts from the form, keeps what was typed, and asks how often and how many", async () => {
    leadsTo((await answerOf(w, form.action, at("form"), { actor: guest, body: multipart({ ...filled, name: "", intent: "series" }) })) as never, at("series"));
    expect((await rows())[0]).toMatchObject({ state: "draft", street: filled.street, concern: filled.concern });
    expect(await choose("")).toMatchObject({ wish: null, visits: null });
    for (const wrong of ["every=9&times=4", "every=2&times=1", "every=2&times=13", "every=x&times=y"]) expect(await choose(wrong)).toMatchObject({ wish: null, visits: null });
  });

  it("shows each date, free or not, and holds what was chosen for the form", async () => {
    const [second = 0] = starts(4);
    must(await holdSlot(await w.as(aGuest()), { offer: { listingId: held.helper.listingId }, startsAt: second, place: { postcode: "4051", locality: "Basel" } }));
    const view = await choose("every=2&times=4");
    expect(view.visits?.map(({ free, chosen }) => [free, chosen !== null])).toEqual([[true, true], [false, false], [true, true], [true, true]]);
    const other = view.visits?.[1]?.instead[0] ?? 0;
    const missing = await answerOf<State>(w, series.action, at("series?every=2&times=4"), { actor: guest, form: { "visit-3": String(view.visits?.[2]?.startsAt), "visit-4": "" } });
    expect(missing).toMatchObject({ status: 400, value: { errors: { "visit-2": "errors.field.choice" } } });
    const sent = await answerOf(w, series.action, at("series?every=2&times=4"), { actor: guest, form: sentDates(view, { "visit-2": String(other), "visit-4": "" }) });
    leadsTo(sent as never, at("form"));
    const held3 = (await rows()).filter(({ seriesId }) => seriesId !== null);
    expect(held3.map(({ startsAt, seriesNth }) => [startsAt, seriesNth])).toEqual([[held.startsAt, 1], [other, 2], [starts(4)[1], 3]]);
    const cookie = (sent.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect(provenBookings(w.app, new Request("http://localhost:3000", { headers: { cookie } }))).toEqual(held3.map(({ id }) => id));
    const shown = (await answerOf<{ amountMinor: number; mode: string; series: Shown }>(w, form.loader, at("form"), { actor: guest })).value;
    expect(shown).toMatchObject({ amountMinor: 3 * 4900, mode: "debit", series: { everyWeeks: 2, nth: 1 } });
    // What was chosen is chosen still.
    expect((await choose("")).visits?.map(({ chosen }) => chosen)).toEqual([held.startsAt, other, starts(4)[1]]);
  });

  it("asks for the sum of all visits on the button, and takes no credit towards it", async () => {
    const anna = await aCustomer(await rootOf(w), { email: "anna.series@example.ch" });
    must(await atomically(await rootOf(w), async (tx) => ok(await grantCredit(tx, { email: "anna.series@example.ch", amountMinor: 3000, reason: "goodwill", bookingId: null }))));
    const mine = proving(anna.actor, held.bookingId);
    const ask = async () => (await answerOf<{ amountMinor: number; creditMinor: number }>(w, form.loader, at("form"), { actor: mine })).value;
    expect(await ask()).toMatchObject({ amountMinor: 1900, creditMinor: 3000 });
    must(await makeSeries(await w.as(guest), held.bookingId, { everyWeeks: 2, starts: starts(3) }));
    expect(await ask()).toMatchObject({ amountMinor: 3 * 4900, creditMinor: 0 });
  });

  it("says when a time was taken meanwhile, and when nothing is left of the series", async () => {
    const view = await choose("every=2&times=4");
    must(await holdSlot(await w.as(aGuest()), { offer: { listingId: held.helper.listingId }, startsAt: starts(4)[0] ?? 0, place: { postcode: "4051", locality: "Basel" } }));
    const sent = await answerOf<State>(w, series.action, at("series?every=2&times=4"), { actor: guest, form: sentDates(view) });
    expect(sent).toMatchObject({ status: 409, value: { refusal: "slot-taken" } });
    const none = await answerOf<State>(w, series.action, at("series?every=2&times=2"), { actor: guest, form: { "visit-2": "" } });
    expect(none).toMatchObject({ status: 400, value: { refusal: "too-few" } });
    expect(await live()).toHaveLength(2);
  });

  it("is not found for a stranger, and over when the hold is", async () => {
    expect((await answerOf(w, series.loader, at("series?every=2&times=4"), { actor: aGuest("another") })).status).toBe(404);
    expect((await answerOf(w, series.action, at("series?every=2&times=4"), { actor: aGuest("another"), form: {} })).status).toBe(404);
    w.clock.advance(31 * minute);
    leadsTo((await answerOf(w, series.loader, at("series"), { actor: guest })) as never, at("again"));
  });

  it("leads every later visit to the first one's form, and back to one visit by a button", async () => {
    const { bookingIds } = must(await makeSeries(await w.as(guest), held.bookingId, { everyWeeks: 2, starts: starts(3) }));
    leadsTo((await answerOf(w, form.loader, at("form", bookingIds[2]), { actor: aGuest(...bookingIds) })) as never, at("form"));
    const single = await answerOf(w, form.action, at("form"), { actor: guest, body: multipart({ ...filled, intent: "single" }) });
    expect(single.status).toBe(200);
    expect(await live()).toHaveLength(1);
  });

  it("goes on to one Checkout, and is the same series in a form again when something is changed there", async () => {
    must(await makeSeries(await w.as(guest), held.bookingId, { everyWeeks: 2, starts: starts(3) }));
    leadsTo((await answerOf(w, form.action, at("form"), { actor: guest, body: multipart({ ...filled, intent: "pay" }) })) as never, /\/play-money\/checkout\//);
    expect((await live()).map(({ state }) => state)).toEqual(["paying", "paying", "paying"]);
    const changed = await answerOf(w, payScreen.action, at("pay"), { actor: guest, form: { intent: "change" } });
    leadsTo(changed as never, /\/form$/);
    const drafts = await live();
    expect(drafts.map(({ state, startsAt, street }) => [state, startsAt, street])).toEqual([held.startsAt, ...starts(3)].map((startsAt) => ["draft", startsAt, "Rheinsprung 7"]));
    // Another first time: the dates are chosen anew from there.
    const [lead] = drafts;
    const next = (lead?.startsAt ?? 0) + day;
    const moved = await answerOf(w, again.action, at("again", lead?.id), { actor: aGuest(lead?.id ?? ""), form: { offer: `listing:${held.helper.listingId}`, startsAt: String(next) } });
    leadsTo(moved as never, /\/series\?every=2&times=3$/);
    expect(await live()).toHaveLength(1);
  });
});

describe("A series on its way", () => {
  it("is one request for the helper, answered with one tap for the ticked visits", async () => {
    const ids = await asked();
    const { value } = await answerOf<{ requests: { id: string; series: { visits: unknown[]; netMinor: number } | null }[] }>(w, requests.loader, "/de/helper/requests", { actor: held.helper.actor });
    expect(value.requests).toHaveLength(1);
    expect(value.requests[0]?.series).toMatchObject({ everyWeeks: 2, netMinor: 4 * 4165 });
    const to = (id: string) => `/de/helper/requests/${id}`;
    expect((await answerOf<{ series: { visits: unknown[] } }>(w, request.loader, to(ids[1] ?? ""), { actor: held.helper.actor })).value.series.visits).toHaveLength(4);
    const none = await answerOf<State>(w, request.action, to(ids[1] ?? ""), { actor: held.helper.actor, form: { intent: "accept-ticked" } });
    expect(none).toMatchObject({ status: 400, value: { refusal: "none-ticked" } });
    const yes = await answerOf(w, request.action, to(ids[1] ?? ""), { actor: held.helper.actor, form: { intent: "accept-ticked", visit: [ids[0] ?? "", ids[3] ?? ""] } });
    leadsTo(yes as never, `/de/helper/visits/${ids[0]}?done=accepted`);
    expect((await rows()).map(({ state }) => state)).toEqual(["accepted", "declined", "declined", "accepted"]);
    const shown = (await answerOf<{ series: Shown }>(w, visit.loader, `/de/helper/visits/${ids[3]}`, { actor: held.helper.actor })).value.series;
    expect(shown).toMatchObject({ title: "Termin 4 von 4, alle 2 Wochen", visits: ["agreed", "refused", "refused", "agreed"].map((word, i) => ({ isHere: i === 3, badge: { words: t(`series.state.${word}` as TextKey) } })) });
  });

  it("is declined as a whole with one tap", async () => {
    const ids = await asked();
    leadsTo((await answerOf(w, request.action, `/de/helper/requests/${ids[0]}`, { actor: held.helper.actor, form: { intent: "decline-all" } })) as never, "/de/helper/requests?done=declined");
    expect((await rows()).map(({ state }) => state)).toEqual(ids.map(() => "declined"));
    expect((await answerOf(w, request.action, `/de/helper/requests/${ids[0]}`, { actor: guest, form: { intent: "decline-all" } })).status).toBeGreaterThanOrEqual(300);
  });

  it("shows its visits on each one's page to customer and staff, grouped in the customer's list", async () => {
    const ids = await asked();
    const mine = aGuest(...ids);
    const shown = (await answerOf<{ view: { series: Shown; mayCancelAll: boolean } }>(w, page.loader, at("", ids[1]), { actor: mine })).value.view;
    expect(shown).toMatchObject({ mayCancelAll: true, series: { title: "Termin 2 von 4, alle 2 Wochen" } });
    expect(shown.series.visits.map(({ id }) => id)).toEqual(ids);
    const { coming } = (await answerOf<{ coming: { seriesId: string; everyWeeks: number }[] }>(w, list.loader, "/de/bookings", { actor: mine })).value;
    expect(coming.map(({ everyWeeks }) => everyWeeks)).toEqual([2, 2, 2, 2]);
    const staffed = (await answerOf<{ view: { series: Shown; money: { paidWith: string | null } } }>(w, desk.loader, `/de/staff/bookings/${ids[2]}`, { actor: staff("support", ["support"]) })).value.view;
    expect(staffed).toMatchObject({ series: { title: "Termin 3 von 4, alle 2 Wochen" }, money: { paidWith: ids[0] } });
  });

  it("opens as a whole with the link of one visit's mail", async () => {
    const ids = await asked();
    const opened = await answerOf(w, page.loader, at(`?key=${accessKey(await w.as(system), ids[1] ?? "")}`, ids[1]).replace("/?", "?"), {});
    const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect(provenBookings(w.app, new Request("http://localhost:3000", { headers: { cookie } })).sort()).toEqual([...ids].sort());
  });

  it("is cancelled together for the sum that was shown, after a warning when it became dearer", async () => {
    const ids = await asked();
    must(await answerSeries(await w.as(held.helper.actor), ids[0] ?? "", ids));
    const mine = aGuest(...ids);
    const end = async () => (await answerOf<{ end: { visits: unknown[]; compensationMinor: number; refundMinor: number } }>(w, cancelAll.loader, at("series/cancel"), { actor: mine })).value.end;
    expect(await end()).toMatchObject({ compensationMinor: 0, refundMinor: 4 * 4900 });
    w.clock.advance(held.startsAt - 10 * hour - w.clock.now());
    const send = (compensation: number, reason = "other") => answerOf<State>(w, cancelAll.action, at("series/cancel"), { actor: mine, form: { compensation: String(compensation), reason } });
    expect(await send(0)).toMatchObject({ status: 409, value: { refusal: "dearer" } });
    expect(await send(2450, "nonsense")).toMatchObject({ status: 400 });
    expect(await end()).toMatchObject({ compensationMinor: 2450, refundMinor: 4 * 4900 - 2450 });
    leadsTo((await send(2450)) as never, at(""));
    expect((await rows()).map(({ state }) => state)).toEqual(ids.map(() => "cancelled"));
    leadsTo((await answerOf(w, cancelAll.loader, at("series/cancel"), { actor: mine })) as never, at(""));
    expect(await w.store.db.$count(w.store.t.occupancy, eq(w.store.t.occupancy.calendarId, held.helper.helperId))).toBe(0);
  });
});
