import { and, asc, eq, inArray } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { type BookingState, bookingRoles } from "./booking.ts";
import type { BookingCard } from "./booking.views.ts";
import { cardsOf } from "./lists.queries.server.ts";

/** A visit of the professional service in one of these states asks something of support. */
const professionalOpenStates: readonly BookingState[] = ["requested", "accepted", "underway", "started", "finished"];

export type ProfessionalVisit = BookingCard & { customerName: string; laneId: string | null; laneName: string };
const mostShown = 200;

/** Visits of the professional service that are still to be confirmed, made or reported, the soonest first; only for support. */
export async function professionalVisits(ctx: Context, laneId?: string): Promise<ProfessionalVisit[]> {
  if (!hasRole(ctx.actor, ...bookingRoles)) return [];
  const { booking, lane } = ctx.db.t;
  const rows = await ctx.db
    .select({ booking, laneName: lane.name })
    .from(booking)
    .leftJoin(lane, eq(lane.id, booking.laneId))
    .where(and(eq(booking.provider, "professional"), inArray(booking.state, [...professionalOpenStates]), laneId ? eq(booking.laneId, laneId) : undefined))
    .orderBy(asc(booking.startsAt), asc(booking.id))
    .limit(mostShown);
  const cards = await cardsOf(ctx, rows.map((row) => row.booking));
  return rows.map(({ booking: row, laneName }, i) => ({ ...(cards[i] as BookingCard), customerName: row.contact?.name ?? "", laneId: row.laneId, laneName: laneName ?? "" }));
}
