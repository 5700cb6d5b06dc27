import { eq, inArray, isNotNull, like, notInArray } from "drizzle-orm";
import { type BookingState, endedStates } from "#app/domain/booking/booking.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { balanceOf, ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import type { World } from "../support/world.ts";

const living: readonly BookingState[] = ["draft", "paying", "requested", "accepted", "underway", "started"];

/** Every time that is taken belongs to a booking that lives, and every booking that lives has its time; says what does not. A visit that took place keeps its time. */
export async function orphans({ store: { db, t }, clock }: World): Promise<string[]> {
  const now = clock.now();
  const rows = await db.select({ bookingId: t.occupancy.bookingId, state: t.booking.state }).from(t.occupancy).leftJoin(t.booking, eq(t.booking.id, t.occupancy.bookingId)).where(isNotNull(t.occupancy.bookingId));
  const kept = new Set(rows.map(({ bookingId }) => bookingId));
  const alive = await db.select().from(t.booking).where(inArray(t.booking.state, [...living]));
  // In the night a request waits for its next wave, and nobody's time is taken.
  const waits = ({ state, nextWaveAt }: (typeof alive)[number]) => state === "requested" && nextWaveAt !== null;
  const lost = alive.filter((one) => !waits(one)).filter(({ id, state, holdUntil }) => !kept.has(id) && !((state === "draft" || state === "paying") && (holdUntil ?? 0) <= now));
  return [...rows.filter(({ state }) => state === null || (state !== "closed" && endedStates.includes(state))).map(({ bookingId, state }) => `time of ${bookingId}, ${state}`), ...lost.map(({ id, state }) => `no time for ${id}, ${state}`)];
}

/** Once the clock has ended everything: whatever money, time or job is left over, or differs from what the provider knows. */
export async function leftOver(w: World): Promise<string[]> {
  const { db, t } = w.store;
  const root = await w.as(system);
  const left = await orphans(w);
  const jobsOf = async (id: string) => (await db.select().from(t.job).where(like(t.job.key, `%${id}%`))).map(({ key, state, runAt, retryAt, attempts, lastError }) => ({ key, state, runAt, retryAt, attempts, lastError }));
  for (const { id, state } of await db.select().from(t.booking).where(notInArray(t.booking.state, [...endedStates]))) left.push(`${id} still ${state}: ${JSON.stringify(await jobsOf(id))}`);
  const visits = new Map<string, number>();
  for (const payment of await db.select().from(t.payment)) {
    if (payment.purpose === "visit") visits.set(payment.bookingId, (visits.get(payment.bookingId) ?? 0) + 1);
    if (payment.state === "reserved") left.push(`payment ${payment.id} still reserved`);
    if (!payment.intentId) continue;
    const truth = await w.app.payments.readIntent(payment.intentId);
    if (truth.capturedMinor !== payment.capturedMinor || truth.refundedMinor !== payment.refundedMinor) left.push(`payment ${payment.id}: ${payment.capturedMinor}−${payment.refundedMinor} with us, ${truth.capturedMinor}−${truth.refundedMinor} at the provider`);
  }
  for (const [bookingId, count] of visits) {
    if (count > 1) left.push(`booking ${bookingId} has ${count} payments`);
    const owed = await balanceOf(root, "customers", bookingId);
    if (owed !== 0) left.push(`booking ${bookingId} still owes ${owed}`);
  }
  for (const { bookingId } of await db.select().from(t.bookingAsk).where(eq(t.bookingAsk.state, "open"))) left.push(`somebody is still asked for ${bookingId}`);
  const sums = await ledgerSums(root);
  if (!sums.balanced) left.push(`ledger ${sums.total}, provider ${sums.balances.provider} against ${sums.atProvider}`);
  for (const { kind, lastError } of await db.select().from(t.job).where(eq(t.job.state, "dead"))) left.push(`dead job ${kind}: ${lastError}`);
  return left;
}
