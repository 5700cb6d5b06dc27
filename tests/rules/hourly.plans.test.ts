import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, cancelBooking, declineBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { cancellationTerms } from "#app/domain/booking/booking.policy.ts";
import { payableOf } from "#app/domain/booking/booking.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { workedShown } from "#app/domain/booking/hourly.ts";
import { asksOf } from "#app/domain/dispatch/asks.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { balanceOf, ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { extraPaymentOf, extraToPay } from "#app/domain/payment/extras.commands.server.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import { creditOn } from "#app/domain/rescue/credit.queries.server.ts";
import { bookRescue, openRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { proposeTimes, takeTime } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { endAbsence, noteAbsence, noteCall } from "#app/domain/visit/absence.commands.server.ts";
import { arriveAt } from "#app/domain/visit/arrival.commands.server.ts";
import { answerExtra, proposeExtra } from "#app/domain/visit/extras.commands.server.ts";
import { pay } from "#app/gateways/payments/standInCheckout.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { booked, byTheHour, visitedFor } from "../support/hourly.ts";
import { day, hour, moneyWorld, type MoneyWorld, paid, settleAll } from "../support/money.ts";
import { aGuest, aHelper, basel } from "../support/people.ts";
import { standsOn } from "../support/rescue.ts";

const minute = 60_000;
const rate = 4900;
const sums = async (w: MoneyWorld) => ledgerSums(await w.as(system));
const read = async (w: MoneyWorld, id: string) => readBooking(await w.as(system), id);
const signedOff = async (w: MoneyWorld, id: string, solved: "yes" | "no" = "yes") => {
  must(await signOff(await w.as(aGuest(id)), id, { solved, right: solved }));
  await settleAll(w);
};
const freeOf = async (w: MoneyWorld, listingId: string, capMinutes: number, from: number) => ((await slotsForListing(await w.as(system), listingId, { capMinutes, days: 20 })) ?? []).flatMap(({ slots }) => slots).find((at) => at >= from) ?? 0;

eachDatabase("visits that are paid by the hour, when plans change", (open) => {
  const house = async () => byTheHour(await moneyWorld({}, { store: { ...(await open()), close: async () => undefined } }));

  it("ask in place of a helper only those whose own rate is at most the agreed one, and keep that rate", async () => {
    const w = await house();
    const ctx = await w.as(system);
    const dearer = await aHelper(ctx, { priceMinor: rate + 50, givenName: "Dora" });
    const cheaper = await aHelper(ctx, { priceMinor: rate - 900, givenName: "Carl" });
    const id = await booked(w, 120, 2, aGuest(), { substitution: "same_time" });
    await paid(w, id, "card");
    must(await declineBooking(await w.as(w.helper.actor), id));
    await settleAll(w);
    const asked = (await asksOf(await w.as(system), id)).filter(({ state }) => state === "open").map(({ helperId }) => helperId);
    expect(asked).toEqual([cheaper.helperId]);
    expect(asked).not.toContain(dearer.helperId);
    must(await visitedFor(w, id, 60, undefined, cheaper.actor));
    await settleAll(w);
    expect(await read(w, id)).toMatchObject({ helperId: cheaper.helperId, hourlyMinor: rate, capMinutes: 120, priceMinor: rate });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: rate, refundedMinor: 0 });
    await signedOff(w, id);
    expect((await earnings(await w.as(cheaper.actor), cheaper.helperId)).rows).toMatchObject([{ grossMinor: rate }]);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0 } });
  });

  it("are made good by the same helper free of charge, for as long as the first cap, whatever time it takes", async () => {
    const w = await house();
    const id = await booked(w, 120, 1);
    await paid(w, id, "card");
    must(await visitedFor(w, id, 60));
    await settleAll(w);
    await signedOff(w, id, "no");
    const guest = await w.as(aGuest(id));
    must(await openRescue(guest, id, { words: "Wieder.", wish: "redo" }));
    const startsAt = await freeOf(w, w.helper.listingId, 120, w.clock.now() + day);
    const redo = must(await bookRescue(guest, id, { offer: { listingId: w.helper.listingId }, startsAt }));
    expect(redo.state).toBe("requested");
    const again = await read(w, redo.bookingId);
    expect(again).toMatchObject({ follows: "redo", priceMinor: 0, payableMinor: 0, hourlyMinor: null, capMinutes: 120 });
    expect([again.endsAt - again.startsAt, workedShown(again)]).toEqual([2 * hour, null]);
    must(await visitedFor(w, redo.bookingId, 110, 120));
    await settleAll(w);
    expect(await read(w, redo.bookingId)).toMatchObject({ priceMinor: 0, workedMinutes: null });
    expect(await paymentOf(await w.as(system), redo.bookingId)).toBeNull();
    await signedOff(w, redo.bookingId);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0 } });
    expect((await earnings(await w.as(w.helper.actor), w.helper.helperId)).rows).toMatchObject([{ grossMinor: rate }]);
  });

  it("cost the customer nothing more where the next helper makes them good, and the company the time worked", async () => {
    const w = await house();
    const next = await aHelper(await w.as(system), { priceMinor: 6000, givenName: "Nina" });
    const id = await booked(w, 120, 1);
    await paid(w, id, "card");
    must(await visitedFor(w, id, 60));
    await settleAll(w);
    await signedOff(w, id, "no");
    const guest = await w.as(aGuest(id));
    must(await openRescue(guest, id, { words: "", wish: "next_helper" }));
    const startsAt = await freeOf(w, next.listingId, 120, w.clock.now() + day);
    const { bookingId } = must(await bookRescue(guest, id, { offer: { listingId: next.listingId }, startsAt }));
    expect(await read(w, bookingId)).toMatchObject({ priceMinor: 12_000, payableMinor: 0, hourlyMinor: 6000, capMinutes: 120 });
    must(await visitedFor(w, bookingId, 45, undefined, next.actor));
    await settleAll(w);
    await signedOff(w, bookingId);
    const ctx = await w.as(system);
    expect(await read(w, bookingId)).toMatchObject({ workedMinutes: 45, priceMinor: 4500 });
    expect(await standsOn(ctx, "rescue", bookingId)).toBe(4500);
    expect(await balanceOf(ctx, "customers", bookingId)).toBe(0);
    const [row] = await ctx.db.select().from(ctx.db.t.rescue).where(eq(ctx.db.t.rescue.bookingId, id));
    expect(row).toMatchObject({ state: "solved", paidMinor: 4500 });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });

  it("keep the agreed rate where the helper does not come: the company pays what somebody dearer costs more, for each quarter worked", async () => {
    const w = await house();
    const next = await aHelper(await w.as(system), { priceMinor: 6000, givenName: "Nina" });
    const id = await booked(w, 120, 1);
    await paid(w, id, "card");
    must(await acceptBooking(await w.as(w.helper.actor), id));
    must(await cancelBooking(await w.as(w.helper.actor), id, "other"));
    await settleAll(w);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "cancelled", capturedMinor: 0 });
    const startsAt = await freeOf(w, next.listingId, 120, w.clock.now() + day);
    const { bookingId } = must(await bookRescue(await w.as(aGuest(id)), id, { offer: { listingId: next.listingId }, startsAt }));
    const draft = await read(w, bookingId);
    expect(draft).toMatchObject({ priceMinor: 12_000, payableMinor: 9800, hourlyMinor: 6000 });
    must(await submitBooking(await w.as(aGuest(bookingId)), bookingId, { contact: draft.contact ?? { name: "", email: "", mobile: "" }, visited: draft.visited ?? { name: "", telephone: "" }, street: draft.street ?? "", ...basel, intake: draft.intake, concern: draft.concern }));
    await settleAll(w);
    expect(await paid(w, bookingId, "card")).toMatchObject({ amountMinor: 9800 });
    must(await visitedFor(w, bookingId, 90, undefined, next.actor));
    await settleAll(w);
    const done = await read(w, bookingId);
    expect([done.priceMinor, payableOf(done)]).toEqual([9000, 7350]);
    expect(await paymentOf(await w.as(system), bookingId)).toMatchObject({ capturedMinor: 7350, refundedMinor: 0 });
    await signedOff(w, bookingId);
    const ctx = await w.as(system);
    expect(await standsOn(ctx, "rescue", bookingId)).toBe(1650);
    expect(await balanceOf(ctx, "customers", bookingId)).toBe(0);
    expect((await earnings(await w.as(next.actor), next.helperId)).rows).toMatchObject([{ grossMinor: 9000 }]);
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });

  it("keep cap and rate when they are moved, also where the whole cap is debited because of it", async () => {
    const w = await house();
    const id = await booked(w, 120, 1);
    await paid(w, id, "card");
    must(await acceptBooking(await w.as(w.helper.actor), id));
    const slot = await freeOf(w, w.helper.listingId, 120, w.clock.now() + 9 * day);
    const round = must(await proposeTimes(await w.as(w.helper.actor), id, { slots: [slot] }));
    must(await takeTime(await w.as(aGuest(id)), id, { proposalId: round.id, slot }));
    await settleAll(w);
    expect(await read(w, id)).toMatchObject({ startsAt: slot, endsAt: slot + 2 * hour, hourlyMinor: rate, capMinutes: 120, priceMinor: 2 * rate });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "captured", capturedMinor: 2 * rate });
    must(await visitedFor(w, id, 30));
    await settleAll(w);
    await signedOff(w, id);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: 2 * rate, refundedMinor: 2 * rate - 2450 });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0 } });
    expect((await sums(w)).balances.goodwill ?? 0).toBe(0);
  });

  it("charge time beyond the cap only as an extra that the customer agreed to, and never twice", async () => {
    const w = await house();
    const id = await booked(w, 60, 1);
    await paid(w, id, "card");
    must(await acceptBooking(await w.as(w.helper.actor), id));
    w.clock.advance((await read(w, id)).startsAt - w.clock.now());
    must(await startVisit(await w.as(w.helper.actor), id));
    const more = { kind: "time" as const, words: "Eine halbe Stunde mehr", amountMinor: 2450 };
    w.clock.advance(45 * minute);
    const [refused, agreed] = [must(await proposeExtra(await w.as(w.helper.actor), id, more)), must(await proposeExtra(await w.as(w.helper.actor), id, { ...more, words: "Noch einmal" }))];
    must(await answerExtra(await w.as(aGuest(id)), refused.id, false));
    must(await answerExtra(await w.as(aGuest(id)), agreed.id, true));
    w.clock.advance(45 * minute);
    must(await finishVisit(await w.as(w.helper.actor), id));
    expect(workedShown(await read(w, id))).toEqual({ capMinutes: 60, minutes: 60 });
    const report = { outcome: "solved" as const, checklist: w.helper.service.content.checklist.map(({ code }) => ({ code, done: true })), rootCause: null, words: "", measures: [] };
    expect(await fileReport(await w.as(w.helper.actor), id, { ...report, workedMinutes: 90 })).toMatchObject({ refusal: "invalid" });
    must(await fileReport(await w.as(w.helper.actor), id, report));
    await settleAll(w);
    must(await extraToPay(await w.as(aGuest(id)), agreed.id));
    await settleAll(w);
    const own = await extraPaymentOf(await w.as(system), agreed.id);
    must(await pay(w.standIn, own?.sessionId ?? "", "twint"));
    await readAgain(w.app, await w.as(system), own?.id ?? "");
    await settleAll(w);
    await signedOff(w, id);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: rate, refundedMinor: 0 });
    expect(await extraPaymentOf(await w.as(system), agreed.id)).toMatchObject({ capturedMinor: 2450 });
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true, balances: { customers: 0 } });
  });

  it("take no more time while agreed time is left, up to a quarter of an hour before the cap, and work and material at any moment", async () => {
    const w = await house();
    const id = await booked(w, 60, 1);
    await paid(w, id, "card");
    must(await acceptBooking(await w.as(w.helper.actor), id));
    w.clock.advance((await read(w, id)).startsAt - w.clock.now());
    const propose = async (kind: "time" | "work" | "material", words = "Mehr") => proposeExtra(await w.as(w.helper.actor), id, { kind, words, amountMinor: 1000 });
    must(await setOff(await w.as(w.helper.actor), id));
    must(await arriveAt(await w.as(w.helper.actor), id));
    expect(await propose("time")).toMatchObject({ refusal: "extra-time-early", detail: { from: null } });
    must(await startVisit(await w.as(w.helper.actor), id));
    const from = w.clock.now() + 45 * minute;
    expect(await propose("time")).toMatchObject({ refusal: "extra-time-early", detail: { from } });
    for (const kind of ["work", "material"] as const) must(await propose(kind));
    w.clock.advance(45 * minute - 1);
    expect(await propose("time")).toMatchObject({ refusal: "extra-time-early", detail: { from } });
    w.clock.advance(1);
    must(await propose("time"));
    w.clock.advance(60 * minute);
    must(await propose("time", "Noch mehr"));
  });

  it("owe a late cancellation by the cap's price, which the customer kept free, and the rest goes back", async () => {
    const w = await house();
    for (const [capMinutes, cost] of [[60, 2450], [180, 6000]] as const) {
      const id = await booked(w, capMinutes, 8);
      await paid(w, id, "card");
      must(await acceptBooking(await w.as(w.helper.actor), id));
      w.clock.advance((await read(w, id)).startsAt - 10 * hour - w.clock.now());
      await settleAll(w);
      const shown = cancellationTerms(await read(w, id), "customer", w.clock.now());
      const whole = (rate * capMinutes) / 60;
      expect(shown).toMatchObject({ compensationMinor: cost, refundMinor: whole - cost });
      must(await cancelBooking(await w.as(aGuest(id)), id, "other"));
      await settleAll(w);
      expect(await paymentOf(await w.as(system), id)).toMatchObject({ capturedMinor: whole, refundedMinor: whole - cost });
      expect(await balanceOf(await w.as(system), "customers", id)).toBe(0);
    }
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });

  it("compensate the helper by the cap's price where nobody opens, and give all of it back where the helper does not come", async () => {
    const w = await house();
    for (const absent of ["customer", "helper"] as const) {
      const id = await booked(w, 60, 1);
      await paid(w, id, "card");
      must(await acceptBooking(await w.as(w.helper.actor), id));
      w.clock.advance((await read(w, id)).startsAt - w.clock.now());
      await settleAll(w);
      const waits = async () => w.as(absent === "customer" ? w.helper.actor : aGuest(id));
      if (absent === "helper") w.clock.advance(15 * minute);
      must(await noteAbsence(await waits(), id));
      must(await noteCall(await waits(), id, 1));
      w.clock.advance(6 * minute);
      must(await noteCall(await waits(), id, 2));
      w.clock.advance(12 * minute);
      must(await endAbsence(await waits(), id));
      await settleAll(w);
      const kept = absent === "customer" ? rate : 0;
      expect(await read(w, id)).toMatchObject({ state: "cancelled", compensationMinor: kept, workedMinutes: null });
      expect((await paymentOf(await w.as(system), id))?.capturedMinor).toBe(kept);
      expect(await balanceOf(await w.as(system), "customers", id)).toBe(0);
      expect(await creditOn(await w.as(system), id)).toEqual({ takenMinor: 0, returnedMinor: 0 });
    }
    expect(await sums(w)).toMatchObject({ total: 0, balanced: true });
  });

  it("are booked again with the cap of the last time at today's rate", async () => {
    const w = await house();
    const ctx = await w.as(system);
    const id = await booked(w, 180, 1);
    await paid(w, id, "card");
    must(await visitedFor(w, id, 45));
    await settleAll(w);
    await signedOff(w, id);
    await ctx.db.update(ctx.db.t.listing).set({ priceMinor: 5000 }).where(eq(ctx.db.t.listing.id, w.helper.listingId));
    const startsAt = await freeOf(w, w.helper.listingId, 180, w.clock.now() + day);
    const again = must(await holdSlot(await w.as(aGuest(id)), { offer: { listingId: w.helper.listingId }, startsAt, place: basel, replacesBookingId: id }));
    expect(await read(w, again.bookingId)).toMatchObject({ hourlyMinor: 5000, capMinutes: 180, workedMinutes: null, priceMinor: 15_000, payableMinor: null });
  });
});
