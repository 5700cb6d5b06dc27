import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, ne } from "drizzle-orm";
import { rulesNow } from "../availability/calendars.server.ts";
import { localityPoint, type Means, travelMinutes } from "../availability/travel.ts";
import { sharedRequests } from "../dispatch/dispatch.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { minute } from "../kernel/time.ts";
import { knownAs, seenBy } from "./booking.queries.server.ts";
import { seesAddress } from "./booking.policy.ts";
import { type Booking, payableOf } from "./booking.ts";
import { whyNotConfirm } from "../visit/visit.policy.ts";
import type { BookingCard, RequestCard, VisitCard } from "./booking.views.ts";
import { customerName, netMinor } from "./page.queries.server.ts";
import { isAtMost } from "./hourly.ts";
import { helpersById, servicesById } from "./service.queries.server.ts";

/** A row as every list shows it; helpers and services are read once for all rows. */
export async function cardsOf(ctx: Context, rows: readonly Booking[]): Promise<BookingCard[]> {
  const [services, helpers] = [await servicesById(ctx), await helpersById(ctx, rows.map(({ helperId }) => helperId))];
  return rows.map((row) => {
    const service = services.get(row.serviceTypeId);
    const helper = row.helperId ? helpers.get(row.helperId) : undefined;
    if (!service) throw new Error(`Service type ${row.serviceTypeId} is gone`);
    const { id, reference, state, follows, startsAt, endsAt, locality, postcode, priceMinor, provider, answerBy, seriesId, seriesNth } = row;
    return { id, reference, state, follows, startsAt, endsAt, locality, postcode, priceMinor, payableMinor: payableOf(row), atMost: isAtMost(row), provider, answerBy, seriesId, seriesNth, service, helperName: helper?.displayName ?? null, helperPhotoFileId: helper?.photoFileId ?? null };
  });
}

const mostShown = 200;

/** The actor's own bookings as a customer, guest bookings with the same proven address included; the newest visit first. */
export async function myBookings(ctx: Context): Promise<BookingCard[]> {
  if (ctx.actor.kind === "staff" || ctx.actor.kind === "system") return [];
  const { booking } = ctx.db.t;
  const rows = await knownAs(ctx, await ctx.db.select().from(booking).where(and(seenBy(ctx), ne(booking.state, "abandoned"))).orderBy(desc(booking.startsAt), desc(booking.id)).limit(mostShown));
  const own = rows.filter((row) => ctx.actor.provenBookings.includes(row.id) || row.watching || (ctx.actor.personId !== null && row.customerId === ctx.actor.personId));
  // For whom it is, where it is not one's own; who is visited hears of no prices.
  return (await cardsOf(ctx, own)).map((card, i) => {
    const row = own[i];
    return row?.watching ? { ...card, ...(row.watching.right === "visited" && { priceMinor: 0, payableMinor: 0 }), watching: row.watching.right, bookedBy: row.contact?.name ?? "" } : card;
  });
}

/** Requests that wait for the helper's answer, the soonest due first. */
export async function helperRequests(ctx: Context): Promise<RequestCard[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { booking, file, helper } = ctx.db.t;
  const alone = await ctx.db.select().from(booking).where(and(eq(booking.helperId, helperId), eq(booking.state, "requested"), gt(booking.answerBy, ctx.now))).orderBy(asc(booking.answerBy), asc(booking.id)).limit(mostShown);
  const shared = await sharedRequests(ctx);
  const others = new Map(shared.map(({ booking: row, others: n }) => [row.id, n]));
  const rows = [...alone, ...shared.map((each) => each.booking)].sort((a, b) => (a.answerBy ?? 0) - (b.answerBy ?? 0));
  if (rows.length === 0) return [];
  const [home] = await ctx.db.select({ lat: helper.publicLat, lng: helper.publicLng }).from(helper).where(eq(helper.id, helperId));
  const { means } = await rulesNow(ctx, helperId);
  const pictures = await ctx.db.select({ id: file.id, bookingId: file.bookingId }).from(file).where(and(inArray(file.bookingId, rows.map(({ id }) => id)), eq(file.purpose, "booking"))).orderBy(asc(file.id));
  const cards = await cardsOf(ctx, rows);
  return rows.map((row, i) => ({
    ...(cards[i] as BookingCard),
    redo: row.follows === "redo",
    netMinor: netMinor(row),
    durationMinutes: Math.round((row.endsAt - row.startsAt) / minute),
    wayMinutes: wayMinutes(ctx, home ?? null, means ?? "car", row),
    others: others.get(row.id) ?? null,
    customerName: customerName(row, "helper"),
    concern: row.concern,
    intake: row.intake,
    photos: pictures.filter(({ bookingId }) => bookingId === row.id).map(({ id }) => id),
  }));
}

/** The way by the helper's own means, from their public point to the visit's locality. */
function wayMinutes(ctx: Context, home: { lat: number | null; lng: number | null } | null, by: Means, booking: Booking): number | null {
  const place = localityPoint(ctx.places, booking);
  return !home || home.lat === null || home.lng === null || !place ? null : travelMinutes({ lat: home.lat, lng: home.lng }, place, by);
}

/** The helper's visits that begin in a span of time, in order; cancelled ones are left out. */
export async function helperVisits(ctx: Context, { from, until }: { from: number; until: number }): Promise<VisitCard[]> {
  const { helperId } = ctx.actor;
  if (!helperId) return [];
  const { booking } = ctx.db.t;
  const rows = await ctx.db
    .select()
    .from(booking)
    .where(and(eq(booking.helperId, helperId), isNotNull(booking.acceptedAt), ne(booking.state, "cancelled"), gte(booking.startsAt, from), lt(booking.startsAt, until)))
    .orderBy(asc(booking.startsAt), asc(booking.id))
    .limit(mostShown);
  const cards = await cardsOf(ctx, rows);
  return rows.map((row, i) => {
    const seen = seesAddress(row, "helper");
    return { ...(cards[i] as BookingCard), netMinor: netMinor(row), customerName: customerName(row, "helper"), street: seen ? row.street : null, telephone: seen ? row.visited?.telephone || row.contact?.mobile || null : null, awaitsConfirm: row.helperConfirmedAt === null && whyNotConfirm(row, ctx.actor, ctx.now) === null };
  });
}
