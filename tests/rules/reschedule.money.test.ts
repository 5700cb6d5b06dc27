import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { acceptBooking, cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { answerDue, cancellationTerms } from "#app/domain/booking/booking.policy.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { beyondReservation } from "#app/domain/payment/payment.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { proposeTimes, takeTime } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { proposingShown, rescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { proposalDue } from "#app/domain/reschedule/reschedule.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { anAskedBooking, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { day, hour, moneyWorld, type MoneyWorld, paid, settleAll, submitted } from "../support/money.ts";
import { aGuest, as, contextOn } from "../support/people.ts";

/** A visit tomorrow, reserved on a card and accepted; and the times it could move to. */
async function reserved(w: MoneyWorld) {
  const id = await submitted(w, 1);
  expect(await paid(w, id, "card")).toMatchObject({ state: "reserved" });
  must(await acceptBooking(await w.as(w.helper.actor), id));
  const root = await w.as(system);
  const booking = await readBooking(root, id);
  const free = (await slotsToPropose(root, booking)).flatMap(({ slots }) => slots);
  return { id, booking, inDays: (days: number) => free.find((slot) => slot > booking.startsAt + days * day) ?? 0 };
}
const held = async (w: MoneyWorld, id: string) => paymentOf(await w.as(system), id);

test("moved beyond the reservation: the customer is told before, the card is debited at the yes, and a cancellation gives it back", async () => {
  const w = await moneyWorld();
  const { id, booking, inDays } = await reserved(w);
  const payment = await held(w, id);
  const guest = await w.as(aGuest(id));
  expect((await proposingShown(guest, booking, "customer")).debitedAfter).toBe((payment?.captureBefore ?? 0) - 24 * hour);
  const round = must(await proposeTimes(await w.as(w.helper.actor), id, { slots: [inDays(1), inDays(9)] }));
  expect((await rescheduleShown(guest, booking)).open?.times.map(({ captures }) => captures)).toEqual([false, true]);
  expect((await rescheduleShown(await w.as(w.helper.actor), booking)).open?.times.map(({ captures }) => captures)).toEqual([false, false]);
  must(await takeTime(guest, id, { proposalId: round.id, slot: inDays(9) }));
  await settleAll(w);
  expect(await held(w, id)).toMatchObject({ state: "captured", capturedMinor: 4900, refundedMinor: 0 });
  must(await cancelBooking(await w.as(aGuest(id)), id, "other"));
  await settleAll(w);
  expect(await held(w, id)).toMatchObject({ capturedMinor: 4900, refundedMinor: 4900 });
  expect(await ledgerSums(await w.as(system))).toMatchObject({ balanced: true, balances: { customers: 0, provider: 0 } });
});

test("moved within the reservation: it stays reserved, and is still captured in time", async () => {
  const w = await moneyWorld();
  const { id, inDays } = await reserved(w);
  const round = must(await proposeTimes(await w.as(w.helper.actor), id, { slots: [inDays(1)] }));
  must(await takeTime(await w.as(aGuest(id)), id, { proposalId: round.id, slot: inDays(1) }));
  await settleAll(w);
  expect(await held(w, id)).toMatchObject({ state: "reserved" });
});

test("a cancellation while the debit is on its way: everything goes back, whichever comes first", async () => {
  const w = await moneyWorld();
  const { id, inDays } = await reserved(w);
  const round = must(await proposeTimes(await w.as(w.helper.actor), id, { slots: [inDays(9)] }));
  must(await takeTime(await w.as(aGuest(id)), id, { proposalId: round.id, slot: inDays(9) }));
  must(await cancelBooking(await w.as(aGuest(id)), id, "other"));
  await settleAll(w);
  await settleAll(w);
  const payment = await held(w, id);
  expect((payment?.capturedMinor ?? 0) - (payment?.refundedMinor ?? 0)).toBe(0);
  expect(["captured", "cancelled"]).toContain(payment?.state);
  expect(await ledgerSums(await w.as(system))).toMatchObject({ balanced: true, balances: { customers: 0, provider: 0 } });
});

test("only a reservation ends: a debit never does, and without the provider's date the rule of the booking counts", () => {
  const { policy } = defaultSettings;
  const base = { createdAt: 0, captureBefore: 7 * day };
  const beyond = (more: object, endsAt: number) => beyondReservation({ ...base, state: "reserved", ...more }, endsAt, policy);
  expect([beyond({}, 6 * day), beyond({}, 6 * day + 1), beyond({ state: "captured" }, 30 * day), beyond({ captureBefore: null }, 4 * day), beyond({ captureBefore: null }, 4 * day + 1)]).toEqual([false, true, false, false, true]);
});

test("an answer is due at the right clock time across both clock changes, and before the visit and the last of the times", () => {
  const { policy } = defaultSettings;
  const due = (now: string, startsAt: string, slot: string, asks: "customer" | "helper", state: "accepted" | "requested" = "accepted") =>
    proposalDue({ state, startsAt: Date.parse(startsAt), policy, zone: "Europe/Zurich" }, [Date.parse(slot)], asks, Date.parse(now));
  expect(due("2027-03-27T20:00+01:00", "2027-04-20T10:00+02:00", "2027-04-21T10:00+02:00", "helper")).toBe(Date.parse("2027-03-28T12:00+02:00"));
  expect(due("2027-10-30T20:00+02:00", "2027-11-20T10:00+01:00", "2027-11-21T10:00+01:00", "customer")).toBe(Date.parse("2027-10-31T20:00+01:00"));
  expect(due("2027-06-07T10:00+02:00", "2027-06-07T14:00+02:00", "2027-06-09T10:00+02:00", "customer")).toBe(Date.parse("2027-06-07T13:00+02:00"));
  expect(due("2027-06-07T10:00+02:00", "2027-06-07T14:00+02:00", "2027-06-07T18:00+02:00", "customer", "requested")).toBe(Date.parse("2027-06-07T17:00+02:00"));
  // An hour before an early visit lies in the night: the evening before ends it.
  expect(due("2027-06-07T18:00+02:00", "2027-06-08T07:30+02:00", "2027-06-09T10:00+02:00", "customer")).toBe(Date.parse("2027-06-07T21:00+02:00"));
  expect(answerDue(0, Number.MAX_SAFE_INTEGER, policy)).toBeGreaterThan(0);
});

test("what a late move keeps is the least that cancelling costs, and the grace after booking still holds", () => {
  const { policy } = defaultSettings;
  const startsAt = 30 * day;
  const booking = { state: "accepted", startsAt, requestedAt: 0, priceMinor: 10_000, payableMinor: null, hourlyMinor: null, capMinutes: null, policy, lateMoveBp: 5000 } as Pick<Booking, "state" | "startsAt" | "requestedAt" | "priceMinor" | "payableMinor" | "hourlyMinor" | "capMinutes" | "policy" | "lateMoveBp">;
  const cost = (now: number, more = {}) => cancellationTerms({ ...booking, ...more }, "customer", now).compensationMinor;
  expect([cost(10 * day), cost(10 * day, { lateMoveBp: null }), cost(startsAt - hour), cost(10 * day, { requestedAt: 10 * day - hour / 4 })]).toEqual([5000, 0, 6000, 0]);
});

eachDatabase("a visit moved over the clock change", (open) => {
  test.each([["2027-03-24T08:00Z", "2027-03-28"], ["2027-10-27T08:00Z", "2027-10-31"]])("asked on %s for %s: same clock time, same length, same range", async (start, date) => {
    const now = Date.parse(start);
    const root = contextOn(await open(), system, { now });
    const { bookingId: id, helper } = await anAskedBooking(root, {}, 2);
    must(await acceptBooking(as(root, helper.actor), id));
    const before = await readBooking(root, id);
    const range = async () => (await root.db.select().from(root.db.t.occupancy).where(eq(root.db.t.occupancy.bookingId, id)))[0];
    const held = await range();
    const slot = ((await slotsToPropose(root, before)).find(({ day: each }) => each === date)?.slots ?? []).find((at) => new Intl.DateTimeFormat("de-CH", { timeZone: "Europe/Zurich", timeStyle: "short" }).format(at) === "10:00") ?? 0;
    expect(slot).toBe(Date.parse(`${date}T${date.startsWith("2027-03") ? "08" : "09"}:00Z`));
    const round = must(await proposeTimes(as(root, aGuest(id)), id, { slots: [slot] }));
    const moved = must(await takeTime(as(root, helper.actor), id, { proposalId: round.id, slot }));
    expect(moved.endsAt - moved.startsAt).toBe(before.endsAt - before.startsAt);
    const row = await range();
    expect([row?.fromAt, row?.untilAt]).toEqual([held?.fromAt, held?.untilAt].map((at) => (at ?? 0) + moved.startsAt - before.startsAt));
  });
});
