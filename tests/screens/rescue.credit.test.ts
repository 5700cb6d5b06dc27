import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must, ok } from "#app/domain/kernel/result.ts";
import { grantCredit } from "#app/domain/rescue/credit.commands.server.ts";
import { myCreditMinor } from "#app/domain/rescue/credit.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import * as account from "#app/routes/account/account.tsx";
import * as cancel from "#app/routes/customer/bookings/cancel.tsx";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as pay from "#app/routes/customer/bookings/pay.tsx";
import "#app/texts/all.server.ts";
import { readBooking } from "../support/bookings.ts";
import { aCustomer, aForm, aGuest, aHelper, aLane, as, basel } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, filled, guestOf, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
const at = (id: string, screen = "") => `/de/bookings/${id}${screen && `/${screen}`}`;

beforeEach(async () => {
  w = await world();
  await aLane(await rootOf(w), { waitDays: 0 });
});

describe("Credit", () => {
  /** Somebody signed in with CHF 20 of credit and a held slot at CHF 49. */
  async function withCredit(minor: number) {
    const root = await rootOf(w);
    const anna = await aCustomer(root);
    must(await atomically(root, async (tx) => ok(await grantCredit(tx, { email: anna.email, amountMinor: minor, reason: "goodwill", bookingId: null }))));
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2]?.slots[4] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, anna.actor), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    return { root, anna, bookingId };
  }

  it("stands in the price before the click, on the payment's page and in the account", async () => {
    const { anna, bookingId } = await withCredit(2000);
    expect((await answerOf<{ creditMinor: number }>(w, form.loader, at(bookingId, "form"), { actor: anna.actor })).value.creditMinor).toBe(2000);
    expect((await answerOf<{ creditMinor: number; credits: unknown[] }>(w, account.loader, "/de/account", { actor: anna.actor })).value).toMatchObject({ creditMinor: 2000, credits: [{ reason: "goodwill", uses: [] }] });
    await answerOf(w, form.action, at(bookingId, "form"), { actor: anna.actor, body: multipart({ ...filled, intent: "pay" }), method: "POST" });
    expect((await answerOf<{ creditMinor: number }>(w, pay.loader, at(bookingId, "pay"), { actor: anna.actor })).value.creditMinor).toBe(2000);
    await answerOf(w, pay.action, at(bookingId, "pay"), { actor: anna.actor, form: { intent: "leave" } });
    expect(await myCreditMinor(await w.ctx(anna.actor))).toBe(2000);
  });

  it("books without a payment where it covers everything, and comes back as credit when that is cancelled", async () => {
    const { root, anna, bookingId } = await withCredit(6000);
    leadsTo(await answerOf(w, form.action, at(bookingId, "form"), { actor: anna.actor, body: multipart({ ...filled, intent: "pay" }), method: "POST" }), at(bookingId));
    expect((await readBooking(root, bookingId)).state).toBe("requested");
    const shown = await answerOf<{ view: { credit: { takenMinor: number }; payment: unknown } }>(w, page.loader, at(bookingId), { actor: anna.actor });
    expect(shown.value.view).toMatchObject({ credit: { takenMinor: 4900 }, payment: null });
    leadsTo(await answerOf(w, cancel.action, at(bookingId, "cancel"), { actor: anna.actor, form: { intent: "cancel", reason: "other", compensation: "0" } }), at(bookingId));
    expect(await myCreditMinor(await w.ctx(anna.actor))).toBe(6000);
  });

  it("of somebody else is nobody's: a guest with the same words pays the whole price", async () => {
    const { root } = await withCredit(2000);
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[3]?.slots[4] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    expect((await answerOf<{ creditMinor: number }>(w, form.loader, at(bookingId, "form"), { actor: guestOf(bookingId) })).value.creditMinor).toBe(0);
    must(await submitBooking(as(root, guestOf(bookingId)), bookingId, aForm()));
    const { payment } = root.db.t;
    expect(await root.db.select({ minor: payment.amountMinor }).from(payment).where(eq(payment.bookingId, bookingId))).toEqual([{ minor: 4900 }]);
    expect(await myCreditMinor(await w.ctx(system))).toBe(0);
  });
});
