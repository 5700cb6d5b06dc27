import { answer, decline, type Desk, expands, type Handler, metadataOf, missing, moveBalance, publicView, type Reply, whole } from "./desk.server.ts";
import type { PaymentProblem, StoredCharge, StoredIntent, StoredSession } from "./objects.ts";

const week = 7 * 86_400;

export type PlayMethod = "card" | "twint";

/** Stripe's usual price in Switzerland, so that the company's balance looks as it would. */
const fee = (minor: number) => Math.round(minor * 0.029) + 30;

const methodDetails = (method: PlayMethod, captureBefore: number | null): StoredCharge["payment_method_details"] =>
  method === "twint"
    ? { type: "twint", twint: {} }
    : { type: "card", card: { brand: "visa", last4: "4242", ...(captureBefore !== null && { capture_before: captureBefore }) } };

/** The intent of a session, made at the first attempt to pay, as Stripe does. */
export async function intentOf(desk: Desk, session: StoredSession): Promise<StoredIntent> {
  const known = session.payment_intent && (await desk.rows.get("intent", session.payment_intent));
  if (known) return known;
  const intent: StoredIntent = {
    id: desk.newId("pi"),
    object: "payment_intent",
    amount: session.amount_total,
    amount_capturable: 0,
    amount_received: 0,
    currency: session.currency,
    status: "requires_payment_method",
    capture_method: "automatic_async",
    payment_method: null,
    payment_method_types: session.payment_method_types,
    payment_method_options: session.play.reserveCard ? { card: { capture_method: "manual" } } : {},
    latest_charge: null,
    last_payment_error: null,
    next_action: null,
    canceled_at: null,
    cancellation_reason: null,
    ...session.play.intent,
    created: desk.now,
    livemode: false,
    play: { session: session.id },
  };
  await desk.rows.put("intent", intent);
  await desk.rows.put("session", { ...session, payment_intent: intent.id });
  await desk.emit("payment_intent.created", intent);
  return intent;
}

/** A payment that went through: reserved on a card with a hold, otherwise captured at once. */
export async function authorise(desk: Desk, intent: StoredIntent, method: PlayMethod, hold: boolean): Promise<StoredIntent> {
  const captureBefore = hold ? desk.now + week : null;
  const charge: StoredCharge = {
    id: desk.newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    captured: false,
    refunded: false,
    paid: true,
    status: "succeeded",
    currency: intent.currency,
    payment_intent: intent.id,
    payment_method: desk.newId("pm"),
    payment_method_details: methodDetails(method, captureBefore),
    transfer_group: intent.transfer_group,
    description: intent.description,
    metadata: intent.metadata,
    created: desk.now,
    livemode: false,
    play: { transferred: 0, givenBack: 0, refunds: [] },
  };
  const paid: StoredIntent = { ...intent, latest_charge: charge.id, payment_method: charge.payment_method, next_action: null, last_payment_error: null };
  if (captureBefore === null) {
    await desk.emit("charge.succeeded", charge);
    return settle(desk, paid, charge, intent.amount);
  }
  const reserved: StoredIntent = { ...paid, status: "requires_capture", amount_capturable: intent.amount };
  await desk.rows.put("charge", charge);
  await desk.rows.put("intent", reserved);
  await desk.rows.put("watch", { id: reserved.id, what: "intent", at: captureBefore });
  await desk.emit("charge.succeeded", charge);
  await desk.emit("payment_intent.amount_capturable_updated", reserved);
  return reserved;
}

/** Captures once; Stripe books a released rest as a refund without a movement of money. */
async function settle(desk: Desk, intent: StoredIntent, charge: StoredCharge, minor: number): Promise<StoredIntent> {
  const rest = charge.amount - minor;
  const refunds = [...charge.play.refunds];
  if (rest > 0) {
    const id = desk.newId("re");
    const released = { id, object: "refund" as const, amount: rest, currency: charge.currency, charge: charge.id, payment_intent: intent.id };
    await desk.rows.put("refund", { ...released, balance_transaction: null, reason: null, status: "succeeded", metadata: {}, created: desk.now });
    refunds.push(id);
  }
  const captured: StoredCharge = { ...charge, captured: true, amount_captured: minor, amount_refunded: rest, play: { ...charge.play, refunds } };
  const done: StoredIntent = { ...intent, status: "succeeded", amount_received: minor, amount_capturable: 0 };
  await desk.rows.put("charge", captured);
  await desk.rows.put("intent", done);
  await desk.rows.remove("watch", intent.id);
  await moveBalance(desk, minor - fee(minor));
  const session = await desk.rows.get("session", intent.play.session);
  if (session) await desk.rows.put("session", { ...session, payment_status: "paid" });
  if (intent.status === "requires_capture") await desk.emit("charge.captured", captured);
  await desk.emit("payment_intent.succeeded", done);
  return done;
}

/** A refused attempt: the session stays open and the customer may try again. */
export async function fail(desk: Desk, intent: StoredIntent, problem: PaymentProblem): Promise<StoredIntent> {
  const failed: StoredIntent = { ...intent, status: "requires_payment_method", payment_method: null, next_action: null, last_payment_error: problem };
  await desk.rows.put("intent", failed);
  await desk.emit("payment_intent.payment_failed", failed);
  return failed;
}

/** Gives a hold back or ends an unpaid attempt. */
export async function endIntent(desk: Desk, intent: StoredIntent, reason: string | null): Promise<StoredIntent> {
  const ended: StoredIntent = { ...intent, status: "canceled", amount_capturable: 0, next_action: null, canceled_at: desk.now, cancellation_reason: reason };
  await desk.rows.put("intent", ended);
  await desk.rows.remove("watch", intent.id);
  const charge = intent.latest_charge && (await desk.rows.get("charge", intent.latest_charge));
  if (charge && !charge.captured) {
    const released: StoredCharge = { ...charge, amount_refunded: charge.amount, refunded: true };
    await desk.rows.put("charge", released);
    await desk.emit(reason === "expired" ? "charge.expired" : "charge.refunded", released);
  }
  await desk.emit("payment_intent.canceled", ended);
  return ended;
}

/** The intent as it is now: a hold past its day is gone. */
export async function currentIntent(desk: Desk, id: string): Promise<StoredIntent | null> {
  const intent = await desk.rows.get("intent", id);
  if (intent?.status !== "requires_capture") return intent;
  const watch = await desk.rows.get("watch", id);
  return watch && desk.now >= watch.at ? endIntent(desk, intent, "expired") : intent;
}

/** The intent as an answer, with its charge inside when asked for. */
export async function showIntent(desk: Desk, intent: StoredIntent, withCharge: boolean): Promise<Record<string, unknown>> {
  const charge = withCharge && intent.latest_charge ? await desk.rows.get("charge", intent.latest_charge) : null;
  return { ...publicView(intent), ...(charge && { latest_charge: publicView(charge) }) };
}

const unexpected = (intent: StoredIntent, verb: string): Reply =>
  decline(400, "payment_intent_unexpected_state", `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`, {
    payment_intent: publicView(intent),
  });

export const readIntent: Handler = async (desk, params, id) => {
  const intent = await currentIntent(desk, id);
  return intent ? answer(await showIntent(desk, intent, expands(params, "latest_charge"))) : missing("payment_intent", id, "intent");
};

export const captureIntent: Handler = async (desk, params, id) => {
  const intent = await currentIntent(desk, id);
  if (!intent) return missing("payment_intent", id, "intent");
  const charge = intent.latest_charge ? await desk.rows.get("charge", intent.latest_charge) : null;
  if (intent.status !== "requires_capture" || !charge) return unexpected(intent, "captured");
  const minor = params.amount_to_capture === undefined ? intent.amount_capturable : whole(params.amount_to_capture);
  if (minor === null || minor < 1) return decline(400, "parameter_invalid_integer", "Invalid positive integer", { param: "amount_to_capture" });
  if (minor > intent.amount_capturable)
    return decline(400, "amount_too_large", "The amount to capture is more than the amount that was reserved.", { param: "amount_to_capture" });
  const marked = params.metadata === undefined ? intent : { ...intent, metadata: { ...intent.metadata, ...metadataOf(params.metadata) } };
  return answer(await showIntent(desk, await settle(desk, marked, charge, minor), expands(params, "latest_charge")));
};

export const cancelIntent: Handler = async (desk, params, id) => {
  const intent = await currentIntent(desk, id);
  if (!intent) return missing("payment_intent", id, "intent");
  // An intent of a Checkout session is cancelled directly only while it is reserved; before, the session is expired.
  if (intent.status !== "requires_capture") return unexpected(intent, "canceled");
  const reason = typeof params.cancellation_reason === "string" ? params.cancellation_reason : null;
  return answer(await showIntent(desk, await endIntent(desk, intent, reason), expands(params, "latest_charge")));
};
