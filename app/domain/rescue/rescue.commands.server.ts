import { and, eq } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { bookableListing } from "../availability/availability.queries.server.ts";
import { submitBooking } from "../booking/booking.commands.server.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import { partOf } from "../booking/booking.policy.ts";
import { type Booking, payableOf } from "../booking/booking.ts";
import { accessKey } from "../booking/key.server.ts";
import { holdSlot, type Wish } from "../booking/hold.commands.server.ts";
import { proving, system } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { openRescueOf, openRescueRow, wakeRescue } from "./offer.server.ts";
import { reasonOf, type RescueRefusal, whyNotRescue, waysFor } from "./rescue.policy.ts";
import { fellThroughAt, helpersIn, triedIn } from "./rescue.queries.server.ts";
import { lapsesAt, type Rescue, rescuePrice, type RescueReason, type RescueWay } from "./rescue.ts";

const find = async (tx: Context, bookingId: string): Promise<{ booking: Booking; part: "customer" | "staff" } | null> => {
  const booking = await findBooking(tx, bookingId);
  const part = booking && partOf(tx.actor, booking);
  return booking && (part === "customer" || part === "staff") ? { booking, part } : null;
};

export type Wanted = { words: string; wish: RescueWay };

/**
 * A visit did not help, or not for long: its customer, or support for them, says so in a few words and how it is to be made good.
 * Refusals: not-found, not-allowed, wrong-state, too-late (the guarantee has ended), not-offered (that way is not open).
 */
export const openRescue = (ctx: Context, bookingId: string, { words, wish }: Wanted): Promise<Result<Rescue, RescueRefusal | "slot-taken">> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Rescue, RescueRefusal>> => {
    const found = await find(tx, bookingId);
    if (!found) return refuse("not-found");
    const { booking, part } = found;
    const open = await openRescueOf(tx, bookingId);
    const refusal = whyNotRescue(booking, tx.actor, tx.now, open !== null);
    // Sent twice, or opened by support meanwhile: it is open, which is what was asked for.
    if (refusal === "already-open" && open) return ok(open);
    if (refusal) return refuse(refusal);
    const { outcome } = tx.db.t;
    const [voice] = await tx.db.select({ solved: outcome.solved }).from(outcome).where(eq(outcome.bookingId, bookingId));
    const reason: RescueReason = reasonOf(booking, voice?.solved ?? null);
    if (!waysFor({ reason }, await triedIn(tx, booking)).includes(wish)) return refuse("not-offered");
    const row = (await openRescueRow(tx, booking, { reason, openedBy: part, words: words.trim().slice(0, 1000), wish })) ?? (await openRescueOf(tx, bookingId));
    if (!row) return refuse("already-open");
    await later(tx, "mail", { kind: "rescue.opened.customer", bookingId, data: { rescueWay: wish } });
    if (booking.helperId) await later(tx, "mail", { kind: "rescue.opened.helper", bookingId, data: { rescueWay: wish } });
    return ok(row);
  });

/**
 * Books the new visit at a free time, with everything that was typed for the first one. Where nothing is left to pay it is asked for at
 * once; else it is a draft whose form is filled in. Sent twice it is the one that stands. Refusals: those of `holdSlot` and `submitBooking`,
 * not-offered, wrong-state (another visit is booked already).
 */
export const bookRescue = (ctx: Context, bookingId: string, { offer, startsAt }: Pick<Wish, "offer" | "startsAt">): Promise<Result<{ bookingId: string; accessKey: string; state: Booking["state"] }>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<{ bookingId: string; accessKey: string; state: Booking["state"] }>> => {
    const found = await find(tx, bookingId);
    const open = found && (await openRescueOf(tx, bookingId));
    if (!found || !open) return refuse("not-found");
    if (open.state !== "open") return (await standing(tx, open, { offer, startsAt })) ?? refuse("wrong-state");
    const { booking } = found;
    const ways = waysFor(open, await triedIn(tx, booking));
    const way = await wayOf(tx, booking, offer, ways);
    if (!way || !ways.includes(way)) return refuse("not-offered");
    const { postcode, locality } = booking;
    const price = (offerMinor: number) => rescuePrice(open.reason, way, offerMinor, payableOf(booking));
    const held = await holdSlot(tx, { offer, startsAt, place: { postcode, locality }, replacesBookingId: bookingId, follows: { way, price, words: open.words } });
    if (!held.ok) return held;
    // Whoever may act on the first visit sees what makes it good through that, and stays who they are.
    const seeing = booking.watching ? tx : { ...tx, actor: proving(tx.actor, held.value.bookingId) };
    const draft = await findBooking(seeing, held.value.bookingId);
    if (!draft) return refuse("not-found");
    const { contact, street } = draft;
    if (payableOf(draft) > 0 || !contact || street === null) return ok({ ...held.value, state: draft.state });
    const { visited, intake, concern } = draft;
    const asked = await submitBooking(seeing, draft.id, { contact, visited: visited ?? { name: contact.name, telephone: contact.mobile }, street, postcode, locality, intake, concern });
    return asked.ok ? ok({ ...held.value, state: asked.value.state }) : asked;
  });

/** The new visit that was booked with exactly this offer and time: the answer to the first asking was lost. */
async function standing(tx: Context, { newBookingId }: Rescue, { offer, startsAt }: Pick<Wish, "offer" | "startsAt">): Promise<Result<{ bookingId: string; accessKey: string; state: Booking["state"] }> | null> {
  const { booking } = tx.db.t;
  const same = "listingId" in offer ? eq(booking.listingId, offer.listingId) : and(eq(booking.provider, "professional"), eq(booking.serviceTypeId, offer.professional));
  const [row] = await tx.db.select({ id: booking.id, state: booking.state }).from(booking).where(and(eq(booking.id, newBookingId ?? ""), eq(booking.startsAt, startsAt), same));
  return row ? ok({ bookingId: row.id, accessKey: accessKey(tx, row.id), state: row.state }) : null;
}

/** The way that an offer stands for: the one who came already comes again, somebody else is the next helper; null for a helper whom the story has seen before. */
async function wayOf(tx: Context, booking: Booking, offer: Wish["offer"], ways: readonly RescueWay[]): Promise<RescueWay | null> {
  if ("professional" in offer) return booking.provider === "professional" && ways.includes("redo") ? "redo" : "professional";
  const asked = await bookableListing(tx, offer.listingId);
  if (asked && asked.helper.id === booking.helperId) return "redo";
  return asked && (await helpersIn(tx, booking)).includes(asked.helper.id) ? null : "next_helper";
}

/** It works after all, or is needed no more. Refusals: not-found, wrong-state (a new visit is booked: that is cancelled on its own page). */
export const withdrawRescue = (ctx: Context, bookingId: string): Promise<Result<null, RescueRefusal | "slot-taken">> =>
  bookingAtomically(ctx, async (tx): Promise<Result<null, RescueRefusal>> => {
    const found = await find(tx, bookingId);
    const open = found && (await openRescueOf(tx, bookingId));
    if (!found || !open) return refuse("not-found");
    return (await end(tx, open, "withdrawn")) ? ok(null) : refuse("wrong-state");
  });

/** An open rescue that nobody booked for 30 days ends, and its customer is told. */
export const lapseRescue = (ctx: Context, rescueId: string): Promise<Result<null>> =>
  bookingAtomically({ ...ctx, actor: system }, async (tx): Promise<Result<null>> => {
    const { rescue } = tx.db.t;
    const [row] = await tx.db.select().from(rescue).where(eq(rescue.id, rescueId));
    if (row?.state !== "open") return ok(null);
    const fell = await fellThroughAt(tx, row);
    if (tx.now < lapsesAt(row, fell)) {
      await wakeRescue(tx, row, fell);
      return ok(null);
    }
    if (await end(tx, row, "lapsed")) await later(tx, "mail", { kind: "rescue.lapsed.customer", bookingId: row.bookingId });
    return ok(null);
  });

async function end(tx: Context, row: Rescue, state: "withdrawn" | "lapsed"): Promise<boolean> {
  const { rescue } = tx.db.t;
  const ended = await tx.db.update(rescue).set({ state, endedAt: tx.now }).where(and(eq(rescue.id, row.id), eq(rescue.state, "open"))).returning({ id: rescue.id });
  if (ended.length) await record(tx, { name: `rescue.${state}`, subject: { kind: "booking", id: row.bookingId }, facts: { rescueId: row.id } });
  return ended.length > 0;
}
