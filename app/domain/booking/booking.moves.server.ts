import { and, eq } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { release } from "../availability/occupancy.server.ts";
import { askChosen, askingAt, isSubstitute, settleAsks } from "../dispatch/asks.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { giveExtrasBack, planExtras } from "../payment/extras.commands.server.ts";
import { captureForMove, captureForReport, expireCheckout, giveMoneyBack, openCheckout, planPayout } from "../payment/payment.commands.server.ts";
import { returnKeptCredit, useCredit } from "../rescue/credit.commands.server.ts";
import { followRescue } from "../rescue/follow.server.ts";
import { closeOpen } from "../reschedule/close.server.ts";
import { tellSeriesWatchers, tellWatchers } from "../together/tell.server.ts";
import { stopWaiting } from "../visit/absence.server.ts";
import { lapseExtras } from "../visit/extras.server.ts";
import { confirmationsAfter, visitUndone } from "../visit/visit.ts";
import { dueFor, type Pending } from "./booking.clock.ts";
import { type MoveRefusal, partOf, whyNot } from "./booking.policy.ts";
import { type Booking, bookingMoves, type BookingMove, type Move } from "./booking.ts";
import { asOwner, othersOf } from "../series/members.server.ts";
import { isUnpaid } from "../series/series.ts";

export type EffectName = (typeof bookingMoves)[BookingMove]["effects"][number];
export type MailData = Record<string, string | number | boolean | null>;
type Effect = (tx: Context, booking: Booking, move: BookingMove, data: MailData) => Promise<void>;

/** What a mail about a move is called; moves that nobody is written about are absent. */
const mailNames: Partial<Record<BookingMove, string>> = {
  pay: "requested",
  accept: "accepted",
  decline: "declined",
  lapse: "lapsed",
  cancel: "cancelled",
  giveUp: "cancelled",
  missCustomer: "missed",
  missHelper: "missed",
  cannotCome: "missed",
  takeOffer: "rescheduled",
  reschedule: "rescheduled",
  setOff: "underway",
  report: "reported",
  signOff: "signedOff",
};

/** What each effect named in `bookingMoves` does, in the same transaction as the move. */
const deeds: Record<EffectName, Effect> = {
  "open-checkout": async (tx, booking) => void (await openCheckout(tx, booking)),
  "expire-checkout": (tx, booking) => expireCheckout(tx, booking),
  "use-credit": (tx, booking) => useCredit(tx, booking),
  "return-credit": (tx, booking) => returnKeptCredit(tx, booking),
  "give-money-back": async (tx, booking) => {
    await giveExtrasBack(tx, booking);
    await giveMoneyBack(tx, booking, { compensationMinor: booking.compensationMinor });
  },
  "give-extras-back": (tx, booking) => giveExtrasBack(tx, booking),
  "lapse-extras": (tx, booking) => lapseExtras(tx, booking.id),
  "stop-waiting": (tx, booking) => stopWaiting(tx, booking.id),
  capture: (tx, booking) => captureForReport(tx, booking),
  "capture-early": (tx, booking) => captureForMove(tx, booking),
  "plan-payout": async (tx, booking) => {
    await planPayout(tx, booking);
    await planExtras(tx, booking);
  },
  "free-slot": async (tx, booking) => {
    await release(tx, booking.id);
    await refreshNextFree(tx, booking.calendarId);
  },
  "leave-others": leaveOthers,
  "ask-chosen": (tx, booking) => askChosen(tx, booking),
  "settle-asks": (tx, booking, move) => settleAsks(tx, booking, move),
  // Somebody else than the customer chose: who they are is told before the visit.
  "tell-customer": async (tx, booking, move, data) => tellCustomer(tx, booking, move === "accept" && (await isSubstitute(tx, booking)) ? "substitute" : (mailNames[move] ?? move), { ...(booking.wave > 0 && { wave: booking.wave }), ...data }),
  "tell-helper": (tx, booking, move, data) => tellHelper(tx, booking, mailNames[move] ?? move, data),
  "ask-customer": (tx, booking, move, data) => tellCustomer(tx, booking, mailNames[move] ?? move, data),
};

/** Gives back the visits of a series that are held or to be paid together with this one: a Checkout pays all or none. */
export async function leaveOthers(tx: Context, booking: Pick<Booking, "id" | "seriesId">): Promise<void> {
  for (const other of (await othersOf(tx, booking)).filter(isUnpaid)) {
    const left = await makeMove(asOwner(tx, [other.id]), "abandon", { ...other, holdUntil: tx.now }, { without: ["leave-others"] });
    if (!left.ok) throw new Error(`A visit of a series could not be left: ${left.refusal}`);
  }
}

/** Queues one mail `series.<name>.<reader>` about all visits of a series, however many of them moved at this moment. */
export async function tellSeries(tx: Context, booking: Booking, name: string, reader: "customer" | "helper", data: MailData = {}): Promise<void> {
  const isTold = reader === "customer" ? booking.contact !== null : booking.helperId !== null || toldToProfessional.includes(name);
  const { runAt } = reader === "helper" ? await askingAt(tx, booking, dueOf(booking, name, data)) : {};
  if (isTold) await later(tx, "mail", { kind: `series.${name}.${reader}`, bookingId: booking.id, data }, { ...(runAt !== undefined && { runAt }), key: `mail/series.${name}.${reader}/${booking.seriesId}/${tx.now}` });
  if (reader === "customer") await tellSeriesWatchers(tx, booking, name, data);
}

/** Queues the mail `booking.<name>.customer`; a draft without a contact has nobody to write to. Who reads it is looked up when it is sent, so that no job holds an address. */
export async function tellCustomer(tx: Context, booking: Booking, name: string, data: MailData = {}): Promise<void> {
  if (booking.contact) await later(tx, "mail", { kind: `booking.${name}.customer`, bookingId: booking.id, data });
  await tellWatchers(tx, booking, name, data);
}

/** What the professional service is told by mail; the rest stands in its list. */
const toldToProfessional = ["requested", "cancelled", "message", "proposed", "rescheduled", "waiting"];

/** By when a helper answers what a mail asks; null where it asks nothing. */
const dueOf = ({ answerBy }: Booking, name: string, { until }: MailData): number | null => (name === "requested" ? answerBy : name === "proposed" && typeof until === "number" ? until : null);

/** Queues the mail `booking.<name>.helper`, a question not before the quiet hours end; for the professional service it goes to the company's support. */
export async function tellHelper(tx: Context, booking: Booking, name: string, data: MailData = {}): Promise<void> {
  if (!booking.helperId && !(booking.provider === "professional" && toldToProfessional.includes(name))) return;
  const { runAt, personId } = await askingAt(tx, booking, dueOf(booking, name, data));
  await later(tx, "mail", { kind: `booking.${name}.helper`, bookingId: booking.id, ...(personId && { personId }), data }, runAt === undefined ? {} : { runAt });
}

export type MoveMore = { set?: Partial<Booking>; facts?: Record<string, unknown>; without?: readonly EffectName[]; data?: MailData };

/**
 * Makes one move of `bookingMoves`: asks the policy, writes, records `booking.<move>`, queues what follows.
 * The only way a booking's state changes. Call it inside a transaction, with a booking read in it.
 */
export async function makeMove(tx: Context, move: BookingMove, booking: Booking, { set = {}, facts = {}, without = [], data = {} }: MoveMore = {}): Promise<Result<Booking, MoveRefusal>> {
  const refusal = whyNot(move, booking, tx.actor, tx.now);
  if (refusal) return refuse(refusal);
  const { to, effects } = bookingMoves[move];
  const { calendar }: Move = bookingMoves[move];
  const { booking: table } = tx.db.t;
  const confirmations = confirmationsAfter(move, { ...booking, ...set }, partOf(tx.actor, booking), tx.now);
  // Asked anew of others: nobody has confirmed it or is on the way any more.
  const undone = (to as string) === "requested" && booking.state !== "paying" ? visitUndone : {};
  const change = { ...confirmations, ...undone, ...set, state: to, stateSince: tx.now, ...(calendar && { sequence: booking.sequence + 1 }) };
  // A new visit that its story no longer waits for is not asked for. Said before anything is written: who called may go on after a refusal.
  if (!(await followRescue(tx, move, { ...booking, ...change }))) return refuse("wrong-state");
  const [row] = await tx.db.update(table).set(change).where(and(eq(table.id, booking.id), eq(table.state, booking.state))).returning();
  if (!row) return refuse("wrong-state");
  // Other times that were proposed mean nothing any more once the booking has moved on.
  if (booking.state === "requested" || booking.state === "accepted") await closeOpen(tx, row.id, "withdrawn");
  await record(tx, { name: `booking.${move}`, subject: { kind: "booking", id: booking.id }, facts: { from: booking.state, to, ...facts } });
  for (const effect of effects) if (!without.includes(effect)) await deeds[effect](tx, row, move, data);
  await queueTicks(tx, row);
  return ok(row);
}

/** Wakes the booking at everything that time will do to it; the same moment is queued once. */
export async function queueTicks(tx: Context, booking: Booking, pending: Pending = {}): Promise<void> {
  for (const { what, at } of dueFor(booking, pending)) await later(tx, "booking.tick", { bookingId: booking.id }, { runAt: Math.max(at, tx.now), key: `booking.tick/${booking.id}/${what}/${at}` });
}
