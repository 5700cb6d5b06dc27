import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { person, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { balanceOf, ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { applyPaymentFacts } from "#app/domain/payment/facts.commands.server.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { tickPayout } from "#app/domain/payment/payout.commands.server.ts";
import { waivableMinor, waiveCompensation } from "#app/domain/payment/waive.commands.server.ts";
import { grantCredit } from "#app/domain/rescue/credit.commands.server.ts";
import { myCreditMinor } from "#app/domain/rescue/credit.queries.server.ts";
import { day, hour, mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aHelper, as, basel, contextOn } from "../support/people.ts";
import { debited } from "../support/rescue.ts";

eachDatabase("a compensation that the helper lowers", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** A customer's late cancellation of a visit at CHF 49: CHF 24.50 are the helper's. */
  async function late({ creditMinor = 0, reserved = false } = {}) {
    const anna = await aCustomer(root);
    if (creditMinor) must(await atomically(root, async (tx) => ok(await grantCredit(tx, { email: anna.email, amountMinor: creditMinor, reason: "goodwill", bookingId: null }))));
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2]?.slots[4] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, anna.actor), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    must(await submitBooking(as(root, anna.actor), bookingId, aForm({ email: anna.email })));
    const payment = await paymentOf(root, bookingId);
    if (reserved && payment) must(await applyPaymentFacts(as(root, system), payment.id, { intentId: `pi_${payment.id}`, chargeId: null, status: "reserved", method: "card", amountMinor: payment.amountMinor, capturedMinor: 0, refundedMinor: 0, refundFailedMinor: 0, captureBefore: startsAt + 3 * day, capturableMinor: payment.amountMinor, declineCode: null }));
    else if (payment) await debited(root, bookingId);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const now = startsAt - 5 * hour;
    must(await cancelBooking(as(root, anna.actor, now), bookingId, "other"));
    return { anna, helper, bookingId, now, me: as(root, helper.actor, now) };
  }
  const payouts = (id: string) => root.db.select().from(root.db.t.payout).where(eq(root.db.t.payout.bookingId, id));
  const refunds = async (id: string) => {
    const { paymentOperation } = root.db.t;
    const payment = await paymentOf(root, id);
    return (await root.db.select().from(paymentOperation).where(and(eq(paymentOperation.paymentId, payment?.id ?? ""), eq(paymentOperation.kind, "refund")))).map(({ params }) => params.amountMinor);
  };

  it("waived, the customer has it back, the payout is gone and the ledger agrees", async () => {
    const { bookingId, me } = await late();
    expect(await waivableMinor(me, await readBooking(root, bookingId))).toBe(2450);
    expect(must(await waiveCompensation(me, bookingId, 0)).compensationMinor).toBe(0);
    expect(await payouts(bookingId)).toEqual([]);
    expect(await refunds(bookingId)).toEqual([2450, 2450]);
    expect(await balanceOf(root, "helpers", bookingId)).toBe(0);
    expect(await balanceOf(root, "customers", bookingId)).toBe(4900);
    expect((await ledgerSums(root)).total).toBe(0);
    expect(await mailsAbout(root, bookingId)).toContain("booking.waived.customer");
    // Sent twice it is waived once.
    must(await waiveCompensation(me, bookingId, 0));
    expect(await refunds(bookingId)).toHaveLength(2);
  });

  it("lowered, the payout is lower by as much, and can be lowered again", async () => {
    const { bookingId, me } = await late();
    must(await waiveCompensation(me, bookingId, 1000));
    expect(await payouts(bookingId)).toMatchObject([{ grossMinor: 1000, netMinor: 1000 }]);
    must(await waiveCompensation(me, bookingId, 400));
    expect(await payouts(bookingId)).toMatchObject([{ netMinor: 400 }]);
    expect(await balanceOf(root, "helpers", bookingId)).toBe(400);
    expect(await refunds(bookingId)).toEqual([2450, 1450, 600]);
    expect(refusalOf(await waiveCompensation(me, bookingId, 500))).toBe("amount-too-large");
  });

  it("what was paid with credit becomes credit again", async () => {
    const { anna, bookingId, me } = await late({ creditMinor: 2000 });
    must(await waiveCompensation(me, bookingId, 0));
    expect(await refunds(bookingId)).toEqual([2450, 450]);
    expect(await myCreditMinor(as(root, anna.actor))).toBe(2000);
    expect(await balanceOf(root, "helpers", bookingId)).toBe(0);
  });

  it("of a reserved card, what the capture on its way takes too much goes back when it arrives", async () => {
    const { bookingId, me } = await late({ reserved: true });
    must(await waiveCompensation(me, bookingId, 0));
    expect(await refunds(bookingId)).toEqual([]);
    const payment = await paymentOf(root, bookingId);
    must(await applyPaymentFacts(as(root, system), payment?.id ?? "", { intentId: payment?.intentId ?? null, chargeId: "ch_late", status: "captured", method: "card", amountMinor: 4900, capturedMinor: 2450, refundedMinor: 0, refundFailedMinor: 0, captureBefore: null, capturableMinor: 0, declineCode: null }));
    expect(await refunds(bookingId)).toEqual([2450]);
  });

  it("is the helper's alone, and only until it is paid out", async () => {
    const { anna, bookingId, me, now } = await late();
    for (const actor of [anna.actor, person("nobody")]) expect(refusalOf(await waiveCompensation(as(root, actor, now), bookingId, 0))).toBe("not-found");
    const [due] = await payouts(bookingId);
    expect(must(await tickPayout(as(root, system, now + 3 * day), due?.id ?? "")).state).toBe("sending");
    expect(refusalOf(await waiveCompensation(me, bookingId, 0))).toBe("too-late");
    expect(await waivableMinor(me, await readBooking(root, bookingId))).toBeNull();
  });
});
