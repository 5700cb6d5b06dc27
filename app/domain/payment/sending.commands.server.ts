import { and, eq, isNull } from "drizzle-orm";
import { prolongCheckout } from "../booking/paid.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { hour, minute } from "../kernel/time.ts";
import { isExtraDue } from "./extras.commands.server.ts";
import type { OperationRow } from "./operations.server.ts";
import { sessionMinutes } from "./payment.commands.server.ts";
import type { CheckoutRequest, PaymentRefusal } from "./provider.ts";
import { findOperation } from "./record.commands.server.ts";

/** The provider keeps answers under a key for 24 hours; the last of them is left as a margin. */
const answersKept = 23 * hour;
/** A session must live 30 minutes from when it is made; one more for a slow request. */
const shortestSession = 31 * minute;

/** Was it sent so long ago that its key may be forgotten? Then only reading says what became of it. */
export const isForgotten = ({ sentAt }: Pick<OperationRow, "sentAt">, realNow: number): boolean => sentAt !== null && realNow - sentAt > answersKept;

/** Is the frozen end of a Checkout too near for a session to be opened? */
export const endsTooSoon = ({ kind, params }: Pick<OperationRow, "kind" | "params">, realNow: number): boolean =>
  kind === "checkout" && (params as Partial<CheckoutRequest>).expiresAt !== undefined && Number(params.expiresAt) - realNow < shortestSession;

/**
 * Notes in the row that a call is about to be sent, and under which key: its own, or a fresh one when the provider has
 * forgotten that or its parameters change. Of two who send at once, the second gets the first one's key.
 * A Checkout whose end came too near gets a new end, and its booking a new window. Refusals: session_not_open (the booking
 * waits for no payment any more), expiry_out_of_range (its window must not be prolonged further), not_found.
 */
export const readyToSend = (ctx: Context, known: OperationRow): Promise<Result<OperationRow & { sentKey: string }, PaymentRefusal>> =>
  atomically(ctx, async (tx): Promise<Result<OperationRow & { sentKey: string }, PaymentRefusal>> => {
    const { paymentOperation } = tx.db.t;
    const late = endsTooSoon(known, tx.realNow);
    const renewed = known.kind === "checkout" ? await checkoutFor(tx, known, late) : ok(known.params);
    if (!renewed.ok) return renewed;
    const again = known.sentAt !== null && known.sentKey !== null && !late && !isForgotten(known, tx.realNow);
    if (again) return ok({ ...known, sentKey: known.sentKey ?? known.key });
    const sentKey = known.sentAt === null ? known.key : `${known.key}:${tx.realNow}`;
    const unchanged = known.sentAt === null ? isNull(paymentOperation.sentAt) : eq(paymentOperation.sentAt, known.sentAt);
    const change = { sentAt: tx.realNow, sentKey, params: renewed.value };
    const [row] = await tx.db.update(paymentOperation).set(change).where(and(eq(paymentOperation.id, known.id), unchanged)).returning();
    const mine = row ?? (await findOperation(tx, known.id));
    return mine ? ok({ ...mine, sentKey: mine.sentKey ?? mine.key }) : refuse("not_found");
  });

/** What a Checkout is sent with now: as it was frozen, or with a new end inside the booking's prolonged window. */
async function checkoutFor(tx: Context, { params, paymentId }: OperationRow, late: boolean): Promise<Result<Record<string, unknown>, PaymentRefusal>> {
  const { booking, payment } = tx.db.t;
  const bookingId = String(params.bookingId);
  const expiresAt = tx.realNow + sessionMinutes * minute;
  const [paying] = paymentId ? await tx.db.select().from(payment).where(eq(payment.id, paymentId)) : [];
  if (paying?.purpose === "extra") {
    if (!(await isExtraDue(tx, paying))) return refuse("session_not_open");
    if (!late) return ok(params);
    await tx.db.update(payment).set({ sessionExpiresAt: expiresAt }).where(eq(payment.id, paying.id));
    return ok({ ...params, expiresAt });
  }
  if ((await tx.db.$count(booking, and(eq(booking.id, bookingId), eq(booking.state, "paying")))) === 0) return refuse("session_not_open");
  if (!late) return ok(params);
  if (!(await prolongCheckout(tx, bookingId)).ok) return refuse("expiry_out_of_range");
  if (paymentId) await tx.db.update(payment).set({ sessionExpiresAt: expiresAt }).where(eq(payment.id, paymentId));
  return ok({ ...params, expiresAt });
}
