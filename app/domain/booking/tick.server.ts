import { and, eq, inArray } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { system } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { blurMails } from "../notification/mail.commands.server.ts";
import { forgetWatchers } from "../together/watchers.commands.server.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, type Result } from "../kernel/result.ts";
import { publishReview } from "../review/review.commands.server.ts";
import { reviewOf } from "../review/review.queries.server.ts";
import { signOffByTime } from "./after.commands.server.ts";
import { makeMove, queueTicks, tellCustomer, tellHelper, tellSeries } from "./booking.moves.server.ts";
import { lapseProposal } from "../reschedule/lapse.server.ts";
import { openProposal } from "../reschedule/proposal.server.ts";
import { blurRescue } from "../rescue/offer.server.ts";
import { unsolvedAmong } from "../rescue/rescue.queries.server.ts";
import { remindConfirm } from "../visit/confirm.commands.server.ts";
import { blurVisit } from "../visit/visit.queries.server.ts";
import { answerIsOver, startWave } from "../dispatch/waves.commands.server.ts";
import { type Due, dueFor, type Pending } from "./booking.clock.ts";
import { findBooking } from "./booking.queries.server.ts";
import type { Booking } from "./booking.ts";
import { backOf } from "./terms.queries.server.ts";

/** `tx` is dated to when the deed was due; `present` is not, for what can only begin now. */
type Deed = (tx: Context, booking: Booking, present: Context) => Promise<unknown>;

/** What time does, by the name of what is due (booking.clock.ts). */
const deeds: Record<Due["what"], Deed> = {
  "hold-ends": (tx, booking) => makeMove(tx, "abandon", booking),
  "checkout-ends": (tx, booking) => makeMove(tx, "abandon", booking),
  "proposal-lapses": lapseProposal,
  // Nobody can be asked in the past: what begins with a wave is dated to the present.
  "wave-starts": (_tx, booking, present) => startWave(present, booking),
  lapses: (tx, booking, present) => (booking.seriesId === null ? answerIsOver(booking.substitution === "same_time" ? present : tx, booking) : lapse(tx, booking)),
  "gives-up": async (tx, booking) => makeMove(tx, "giveUp", booking, { set: { cancelledBy: "system", cancelReason: "no_report" }, data: { by: "system", refundMinor: (await backOf(tx, booking, 0)).refundMinor, compensationMinor: 0 } }),
  "signs-off": signOffByTime,
  "publish-review": publishReview,
  remind: async (tx, booking, present) => {
    // Nobody is reminded of a visit that has begun while the house slept, nor asked whether it stands.
    if (present.now >= booking.startsAt) return set(tx, booking, { remindedAt: tx.now });
    await note(tx, booking, { remindedAt: tx.now }, "booking.reminded");
    await tellCustomer(tx, booking, "reminder");
    await tellHelper(tx, booking, "reminder");
  },
  "confirm-remind": (tx, booking, present) => (present.now < booking.startsAt ? remindConfirm(tx, booking) : set(tx, booking, { confirmRemindedAt: tx.now })),
  "ask-still": async (tx, booking) => {
    await note(tx, booking, { stillAskedAt: tx.now }, "booking.stillAsked");
    // "Does it still work?" would mock somebody who said that it never did, or does no more.
    if (!(await unsolvedAmong(tx, [booking.id])).has(booking.id)) await tellCustomer(tx, booking, "still");
  },
  closes: async (tx, booking) => {
    const { payout } = tx.db.t;
    const waiting = await tx.db.$count(payout, and(eq(payout.bookingId, booking.id), inArray(payout.state, ["planned", "held", "sending"])));
    if (waiting === 0) await makeMove(tx, "close", booking, { set: { closedAt: tx.now } });
  },
  "closes-at-last": (tx, booking) => makeMove(tx, "close", booking, { set: { closedAt: tx.now } }),
  blurs: async (tx, booking) => {
    await forgetWatchers(tx, booking.id);
    await blurVisit(tx, booking.id);
    await blurRescue(tx, booking.id);
    await blurMails(tx, booking.id);
    await note(tx, booking, { blurredAt: tx.now, street: null, visited: null, intake: {}, concern: "", contact: booking.contact && booking.requestedAt !== null ? { ...booking.contact, mobile: "" } : null, ...(booking.requestedAt === null && { contactEmail: null }) }, "booking.blurred");
  },
};

/** The visits of a series are answered together: one mail to each side tells that no answer came. */
async function lapse(tx: Context, booking: Booking): Promise<void> {
  const lapsed = await makeMove(tx, "lapse", booking, { without: booking.seriesId ? ["tell-customer", "tell-helper"] : [] });
  if (!lapsed.ok || !booking.seriesId) return;
  await tellSeries(tx, lapsed.value, "lapsed", "customer");
  await tellSeries(tx, lapsed.value, "lapsed", "helper");
}

async function set(tx: Context, { id }: Booking, change: Partial<Booking>): Promise<void> {
  const { booking: table } = tx.db.t;
  await tx.db.update(table).set(change).where(eq(table.id, id));
}

async function note(tx: Context, booking: Booking, change: Partial<Booking>, name: string): Promise<void> {
  await set(tx, booking, change);
  await record(tx, { name, subject: { kind: "booking", id: booking.id } });
}

/** What waits beside the booking: a review to be published, proposed times to be answered. */
export async function pendingOf(tx: Context, bookingId: string): Promise<Pending> {
  const review = await reviewOf(tx, bookingId);
  const open = await openProposal(tx, bookingId);
  return { reviewAt: review && review.publishedAt === null ? review.createdAt : null, proposalBy: open?.answerBy ?? null };
}

/** Does whatever is due by now, each at its own time and in its own transaction, and queues what comes next. Safe to call at any time. */
export async function tickBooking(ctx: Context, bookingId: string): Promise<void> {
  const tried = new Set<Due["what"]>();
  for (let more = true; more; ) {
    const done = await bookingAtomically({ ...ctx, actor: system }, async (tx): Promise<Result<Due["what"] | null>> => {
      const booking = await findBooking(tx, bookingId);
      const pending = booking ? await pendingOf(tx, bookingId) : {};
      const due = booking && dueFor(booking, pending).find(({ what, at }) => at <= tx.now && !tried.has(what));
      if (!booking || !due) {
        if (booking) await queueTicks(tx, booking, pending);
        return ok(null);
      }
      await deeds[due.what]({ ...tx, now: Math.max(due.at, booking.stateSince) }, booking, tx);
      return ok(due.what);
    });
    // The job is tried again: called done, it would leave the booking waiting for ever.
    if (!done.ok) throw new Error(`What is due could not be done: ${done.refusal}`);
    // Noted after the commit: the database may have asked for the same transaction again.
    if (done.value) tried.add(done.value);
    more = done.value !== null;
  }
}
