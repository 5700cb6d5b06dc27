import { and, eq, gte, inArray, isNotNull } from "drizzle-orm";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, cancelBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import type { Booking, BookingState } from "#app/domain/booking/booking.ts";
import { abandonBooking, holdSlot, prolongHold } from "#app/domain/booking/hold.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { proposeTimes, takeTime } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { pay, type PlayChoice } from "#app/gateways/payments/standInCheckout.server.ts";
import { readAgain } from "#app/jobs/payment.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import type { Store } from "#db/store.ts";
import { day, minute } from "../support/bookings.ts";
import { aForm, aGuest, aHelper, basel } from "../support/people.ts";
import { countedRandom, world } from "../support/world.ts";
import { leftOver, orphans } from "./leftover.ts";

type Helper = Awaited<ReturnType<typeof aHelper>>;
type Kind = "hold" | "reschedule";
/** One client's try for one contested time, and what came of it. */
type Try = { slot: number; startsAt: number; kind: Kind; answer: Result<unknown>; bookingId: string | null };

/** Answers that a client may get; anything else is a bug. */
const expected = new Set(["slot-taken", "not-bookable", "wrong-state", "too-late", "too-early", "already-open", "already-prolonged", "limit-reached", "not-allowed"]);
/** What a helper may be told who was asked beside others. */
const beaten = new Set(["beaten", "not-found"]);

export type Tally = { contested: number; tries: number; won: number; moved: number; /** Others who were asked in waves, and how many of them won. */ waves: number; substitutes: number; refused: Record<string, number>; paid: number; late: number; ended: Record<string, number> };

/**
 * A house in which fifty clients at once want the same times: each round they throw themselves on one free time of every helper, two on each, or of five helpers, ten on each,
 * half an hour around it too, by holding it or by moving a visit there; what they won they leave, prolong, submit, pay in time or too late;
 * helpers say yes and no at once, and visits are cancelled. All chance comes from the seed.
 */
export async function openContest(store: Store, { seed, helpers: count = 25, clients = 50 }: { seed: number; helpers?: number; clients?: number }) {
  // The test that opened the store closes it.
  const w = await world({ store: { ...store, close: async () => undefined }, seed });
  const chance = countedRandom(seed);
  const odds = (share: number) => chance.next() < share;
  const shuffled = <T>(list: readonly T[]): T[] => list.map((one) => [chance.next(), one] as const).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance.next() * list.length)];
  const root = await w.as(system);
  const helpers: Helper[] = [];
  for (let i = 0; i < count; i++) helpers.push(await aHelper(root));
  const tally: Tally = { contested: 0, tries: 0, won: 0, moved: 0, waves: 0, substitutes: 0, refused: {}, paid: 0, late: 0, ended: {} };
  const { db, t } = w.store;
  const guest = (id?: string) => w.as(id ? aGuest(id) : aGuest());
  /** Mails are queued by the thousand and say nothing here. */
  const work = async () => {
    await db.delete(t.job).where(eq(t.job.kind, "mail"));
    const ran = await runDue(w.app, { except: ["mail"] });
    const failed = ran.filter(({ ok }) => !ok);
    if (failed.length) throw new Error(`Jobs failed: ${JSON.stringify((await db.select().from(t.job).where(isNotNull(t.job.lastError)).limit(3)).map(({ kind, lastError }) => [kind, lastError]))}`);
  };
  const told = (answer: Result<unknown>, also: ReadonlySet<string> = new Set()) => {
    if (answer.ok) return;
    if (!expected.has(answer.refusal) && !also.has(answer.refusal)) throw new Error(`An answer that no client may get: ${answer.refusal}`);
    tally.refused[answer.refusal] = (tally.refused[answer.refusal] ?? 0) + 1;
  };
  const inState = (...states: BookingState[]): Promise<Booking[]> => db.select().from(t.booking).where(inArray(t.booking.state, states));

  type Aim = { helper: Helper; startsAt: number; mover: { bookingId: string; proposalId: string } | null };

  /** A free time of each helper, sometimes of a few only, and for some an accepted visit that has been proposed to move there. */
  async function aims(): Promise<Aim[]> {
    const now = w.clock.now();
    const visits = await inState("accepted");
    const found: Aim[] = [];
    for (const helper of shuffled(helpers).slice(0, odds(0.25) ? 5 : count)) {
      const free = ((await slotsForListing(await guest(), helper.listingId)) ?? []).flatMap(({ slots }) => slots).filter((slot) => slot > now + day);
      const startsAt = pick(free);
      if (startsAt === undefined) continue;
      const visit = pick(visits.filter(({ helperId, startsAt: at }) => helperId === helper.helperId && Math.abs(at - startsAt) > 240 * minute));
      const proposed = visit && (await proposeTimes(await guest(visit.id), visit.id, { slots: [startsAt] }));
      if (proposed) told(proposed);
      found.push({ helper, startsAt, mover: visit && proposed?.ok && proposed.value.slots.includes(startsAt) ? { bookingId: visit.id, proposalId: proposed.value.id } : null });
    }
    return found;
  }

  async function hold(slot: number, { helper }: Aim, startsAt: number): Promise<Try> {
    const answer = await holdSlot(await guest(), { offer: { listingId: helper.listingId }, startsAt, place: basel });
    return { slot, startsAt, kind: "hold", answer, bookingId: answer.ok ? answer.value.bookingId : null };
  }
  async function moveThere(slot: number, { helper, startsAt, mover }: Aim): Promise<Try> {
    const answer = await takeTime(await w.as(helper.actor), mover?.bookingId ?? "", { proposalId: mover?.proposalId ?? "", slot: startsAt });
    return { slot, startsAt, kind: "reschedule", answer, bookingId: null };
  }

  /** Fifty clients at once on the times aimed at; at most one may win each, and one must. */
  async function contend(): Promise<string[]> {
    const all = await aims();
    const starts: (() => Promise<Try>)[] = [];
    for (let i = 0; i < clients; i++) {
      const slot = i % all.length;
      const aim = all[slot] as Aim;
      // The first aims exactly at the free time, one moves a visit there, the others try around it.
      if (i >= all.length && i < 2 * all.length && aim.mover) starts.push(() => moveThere(slot, aim));
      else starts.push(() => hold(slot, aim, aim.startsAt + (i < all.length ? 0 : (pick([-30, 0, 0, 30]) ?? 0) * minute)));
    }
    const tries = await Promise.all(shuffled(starts).map((start) => start()));
    for (const [slot, { startsAt, helper }] of all.entries()) {
      const mine = tries.filter((each) => each.slot === slot);
      const winners = mine.filter(({ answer }) => answer.ok);
      for (const { answer } of mine) told(answer);
      if (winners.length !== 1) throw new Error(`${winners.length} of ${mine.length} won ${new Date(startsAt).toISOString()} of ${helper.helperId}: ${JSON.stringify(mine.map(({ kind, startsAt: at, answer }) => [kind, (at - startsAt) / minute, answer.ok || answer.refusal]))}`);
      tally.contested += 1;
      tally.tries += mine.length;
      tally[winners[0]?.kind === "hold" ? "won" : "moved"] += 1;
    }
    return tries.flatMap(({ bookingId }) => (bookingId ? [bookingId] : []));
  }

  async function payNow(id: string): Promise<void> {
    const payment = await paymentOf(root, id);
    if (!payment?.sessionId || !w.app.standIn) return;
    const choice: PlayChoice = odds(0.5) ? "card" : odds(0.5) ? "twint" : "card_declined";
    const answer = await pay(w.app.standIn, payment.sessionId, choice);
    if (answer.ok && choice !== "card_declined") tally.paid += 1;
    // A webhook that never comes leaves it to the look at every payment; most come, some twice.
    for (let times = odds(0.8) ? (odds(0.2) ? 2 : 1) : 0; times > 0; times--) await readAgain(w.app, await w.as(system), payment.id);
  }

  /** What the winners do with what they hold; at the same time others pay, answer, cancel. */
  async function goOn(won: readonly string[]): Promise<void> {
    const acts: (() => Promise<unknown>)[] = [];
    const does = (work: () => Promise<Result<unknown>>) =>
      acts.push(async () => told(await work()));
    const asWhoWasAsked = (helper: Helper | undefined, work: (ctx: Context) => Promise<Result<unknown>>) => {
      if (helper) acts.push(async () => told(await work(await w.as(helper.actor)), beaten));
    };
    const open = await db.select().from(t.bookingAsk).where(eq(t.bookingAsk.state, "open"));
    for (const id of won) {
      const dice = chance.next();
      if (dice < 0.15) does(async () => abandonBooking(await guest(id), id));
      else if (dice < 0.25) does(async () => prolongHold(await guest(id), id));
      else if (dice < 0.8) for (let sameTime = odds(0.6), twice = odds(0.2) ? 2 : 1; twice > 0; twice--) does(async () => submitBooking(await guest(id), id, { ...aForm(), substitution: sameTime ? "same_time" : "ask" }));
    }
    for (const { id } of await inState("paying")) {
      if (odds(0.5)) acts.push(() => payNow(id));
      if (odds(0.1)) does(async () => abandonBooking(await guest(id), id));
    }
    for (const { id, helperId } of await inState("requested")) {
      // Of a wave all who were asked may answer at the same moment.
      const asked = helperId === null ? open.filter(({ bookingId }) => bookingId === id) : [{ helperId }];
      for (const who of asked) {
        const helper = helpers.find((each) => each.helperId === who.helperId);
        if (odds(0.4)) asWhoWasAsked(helper, (ctx) => acceptBooking(ctx, id));
        if (odds(helperId === null ? 0.1 : 0.3)) asWhoWasAsked(helper, (ctx) => declineBooking(ctx, id));
      }
      if (odds(0.03)) does(async () => cancelBooking(await guest(id), id, "no_longer_needed"));
    }
    const accepted = await inState("accepted");
    for (const { id, helperId } of accepted) {
      if (odds(accepted.length > 3 * count ? 0.2 : 0.02)) does(async () => cancelBooking(await guest(id), id, "no_longer_needed"));
      // A helper who falls out hands the visit on, where its customer wishes that.
      if (odds(0.05)) asWhoWasAsked(helpers.find((each) => each.helperId === helperId), (ctx) => cancelBooking(ctx, id, "cannot_come"));
    }
    await Promise.all(acts.map((act) => act()));
  }

  /** Money that comes when the time is free again: somebody pays a session whose booking is over. */
  async function payLate(): Promise<void> {
    const { standIn } = w.app;
    if (!standIn) return;
    for (const { id } of (await db.select({ id: t.booking.id }).from(t.booking).where(and(eq(t.booking.state, "abandoned"), gte(t.booking.stateSince, w.clock.now())))).filter(() => odds(0.1))) {
      const payment = await paymentOf(root, id);
      if (payment?.sessionId && (await pay(standIn, payment.sessionId, "twint")).ok) {
        tally.late += 1;
        await readAgain(w.app, await w.as(system), payment.id);
      }
    }
  }

  /** Lets the clock end everything, and says whatever money, time or job is left over. */
  async function settle(): Promise<string[]> {
    for (const ms of [10 * minute, 40 * minute, day, 7 * day, 30 * day, 40 * day]) {
      w.clock.advance(ms);
      await work();
    }
    const others = await db.select().from(t.bookingAsk).where(gte(t.bookingAsk.wave, 1));
    tally.waves = others.length;
    tally.substitutes = others.filter(({ state }) => state === "accepted" || state === "returned").length;
    for (const { state } of await db.select({ state: t.booking.state }).from(t.booking)) tally.ended[state] = (tally.ended[state] ?? 0) + 1;
    return leftOver(w);
  }

  return {
    tally,
    find: (id: string) => findBooking(root, id),
    orphans: () => orphans(w),
    settle,
    async round(): Promise<void> {
      await goOn(await contend());
      if (odds(0.3)) await payLate();
      await work();
      w.clock.advance(4 * minute);
      await work();
    },
  };
}
