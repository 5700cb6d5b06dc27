import { answer, decline, type Desk, expands, type Handler, metadataOf, missing, type Params, publicView, type Reply, text, whole } from "./desk.server.ts";
import { currentIntent, endIntent, showIntent } from "./intents.server.ts";
import type { StoredSession } from "./objects.ts";

const halfHour = 30 * 60;
const day = 24 * 60 * 60;
/** Stripe's smallest charge in francs. */
const smallest = 50;

type Line = { quantity?: unknown; price_data?: { currency?: unknown; unit_amount?: unknown; product_data?: { name?: unknown } } };

const isUrl = (value: unknown): value is string => {
  const found = text(value);
  return found !== null && URL.canParse(found) && /^https?:$/.test(new URL(found).protocol);
};

/** The title and total of the lines, or Stripe's objection. */
function totalOf(params: Params): { title: string; total: number; currency: string } | Reply {
  const lines = (params.line_items ?? []) as Line[];
  let total = 0;
  let currency = "";
  for (const [index, line] of lines.entries()) {
    const at = `line_items[${index}]`;
    const unit = whole(line.price_data?.unit_amount);
    const quantity = whole(line.quantity);
    if (unit === null || unit < 0) return decline(400, "parameter_missing", "The stand-in needs price_data with unit_amount.", { param: `${at}[price_data][unit_amount]` });
    if (quantity === null || quantity < 1) return decline(400, "parameter_invalid_integer", "Quantity must be at least 1.", { param: `${at}[quantity]` });
    currency = String(line.price_data?.currency ?? "").toLowerCase();
    total += unit * quantity;
  }
  const first = text(lines[0]?.price_data?.product_data?.name);
  if (!first) return decline(400, "parameter_missing", "A line item with a product name is required.", { param: "line_items" });
  if (currency !== "chf") return decline(400, undefined, `The stand-in knows Swiss francs only, not '${currency}'.`, { param: "line_items[0][price_data][currency]" });
  if (total < smallest) return decline(400, "amount_too_small", "The Checkout Session's total amount must be at least CHF 0.50.", { param: "line_items" });
  return { title: first, total, currency };
}

type Options = { card?: { capture_method?: unknown } };
type IntentData = { capture_method?: unknown; description?: unknown; metadata?: unknown; transfer_group?: unknown };

export const createSession: Handler = async (desk, params) => {
  if (params.mode !== "payment") return decline(400, "parameter_missing", "The stand-in makes sessions of mode 'payment' only.", { param: "mode" });
  if (!isUrl(params.success_url)) return decline(400, "url_invalid", "Not a valid URL", { param: "success_url" });
  if (params.cancel_url !== undefined && !isUrl(params.cancel_url)) return decline(400, "url_invalid", "Not a valid URL", { param: "cancel_url" });
  const email = text(params.customer_email);
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) return decline(400, "email_invalid", `Invalid email address: ${email}`, { param: "customer_email" });
  const priced = totalOf(params);
  if ("status" in priced) return priced;

  const lifetime = params.expires_at === undefined ? day : (whole(params.expires_at) ?? 0) - desk.realNow;
  if (lifetime < halfHour) return decline(400, undefined, "The expires_at timestamp must be at least 30 minutes from Checkout Session creation.", { param: "expires_at" });
  if (lifetime > day) return decline(400, undefined, "The expires_at timestamp must be less than 24 hours from Checkout Session creation.", { param: "expires_at" });

  const data = (params.payment_intent_data ?? {}) as IntentData;
  const options = (params.payment_method_options ?? {}) as Options;
  const asked = params.allowed_payment_method_types as string[] | undefined;
  const offered = (asked ?? ["card", "twint"]).filter((one) => one === "card" || one === "twint");
  if (data.capture_method === "manual" && asked?.includes("twint"))
    return decline(400, undefined, "twint cannot be used with a capture_method of manual: it cannot be authorised and captured later.", { param: "payment_intent_data[capture_method]" });
  const methods = data.capture_method === "manual" ? offered.filter((one) => one !== "twint") : offered;
  if (methods.length === 0) return decline(400, undefined, "No valid payment method types for this Checkout Session.", { param: "allowed_payment_method_types" });

  const id = desk.newId("cs_test");
  const session: StoredSession = {
    id,
    object: "checkout.session",
    mode: "payment",
    status: "open",
    payment_status: "unpaid",
    payment_intent: null,
    amount_total: priced.total,
    amount_subtotal: priced.total,
    currency: priced.currency,
    customer_email: email,
    client_reference_id: text(params.client_reference_id),
    metadata: metadataOf(params.metadata),
    locale: text(params.locale),
    success_url: params.success_url,
    cancel_url: text(params.cancel_url),
    allowed_payment_method_types: asked ?? null,
    payment_method_types: methods,
    created: desk.now,
    expires_at: desk.realNow + lifetime,
    url: `${desk.pagesOrigin}/play-money/checkout/${id}`,
    livemode: false,
    play: {
      lapsesAt: desk.now + lifetime,
      reserveCard: data.capture_method === "manual" || options.card?.capture_method === "manual",
      title: priced.title,
      intent: { description: text(data.description), metadata: metadataOf(data.metadata), transfer_group: text(data.transfer_group) },
    },
  };
  await desk.rows.put("session", session);
  await desk.rows.put("watch", { id, what: "session", at: session.play.lapsesAt });
  return answer(session);
};

/** Closes an open session; an unfinished attempt to pay ends with it. */
async function endSession(desk: Desk, session: StoredSession): Promise<StoredSession> {
  const expired: StoredSession = { ...session, status: "expired", url: null };
  await desk.rows.put("session", expired);
  await desk.rows.remove("watch", session.id);
  const intent = session.payment_intent && (await desk.rows.get("intent", session.payment_intent));
  if (intent && (intent.status === "requires_payment_method" || intent.status === "requires_action")) await endIntent(desk, intent, "automatic");
  await desk.emit("checkout.session.expired", expired);
  return expired;
}

/** The session as it is now: past its time it is expired. */
export async function currentSession(desk: Desk, id: string): Promise<StoredSession | null> {
  const session = await desk.rows.get("session", id);
  return session?.status === "open" && desk.now >= session.play.lapsesAt ? endSession(desk, session) : session;
}

export const readSession: Handler = async (desk, params, id) => {
  const session = await currentSession(desk, id);
  if (!session) return missing("checkout.session", id);
  const intent = session.payment_intent && expands(params, "payment_intent") ? await currentIntent(desk, session.payment_intent) : null;
  const view = publicView(session);
  return answer(intent ? { ...view, payment_intent: await showIntent(desk, intent, expands(params, "payment_intent.latest_charge")) } : view);
};

export const expireSession: Handler = async (desk, _params, id) => {
  const session = await currentSession(desk, id);
  if (!session) return missing("checkout.session", id);
  if (session.status !== "open")
    return decline(400, undefined, `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`);
  return answer(await endSession(desk, session));
};

/** Everything that time alone has ended since the last look, so that its events go out without anybody reading. */
export async function lapse(desk: Desk): Promise<void> {
  for (const watch of await desk.rows.list("watch")) {
    if (desk.now < watch.at) continue;
    await (watch.what === "session" ? currentSession(desk, watch.id) : currentIntent(desk, watch.id));
  }
}
