import { beforeEach, describe, expect, it } from "vitest";
import { finishVisit, startVisit, acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as slots from "#app/routes/customer/slots.tsx";
import { loader as services } from "#app/routes/api/services.ts";
import { loader as home } from "#app/routes/customer/home.tsx";
import { loader as search } from "#app/routes/customer/search.tsx";
import { loader as helperPage } from "#app/routes/customer/helper.tsx";
import * as extra from "#app/routes/helper/visit-extra.tsx";
import * as request from "#app/routes/helper/request.tsx";
import * as requests from "#app/routes/helper/requests.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import * as staffPage from "#app/routes/staff/bookings/page.tsx";
import "#app/texts/all.server.ts";
import { factValue, textValues } from "#app/emails/words.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { formatTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { readBooking } from "../support/bookings.ts";
import { byTheHour, visitedFor } from "../support/hourly.ts";
import { someBooking, someFacts } from "../support/mail.ts";
import { day, moneyWorld, type MoneyWorld, paid, settleAll, submitted } from "../support/money.ts";
import { aGuest, aLane } from "../support/people.ts";
import { answerOf, filled, guestOf, leadsTo, multipart } from "./booking.support.ts";

let w: MoneyWorld;
const address = (more = "") => `/de/helpers/${w.helper.helperId}/book?listing=${w.helper.listingId}&place=4051-basel${more}`;
const params = () => ({ helperId: w.helper.helperId });

beforeEach(async () => {
  w = await byTheHour(await moneyWorld());
  await aLane(await w.as(system));
});

/** The customer's own way: a cap, a time, the form, the payment. */
async function booked(cap: string): Promise<string> {
  const shown = await slots.loader((await w.request(address(`&cap=${cap}`), { params: params() })) as never);
  const slot = shown.days[1]?.slots[0] ?? 0;
  const held = await answerOf(w, slots.action as never, address(`&cap=${cap}`), { params: params(), form: { listing: w.helper.listingId, place: "4051-basel", slot: String(slot), cap } });
  const bookingId = /bookings\/([^/]+)\/form/.exec(held.to ?? "")?.[1] ?? "";
  await answerOf(w, form.action as never, `/de/bookings/${bookingId}/form`, { actor: guestOf(bookingId), params: { bookingId }, body: multipart({ ...filled, intent: "submit" }), method: "POST" });
  await settleAll(w);
  return bookingId;
}

describe("a service that is paid by the hour", () => {
  it("says the price of an hour in the results and on the helper's page", async () => {
    const { answer } = (await search((await w.request("/de/search?service=better-wlan&place=4051-basel")) as never)) as unknown as { answer: { service: { hourly: boolean }; cards: { hourly: boolean; priceMinor: number }[] } };
    expect([answer.service.hourly, answer.cards[0]]).toMatchObject([true, { hourly: true, priceMinor: 4900 }]);
    const { helper } = await helperPage((await w.request(`/de/helpers/${w.helper.helperId}?service=better-wlan`, { params: params() })) as never);
    expect([helper.chosen.hourly, helper.listings[0]?.hourly]).toEqual([true, true]);
  });

  it("says on the home page and in the interface for others that its price is that of an hour", async () => {
    const { categories } = (await home((await w.request("/de")) as never)) as { categories: { services: { code: string; hourly: boolean }[] }[] };
    const listed = categories.flatMap(({ services }) => services);
    expect(listed.find(({ code }) => code === "better-wlan")).toMatchObject({ hourly: true });
    const answer = (await services((await w.request("/api/v1/services")) as never)) as Response;
    expect(((await answer.json()) as { services: { code: string; pricing: string }[] }).services.find(({ code }) => code === "better-wlan")).toMatchObject({ pricing: "hourly" });
  });

  it("lets the customer set the cap before the time: the preset first, and only the caps on offer", async () => {
    const shown = async (more: string) => slots.loader((await w.request(address(more), { params: params() })) as never);
    expect(await shown("")).toMatchObject({ priceMinor: 7350, cap: { minutes: 90, hourlyMinor: 4900, choices: [{ minutes: 60, priceMinor: 4900 }, { minutes: 90 }, { minutes: 120 }, { minutes: 180, priceMinor: 14_700 }] } });
    expect(await shown("&cap=120")).toMatchObject({ priceMinor: 9800, cap: { minutes: 120 } });
    expect(await shown("&cap=600")).toMatchObject({ cap: { minutes: 90 } });
  });

  it("holds the cap's price as the most that it costs, and the helper's report charges the time worked", async () => {
    const id = await booked("120");
    expect(await readBooking(await w.as(system), id)).toMatchObject({ state: "paying", priceMinor: 9800, capMinutes: 120 });
    await paid(w, id, "card");
    const seen = await answerOf<{ head: { booking: object } }>(w, page.loader as never, `/de/bookings/${id}`, { actor: guestOf(id), params: { bookingId: id } });
    expect(JSON.stringify(seen.value)).toContain('"hourlyMinor":4900,"capMinutes":120,"workedMinutes":null');
    const helper = () => w.as(w.helper.actor);
    must(await acceptBooking(await helper(), id));
    w.clock.advance((await readBooking(await w.as(system), id)).startsAt - w.clock.now());
    must(await startVisit(await helper(), id));
    w.clock.advance(50 * 60_000);
    must(await finishVisit(await helper(), id));
    const open = await answerOf<{ visit: { worked: unknown } }>(w, visit.loader as never, `/de/helper/visits/${id}`, { actor: w.helper.actor, params: { bookingId: id } });
    expect(JSON.stringify(open.value)).toContain('"worked":{"capMinutes":120,"minutes":60}');
    const checklist = Object.fromEntries(w.helper.service.content.checklist.flatMap(({ code }, i) => [[`checklist[${i}].code`, code], [`checklist[${i}].done`, "on"]]));
    const send = (workedMinutes: string) => answerOf<{ errors?: Record<string, string> }>(w, visit.action as never, `/de/helper/visits/${id}`, { actor: w.helper.actor, params: { bookingId: id }, form: { intent: "report", outcome: "solved", words: "", rootCause: "", workedMinutes, ...checklist } });
    const tooMuch = await send("135");
    expect(tooMuch.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(tooMuch.value)).toContain('"workedMinutes":"errors.field.range"');
    expect((await send("45")).status).toBeLessThan(400);
    await settleAll(w);
    expect(await readBooking(await w.as(system), id)).toMatchObject({ state: "reported", workedMinutes: 45, priceMinor: 3675 });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 3675 });
  });

  it("is shown to helper and staff as the most it can be, and to the customer with the time worked once the report is in", async () => {
    const id = await booked("120");
    await paid(w, id, "card");
    const asked = await answerOf<{ request: { atMost: boolean; durationMinutes: number; netMinor: number } }>(w, request.loader as never, `/de/helper/requests/${id}`, { actor: w.helper.actor, params: { bookingId: id } });
    expect(asked.value.request).toMatchObject({ atMost: true, durationMinutes: 120, netMinor: 8330 });
    must(await visitedFor(w, id, 40));
    await settleAll(w);
    const seen = await answerOf<{ head: { booking: object }; view: { report: object } }>(w, page.loader as never, `/de/bookings/${id}`, { actor: guestOf(id), params: { bookingId: id } });
    expect(seen.value).toMatchObject({ booking: { hourlyMinor: 4900, workedMinutes: 45, priceMinor: 3675, payableMinor: null }, view: { report: { outcome: "solved" } } });
    const desk = await answerOf<{ view: { booking: object } }>(w, staffPage.loader as never, `/de/staff/bookings/${id}`, { actor: staff("sam", ["support"]), params: { bookingId: id } });
    expect(desk.value).toMatchObject({ view: { booking: { atMost: false, hourlyMinor: 4900, capMinutes: 120, workedMinutes: 45, priceMinor: 3675 } } });
  });

  it("says on the form for extras up to when more time is none, and nothing of it where a visit has one price", async () => {
    const agreed = async (id: string) => {
      must(await acceptBooking(await w.as(w.helper.actor), id));
      w.clock.advance((await readBooking(await w.as(system), id)).startsAt - w.clock.now());
      must(await startVisit(await w.as(w.helper.actor), id));
      return (await answerOf<{ agreedMinutes: number | null }>(w, extra.loader as never, `/de/helper/visits/${id}/extra`, { actor: w.helper.actor, params: { bookingId: id } })).value.agreedMinutes;
    };
    const id = await booked("60");
    await paid(w, id, "card");
    expect(await agreed(id)).toBe(60);
    w = await moneyWorld();
    const fixed = await submitted(w);
    await paid(w, fixed, "card");
    expect(await agreed(fixed)).toBeNull();
  });

  it("refuses more time on the form while agreed time is left, names the clock time from which it may be proposed, and keeps what was typed", async () => {
    const id = await booked("60");
    await paid(w, id, "card");
    must(await acceptBooking(await w.as(w.helper.actor), id));
    w.clock.advance((await readBooking(await w.as(system), id)).startsAt - w.clock.now());
    must(await startVisit(await w.as(w.helper.actor), id));
    const from = w.clock.now() + 45 * 60_000;
    const at = `/de/helper/visits/${id}/extra`;
    const asked = { actor: w.helper.actor, params: { bookingId: id } };
    const shown = async () => (await answerOf<{ timeFrom: number | null }>(w, extra.loader as never, at, asked)).value.timeFrom;
    const propose = (kind: string) => answerOf<{ form: { values: object; refusal: string; detail: { from: number } } }>(w, extra.action as never, at, { ...asked, form: { kind, words: "Länger", amount: "20", after: "0", intent: "propose" } });
    expect(await shown()).toBe(from);
    const refused = await propose("time");
    expect([refused.status, refused.value.form]).toMatchObject([409, { refusal: "extra-time-early", detail: { from }, values: { kind: "time", words: "Länger", amount: "20" } }]);
    for (const locale of locales) expect(translator(locale)("visit.offer.timeEarly", { from: formatTime(from, locale) })).toContain(formatTime(from, locale));
    w.clock.advance(45 * 60_000);
    expect(await shown()).toBeNull();
    leadsTo((await propose("time")) as never, `${at}?done=sent`);
  });

  it("calls the sum of a series the most that it can be, on the form, in the helper's requests and in mails", async () => {
    const shown = await slots.loader((await w.request(address("&cap=60"), { params: params() })) as never);
    const held = await answerOf(w, slots.action as never, address("&cap=60"), { params: params(), form: { listing: w.helper.listingId, place: "4051-basel", slot: String(shown.days[1]?.slots[0] ?? 0), cap: "60" } });
    const id = /bookings\/([^/]+)\/form/.exec(held.to ?? "")?.[1] ?? "";
    const first = (await readBooking(await w.as(system), id)).startsAt;
    const { bookingIds } = must(await makeSeries(await w.as(guestOf(id)), id, { everyWeeks: 1, starts: [first + 7 * day] }));
    const form_ = await answerOf<{ booking: object; amountMinor: number; series: { visits: unknown[] } }>(w, form.loader as never, `/de/bookings/${id}/form`, { actor: aGuest(...bookingIds), params: { bookingId: id } });
    expect(form_.value).toMatchObject({ amountMinor: 9800, booking: { hourlyMinor: 4900, workedMinutes: null } });
    await answerOf(w, form.action as never, `/de/bookings/${id}/form`, { actor: aGuest(...bookingIds), params: { bookingId: id }, body: multipart({ ...filled, intent: "submit" }), method: "POST" });
    await settleAll(w);
    await paid(w, id, "card");
    const list = await answerOf<{ requests: { series: object }[] }>(w, requests.loader as never, "/de/helper/requests", { actor: w.helper.actor });
    expect(list.value.requests[0]?.series).toMatchObject({ atMost: true, netMinor: 2 * 4165 });
    const t = translator("fr");
    const facts = someFacts("fr", "customer", { booking: someBooking({ atMost: true, priceMinor: 9000 }) });
    expect(factValue("sum", t, facts, textValues(t, facts))).toBe("au plus CHF\u00a090.00");
  });

  it("says in mails what it costs at most, and once the time is known what it costs", () => {
    const price = (locale: "de" | "fr", atMost: boolean) => { const facts = someFacts(locale, "customer", { booking: someBooking({ atMost }) }); const t = translator(locale); return factValue("price", t, facts, textValues(t, facts)); };
    expect([price("de", true), price("fr", true), price("de", false)]).toEqual(["höchstens CHF\u00a045.00", "au plus CHF\u00a045.00", "CHF\u00a045.00"]);
  });
});
