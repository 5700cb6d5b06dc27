import { and, asc, eq, gte, isNull, lt } from "drizzle-orm";
import { violation } from "#db/violation.ts";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { bookingAtomically, occupyVisit } from "../availability/occupancy.server.ts";
import { makeMove, queueTicks, tellCustomer } from "../booking/booking.moves.server.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Booking } from "../booking/booking.ts";
import { system } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { openProposal } from "../reschedule/proposal.server.ts";
import { asksOf, askChosen, endAsk, freeCalendars, tellAsked } from "./asks.server.ts";
import { type Candidate, canCome, candidatesFor } from "./candidates.server.ts";
import { type Ask, lastAskAt, type Reason, waveRules } from "./dispatch.ts";
import { isShared, mayGoOn, whyNotAskNow } from "./dispatch.policy.ts";
import { isForTheNight, nextMorning, waveDue } from "./hours.ts";

/** Whom to ask now, or from when on somebody can be asked. */
type Plan = { ask: Candidate[] } | { wait: number };

/**
 * Asks others for the same time, where the customer's word is `same_time`, waves are left and somebody suitable is free: the booking is (again)
 * `requested`, of several helpers or, in the quiet hours, of nobody until the morning. Null changes nothing: the caller goes on as without waves.
 * Call it inside a transaction; who said no must have been noted before (`endAsk`).
 */
export async function tryOthers(tx: Context, seen: Booking, why: Reason): Promise<Booking | null> {
  const { id } = seen;
  const booking = await stored(tx, id);
  if (booking?.substitution !== "same_time" || !["requested", "accepted", "underway"].includes(booking.state) || !mayGoOn(booking, tx.now)) return null;
  const asks = await asksOf(tx, id);
  const plan = await planWave(tx, booking, asks);
  if (!plan) return null;
  await closeBefore(tx, booking, asks, why);
  const still = (await asksOf(tx, id)).filter(({ state }) => state === "open");
  await freeCalendars(tx, id, still.map(({ helperId }) => helperId));
  return begin(tx, booking, { plan, still, why, seen });
}

async function stored(tx: Context, id: string): Promise<Booking | null> {
  const { booking } = tx.db.t;
  const [row] = await tx.db.select().from(booking).where(eq(booking.id, id));
  return row ?? null;
}

async function planWave(tx: Context, booking: Booking, asks: readonly Ask[]): Promise<Plan | null> {
  const { policy, zone } = booking;
  const everybody = await candidatesFor(tx, booking, asks.map(({ helperId }) => helperId));
  const quiet = isForTheNight(tx.now, booking);
  const awake = quiet ? everybody.filter(({ tonightUntil }) => (tonightUntil ?? 0) > tx.now) : everybody;
  const ask = await firstWhoCan(tx, booking, awake, waveRules(policy).waveSize);
  if (ask.length) return { ask };
  const morning = quiet ? nextMorning(tx.now, policy, zone) : null;
  if (morning === null || morning > lastAskAt(booking)) return null;
  return (await firstWhoCan(tx, booking, everybody, 1)).length ? { wait: morning } : null;
}

async function firstWhoCan(tx: Context, booking: Booking, candidates: readonly Candidate[], most: number): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    if (found.length >= most) break;
    if (await canCome(tx, booking, candidate)) found.push(candidate);
  }
  return found;
}

/** What became of those who were asked before. Who has not answered and whose time is not over stays asked. */
async function closeBefore(tx: Context, booking: Booking, asks: readonly Ask[], why: Reason): Promise<void> {
  const { id, helperId } = booking;
  if (helperId !== null) {
    await askChosen(tx, booking);
    if (why !== "now" && why !== "silent") await endAsk(tx, id, helperId, booking.state !== "requested" ? "returned" : why === "suspended" ? "withdrawn" : "declined");
  }
  if (why === "silent") for (const ask of asks) if (ask.state === "open" && ask.answerBy <= tx.now) await lapse(tx, ask);
  // Bookings from before there were waves have nobody on their list until now.
  if (why === "silent" && helperId !== null && !asks.some((ask) => ask.helperId === helperId)) await endAsk(tx, id, helperId, "lapsed");
}

async function lapse(tx: Context, { bookingId, helperId }: Ask): Promise<void> {
  await endAsk(tx, bookingId, helperId, "lapsed");
  await tellAsked(tx, bookingId, helperId, "lapsed");
}

type Beginning = { plan: Plan; still: readonly Ask[]; why: Reason; /** The booking as the actor knows it: their part in it makes the move. */ seen: Booking };

async function begin(tx: Context, booking: Booking, { plan, still, why, seen }: Beginning): Promise<Booking> {
  const answerBy = "ask" in plan ? waveDue(tx.now, booking) : null;
  const taken = "ask" in plan && answerBy !== null ? await occupyAll(tx, booking, plan.ask, answerBy) : [];
  if ("ask" in plan && taken.length === 0) throw new Error(`Nobody could be asked for ${booking.id}, though their calendars were free`);
  const wave = taken.length ? booking.wave + 1 : booking.wave;
  const nextWaveAt = "wait" in plan ? plan.wait : null;
  const earliest = [answerBy, ...still.map((ask) => ask.answerBy)].filter((at): at is number => at !== null);
  const isBack = booking.state !== "requested";
  const moved = await makeMove(tx, isBack ? "handBack" : "askOthers", { ...booking, helperId: seen.helperId, customerId: seen.customerId, ...(seen.watching && { watching: seen.watching }) }, {
    set: { helperId: null, wave, nextWaveAt, answerBy: earliest.length ? Math.min(...earliest) : null, ...(isBack && freshVisit) },
    facts: { why, wave, asked: taken.map(({ helperId }) => helperId), answerBy, nextWaveAt, ...(isBack && { was: booking.helperId }) },
  });
  if (!moved.ok) throw new Error(`Booking ${booking.id} could not go on to others: ${moved.refusal}`);
  for (const { helperId } of taken) await tellAsked(tx, booking.id, helperId, "asked", { until: answerBy, others: taken.length + still.length - 1 });
  if (isBack && booking.helperId !== null) await tellAsked(tx, booking.id, booking.helperId, "fellOut", { why });
  // One mail says that others are asked; how far it has come stands on the page.
  if (booking.helperId !== null && why !== "now") await tellCustomer(tx, moved.value, "othersAsked", { why, first: await nameOf(tx, booking.helperId), asked: taken.length, until: answerBy, from: nextWaveAt });
  return moved.value;
}

/** What a visit knew of the helper who fell out means nothing for the next one. */
const freshVisit = { acceptedAt: null, answeredAt: null, setOffAt: null, remindedAt: null, customerConfirmedAt: null, helperConfirmedAt: null, confirmRemindedAt: null, arrivalFromAt: null, arrivalUntilAt: null, arrivedAt: null, codeTries: 0, codeWrong: null, codeMatchedAt: null } as const;

async function occupyAll(tx: Context, booking: Booking, candidates: readonly Candidate[], answerBy: number): Promise<Candidate[]> {
  const { id: bookingId, startsAt, endsAt } = booking;
  const taken: Candidate[] = [];
  // Always in the same order: two waves that take the same calendars must not wait for each other.
  for (const candidate of [...candidates].sort((a, b) => (a.helperId < b.helperId ? -1 : 1))) {
    const { helperId, listingId } = candidate;
    const took = await occupyVisit(tx, { calendarId: helperId, startsAt, endsAt, place: booking, kind: "booking", bookingId, expiresAt: null });
    if (!took.ok) continue;
    await tx.db.insert(tx.db.t.bookingAsk).values({ id: tx.newId(), bookingId, helperId, listingId, wave: booking.wave + 1, state: "open", askedAt: tx.now, answerBy });
    await refreshNextFree(tx, helperId);
    taken.push(candidate);
  }
  return taken;
}

async function nameOf(tx: Context, helperId: string): Promise<string> {
  const { helper } = tx.db.t;
  const [row] = await tx.db.select({ name: helper.displayName }).from(helper).where(eq(helper.id, helperId));
  return row?.name ?? "";
}

/**
 * One helper says no. Beside others it ends only what was asked of them; the last one's no starts the next wave. Answers the booking as the helper
 * leaves it, or null when nobody else can be asked: then the request itself is declined.
 */
export async function declineAsk(tx: Context, booking: Booking): Promise<Booking | null> {
  const helperId = booking.helperId ?? "";
  await askChosen(tx, { ...booking, helperId });
  await endAsk(tx, booking.id, helperId, "declined");
  const open = (await asksOf(tx, booking.id)).filter(({ state }) => state === "open");
  const now = await stored(tx, booking.id);
  if (open.length && now && isShared(now)) {
    await record(tx, { name: "booking.askDeclined", subject: { kind: "booking", id: booking.id }, facts: { helperId, open: open.length } });
    await freeCalendars(tx, booking.id, open.map((ask) => ask.helperId));
    return now;
  }
  return tryOthers(tx, booking, "declined");
}

/** Time is over for those who have not answered: others are asked, whoever has longer is waited for, or the request lapses. */
export async function answerIsOver(tx: Context, booking: Booking): Promise<void> {
  if (await tryOthers(tx, booking, "silent")) return;
  const rest = (await asksOf(tx, booking.id)).filter(({ state, answerBy }) => state === "open" && answerBy > tx.now);
  if (!isShared(booking) || rest.length === 0) return void (await makeMove(tx, "lapse", booking, { set: { nextWaveAt: null } }));
  for (const ask of await asksOf(tx, booking.id)) if (ask.state === "open" && ask.answerBy <= tx.now) await lapse(tx, ask);
  await freeCalendars(tx, booking.id, rest.map(({ helperId }) => helperId));
  const { booking: table } = tx.db.t;
  const [row] = await tx.db.update(table).set({ answerBy: Math.min(...rest.map(({ answerBy }) => answerBy)) }).where(eq(table.id, booking.id)).returning();
  if (row) await queueTicks(tx, row);
}

/** The morning is here. Whoever was free in the night may not be any more: then the request ends, unless somebody is still asked. */
export async function startWave(tx: Context, booking: Booking): Promise<void> {
  if (await tryOthers(tx, booking, "silent")) return;
  const { booking: table } = tx.db.t;
  const [row] = await tx.db.update(table).set({ nextWaveAt: null }).where(eq(table.id, booking.id)).returning();
  const open = (await asksOf(tx, booking.id)).some(({ state, answerBy }) => state === "open" && answerBy > tx.now);
  if (row && open) await queueTicks(tx, row);
  else if (row) await makeMove(tx, "lapse", row);
}

/**
 * The customer, or support for a caller, does not wait for the helper's answer: others are asked beside them, and whoever says yes first comes.
 * Refusals: not-found, not-allowed, wrong-state, too-late, already-open (other times wait for an answer), nobody-free.
 */
export const askOthersNow = (ctx: Context, bookingId: string): Promise<Result<Booking>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    if (isShared(found)) return ok(found);
    const refusal = whyNotAskNow(found, tx.actor, tx.now);
    if (refusal) return refuse(refusal);
    if (await openProposal(tx, bookingId)) return refuse("already-open");
    const { booking } = tx.db.t;
    await tx.db.update(booking).set({ substitution: "same_time" }).where(eq(booking.id, bookingId));
    const asked = await tryOthers(tx, found, "now");
    return asked ? ok(asked) : refuse("nobody-free");
  });

/** The helper of a booking may not come any more: others are asked, where the customer wishes it and somebody can. False leaves it to the caller to cancel. */
export async function handOver(tx: Context, bookingId: string): Promise<boolean> {
  const found = await findBooking(tx, bookingId);
  return found !== null && (await tryOthers(tx, found, "suspended")) !== null;
}

/** Somebody may not be asked any more, or not for visits that begin within a range: whatever was open of them ends, and the requests go on without them. Answers how many those were. */
export async function leaveAsks(tx: Context, helperId: string, range: { fromAt: number; untilAt: number } | null = null): Promise<number> {
  const { bookingAsk, booking } = tx.db.t;
  const rows = await tx.db.select({ booking }).from(bookingAsk).innerJoin(booking, eq(booking.id, bookingAsk.bookingId)).where(and(eq(bookingAsk.helperId, helperId), eq(bookingAsk.state, "open"), eq(booking.state, "requested"), isNull(booking.helperId), range ? and(gte(booking.startsAt, range.fromAt), lt(booking.startsAt, range.untilAt)) : undefined)).orderBy(asc(booking.startsAt), asc(booking.id));
  const bySystem = { ...tx, actor: system };
  for (const { booking: asked } of rows) {
    await endAsk(tx, asked.id, helperId, "withdrawn");
    const open = (await asksOf(tx, asked.id)).filter(({ state }) => state === "open");
    if (open.length) await freeCalendars(tx, asked.id, open.map((ask) => ask.helperId));
    else if (asked.nextWaveAt === null && !(await tryOthers(bySystem, asked, "declined"))) await makeMove(bySystem, "decline", asked);
  }
  return rows.length;
}

/** "Ask me tonight too": until the next morning, or no longer. */
export const setTonight = (ctx: Context, wished: boolean): Promise<Result<{ tonightUntil: number | null }>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<{ tonightUntil: number | null }>> => {
    const { helper } = tx.db.t;
    const { helperId } = tx.actor;
    if (!helperId) return refuse("not-found");
    const tonightUntil = wished ? nextMorning(tx.now, tx.settings.policy, tx.settings.zone) : null;
    const [row] = await tx.db.update(helper).set({ tonightUntil }).where(eq(helper.id, helperId)).returning({ id: helper.id });
    if (!row) return refuse("not-found");
    await record(tx, { name: wished ? "helper.tonightOn" : "helper.tonightOff", subject: { kind: "helper", id: helperId }, facts: { tonightUntil } });
    return ok({ tonightUntil });
  });

/** Two yeses at once: the index over winners has the last word, and it is an answer. */
export async function firstWins<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (problem) {
    if (violation(problem)?.name === "booking_ask_winner") return refuse("beaten");
    throw problem;
  }
}
