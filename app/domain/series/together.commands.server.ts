import { bookingAtomically } from "../availability/occupancy.server.ts";
import { acceptBooking, cancelBooking, declineBooking } from "../booking/booking.commands.server.ts";
import { tellSeries } from "../booking/booking.moves.server.ts";
import { partOf, whyNot } from "../booking/booking.policy.ts";
import { findBooking, knownAs } from "../booking/booking.queries.server.ts";
import type { Booking, CancelReason } from "../booking/booking.ts";
import { termsOf } from "../booking/terms.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { asOwner, membersOf } from "./members.server.ts";

/**
 * The visits of a booking's series for an actor who may see that booking, and a context that may act on all of them. Who has one visit as its customer
 * has them all; whoever acts in the customer's place has those that they were let into.
 */
async function mine(tx: Context, bookingId: string): Promise<{ tx: Context; members: Booking[] } | null> {
  const found = await findBooking(tx, bookingId);
  if (!found?.seriesId) return null;
  const members = await membersOf(tx, found.seriesId);
  const part = partOf(tx.actor, found);
  const acting = part === "customer" && !found.watching ? asOwner(tx, members.map(({ id }) => id)) : tx;
  return { tx: acting, members: (await knownAs(acting, members)).filter((one) => partOf(acting.actor, one) === part) };
}

/**
 * The helper's answer to all visits that wait for it, in one step: yes to those named, no to the rest. A visit answered before stays as it is.
 * Refusals: not-found, and those of accepting or declining, which leave everything as it was.
 */
export const answerSeries = (ctx: Context, bookingId: string, yes: readonly string[]): Promise<Result<{ accepted: string[]; declined: string[] }>> =>
  bookingAtomically(ctx, async (outer): Promise<Result<{ accepted: string[]; declined: string[] }>> => {
    const found = await mine(outer, bookingId);
    if (!found) return refuse("not-found");
    const { tx, members } = found;
    const waiting = members.filter(({ state }) => state === "requested");
    const answered = { accepted: [] as string[], declined: [] as string[] };
    let last: Booking | null = null;
    for (const { id } of waiting) {
      const accepts = yes.includes(id);
      const step = await (accepts ? acceptBooking : declineBooking)(tx, id, { without: ["tell-customer"] });
      if (!step.ok) return step;
      answered[accepts ? "accepted" : "declined"].push(id);
      if (accepts || last === null || last.state !== "accepted") last = step.value;
    }
    if (last) await tellSeries(tx, last, answered.accepted.length > 0 ? "accepted" : "declined", "customer");
    return ok(answered);
  });

export type SeriesEnd = { visits: { id: string; startsAt: number; endsAt: number; reference: string; priceMinor: number; compensationMinor: number; refundMinor: number }[]; compensationMinor: number; refundMinor: number };

/** What cancelling every coming visit of a booking's series would cost now, each by its own policy; null when there is no series or nothing to cancel. */
export async function seriesEnd(ctx: Context, bookingId: string): Promise<SeriesEnd | null> {
  const found = await mine(ctx, bookingId);
  const visits: SeriesEnd["visits"] = [];
  for (const one of found?.members ?? []) {
    if (!found || whyNot("cancel", one, found.tx.actor, ctx.now) !== null) continue;
    const { compensationMinor, refundMinor } = await termsOf(found.tx, one, partOf(found.tx.actor, one) ?? "customer");
    visits.push({ id: one.id, startsAt: one.startsAt, endsAt: one.endsAt, reference: one.reference, priceMinor: one.priceMinor, compensationMinor, refundMinor });
  }
  const sum = (of: "compensationMinor" | "refundMinor"): number => visits.reduce((total, one) => total + one[of], 0);
  return visits.length > 0 ? { visits, compensationMinor: sum("compensationMinor"), refundMinor: sum("refundMinor") } : null;
}

/**
 * Cancels every coming visit of a series, each by the policy it was made under. `shownMinor` is the compensation that the screen showed:
 * refusal `dearer` when it has become more meanwhile; `not-found`, and those of cancelling one, which leave everything as it was.
 */
export const cancelSeries = (ctx: Context, bookingId: string, { reason, shownMinor }: { reason: CancelReason; shownMinor: number }): Promise<Result<SeriesEnd>> =>
  bookingAtomically(ctx, async (outer): Promise<Result<SeriesEnd>> => {
    const found = await mine(outer, bookingId);
    if (!found) return refuse("not-found");
    const { tx, members } = found;
    const end = await seriesEnd(tx, bookingId);
    // Sent twice, or nothing left: as it stands.
    if (!end) return ok({ visits: [], compensationMinor: 0, refundMinor: 0 });
    if (shownMinor < end.compensationMinor) return refuse("dearer", { compensationMinor: end.compensationMinor });
    let last = members.find(({ id }) => id === end.visits[0]?.id);
    for (const { id } of end.visits) {
      const done = await cancelBooking(tx, id, reason, { without: ["tell-customer", "tell-helper"] });
      if (!done.ok) return done;
      last = done.value;
    }
    if (last) for (const reader of ["customer", "helper"] as const) await tellSeries(tx, last, "cancelled", reader, { refundMinor: end.refundMinor, compensationMinor: end.compensationMinor, visits: end.visits.length });
    return ok(end);
  });
