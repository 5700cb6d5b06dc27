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
import { remindConfirm } from "../visit/confirm.commands.server.ts";
import { blurVisit } from "../visit/visit.queries.server.ts";
import { answerIsOver, startWave } from "../dispatch/waves.commands.server.ts";
import { type Due, dueFor, type Pending } from "./booking.clock.ts";
import { findBooking } from "./booking.queries.server.ts";
import { type Booking, payableOf } from "./booking.ts";

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
  "gives-up": (tx, booking) => makeMove(tx, "giveUp", booking, { set: { cancelledBy: "system", cancelReason: "no_report" }, data: { by: "system", refundMinor: payableOf(booking), compensationMinor: 0 } }),
  "signs-off": signOffByTime,
  "publish-review": publishReview,
  remind: async (tx, booking, present) => {
    if (hasBegun(booking, present)) return skip(tx, booking, { remindedAt: tx.now });
    await note(tx, booking, { remindedAt: tx.now }, "booking.reminded");
    await tellCustomer(tx, booking, "reminder");
    await tellHelper(tx, booking, "reminder");
  },
  "confirm-remind": (tx, booking, present) => (hasBegun(booking, present) ? skip(tx, booking, { confirmRemindedAt: tx.now }) : remindConfirm(tx, booking)),
  "ask-still": async (tx, booking) => {
    await note(tx, booking, { stillAskedAt: tx.now }, "booking.stillAsked");
    const { outcome } = tx.db.t;
    const [voice] = await tx.db.select().from(outcome).where(eq(outcome.bookingId, booking.id));
    // "Does it still work?" would mock somebody who said that it never did.
    if (voice?.solved !== "no") await tellCustomer(tx, booking, "still");
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

/** The house slept over it: a reminder of a visit that has begun would only confuse. */
const hasBegun = ({ startsAt }: Booking, present: Context): boolean => present.now >= startsAt;

async function skip(tx: Context, booking: Booking, set: Partial<Booking>): Promise<void> {
  const { booking: table } = tx.db.t;
  await tx.db.update(table).set(set).where(eq(table.id, booking.id));
}

async function note(tx: Context, booking: Booking, set: Partial<Booking>, name: string): Promise<void> {
  const { booking: table } = tx.db.t;
  await tx.db.update(table).set(set).where(eq(table.id, booking.id));
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
