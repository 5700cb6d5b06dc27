import { and, eq } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { release } from "../availability/occupancy.server.ts";
import { askChosen, isSubstitute, settleAsks } from "../dispatch/asks.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { captureForMove, captureForReport, expireCheckout, giveMoneyBack, openCheckout, planPayout } from "../payment/payment.commands.server.ts";
import { closeOpen } from "../reschedule/close.server.ts";
import { dueFor, type Pending } from "./booking.clock.ts";
import { type MoveRefusal, whyNot } from "./booking.policy.ts";
import { type Booking, bookingMoves, type BookingMove, type Move } from "./booking.ts";

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
  "give-money-back": (tx, booking) => giveMoneyBack(tx, booking, { compensationMinor: booking.compensationMinor }),
  capture: (tx, booking) => captureForReport(tx, booking),
  "capture-early": (tx, booking) => captureForMove(tx, booking),
  "plan-payout": (tx, booking) => planPayout(tx, booking),
  "free-slot": async (tx, booking) => {
    await release(tx, booking.id);
    await refreshNextFree(tx, booking.calendarId);
  },
  "ask-chosen": (tx, booking) => askChosen(tx, booking),
  "settle-asks": (tx, booking, move) => settleAsks(tx, booking, move),
  // Somebody else than the customer chose: who they are is told before the visit.
  "tell-customer": async (tx, booking, move, data) => tellCustomer(tx, booking, move === "accept" && (await isSubstitute(tx, booking)) ? "substitute" : (mailNames[move] ?? move), { ...(booking.wave > 0 && { wave: booking.wave }), ...data }),
  "tell-helper": (tx, booking, move, data) => tellHelper(tx, booking, mailNames[move] ?? move, data),
  "ask-customer": (tx, booking, move, data) => tellCustomer(tx, booking, mailNames[move] ?? move, data),
};

/** Queues the mail `booking.<name>.customer`; a draft without a contact has nobody to write to. Who reads it is looked up when it is sent, so that no job holds an address. */
export async function tellCustomer(tx: Context, booking: Booking, name: string, data: MailData = {}): Promise<void> {
  if (booking.contact) await later(tx, "mail", { kind: `booking.${name}.customer`, bookingId: booking.id, data });
}

/** What the professional service is told by mail; the rest stands in its list. */
const toldToProfessional = ["requested", "cancelled", "message", "proposed", "rescheduled"];

/** Queues the mail `booking.<name>.helper`; for the professional service it goes to the company's support. */
export async function tellHelper(tx: Context, booking: Booking, name: string, data: MailData = {}): Promise<void> {
  if (booking.helperId || (booking.provider === "professional" && toldToProfessional.includes(name))) await later(tx, "mail", { kind: `booking.${name}.helper`, bookingId: booking.id, data });
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
  const change = { ...set, state: to, stateSince: tx.now, ...(calendar && { sequence: booking.sequence + 1 }) };
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
