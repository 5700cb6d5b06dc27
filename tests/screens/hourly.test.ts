import { beforeEach, describe, expect, it } from "vitest";
import { finishVisit, startVisit, acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as slots from "#app/routes/customer/slots.tsx";
import { loader as search } from "#app/routes/customer/search.tsx";
import { loader as helperPage } from "#app/routes/customer/helper.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import "#app/texts/all.server.ts";
import { factValue, textValues } from "#app/emails/words.ts";
import { translator } from "#app/texts/registry.ts";
import { readBooking } from "../support/bookings.ts";
import { byTheHour } from "../support/hourly.ts";
import { someBooking, someFacts } from "../support/mail.ts";
import { moneyWorld, type MoneyWorld, paid, settleAll } from "../support/money.ts";
import { aLane } from "../support/people.ts";
import { answerOf, filled, guestOf, multipart } from "./booking.support.ts";

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

  it("says in mails what it costs at most, and once the time is known what it costs", () => {
    const price = (locale: "de" | "fr", atMost: boolean) => { const facts = someFacts(locale, "customer", { booking: someBooking({ atMost }) }); const t = translator(locale); return factValue("price", t, facts, textValues(t, facts)); };
    expect([price("de", true), price("fr", true), price("de", false)]).toEqual(["höchstens CHF\u00a045.00", "au plus CHF\u00a045.00", "CHF\u00a045.00"]);
  });
});
