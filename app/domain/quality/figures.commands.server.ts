import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { minute } from "../kernel/time.ts";
import { refreshSearchArea } from "../search/area.server.ts";
import { type Counts, median, noCounts } from "./quality.ts";

type Counted = Pick<Booking, "helperId" | "serviceTypeId">;

/** Adds to the counts of a helper's service type in the transaction that caused it, and lets the search know. */
export async function count(tx: Context, { helperId, serviceTypeId }: Counted, more: Partial<Counts>): Promise<void> {
  if (!helperId || Object.keys(more).length === 0) return;
  const { helperFigures } = tx.db.t;
  const set = Object.fromEntries((Object.keys(more) as (keyof Counts)[]).map((key) => [key, sql`${helperFigures[key]} + ${more[key] ?? 0}`]));
  await tx.db
    .insert(helperFigures)
    .values({ id: tx.newId(), helperId, serviceTypeId, ...noCounts, ...more })
    .onConflictDoUpdate({ target: [helperFigures.helperId, helperFigures.serviceTypeId], set });
  if (more.answered || more.reviews) await refreshSearchArea(tx, helperId);
}

/** A visit that was signed off: it counts towards probation, solved or not. */
export async function countVisit(tx: Context, booking: Counted): Promise<void> {
  if (!booking.helperId) return;
  const { helper } = tx.db.t;
  await tx.db.update(helper).set({ visitsClosed: sql`${helper.visitsClosed} + 1` }).where(eq(helper.id, booking.helperId));
  await count(tx, booking, { visits: 1 });
}

/** The customer's two answers; "don't know" is an answer that counts in neither. */
export async function countVoices(tx: Context, booking: Counted, solved: string, right: string): Promise<void> {
  await count(tx, booking, {
    ...(solved !== "unknown" && { answered: 1, solved: solved === "yes" ? 1 : 0 }),
    ...(right !== "unknown" && { rightAnswered: 1, right: right === "yes" ? 1 : 0 }),
  });
}

const answersKept = 20;

/** Keeps the middle of the last twenty answer times, in minutes, each from when this helper was asked. */
export async function countAnswer(tx: Context, booking: Counted): Promise<void> {
  if (!booking.helperId) return;
  const { booking: table, bookingAsk, helper } = tx.db.t;
  const asked = await tx.db
    .select({ from: bookingAsk.askedAt, at: bookingAsk.answeredAt })
    .from(bookingAsk)
    .where(and(eq(bookingAsk.helperId, booking.helperId), isNotNull(bookingAsk.answeredAt)))
    .orderBy(desc(bookingAsk.answeredAt))
    .limit(answersKept);
  // Answers from before each helper's own asking was kept.
  const before = await tx.db
    .select({ from: table.requestedAt, at: table.answeredAt })
    .from(table)
    .where(and(eq(table.helperId, booking.helperId), isNotNull(table.answeredAt), isNotNull(table.requestedAt), sql`not exists (select 1 from ${bookingAsk} where ${bookingAsk.bookingId} = ${table.id})`))
    .orderBy(desc(table.answeredAt))
    .limit(answersKept);
  const rows = [...asked, ...before].sort((a, b) => (b.at ?? 0) - (a.at ?? 0)).slice(0, answersKept);
  const minutes = rows.map(({ from, at }) => Math.max(0, ((at ?? 0) - (from ?? 0)) / minute));
  await tx.db.update(helper).set({ answerMinutes: median(minutes) }).where(eq(helper.id, booking.helperId));
  await refreshSearchArea(tx, booking.helperId);
}
