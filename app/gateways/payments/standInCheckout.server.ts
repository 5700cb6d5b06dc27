import { ok, type Result, refuse } from "#app/domain/kernel/result.ts";
import { isLocale, type Locale } from "#app/domain/kernel/words.ts";
import { activate } from "./standin/accounts.server.ts";
import type { Desk } from "./standin/desk.server.ts";
import { authorise, currentIntent, fail, intentOf } from "./standin/intents.server.ts";
import type { PaymentProblem, StoredIntent, StoredSession } from "./standin/objects.ts";
import { currentSession } from "./standin/sessions.server.ts";
import type { StandIn } from "./standin.server.ts";

export type PlayChoice = "card" | "card_declined" | "card_3ds" | "twint";
export const playChoices: readonly PlayChoice[] = ["card", "card_declined", "card_3ds", "twint"];

export type SessionView = {
  sessionId: string;
  status: "open" | "complete" | "expired";
  locale: Locale;
  title: string;
  reference: string | null;
  amountMinor: number;
  email: string | null;
  /** Whether a card is only reserved. */
  reserveCard: boolean;
  methods: readonly ("card" | "twint")[];
  /** Why the last attempt failed. */
  problem: "declined" | "not_confirmed" | null;
  /** The customer is asked to confirm with the bank. */
  confirming: boolean;
  /** Back to the shop: without paying while open, with the result afterwards. */
  backUrl: string;
};

type Step = Result<{ redirectTo: string }, "unknown_session" | "session_closed" | "method_not_offered" | "nothing_to_confirm">;

const localeOf = (session: StoredSession): Locale => {
  const language = session.locale?.slice(0, 2);
  return isLocale(language) ? language : "en";
};
const successUrl = (session: StoredSession) => session.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id);
const pageOf = (desk: Desk, session: StoredSession, rest = "") => `${desk.pagesOrigin}/play-money/checkout/${session.id}${rest}`;

const declined: PaymentProblem = { type: "card_error", code: "card_declined", decline_code: "generic_decline", message: "Your card was declined." };
const unconfirmed: PaymentProblem = {
  type: "invalid_request_error",
  code: "payment_intent_authentication_failure",
  message: "The provided PaymentMethod has failed authentication.",
};

/** What the hosted page shows; null for an unknown id. */
export function viewSession(standIn: StandIn, sessionId: string): Promise<SessionView | null> {
  return standIn.run(async (desk) => {
    const session = await currentSession(desk, sessionId);
    if (!session) return null;
    const intent = session.payment_intent ? await currentIntent(desk, session.payment_intent) : null;
    const code = intent?.last_payment_error?.code;
    return {
      sessionId,
      status: session.status,
      locale: localeOf(session),
      title: session.play.title,
      reference: session.client_reference_id,
      amountMinor: session.amount_total,
      email: session.customer_email,
      reserveCard: session.play.reserveCard,
      methods: session.payment_method_types.filter((one): one is "card" | "twint" => one === "card" || one === "twint"),
      problem: code === declined.code ? "declined" : code === unconfirmed.code ? "not_confirmed" : null,
      confirming: intent?.status === "requires_action",
      backUrl: session.status === "complete" ? successUrl(session) : (session.cancel_url ?? session.success_url),
    };
  });
}

async function complete(desk: Desk, session: StoredSession, intent: StoredIntent, method: "card" | "twint"): Promise<string> {
  // Completed first: capturing at once marks the session as paid, and that mark must stay.
  const closed: StoredSession = { ...session, status: "complete", payment_intent: intent.id, url: null };
  await desk.rows.put("session", closed);
  await desk.rows.remove("watch", session.id);
  await authorise(desk, intent, method, method === "card" && session.play.reserveCard);
  await desk.emit("checkout.session.completed", (await desk.rows.get("session", session.id)) ?? closed);
  return successUrl(session);
}

/** The customer chooses a way to pay. A session paid already leads on without paying twice. */
export function pay(standIn: StandIn, sessionId: string, choice: PlayChoice): Promise<Step> {
  return standIn.run(async (desk) => {
    const session = await currentSession(desk, sessionId);
    if (!session) return refuse("unknown_session");
    if (session.status === "complete") return ok({ redirectTo: successUrl(session) });
    if (session.status === "expired") return refuse("session_closed");
    const method = choice === "twint" ? "twint" : "card";
    if (!session.payment_method_types.includes(method)) return refuse("method_not_offered");
    const intent = await intentOf(desk, session);
    if (choice === "card_declined") {
      await fail(desk, intent, declined);
      return ok({ redirectTo: pageOf(desk, session) });
    }
    if (choice === "card_3ds") {
      const url = pageOf(desk, session, "/3ds");
      const waiting: StoredIntent = {
        ...intent,
        status: "requires_action",
        last_payment_error: null,
        next_action: { type: "redirect_to_url", redirect_to_url: { url, return_url: successUrl(session) } },
      };
      await desk.rows.put("intent", waiting);
      await desk.emit("payment_intent.requires_action", waiting);
      return ok({ redirectTo: url });
    }
    return ok({ redirectTo: await complete(desk, session, intent, method) });
  });
}

/** The bank's page: confirmed leads to success, refused back to the choice of a way to pay. */
export function confirm3ds(standIn: StandIn, sessionId: string, confirmed: boolean): Promise<Step> {
  return standIn.run(async (desk) => {
    const session = await currentSession(desk, sessionId);
    if (!session) return refuse("unknown_session");
    if (session.status === "complete") return ok({ redirectTo: successUrl(session) });
    if (session.status === "expired") return refuse("session_closed");
    const intent = session.payment_intent ? await desk.rows.get("intent", session.payment_intent) : null;
    if (intent?.status !== "requires_action") return refuse("nothing_to_confirm");
    if (confirmed) return ok({ redirectTo: await complete(desk, session, intent, "card") });
    await fail(desk, intent, unconfirmed);
    return ok({ redirectTo: pageOf(desk, session) });
  });
}

/** The customer goes back without paying. The session stays open, as it does at Stripe: the shop expires it. */
export function abandon(standIn: StandIn, sessionId: string): Promise<Step> {
  return standIn.run(async (desk) => {
    const session = await currentSession(desk, sessionId);
    if (!session) return refuse("unknown_session");
    return ok({ redirectTo: session.status === "complete" ? successUrl(session) : (session.cancel_url ?? session.success_url) });
  });
}

export type OnboardingView = { accountId: string; name: string | null; email: string | null; active: boolean; returnUrl: string };

/** What the payout onboarding page shows; null for an unknown account or one without a link. */
export function viewOnboarding(standIn: StandIn, accountId: string): Promise<OnboardingView | null> {
  return standIn.run(async (desk) => {
    const account = await desk.rows.get("account", accountId);
    if (!account?.play.link) return null;
    const { status } = account.configuration.recipient.capabilities.stripe_balance.stripe_transfers;
    return { accountId, name: account.display_name, email: account.contact_email, active: status === "active", returnUrl: account.play.link.returnUrl };
  });
}

export function completeOnboarding(standIn: StandIn, accountId: string): Promise<Result<{ redirectTo: string }, "unknown_account">> {
  return standIn.run(async (desk) => {
    const account = await desk.rows.get("account", accountId);
    if (!account?.play.link) return refuse("unknown_account");
    await activate(desk, account);
    return ok({ redirectTo: account.play.link.returnUrl });
  });
}
