import { answer, decline, type Desk, type Handler, metadataOf, missing, moveBalance, publicView, text, whole } from "./desk.server.ts";
import { currentIntent } from "./intents.server.ts";
import type { StoredCharge, StoredRefund } from "./objects.ts";

export const createRefund: Handler = async (desk, params) => {
  const intentId = text(params.payment_intent);
  if (!intentId) return decline(400, "parameter_missing", "The stand-in refunds by payment_intent.", { param: "payment_intent" });
  const intent = await currentIntent(desk, intentId);
  if (!intent) return missing("payment_intent", intentId, "payment_intent");
  const charge = intent.latest_charge ? await desk.rows.get("charge", intent.latest_charge) : null;
  if (intent.status !== "succeeded" || !charge)
    return decline(400, "payment_intent_unexpected_state", "This PaymentIntent does not have a captured charge to refund.", { payment_intent: publicView(intent) });
  if (params.reverse_transfer === true || params.refund_application_fee === true)
    return decline(400, undefined, "This charge has no transfer or application fee of its own to reverse.", { param: params.reverse_transfer ? "reverse_transfer" : "refund_application_fee" });
  const left = charge.amount_captured - charge.play.givenBack;
  const minor = params.amount === undefined ? left : whole(params.amount);
  if (left === 0) return decline(400, "charge_already_refunded", `Charge ${charge.id} has already been refunded.`);
  if (minor === null || minor < 1) return decline(400, "parameter_invalid_integer", "Invalid positive integer", { param: "amount" });
  if (minor > left)
    return decline(400, undefined, `Refund amount (${minor}) is greater than unrefunded amount on charge (${left})`, { param: "amount" });
  const refund: StoredRefund = {
    id: desk.newId("re"),
    object: "refund",
    amount: minor,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: intent.id,
    balance_transaction: desk.newId("txn"),
    reason: text(params.reason),
    status: "succeeded",
    metadata: metadataOf(params.metadata),
    created: desk.now,
  };
  const after: StoredCharge = {
    ...charge,
    amount_refunded: charge.amount_refunded + minor,
    refunded: minor === left,
    play: { ...charge.play, givenBack: charge.play.givenBack + minor, refunds: [...charge.play.refunds, refund.id] },
  };
  await desk.rows.put("refund", refund);
  await desk.rows.put("charge", after);
  await moveBalance(desk, -minor);
  await desk.emit("refund.created", refund);
  await desk.emit("charge.refunded", after);
  return answer(refund);
};

/** The customer's bank sends the money back, days after the refund was booked: it is on our balance again. */
export async function failRefund(desk: Desk, id: string): Promise<void> {
  const refund = await desk.rows.get("refund", id);
  const charge = refund && (await desk.rows.get("charge", refund.charge));
  if (!refund || !charge || refund.status === "failed") return;
  const failed: StoredRefund = { ...refund, status: "failed", failure_reason: "lost_or_stolen_card" };
  const givenBack = charge.play.givenBack - refund.amount;
  await desk.rows.put("refund", failed);
  await desk.rows.put("charge", { ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false, play: { ...charge.play, givenBack } });
  await moveBalance(desk, refund.amount);
  await desk.emit("refund.failed", failed);
}
