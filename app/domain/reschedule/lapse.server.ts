import { makeMove, tellCustomer, tellHelper } from "../booking/booking.moves.server.ts";
import type { Booking } from "../booking/booking.ts";
import { tryOthers } from "../dispatch/waves.commands.server.ts";
import { system } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { closeOpen } from "./close.server.ts";
import { otherSide, type Proposal, type Side } from "./reschedule.ts";

/** What mails about a round say beside the booking itself. */
export const roundData = ({ slots, answerBy, by, asks }: Proposal, booking: Booking) => ({
  ...Object.fromEntries(slots.map((slot, i) => [`slot${i + 1}`, slot])),
  until: answerBy,
  by,
  /** In place of a yes to a request, or for a visit that is agreed. */
  first: booking.state === "requested",
  /** Whose answer it waits for: mails speak differently to who was asked and to who asks. */
  asked: asks,
});

export const tell = (tx: Context, booking: Booking, side: Side, name: string, data: ReturnType<typeof roundData>): Promise<void> => (side === "customer" ? tellCustomer : tellHelper)(tx, booking, name, data);

/**
 * A request whose helper offered other times that do not suit is declined by the helper's own word: others are asked, or the money goes back.
 * `present` is not dated back where the house slept: nobody can be asked in the past.
 */
export async function endRequest(tx: Context, booking: Booking, present: Context = tx): Promise<void> {
  if (await tryOthers({ ...present, actor: system }, booking, "otherTimes")) return;
  await makeMove({ ...tx, actor: system }, "decline", booking);
  await refreshNextFree(tx, booking.calendarId);
}

/** Nobody answered in time: an agreed visit stays as it is, a request ends. */
export async function lapseProposal(tx: Context, booking: Booking, present: Context): Promise<void> {
  const proposal = await closeOpen(tx, booking.id, "lapsed");
  if (!proposal) return;
  await record(tx, { name: "booking.proposalLapsed", subject: { kind: "booking", id: booking.id }, facts: { proposalId: proposal.id, asks: proposal.asks } });
  const data = roundData(proposal, booking);
  await tell(tx, booking, otherSide(proposal.asks), "proposalLapsed", data);
  if (booking.state === "requested") return endRequest(tx, booking, present);
  await tell(tx, booking, proposal.asks, "proposalLapsed", data);
}
