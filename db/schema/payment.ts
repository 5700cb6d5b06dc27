import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { bookingTables } from "./booking.ts";
import type { helperTables } from "./helper.ts";

type Before = Pick<ReturnType<typeof bookingTables>, "booking"> & Pick<ReturnType<typeof helperTables>, "helper">;

export const paymentTables = (k: Kit, { booking, helper }: Before) => {
  const payment = k.table("payment", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    /** What it pays: the visit, or one extra that was agreed on the spot. */
    purpose: k.enumText("purpose", ["visit", "extra"]).notNull().default("visit"),
    extraId: k.text("extra_id"),
    /** The payment whose Checkout pays this one too: the visits of a series are paid together. */
    withPaymentId: k.text("with_payment_id"),
    state: k.enumText("state", ["open", "failed", "reserved", "captured", "cancelled", "expired"]).notNull(),
    mode: k.enumText("mode", ["reserve", "debit"]).notNull(),
    amountMinor: k.cents("amount_minor").notNull(),
    method: k.enumText("method", ["card", "twint", "other"]),
    sessionId: k.text("session_id"),
    checkoutUrl: k.text("checkout_url"),
    sessionExpiresAt: k.ms("session_expires_at"),
    intentId: k.text("intent_id"),
    chargeId: k.text("charge_id"),
    captureBefore: k.ms("capture_before"),
    capturedMinor: k.cents("captured_minor").notNull().default(0),
    refundedMinor: k.cents("refunded_minor").notNull().default(0),
    /** Given back and returned to us, because a refund failed later; it is no part of `refundedMinor`. */
    refundFailedMinor: k.cents("refund_failed_minor"),
    /** What failed on its way back and was not given back since: staff see it. */
    refundOwedMinor: k.cents("refund_owed_minor"),
    /** When the provider was last asked about it. */
    readAt: k.ms("read_at"),
    createdAt: k.ms("created_at").notNull(),
    updatedAt: k.ms("updated_at").notNull(),
  }, (t) => [k.index("payment_booking").on(t.bookingId), k.uniqueIndex("payment_session").on(t.sessionId), k.index("payment_intent").on(t.intentId), k.index("payment_with").on(t.withPaymentId)]);

  /** One call to the payment provider: parameters frozen before it is made, repeated under the same key. */
  const paymentOperation = k.table("payment_operation", {
    id: k.id(),
    paymentId: k.ref("payment_id").references(() => payment.id),
    payoutId: k.text("payout_id"),
    helperId: k.text("helper_id"),
    kind: k.enumText("kind", ["checkout", "expire", "capture", "cancel", "refund", "transfer", "reverse", "account"]).notNull(),
    key: k.text("key").notNull(),
    params: k.json<Record<string, unknown>>("params").notNull(),
    state: k.enumText("state", ["queued", "done", "refused"]).notNull(),
    result: k.json<Record<string, unknown> | null>("result"),
    /** Real time at which it was first sent under the key it has now; null until then. */
    sentAt: k.ms("sent_at"),
    /** The key it was sent under: its own, or a fresh one once the provider has forgotten that. */
    sentKey: k.text("sent_key"),
    createdAt: k.ms("created_at").notNull(),
    doneAt: k.ms("done_at"),
  }, (t) => [k.uniqueIndex("payment_operation_key").on(t.key), k.index("payment_operation_payment").on(t.paymentId)]);

  const webhookEvent = k.table("webhook_event", { id: k.id(), type: k.text("type").notNull(), receivedAt: k.ms("received_at").notNull() });

  const payout = k.table("payout", {
    id: k.id(),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    kind: k.enumText("kind", ["visit", "compensation", "extra"]).notNull(),
    /** The extra that it is for. */
    extraId: k.text("extra_id"),
    grossMinor: k.cents("gross_minor").notNull(),
    commissionMinor: k.cents("commission_minor").notNull(),
    netMinor: k.cents("net_minor").notNull(),
    state: k.enumText("state", ["planned", "held", "sending", "sent", "refused"]).notNull(),
    dueAt: k.ms("due_at").notNull(),
    sentAt: k.ms("sent_at"),
    holdReason: k.text("hold_reason"),
    transferId: k.text("transfer_id"),
    /** Whose money it is: the customer's payment, which null means too, or the company's own balance. */
    fundedBy: k.enumText("funded_by", ["payment", "company"]),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.uniqueIndex("payout_booking").on(t.bookingId, t.kind).where(sql`${t.kind} <> 'extra'`), k.uniqueIndex("payout_extra").on(t.extraId), k.index("payout_helper").on(t.helperId, t.dueAt)]);

  /** One row is one balanced double entry: an amount leaves one account and enters another, so no row can be out of balance. */
  const ledgerPosting = k.table("ledger_posting", {
    id: k.id(),
    key: k.text("key").notNull(),
    debit: k.text("debit").notNull(),
    credit: k.text("credit").notNull(),
    amountMinor: k.cents("amount_minor").notNull(),
    bookingId: k.text("booking_id"),
    memo: k.text("memo").notNull(),
    at: k.ms("at").notNull(),
  }, (t) => [
    k.uniqueIndex("ledger_posting_key").on(t.key),
    k.index("ledger_posting_booking").on(t.bookingId),
    k.check("ledger_posting_amount", sql`${t.amountMinor} > 0`),
    k.check("ledger_posting_sides", sql`${t.debit} <> ${t.credit}`),
  ]);

  /** What the payment stand-in remembers; unused where a Stripe key is set. */
  const standinObject = k.table("standin_object", {
    kind: k.text("kind").notNull(),
    id: k.text("id").notNull(),
    body: k.json<Record<string, unknown>>("body").notNull(),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.pk({ columns: [t.kind, t.id] })]);

  /** Every mail that was written: the outbox of a demo, the archive of a production installation. */
  const mail = k.table("mail", {
    id: k.id(),
    kind: k.text("kind").notNull(),
    toAddress: k.text("to_address").notNull(),
    locale: k.text("locale").notNull(),
    subject: k.text("subject").notNull(),
    html: k.text("html").notNull(),
    text: k.text("text").notNull(),
    bookingId: k.text("booking_id"),
    personId: k.text("person_id"),
    sentAt: k.ms("sent_at"),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.index("mail_created").on(t.createdAt), k.index("mail_booking").on(t.bookingId)]);

  return { payment, paymentOperation, webhookEvent, payout, ledgerPosting, standinObject, mail };
};
