import { answer, decline, type Desk, type Handler, metadataOf, type Params, publicView, type Reply, text } from "./desk.server.ts";
import type { StoredAccount } from "./objects.ts";

type Asked = { recipient?: { capabilities?: { stripe_balance?: { stripe_transfers?: { requested?: boolean } } } } };
type UseCase = { type?: string; account_onboarding?: { configurations?: string[]; return_url?: string; refresh_url?: string } };

const unknown = (id: string): Reply => decline(404, "not_found", `No such account: '${id}'`, { param: "id" });

/** API v2 leaves out what `include` did not ask for. */
export function show(account: StoredAccount, params: Params): Reply {
  const included = ((params.include ?? []) as string[]).map((one) => one.split(".")[0]);
  const { configuration, identity, defaults, ...rest } = publicView(account);
  const parts = { configuration, identity, defaults };
  const shown = Object.entries(parts).map(([name, value]) => [name, included.includes(name) ? value : null]);
  return answer({ ...rest, ...Object.fromEntries(shown) });
}

export const createAccount: Handler = async (desk, params) => {
  const asked = (params.configuration ?? {}) as Asked;
  if (!asked.recipient?.capabilities?.stripe_balance?.stripe_transfers?.requested)
    return decline(400, "invalid_fields", "The stand-in makes recipients that ask for stripe_transfers.", { param: "configuration" });
  const account: StoredAccount = {
    id: desk.newId("acct"),
    object: "v2.core.account",
    applied_configurations: ["recipient"],
    contact_email: text(params.contact_email),
    display_name: text(params.display_name),
    dashboard: text(params.dashboard),
    identity: (params.identity as Record<string, unknown> | undefined) ?? null,
    defaults: (params.defaults as Record<string, unknown> | undefined) ?? null,
    configuration: { recipient: { applied: true, capabilities: { stripe_balance: { stripe_transfers: { status: "pending", status_details: [] } } } } },
    metadata: metadataOf(params.metadata),
    created: new Date(desk.now * 1000).toISOString(),
    livemode: false,
    play: { link: null },
  };
  await desk.rows.put("account", account);
  return show(account, params);
};

export const readAccount: Handler = async (desk, params, id) => {
  const account = await desk.rows.get("account", id);
  return account ? show(account, params) : unknown(id);
};

export const createAccountLink: Handler = async (desk, params) => {
  const id = text(params.account) ?? "";
  const account = await desk.rows.get("account", id);
  if (!account) return unknown(id);
  const use = params.use_case as UseCase;
  const onboarding = use.account_onboarding;
  if (use.type !== "account_onboarding" || !onboarding?.return_url || !onboarding.refresh_url)
    return decline(400, "invalid_fields", "The stand-in makes onboarding links with return_url and refresh_url.", { param: "use_case" });
  await desk.rows.put("account", { ...account, play: { link: { returnUrl: onboarding.return_url, refreshUrl: onboarding.refresh_url } } });
  return answer({
    object: "v2.core.account_link",
    account: id,
    created: new Date(desk.now * 1000).toISOString(),
    expires_at: new Date((desk.now + 300) * 1000).toISOString(),
    livemode: false,
    url: `${desk.pagesOrigin}/play-money/onboarding/${id}`,
    use_case: use,
  });
};

/** The person finished the hosted form: transfers become possible. Done twice it changes nothing. */
export async function activate(desk: Desk, account: StoredAccount): Promise<StoredAccount> {
  if (account.configuration.recipient.capabilities.stripe_balance.stripe_transfers.status === "active") return account;
  const active: StoredAccount = {
    ...account,
    configuration: { recipient: { applied: true, capabilities: { stripe_balance: { stripe_transfers: { status: "active", status_details: [] } } } } },
  };
  await desk.rows.put("account", active);
  await desk.emitThin("v2.core.account[configuration.recipient].capability_status_updated", {
    id: account.id,
    type: "v2.core.account",
    url: `/v2/core/accounts/${account.id}`,
  });
  return active;
}
