import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { activeLanes, bookableListing, isFree, slotsFor } from "../availability/availability.queries.server.ts";
import { bookingAtomically, occupyVisit, overlapsIn, prolong } from "../availability/occupancy.server.ts";
import { localityPoint } from "../availability/travel.ts";
import { serviceTypeById } from "../catalogue/catalogue.queries.server.ts";
import { copyPictures } from "../files/files.commands.server.ts";
import { hasRole, system } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { findBooking } from "./booking.queries.server.ts";
import { alreadyDone, heldTime, partOf } from "./booking.policy.ts";
import { standingHold } from "./draft.queries.server.ts";
import { makeMove, queueTicks, tellCustomer } from "./booking.moves.server.ts";
import { type Booking, bookingRoles } from "./booking.ts";
import { offerPrice } from "./hourly.ts";
import { accessKey, accessKeyHash, attemptId, newReference } from "./key.server.ts";
import { reachOf } from "./reach.server.ts";
import { othersOf } from "../series/members.server.ts";
import { openRescueOf } from "../rescue/offer.server.ts";
import { isUnpaid } from "../series/series.ts";

const nextOnes = 6;

export type Wish = {
  offer: { listingId: string } | { professional: string };
  startsAt: number;
  place: { postcode: string; locality: string };
  /** How long a visit that is paid by the hour may last at most; absent is that of the booking it replaces, or the service's own duration. */
  capMinutes?: number;
  /** What the page of the times was made with (`newAttempt`): the same page sent twice is one hold, also for a browser that nothing is known of. */
  attempt?: string;
  /** A draft that changes its slot, or an ended booking to be tried again: what was typed comes along. */
  replacesBookingId?: string;
  /** The visit that went wrong is made good: by whom, what the customer still pays, and what they said about it (app/domain/rescue). */
  follows?: { way: "redo" | "next_helper" | "professional"; price: (offerMinor: number) => { priceMinor: number; payableMinor: number }; words: string };
};

/** What is booked, from whom, in which calendars it may take place. */
type Offer = Pick<Booking, "provider" | "helperId" | "listingId" | "serviceTypeId" | "serviceTypeVersion" | "priceMinor" | "contract" | "instant" | "hourlyMinor" | "capMinutes"> & {
  calendars: string[];
  durationMinutes: number;
  helper: { publicLat: number | null; publicLng: number | null; radiusKm: number } | null;
};

/**
 * Holds a slot for the form: a draft booking, half an hour. No account is needed; the key opens it again. Asked twice for the same, it is the
 * one that stands. Refusals: not-found, not-bookable, own-listing, unknown-place, outside-area, too-far, held-too-long (chosen again and again:
 * `heldTime`), and slot-taken with the next free starts.
 */
export async function holdSlot(ctx: Context, wish: Wish): Promise<Result<{ bookingId: string; accessKey: string }>> {
  let offer: Offer | null = null;
  const held = await bookingAtomically(ctx, async (tx): Promise<Result<{ bookingId: string; accessKey: string }>> => {
    const before = wish.replacesBookingId ? await findBooking(tx, wish.replacesBookingId) : null;
    if (wish.replacesBookingId && (!before || !mayReplace(tx, before))) return refuse("not-found");
    if (before && (before.state === "draft" || before.state === "paying")) {
      const left = await makeMove(tx, "abandon", before);
      if (!left.ok) return left;
    }
    offer = await offerOf(tx, wish, before);
    if (!offer) return refuse("not-bookable");
    if (offer.helperId !== null && offer.helperId === tx.actor.helperId) return refuse("own-listing");
    const reach = await reachOf(tx, wish.place, offer.helper);
    if (reach !== "ok") return refuse(reach);
    const attempt = wish.attempt ? attemptId(tx, wish.attempt) : null;
    const same = await standingHold(tx, { ...wish, ...offer, attempt }, before);
    if (same) return ok({ bookingId: same, accessKey: accessKey(tx, same) });
    const calendarId = await freeCalendar(tx, offer, wish);
    // Of the same wish sent twice at once the second one waited for the first.
    const first = await standingHold(tx, { ...wish, ...offer, attempt }, before);
    if (first) return ok({ bookingId: first, accessKey: accessKey(tx, first) });
    if (!calendarId) return refuse("slot-taken");
    return draft(tx, { ...wish, id: attempt && (await isFresh(tx, attempt)) ? attempt : tx.newId(), offer, calendarId, before, story: wish.follows ? null : await storyKept(tx, before, offer) });
  });
  if (held.ok || held.refusal !== "slot-taken" || !offer) return held;
  return refuse("slot-taken", { next: await nextStarts(ctx, offer, wish) });
}

/** What a visit that makes another good keeps when it is held anew with whom it was: its place in the story, and the price agreed. */
async function storyKept(tx: Context, before: Booking | null, offer: Offer): Promise<Pick<Booking, "follows" | "followsBookingId" | "priceMinor" | "payableMinor"> | null> {
  if (!before?.followsBookingId || (before.state !== "draft" && before.state !== "paying")) return null;
  if (before.listingId !== offer.listingId || before.serviceTypeId !== offer.serviceTypeId) return null;
  if ((await openRescueOf(tx, before.followsBookingId))?.state !== "open") return null;
  const { follows, followsBookingId, priceMinor, payableMinor } = before;
  return { follows, followsBookingId, priceMinor, payableMinor };
}

const mayReplace = (tx: Context, before: Booking): boolean => {
  const part = partOf(tx.actor, before);
  return part === "customer" || (part === "staff" && hasRole(tx.actor, ...bookingRoles));
};

async function offerOf(tx: Context, { offer: asked, capMinutes, follows }: Wish, before: Booking | null): Promise<Offer | null> {
  if ("listingId" in asked) {
    const found = await bookableListing(tx, asked.listingId);
    if (!found) return null;
    const { listing, helper, service, instant } = found;
    const priced = offerPrice(listing.priceMinor, service.content, capMinutes ?? (before?.serviceTypeId === service.id ? before.capMinutes : null));
    // A redo is a part of the first visit: it takes as long as that may, and no time of it is charged.
    const hourlyMinor = follows?.way === "redo" ? null : priced.hourlyMinor;
    return { provider: "helper", helperId: helper.id, listingId: listing.id, serviceTypeId: service.id, serviceTypeVersion: service.version, contract: tx.settings.contract, instant, calendars: [helper.id], helper, ...priced, hourlyMinor };
  }
  const service = await serviceTypeById(tx, asked.professional);
  if (service?.state !== "active") return null;
  const { price, durationMinutes } = service.content.professional;
  return { provider: "professional", helperId: null, listingId: null, serviceTypeId: service.id, serviceTypeVersion: service.version, priceMinor: price, contract: "company", instant: false, calendars: await activeLanes(tx), durationMinutes, helper: null, hourlyMinor: null, capMinutes: null };
}

const isFresh = async ({ db }: Context, id: string): Promise<boolean> => (await db.$count(db.t.booking, eq(db.t.booking.id, id))) === 0;

/** The first calendar of the offer that is truly free then, the ways from and to the visits around it included. */
async function freeCalendar(tx: Context, { calendars, durationMinutes, instant }: Offer, { startsAt, place }: Pick<Wish, "startsAt" | "place">): Promise<string | null> {
  const at = localityPoint(tx.places, place);
  for (const calendarId of calendars) {
    // Before the look: of many who want the same time the others then see that it is gone, and need not begin again.
    await tx.db.inTurn(calendarId);
    if (await isFree(tx, calendarId, startsAt, durationMinutes, { instant, at })) return calendarId;
  }
  return null;
}

/** The next free starts from the wished one on; earlier ones when there are none later. */
async function nextStarts(ctx: Context, { calendars, durationMinutes, instant }: Pick<Offer, "calendars" | "durationMinutes" | "instant">, { startsAt, place }: Pick<Wish, "startsAt" | "place">): Promise<number[]> {
  const free = new Set<number>();
  const at = localityPoint(ctx.places, place);
  for (const calendarId of calendars) for (const { slots } of await slotsFor(ctx, calendarId, durationMinutes, { instant, at })) for (const at of slots) free.add(at);
  const sorted = [...free].sort((a, b) => a - b);
  const later = sorted.filter((at) => at >= startsAt).slice(0, nextOnes);
  return later.length ? later : sorted.slice(-nextOnes);
}

async function draft(tx: Context, { id, offer, calendarId, startsAt, place, before, follows, story }: Omit<Wish, "offer"> & { id: string; offer: Offer; calendarId: string; before: Booking | null; story: Partial<Booking> | null }): Promise<Result<{ bookingId: string; accessKey: string }>> {
  const { booking } = tx.db.t;
  const { calendars: _calendars, durationMinutes, helper: _helper, ...taken } = offer;
  const endsAt = startsAt + durationMinutes * minute;
  const policy = tx.settings.policy;
  const overlaps = before !== null && offer.calendars.includes(before.calendarId) && (await overlapsIn(tx, calendarId, before, { startsAt, endsAt }));
  const held = heldTime(tx.now, policy, before && { ...before, overlaps });
  if (held === "held-too-long") return refuse(held);
  const { holdUntil } = held;
  const took = await occupyVisit(tx, { calendarId, startsAt, endsAt, place, kind: "hold", bookingId: id, expiresAt: holdUntil });
  if (!took.ok) return took;
  // Whoever acts for the customer goes on with the story in their name. Booking another's visit again is a booking of one's own: neither account nor credit comes along.
  const goesOn = before?.watching !== undefined && (follows !== undefined || story !== null);
  const others = before?.watching !== undefined && !goesOn;
  const sameService = before?.serviceTypeId === offer.serviceTypeId;
  const [row] = await tx.db
    .insert(booking)
    .values({
      ...taken,
      id,
      reference: newReference(tx),
      accessKeyHash: accessKeyHash(tx, id),
      state: "draft",
      stateSince: tx.now,
      laneId: offer.provider === "professional" ? calendarId : null,
      calendarId,
      customerId: tx.actor.kind === "person" && !goesOn ? tx.actor.personId : others ? null : (before?.customerId ?? null),
      startsAt,
      endsAt,
      zone: tx.settings.zone,
      policy,
      locale: before?.locale ?? tx.locale,
      ...story,
      ...(follows && before && { ...follows.price(offer.priceMinor), follows: follows.way, followsBookingId: before.id }),
      contact: others ? null : (before?.contact ?? null),
      contactEmail: others ? null : (before?.contactEmail ?? null),
      visited: before?.visited ?? null,
      street: before && before.postcode === place.postcode ? before.street : null,
      postcode: place.postcode,
      locality: place.locality,
      intake: before && sameService ? before.intake : {},
      concern: [follows?.words, before?.concern].filter(Boolean).join("\n\n").slice(0, 2000),
      substitution: before?.substitution ?? "ask",
      ...held,
      bookedByStaffId: tx.actor.kind === "staff" ? tx.actor.personId : null,
      replacesBookingId: follows ? null : (before?.id ?? null),
      createdAt: tx.now,
    })
    .returning();
  if (!row) throw new Error("A draft was not stored");
  if (before) await copyPictures(tx, before.id, id);
  await record(tx, { name: "booking.hold", subject: { kind: "booking", id }, facts: { calendarId, startsAt, holdUntil, ...(before && (follows ? { follows: before.id, way: follows.way } : { replaces: before.id })) } });
  await queueTicks(tx, row);
  await refreshNextFree(tx, calendarId);
  return ok({ bookingId: id, accessKey: accessKey(tx, id) });
}

/** Gives the form the same time once more, with all visits of a series. Refusals: not-found, wrong-state, too-late, already-prolonged. */
export const prolongHold = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found || !mayReplace(tx, found)) return refuse("not-found");
    if (found.state !== "draft") return refuse("wrong-state");
    if (tx.now >= (found.holdUntil ?? 0)) return refuse("too-late");
    if (found.holdProlonged) return refuse("already-prolonged");
    const holdUntil = (found.holdUntil ?? tx.now) + found.policy.holdMinutes * minute;
    if (!(await prolong(tx, bookingId, holdUntil))) return refuse("too-late");
    const { booking } = tx.db.t;
    const [row] = await tx.db.update(booking).set({ holdUntil, holdProlonged: true }).where(eq(booking.id, bookingId)).returning();
    if (!row) return refuse("not-found");
    for (const other of (await othersOf(tx, found)).filter(isUnpaid)) {
      if (!(await prolong(tx, other.id, holdUntil))) return refuse("too-late");
      await tx.db.update(booking).set({ holdUntil, holdProlonged: true }).where(eq(booking.id, other.id));
      await queueTicks(tx, { ...other, holdUntil });
    }
    await record(tx, { name: "booking.holdProlonged", subject: { kind: "booking", id: bookingId }, facts: { holdUntil } });
    await queueTicks(tx, row);
    return ok(row);
  });

/** Leaves a draft or an open checkout; the slot is free at once. */
export const abandonBooking = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found || !mayReplace(tx, found)) return refuse("not-found");
    return alreadyDone("abandon", found) ? ok(found) : makeMove(tx, "abandon", found);
  });

/**
 * A helper's days are closed while somebody fills in the form or pays for a time in them: what was only begun ends, with all visits of a series. Its
 * Checkout is expired and money that still arrives goes back; the form leads to the next free times, and whoever gave their address is told by mail.
 */
export async function leaveBegun(tx: Context, helperId: string, { fromAt, untilAt }: { fromAt: number; untilAt: number }): Promise<void> {
  const { booking } = tx.db.t;
  const rows = await tx.db.select({ id: booking.id }).from(booking).where(and(eq(booking.helperId, helperId), inArray(booking.state, ["draft", "paying"]), gte(booking.startsAt, fromAt), lt(booking.startsAt, untilAt))).orderBy(asc(booking.startsAt), asc(booking.id));
  const bySystem = { ...tx, actor: system };
  for (const { id } of rows) {
    const [found] = await tx.db.select().from(booking).where(eq(booking.id, id));
    // The visits of a series fall together: this one may have ended with the one before.
    if (!found || !isUnpaid(found)) continue;
    const left = await makeMove(bySystem, "abandon", { ...found, holdUntil: tx.now }, { set: { holdUntil: tx.now } });
    if (left.ok && found.state === "paying") await tellCustomer(bySystem, left.value, "gone");
  }
}
