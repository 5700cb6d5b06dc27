import { answer, decline, type Handler, metadataOf, missing, moveBalance, text, whole } from "./desk.server.ts";
import type { StoredReversal, StoredTransfer } from "./objects.ts";

export const createTransfer: Handler = async (desk, params) => {
  const destination = text(params.destination) ?? "";
  const minor = whole(params.amount);
  if (minor === null || minor < 1) return decline(400, "parameter_invalid_integer", "Invalid positive integer", { param: "amount" });
  if (params.currency !== "chf") return decline(400, undefined, "The stand-in knows Swiss francs only.", { param: "currency" });
  const account = await desk.rows.get("account", destination);
  if (!account) return decline(400, "resource_missing", `No such destination: '${destination}'`, { param: "destination" });
  if (account.configuration.recipient.capabilities.stripe_balance.stripe_transfers.status !== "active")
    return decline(400, "insufficient_capabilities_for_transfer", "Your destination account needs to have the stripe_transfers capability active.");
  const source = text(params.source_transaction);
  if (source) {
    const charge = await desk.rows.get("charge", source);
    if (!charge) return missing("charge", source, "source_transaction");
    if (!charge.captured) return decline(400, undefined, "The source of a transfer must be a captured charge.", { param: "source_transaction" });
    if (charge.play.transferred + minor > charge.amount_captured)
      return decline(400, undefined, `Transfers using this transaction as a source must not exceed the source amount of ${charge.amount_captured}. (${charge.play.transferred} is transferred already.)`, { param: "amount" });
    await desk.rows.put("charge", { ...charge, play: { ...charge.play, transferred: charge.play.transferred + minor } });
  } else if (((await desk.rows.get("balance", "chf"))?.available ?? 0) < minor) {
    return decline(400, "balance_insufficient", "You have insufficient available funds in your Stripe account.");
  }
  const transfer: StoredTransfer = {
    id: desk.newId("tr"),
    object: "transfer",
    amount: minor,
    amount_reversed: 0,
    reversed: false,
    currency: "chf",
    destination,
    source_transaction: source,
    transfer_group: text(params.transfer_group),
    description: text(params.description),
    metadata: metadataOf(params.metadata),
    created: desk.now,
    livemode: false,
  };
  await desk.rows.put("transfer", transfer);
  await moveBalance(desk, -minor);
  await desk.emit("transfer.created", transfer);
  return answer(transfer);
};

export const readTransfer: Handler = async (desk, _params, id) => {
  const transfer = await desk.rows.get("transfer", id);
  return transfer ? answer(transfer) : missing("transfer", id);
};

export const reverseTransfer: Handler = async (desk, params, id) => {
  const transfer = await desk.rows.get("transfer", id);
  if (!transfer) return missing("transfer", id);
  const left = transfer.amount - transfer.amount_reversed;
  const minor = params.amount === undefined ? left : whole(params.amount);
  if (minor === null || minor < 1) return decline(400, "parameter_invalid_integer", "Invalid positive integer", { param: "amount" });
  if (minor > left) return decline(400, undefined, `Reversal amount (${minor}) is greater than the unreversed amount (${left}).`, { param: "amount" });
  const reversed = transfer.amount_reversed + minor;
  const after: StoredTransfer = { ...transfer, amount_reversed: reversed, reversed: reversed === transfer.amount };
  const charge = transfer.source_transaction ? await desk.rows.get("charge", transfer.source_transaction) : null;
  const reversal: StoredReversal = {
    id: desk.newId("trr"),
    object: "transfer_reversal",
    amount: minor,
    currency: transfer.currency,
    transfer: id,
    metadata: metadataOf(params.metadata),
    created: desk.now,
  };
  await desk.rows.put("transfer", after);
  await desk.rows.put("reversal", reversal);
  if (charge) await desk.rows.put("charge", { ...charge, play: { ...charge.play, transferred: charge.play.transferred - minor } });
  await moveBalance(desk, minor);
  await desk.emit("transfer.reversed", after);
  return answer(reversal);
};
