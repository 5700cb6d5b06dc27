import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, cancelBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { abandonBooking, holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { balanceOf } from "#app/domain/ledger/ledger.queries.server.ts";
import { applyPaymentFacts } from "#app/domain/payment/facts.commands.server.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { refundByStaff, tickPayout } from "#app/domain/payment/payout.commands.server.ts";
import { grantCredit } from "#app/domain/rescue/credit.commands.server.ts";
import { creditOn, myCreditMinor, myCredits } from "#app/domain/rescue/credit.queries.server.ts";
import { aReport, day, hour, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aHelper, as, aStaffMember, basel, contextOn } from "../support/people.ts";

eachDatabase("credit", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  const grant = async (email: string, amountMinor: number, bookingId: string | null = null) => must(await atomically(root, async (tx) => ok(await grantCredit(tx, { email, amountMinor, reason: "goodwill", bookingId }))));
  const owed = (id: string) => balanceOf(root, "customers", id);
  const account = async (name: string) => {
    const rows = await root.db.select().from(root.db.t.ledgerPosting);
    return rows.reduce((sum, row) => sum + (row.debit === name ? row.amountMinor : 0) - (row.credit === name ? row.amountMinor : 0), 0);
  };

  /** Somebody signed in with a credit holds a slot of a helper at CHF 49. */
  async function held(creditMinor: number, from = root) {
    const anna = await aCustomer(root);
    if (creditMinor > 0) await grant(anna.email.toUpperCase(), creditMinor);
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2]?.slots[4] ?? 0;
    const { bookingId } = must(await holdSlot(as(from, anna.actor), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    return { anna, helper, startsAt, bookingId, submit: () => submitBooking(as(root, anna.actor), bookingId, aForm({ email: anna.email })) };
  }
  /** The provider says that the Checkout's money was debited. */
  async function debited(bookingId: string, refundedMinor = 0) {
    const payment = await paymentOf(root, bookingId);
    if (!payment) throw new Error("No payment");
    must(await applyPaymentFacts(as(root, system), payment.id, { intentId: `pi_${payment.id}`, chargeId: `ch_${payment.id}`, status: "captured", method: "twint", amountMinor: payment.amountMinor, capturedMinor: payment.amountMinor, refundedMinor, refundFailedMinor: 0, captureBefore: null, capturableMinor: 0, declineCode: null }));
    return payment;
  }

  it("is granted once for a booking and a reason, and the company owes it from then on", async () => {
    const { anna, bookingId } = await held(0);
    const before = await account("credits");
    expect(await grant(anna.email, 2000, bookingId)).toMatchObject({ amountMinor: 2000 });
    expect(await grant(anna.email, 2000, bookingId)).toBeNull();
    expect(await account("credits")).toBe(before - 2000);
    expect(await myCreditMinor(as(root, anna.actor))).toBe(2000);
    expect((await myCredits(as(root, anna.actor)))[0]).toMatchObject({ leftMinor: 2000, reason: "goodwill", reference: (await readBooking(root, bookingId)).reference });
    expect(await myCreditMinor(as(root, (await aCustomer(root)).actor))).toBe(0);
  });

  it("lowers what Checkout asks for, and the price is money and credit together when the visit is signed off", async () => {
    const { anna, helper, startsAt, bookingId, submit } = await held(2000);
    must(await submit());
    expect((await paymentOf(root, bookingId))?.amountMinor).toBe(2900);
    expect(await myCreditMinor(as(root, anna.actor))).toBe(0);
    await debited(bookingId);
    expect(await owed(bookingId)).toBe(4900);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    for (const step of [setOff, startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), bookingId));
    must(await fileReport(as(root, helper.actor, startsAt + hour), bookingId, aReport));
    must(await signOff(as(root, anna.actor, startsAt + 2 * hour), bookingId, { solved: "yes", right: "yes" }));
    expect(await owed(bookingId)).toBe(0);
    const [row] = await root.db.select().from(root.db.t.payout).where(eq(root.db.t.payout.bookingId, bookingId));
    expect(row).toMatchObject({ grossMinor: 4900, netMinor: 4165 });
    // CHF 29.00 were captured and CHF 20.00 came from credit: the helper's CHF 41.65 are sent from the company's balance.
    expect(must(await tickPayout(as(root, system, startsAt + 5 * day), row?.id ?? ""))).toMatchObject({ state: "sending" });
  });

  it("opens no Checkout where it covers everything: the request is sent at once, and the helper is paid all the same", async () => {
    const { anna, helper, startsAt, bookingId, submit } = await held(6000);
    expect(must(await submit())).toMatchObject({ state: "requested" });
    expect(await paymentOf(root, bookingId)).toBeNull();
    expect(await myCreditMinor(as(root, anna.actor))).toBe(1100);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    for (const step of [setOff, startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), bookingId));
    must(await fileReport(as(root, helper.actor, startsAt + hour), bookingId, aReport));
    must(await signOff(as(root, anna.actor, startsAt + 2 * hour), bookingId, { solved: "yes", right: "yes" }));
    expect(await owed(bookingId)).toBe(0);
    const [row] = await root.db.select().from(root.db.t.payout).where(eq(root.db.t.payout.bookingId, bookingId));
    expect(must(await tickPayout(as(root, system, startsAt + 5 * day), row?.id ?? ""))).toMatchObject({ state: "sending" });
  });

  it("leaves no rest that is too small to be paid", async () => {
    const { bookingId, submit } = await held(4880);
    must(await submit());
    expect((await paymentOf(root, bookingId))?.amountMinor).toBe(50);
  });

  it("comes back whole when nobody pays", async () => {
    const { anna, bookingId, submit } = await held(2000);
    must(await submit());
    must(await abandonBooking(as(root, anna.actor), bookingId));
    expect(await myCreditMinor(as(root, anna.actor))).toBe(2000);
    expect(await creditOn(root, bookingId)).toEqual({ takenMinor: 0, returnedMinor: 2000 });
    expect(await owed(bookingId)).toBe(0);
  });

  it("two open Checkouts at once never spend it twice", async () => {
    for (let i = 0; i < 4; i++) {
      const anna = await aCustomer(root);
      await grant(anna.email, 2000);
      const both = [];
      for (let each = 0; each < 2; each++) {
        const helper = await aHelper(root);
        const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2 + each]?.slots[4] ?? 0;
        both.push(must(await holdSlot(as(root, anna.actor), { offer: { listingId: helper.listingId }, startsAt, place: basel })).bookingId);
      }
      await Promise.all(both.map((id) => submitBooking(as(root, anna.actor), id, aForm({ email: anna.email }))));
      const taken = await Promise.all(both.map(async (id) => (await creditOn(root, id)).takenMinor));
      const asked = await Promise.all(both.map(async (id) => (await paymentOf(root, id))?.amountMinor ?? 0));
      expect(taken.sort()).toEqual([0, 2000]);
      expect(asked.sort()).toEqual([2900, 4900]);
      expect(await myCreditMinor(as(root, anna.actor))).toBe(0);
    }
  });

  it("goes back as credit when the visit is cancelled; a compensation comes out of the credit first", async () => {
    const free = await held(2000);
    must(await free.submit());
    await debited(free.bookingId);
    must(await cancelBooking(as(root, free.anna.actor), free.bookingId, "other"));
    expect(await myCreditMinor(as(root, free.anna.actor))).toBe(2000);
    const refunds = async (id: string) => (await root.db.select().from(root.db.t.paymentOperation).where(eq(root.db.t.paymentOperation.paymentId, id))).filter(({ kind }) => kind === "refund").map(({ params }) => params.amountMinor);
    expect(await refunds((await paymentOf(root, free.bookingId))?.id ?? "")).toEqual([2900]);

    const late = await held(2000);
    must(await late.submit());
    const payment = await debited(late.bookingId);
    must(await acceptBooking(as(root, late.helper.actor), late.bookingId));
    expect(must(await cancelBooking(as(root, late.anna.actor, late.startsAt - 5 * hour), late.bookingId, "other")).compensationMinor).toBe(2450);
    expect(await myCreditMinor(as(root, late.anna.actor))).toBe(0);
    expect(await refunds(payment.id)).toEqual([2450]);
    // CHF 49.00 came in, CHF 24.50 are the helper's, CHF 24.50 are on their way back.
    expect(await owed(late.bookingId)).toBe(2450);
    const [row] = await root.db.select().from(root.db.t.payout).where(eq(root.db.t.payout.bookingId, late.bookingId));
    expect(must(await tickPayout(as(root, system, late.startsAt + 5 * day), row?.id ?? ""))).toMatchObject({ state: "sending" });
  });

  it("support gives money back first and the rest as credit, once for a form sent twice", async () => {
    const { anna, bookingId, submit } = await held(2000);
    must(await submit());
    await debited(bookingId);
    const support = await aStaffMember(root, "support");
    for (const _ of [1, 2]) must(await refundByStaff(as(root, support.actor), bookingId, { amountMinor: 4000, reason: "Kulanz", once: "form" }));
    expect(await myCreditMinor(as(root, anna.actor))).toBe(1100);
    expect(await creditOn(root, bookingId)).toEqual({ takenMinor: 900, returnedMinor: 1100 });
    const all = await held(6000);
    must(await all.submit());
    for (const _ of [1, 2]) must(await refundByStaff(as(root, support.actor), all.bookingId, { amountMinor: 1000, reason: "Kulanz", once: "other" }));
    expect(await myCreditMinor(as(root, all.anna.actor))).toBe(2100);
  });

  it("is for whoever signs in with the address: a guest pays the whole price", async () => {
    const { anna, helper } = await held(2000);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[3]?.slots[4] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, { ...anna.actor, kind: "visitor", personId: null }), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    must(await submitBooking(as(root, { ...anna.actor, kind: "visitor", personId: null, provenBookings: [bookingId] }), bookingId, aForm({ email: anna.email })));
    expect((await paymentOf(root, bookingId))?.amountMinor).toBe(4900);
    must(await paymentArrived(as(root, system), bookingId));
    expect(await myCreditMinor(as(root, anna.actor))).toBe(2000);
  });
});
