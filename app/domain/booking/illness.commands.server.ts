import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { compensateFromCompany } from "../payment/payment.commands.server.ts";
import { step } from "./booking.commands.server.ts";
import { cancellationTerms, partOf } from "./booking.policy.ts";
import type { Booking } from "./booking.ts";
import { illnessPerYear, yearOf } from "./illness.ts";
import { identitiesOf, usesIn, waivedMinor } from "./illness.queries.server.ts";
import { backOf } from "./terms.queries.server.ts";

/**
 * The customer is ill and pays nothing; the company pays the helper what the normal rule would have cost the customer.
 * The customer does it, or support for a caller; either way it is the customer's cancellation. One that is free anyway uses nothing up.
 * Refusals: those of `cancelBooking`, and `illness-used` when this calendar year's are used up.
 */
export const cancelForIllness = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  step(
    ctx,
    bookingId,
    "cancel",
    async (tx, booking) => {
      const part = partOf(tx.actor, booking);
      // The free cancellation is the customer's own: who is only visited does not use it up.
      if (part === "helper" || part === "visited") return refuse("not-allowed");
      const { compensationMinor: paidMinor } = cancellationTerms(booking, "customer", tx.now);
      if (paidMinor > 0) {
        const used = await takeOne(tx, booking, paidMinor);
        if (!used.ok) return used;
      }
      const terms = { by: "customer", compensationMinor: 0, refundMinor: (await backOf(tx, booking, 0)).refundMinor, paidByCompanyMinor: paidMinor };
      return ok({ set: { cancelledBy: "customer", cancelReason: "ill", compensationMinor: 0 }, facts: { ...terms, reason: "ill" }, data: { ...terms, ...(booking.watching && { doneBy: booking.watching.id }) } });
    },
    async (tx, moved) => {
      const paidMinor = await waivedMinor(tx, moved);
      if (paidMinor !== null) await compensateFromCompany(tx, moved, paidMinor);
    },
  );

/** Takes one under every identity of the customer; the unique index decides between two at once. */
async function takeOne(tx: Context, booking: Booking, paidMinor: number): Promise<Result<null>> {
  const { illnessWaiver } = tx.db.t;
  const perYear = illnessPerYear(booking.policy);
  const year = yearOf(tx.now, tx.settings.zone);
  const identities = await identitiesOf(tx, booking);
  const uses = await usesIn(tx, identities, year);
  const done = new Set(uses.map(({ bookingId }) => bookingId)).size;
  if (identities.length === 0 || done >= perYear) return refuse("illness-used");
  const rows = identities.map((identity) => ({ id: tx.newId(), bookingId: booking.id, identity, year, nth: done + 1, paidMinor, at: tx.now }));
  const written = await tx.db.insert(illnessWaiver).values(rows).onConflictDoNothing().returning({ id: illnessWaiver.id });
  if (written.length < rows.length) return refuse("illness-used");
  await record(tx, { name: "booking.illnessUsed", subject: { kind: "booking", id: booking.id }, facts: { year, nth: done + 1, of: perYear, paidByCompanyMinor: paidMinor } });
  return ok(null);
}
