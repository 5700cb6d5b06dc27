import { and, asc, count, eq, gte, inArray, isNull } from "drizzle-orm";
import { servicesById } from "../booking/service.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import type { ServiceShown } from "../booking/booking.views.ts";
import { servingStates } from "../helper/helper.ts";
import type { Context } from "../kernel/context.ts";
import { type Ask, byTrouble, fairnessSince, gini, lastAskAt, type Trouble, troubleOf, waveRules } from "./dispatch.ts";
import { isShared, maySeeDispatch, mayGoOn } from "./dispatch.policy.ts";

export type AskedHelper = Pick<Ask, "helperId" | "wave" | "state" | "answerBy" | "answeredAt"> & { name: string };
/** One open request as the board shows it: who was asked, until when, and how far the ladder still goes. */
export type OpenRequest = Pick<Booking, "id" | "reference" | "startsAt" | "endsAt" | "postcode" | "locality" | "substitution" | "wave" | "answerBy" | "nextWaveAt"> & {
  service: ServiceShown;
  customerName: string;
  waves: number;
  asked: AskedHelper[];
  shared: boolean;
  /** Others will be asked after these. */
  goesOn: boolean;
  /** After this moment nobody can be asked any more. */
  endsBy: number;
  trouble: Trouble | null;
};

const mostShown = 200;

/** Requests that wait for a helper's yes, those in trouble first; only for support. */
export async function openRequests(ctx: Context): Promise<OpenRequest[]> {
  if (!maySeeDispatch(ctx.actor)) return [];
  const { booking, bookingAsk, helper } = ctx.db.t;
  const rows = await ctx.db.select().from(booking).where(and(eq(booking.state, "requested"), eq(booking.provider, "helper"))).orderBy(asc(booking.answerBy), asc(booking.id)).limit(mostShown);
  if (rows.length === 0) return [];
  const asks = await ctx.db
    .select({ ask: bookingAsk, name: helper.displayName })
    .from(bookingAsk)
    .innerJoin(helper, eq(helper.id, bookingAsk.helperId))
    .where(inArray(bookingAsk.bookingId, rows.map(({ id }) => id)))
    .orderBy(asc(bookingAsk.wave), asc(bookingAsk.askedAt), asc(bookingAsk.id));
  const services = await servicesById(ctx);
  return byTrouble(
    rows.flatMap((row): OpenRequest[] => {
      const service = services.get(row.serviceTypeId);
      if (!service) return [];
      const { id, reference, startsAt, endsAt, postcode, locality, substitution, wave, answerBy, nextWaveAt } = row;
      const asked = asks.filter(({ ask }) => ask.bookingId === id).map(({ ask, name }) => ({ helperId: ask.helperId, wave: ask.wave, state: ask.state, answerBy: ask.answerBy, answeredAt: ask.answeredAt, name }));
      const goesOn = substitution === "same_time" && mayGoOn(row, ctx.now);
      return [{ id, reference, startsAt, endsAt, postcode, locality, substitution, wave, answerBy, nextWaveAt, service, customerName: row.contact?.name ?? "", waves: waveRules(row.policy).waves, asked, shared: isShared(row), goesOn, endsBy: lastAskAt(row), trouble: troubleOf({ startsAt, answerBy, nextWaveAt, goesOn }, ctx.now) }];
    }),
  );
}

/** How evenly requests are spread over the helpers who could get some. */
export type Fairness = { gini: number | null; helpers: number; requests: number; notAsked: number };

/** The last four weeks' requests among helpers who serve, are not paused and have a live listing; null for whoever does not run the board. */
export async function fairness(ctx: Context): Promise<Fairness | null> {
  if (!maySeeDispatch(ctx.actor)) return null;
  const { helper, listing, bookingAsk } = ctx.db.t;
  const active = await ctx.db.selectDistinct({ id: helper.id }).from(helper).innerJoin(listing, eq(listing.helperId, helper.id)).where(and(inArray(helper.state, [...servingStates]), isNull(helper.pausedAt), eq(listing.state, "live")));
  const asked = new Map((await ctx.db.select({ id: bookingAsk.helperId, n: count().mapWith(Number) }).from(bookingAsk).where(gte(bookingAsk.askedAt, fairnessSince(ctx.now))).groupBy(bookingAsk.helperId)).map(({ id, n }) => [id, n]));
  const counts = active.map(({ id }) => asked.get(id) ?? 0);
  return { gini: gini(counts), helpers: counts.length, requests: counts.reduce((sum, n) => sum + n, 0), notAsked: counts.filter((n) => n === 0).length };
}
