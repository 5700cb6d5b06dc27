import { answer, metadataOf, missing, type Handler, type Params, type Reply, text } from "./desk.server.ts";
import { currentSession } from "./sessions.server.ts";
import { show } from "./accounts.server.ts";

/** One page as API v1 gives it: newest first, at most 100, going on after the last id that was read. */
export function pageOf(url: string, oldestFirst: readonly { id: string }[], params: Params): Reply {
  const all = [...oldestFirst].reverse();
  const after = text(params.starting_after);
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== null && from === 0) return missing("object", after, "starting_after");
  const limit = Math.min(Number(params.limit ?? 10), 100);
  const data = all.slice(from, from + limit).map((one) => answer(one).body);
  return answer({ object: "list", data, has_more: all.length > from + limit, url });
}

/** The stand-in lists refunds by payment intent only. */
export const listRefunds: Handler = async (desk, params) => {
  const intentId = text(params.payment_intent) ?? "";
  const intent = await desk.rows.get("intent", intentId);
  if (!intent) return missing("payment_intent", intentId, "payment_intent");
  const charge = intent.latest_charge ? await desk.rows.get("charge", intent.latest_charge) : null;
  const refunds: { id: string }[] = [];
  for (const id of charge?.play.refunds ?? []) {
    const refund = await desk.rows.get("refund", id);
    if (refund) refunds.push(refund);
  }
  return pageOf("/v1/refunds", refunds, params);
};

export const listTransfers: Handler = async (desk, params) => {
  const [group, destination] = [text(params.transfer_group), text(params.destination)];
  const all = await desk.rows.list("transfer");
  return pageOf("/v1/transfers", all.filter((one) => (group === null || one.transfer_group === group) && (destination === null || one.destination === destination)), params);
};

export const listReversals: Handler = async (desk, params, id) => {
  if (!(await desk.rows.get("transfer", id))) return missing("transfer", id);
  return pageOf(`/v1/transfers/${id}/reversals`, (await desk.rows.list("reversal")).filter(({ transfer }) => transfer === id), params);
};

/** The stand-in lists sessions by the customer's address, as they are now. */
export const listSessions: Handler = async (desk, params) => {
  const email = text(metadataOf(params.customer_details).email);
  const found: { id: string }[] = [];
  for (const { id, customer_email } of await desk.rows.list("session")) {
    const session = email === null || customer_email === email ? await currentSession(desk, id) : null;
    if (session) found.push(session);
  }
  return pageOf("/v1/checkout/sessions", found, params);
};

/** API v2 says where the next page is; all of the stand-in's accounts fit on the first. */
export const listAccounts: Handler = async (desk) => {
  const accounts = await desk.rows.list("account");
  return answer({ data: accounts.map((one) => show(one, {}).body), next_page_url: null, previous_page_url: null });
};
