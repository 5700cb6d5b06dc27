import { describe, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { fileReport, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { agreedMinor, capOf, finalMinor, offerPrice, priceFor, workedBetween, workedChoices } from "#app/domain/booking/hourly.ts";
import { saveServiceType } from "#app/domain/catalogue/catalogue.commands.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { balanceOf, ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { captureForMove, paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import { refundByStaff } from "#app/domain/payment/payout.commands.server.ts";
import { grantCredit } from "#app/domain/rescue/credit.commands.server.ts";
import { creditOn, myCreditMinor } from "#app/domain/rescue/credit.queries.server.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { answerSeries } from "#app/domain/series/together.commands.server.ts";
import { readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { booked, byTheHour, visitedFor } from "../support/hourly.ts";
import { day, hour, moneyWorld, type MoneyWorld, paid, settleAll } from "../support/money.ts";
import { aCustomer, aForm, aGuest, aStaffMember, basel } from "../support/people.ts";

const minute = 60_000;
const rate = 4900;
const yes = { solved: "yes", right: "yes" } as const;

const sums = async (w: MoneyWorld) => ledgerSums(await w.as(system));

describe("the price of an hour", () => {
  it("is charged by the quarter of an hour, rounded up, at least one and never above the cap", () => {
    const at = (minutes: number) => workedBetween(0, minutes * minute, 90);
    expect([at(0), at(1), at(15), at(16), at(74), at(75), at(76), at(90), at(200)]).toEqual([15, 15, 15, 30, 75, 75, 90, 90, 90]);
    expect(workedBetween(null, 5, 120)).toBe(120);
    expect(workedChoices(60)).toEqual([15, 30, 45, 60]);
  });

  it("leaves parts of a Rappen to the customer, and the time worked never costs more than was agreed", () => {
    expect(priceFor(4555, 15)).toBe(1138);
    const booking = { priceMinor: priceFor(4555, 90), hourlyMinor: 4555, capMinutes: 90 };
    expect(agreedMinor(booking)).toBe(6832);
    expect([finalMinor(booking, 90), finalMinor(booking, 180), finalMinor(booking, 15), finalMinor(booking, null)]).toEqual([6832, 6832, 1138, 6832]);
    expect(finalMinor({ priceMinor: 5000, hourlyMinor: null, capMinutes: null }, 15)).toBe(5000);
  });

  it("takes only the caps on offer, else the service's own duration, and leaves services with one price alone", () => {
    const content = { pricing: "hourly" as const, durationMinutes: 90 };
    expect([capOf(content, "120"), capOf(content, 45), capOf(content, null), capOf({ durationMinutes: 60 }, "120")]).toEqual([120, 90, 90, null]);
    expect(offerPrice(4000, content, 180)).toEqual({ priceMinor: 12_000, durationMinutes: 180, hourlyMinor: 4000, capMinutes: 180 });
    expect(offerPrice(4000, { durationMinutes: 60 }, 180)).toEqual({ priceMinor: 4000, durationMinutes: 60, hourlyMinor: null, capMinutes: null });
  });
});

eachDatabase("visits that are paid by the hour", (open) => {
  const house = async () => moneyWorld({}, { store: { ...(await open()), close: async () => undefined } });
  it("last as long as the cap in the calendar, and hold its price and rate", async () => {
    const w = await byTheHour(await house());
    const id = await booked(w, 180, 1);
    const one = await readBooking(await w.as(system), id);
    expect(one).toMatchObject({ priceMinor: 3 * rate, hourlyMinor: rate, capMinutes: 180, workedMinutes: null });
    expect(one.endsAt - one.startsAt).toBe(3 * hour);
    const ctx = await w.as(system);
    const [short, long] = [await slotsForListing(ctx, w.helper.listingId, { capMinutes: 60 }), await slotsForListing(ctx, w.helper.listingId, { capMinutes: 180 })];
    expect((short ?? []).flatMap(({ slots }) => slots).length).toBeGreaterThan((long ?? []).flatMap(({ slots }) => slots).length);
  });

  it("capture a reserved card for the time worked only, and pay out, commission and balance from that", async () => {
    const w = await byTheHour(await house());
    const id = await booked(w, 120, 1);
    expect(await paid(w, id, "card")).toMatchObject({ state: "reserved", amountMinor: 9800 });
    must(await visitedFor(w, id, 62));
    await settleAll(w);
    expect(await readBooking(await w.as(system), id)).toMatchObject({ workedMinutes: 75, priceMinor: 6125 });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured", capturedMinor: 6125, refundedMinor: 0 });
    must(await signOff(await w.as(aGuest(id)), id, yes));
    w.clock.advance(3 * day);
    await settleAll(w);
    expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ grossMinor: 6125, commissionMinor: 919, netMinor: 5206, state: "sent" }]);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0 } });
  });

  it("give the rest of a debited payment back, which is no goodwill, also where it arrives after the sign-off", async () => {
    const w = await byTheHour(await house());
    for (const isLate of [false, true]) {
      const id = await booked(w, 120, 8);
      expect(await paid(w, id, "card")).toMatchObject({ state: "captured", capturedMinor: 9800 });
      must(await visitedFor(w, id, 40, 45));
      if (!isLate) await settleAll(w);
      must(await signOff(await w.as(aGuest(id)), id, yes));
      await settleAll(w);
      expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 9800, refundedMinor: 9800 - 3675 });
      expect(await balanceOf(await w.as(system), "customers", id)).toBe(0);
      expect((await sums(w)).balances.goodwill ?? 0).toBe(0);
    }
    w.clock.advance(3 * day);
    await settleAll(w);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, helpers: 0 } });
  });

  it("tell goodwill of staff apart from what was not worked", async () => {
    const w = await byTheHour(await house());
    const support = await aStaffMember(await w.as(system), "support");
    const id = await booked(w, 120, 8);
    await paid(w, id, "card");
    must(await visitedFor(w, id, 60));
    await settleAll(w);
    must(await refundByStaff(await w.as(support.actor), id, { amountMinor: 1000, reason: "late" }));
    await settleAll(w);
    must(await signOff(await w.as(aGuest(id)), id, yes));
    must(await refundByStaff(await w.as(support.actor), id, { amountMinor: 500, reason: "late again" }));
    await settleAll(w);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ refundedMinor: 4900 + 1500 });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0, goodwill: 1500 } });
  });

  it("give the rest back where the whole cap was captured while the report was written", async () => {
    const w = await byTheHour(await house());
    const id = await booked(w, 120, 1);
    await paid(w, id, "card");
    await atomically(await w.as(system), async (tx) => ok(await captureForMove(tx, { ...(await readBooking(tx, id)), endsAt: w.clock.now() + 60 * day })));
    must(await visitedFor(w, id, 60));
    await settleAll(w);
    must(await signOff(await w.as(aGuest(id)), id, yes));
    await settleAll(w);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 9800, refundedMinor: 4900 });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0 } });
  });

  it("use credit first, give what it does not take back as credit, and leave no smallest amount to be captured", async () => {
    const w = await byTheHour(await house());
    const anna = await aCustomer(await w.as(system), { email: "anna@example.ch" });
    const ctx = await w.as(system);
    const mine = async () => myCreditMinor(await w.as(anna.actor));
    must(await atomically(ctx, async (tx) => ok(await grantCredit(tx, { email: "anna@example.ch", amountMinor: 3650, reason: "goodwill", bookingId: null }))));
    const id = await booked(w, 120, 1, anna.actor);
    expect(await paid(w, id, "card")).toMatchObject({ amountMinor: 6150 });
    must(await visitedFor(w, id, 40));
    await settleAll(w);
    // 45 minutes cost 36.75: of the credit 36.25 are taken, as no less than 50 Rappen can be captured.
    expect(await paymentOf(ctx, id)).toMatchObject({ state: "captured", capturedMinor: 50 });
    expect(await creditOn(ctx, id)).toEqual({ takenMinor: 3625, returnedMinor: 25 });
    expect(await mine()).toBe(25);
    must(await signOff(await w.as(anna.actor), id, yes));
    await settleAll(w);
    expect(await balanceOf(ctx, "customers", id)).toBe(0);
  });

  it("free a reserved card where credit pays for all that was worked", async () => {
    const w = await byTheHour(await house());
    const anna = await aCustomer(await w.as(system), { email: "anna@example.ch" });
    const ctx = await w.as(system);
    must(await atomically(ctx, async (tx) => ok(await grantCredit(tx, { email: "anna@example.ch", amountMinor: 5000, reason: "goodwill", bookingId: null }))));
    const id = await booked(w, 120, 1, anna.actor);
    await paid(w, id, "card");
    must(await visitedFor(w, id, 10));
    await settleAll(w);
    expect(await paymentOf(ctx, id)).toMatchObject({ state: "cancelled", capturedMinor: 0 });
    expect(await creditOn(ctx, id)).toEqual({ takenMinor: 1225, returnedMinor: 3775 });
    must(await signOff(await w.as(anna.actor), id, yes));
    w.clock.advance(3 * day);
    await settleAll(w);
    expect(await balanceOf(ctx, "customers", id)).toBe(0);
    expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ grossMinor: 1225, netMinor: 1041 }]);
    expect((await sums(w)).total).toBe(0);
  });

  it("of a series are paid together under a cap each, and settled one by one", async () => {
    const w = await byTheHour(await house());
    const free = ((await slotsForListing(await w.as(system), w.helper.listingId, { capMinutes: 120, days: 20 })) ?? []).flatMap(({ slots }) => slots);
    const first = free.find((at) => at >= w.clock.now() + day) ?? 0;
    const { bookingId } = must(await holdSlot(await w.as(aGuest()), { offer: { listingId: w.helper.listingId }, startsAt: first, place: basel, capMinutes: 120 }));
    const guest = await w.as(aGuest(bookingId));
    const { bookingIds } = must(await makeSeries(guest, bookingId, { everyWeeks: 1, starts: [first + 7 * day] }));
    must(await submitBooking(guest, bookingId, aForm()));
    await settleAll(w);
    await paid(w, bookingId, "card");
    const [, second = ""] = bookingIds;
    expect(await readBooking(await w.as(system), second)).toMatchObject({ state: "requested", capMinutes: 120, hourlyMinor: rate });
    must(await answerSeries(await w.as(w.helper.actor), bookingId, bookingIds));
    must(await visitedFor(w, bookingId, 60));
    await settleAll(w);
    expect(await paymentOf(await w.as(system), bookingId)).toMatchObject({ capturedMinor: 9800, refundedMinor: 4900 });
    expect(await paymentOf(await w.as(system), second)).toMatchObject({ capturedMinor: 9800, refundedMinor: 0 });
    must(await signOff(await w.as(aGuest(bookingId)), bookingId, yes));
    await settleAll(w);
    expect(await balanceOf(await w.as(system), "customers", bookingId)).toBe(0);
  });

  it("refuse a report of more than the cap or of odd minutes, and charge nothing then", async () => {
    const w = await byTheHour(await house());
    const id = await booked(w, 60, 1);
    await paid(w, id, "card");
    const more = await visitedFor(w, id, 100, 75);
    expect(more).toMatchObject({ ok: false, refusal: "invalid", detail: { workedMinutes: "errors.field.range" } });
    const checklist = w.helper.service.content.checklist.map(({ code }) => ({ code, done: true }));
    const report = { outcome: "solved" as const, checklist, rootCause: null, words: "", measures: [] };
    expect(await fileReport(await w.as(w.helper.actor), id, { ...report, workedMinutes: 20 })).toMatchObject({ refusal: "invalid" });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "reserved" });
    must(await fileReport(await w.as(w.helper.actor), id, report));
    expect(await readBooking(await w.as(system), id)).toMatchObject({ workedMinutes: 60, priceMinor: rate });
  });

  it("stay what they are while helpers offer them: a price is not turned into a rate", async () => {
    const w = await house();
    const ctx = await w.as(system);
    const { content } = w.helper.service;
    expect(await saveServiceType(ctx, { ...content, pricing: "hourly", durationMinutes: 60 })).toMatchObject({ refusal: "pricing-in-use" });
    expect(await saveServiceType(ctx, { ...content, code: "by-the-hour", pricing: "hourly", durationMinutes: 45 })).toMatchObject({ refusal: "hourly-duration" });
    expect((await saveServiceType(ctx, { ...content, code: "by-the-hour", pricing: "hourly", durationMinutes: 120 })).ok).toBe(true);
  });
});
