import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { cancellationTerms, partOf, whyNot } from "./booking.policy.ts";
import type { Booking } from "./booking.ts";
import { illnessPerYear, type IllnessStanding, yearBegins, yearOf } from "./illness.ts";

/**
 * The ways a booking's customer is known by: their account, which an address proven at sign-in leads to as well, and the address
 * of this booking as a keyed digest. Whoever is known by one of them is the same customer.
 */
export async function identitiesOf(ctx: Context, { customerId, contactEmail }: Pick<Booking, "customerId" | "contactEmail">): Promise<string[]> {
  const { person } = ctx.db.t;
  const ids = new Set<string>(customerId ? [`person:${customerId}`] : []);
  const address = contactEmail?.trim().toLowerCase();
  if (address) {
    ids.add(`mail:${ctx.signing.mac("booking.illness", address)}`);
    const [known] = await ctx.db.select({ id: person.id }).from(person).where(and(sql`lower(${person.email}) = ${address}`, isNull(person.erasedAt)));
    if (known) ids.add(`person:${known.id}`);
  }
  return [...ids];
}

export type Use = { bookingId: string; identity: string; nth: number; at: number };

/** What a customer has used in one calendar year, oldest first; one cancellation may stand under several identities. */
export async function usesIn(ctx: Context, identities: readonly string[], year: number): Promise<Use[]> {
  if (identities.length === 0) return [];
  const { illnessWaiver } = ctx.db.t;
  return ctx.db
    .select({ bookingId: illnessWaiver.bookingId, identity: illnessWaiver.identity, nth: illnessWaiver.nth, at: illnessWaiver.at })
    .from(illnessWaiver)
    .where(and(inArray(illnessWaiver.identity, [...identities]), eq(illnessWaiver.year, year)))
    .orderBy(asc(illnessWaiver.at), asc(illnessWaiver.id));
}

/**
 * Where the booking's customer stands with free cancellations for illness, for themselves and for staff who cancel for them;
 * null where it makes no difference: it cannot be cancelled now, costs nothing anyway, or the rule is switched off.
 */
export async function illnessStanding(ctx: Context, booking: Booking): Promise<IllnessStanding | null> {
  const part = partOf(ctx.actor, booking);
  const perYear = illnessPerYear(booking.policy);
  const paidMinor = cancellationTerms(booking, "customer", ctx.now).compensationMinor;
  if ((part !== "customer" && part !== "staff") || perYear === 0 || paidMinor === 0 || whyNot("cancel", booking, ctx.actor, ctx.now)) return null;
  const { zone } = ctx.settings;
  const year = yearOf(ctx.now, zone);
  const uses = await usesIn(ctx, await identitiesOf(ctx, booking), year);
  const usedAt = [...new Map(uses.map(({ bookingId, at }) => [bookingId, at])).values()];
  return { offered: usedAt.length < perYear, perYear, usedAt, againAt: yearBegins(year + 1, zone), paidMinor };
}

/** What the company pays for one booking in its customer's place, in minor units; null when it was not cancelled that way. */
export async function waivedMinor(ctx: Context, booking: Pick<Booking, "id" | "state" | "cancelReason">): Promise<number | null> {
  if (booking.state !== "cancelled" || booking.cancelReason !== "ill") return null;
  const { illnessWaiver } = ctx.db.t;
  const [row] = await ctx.db.select({ paidMinor: illnessWaiver.paidMinor }).from(illnessWaiver).where(eq(illnessWaiver.bookingId, booking.id)).limit(1);
  return row?.paidMinor ?? null;
}
