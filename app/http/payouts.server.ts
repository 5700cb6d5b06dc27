import { and, eq } from "drizzle-orm";
import { setPayoutAccount } from "#app/domain/helper/helper.commands.server.ts";
import type { HelperRow } from "#app/domain/helper/helper.queries.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { ok, refuse, type Result } from "#app/domain/kernel/result.ts";
import { ask, type OperationRow } from "#app/domain/payment/operations.server.ts";
import { recordOperation } from "#app/domain/payment/record.commands.server.ts";
import { sendOnce } from "#app/jobs/payment.server.ts";
import type { App } from "./app.server.ts";

export type PayoutRefusal = "not-found" | "provider-silent";

/**
 * The address of the hosted onboarding for a helper's payout account. The account is asked for once, with frozen parameters
 * under one key, so that a lost answer makes no second account. `returnTo` is the path that both ways lead back to.
 */
export async function openOnboarding(app: App, ctx: Context, helper: HelperRow, returnTo: string): Promise<Result<{ url: string }, PayoutRefusal>> {
  if (helper.state === "ended") return refuse("not-found");
  try {
    const account = helper.payoutAccountId ? ok(helper.payoutAccountId) : await makeAccount(app, ctx, helper);
    if (!account.ok) return account;
    const { url } = await app.payments.onboardingLink(account.value, `${ctx.origin}${returnTo}`, `${ctx.origin}${returnTo}`);
    return ok({ url });
  } catch (problem) {
    app.log.warn({ problem: problem instanceof Error ? problem.message : "unknown" }, "payout onboarding");
    return refuse("provider-silent");
  }
}

async function makeAccount(app: App, ctx: Context, helper: HelperRow): Promise<Result<string, PayoutRefusal>> {
  const frozen = await frozenOperation(ctx, helper);
  if (!frozen.ok) return frozen;
  const operation = frozen.value;
  let accountId = operation.state === "done" ? String(operation.result?.accountId ?? "") : "";
  if (!accountId) {
    const made = await sendOnce(app, ctx, operation, null);
    if (!made.ok) return refuse("provider-silent");
    accountId = String(made.value.accountId);
    await recordOperation(ctx, operation.id, { ok: true, result: { accountId } });
  }
  const set = await setPayoutAccount(ctx, helper.id, { id: accountId, active: false });
  return set.ok ? ok(accountId) : refuse("not-found");
}

/** The one call that makes this helper's account, frozen in the database before it is made; the runner repeats it when nobody else does. */
const frozenOperation = (ctx: Context, helper: HelperRow): Promise<Result<OperationRow, PayoutRefusal>> =>
  atomically(ctx, async (tx): Promise<Result<OperationRow, PayoutRefusal>> => {
    const { paymentOperation, person } = tx.db.t;
    const key = `account:${helper.id}`;
    const known = () => tx.db.select().from(paymentOperation).where(and(eq(paymentOperation.key, key), eq(paymentOperation.kind, "account")));
    const [before] = await known();
    if (before) return ok(before);
    const [who] = await tx.db.select({ email: person.email }).from(person).where(eq(person.id, helper.personId));
    if (!who?.email) return refuse("not-found");
    await ask(tx, "account", key, { helperId: helper.id, email: who.email, name: `${helper.givenName} ${helper.familyName}` }, { helperId: helper.id });
    const [made] = await known();
    return made ? ok(made) : refuse("not-found");
  });

export type PayoutStanding = { state: "none" | "pending" | "active"; activeAt: number | null; isSilent: boolean };

/** Where the account stands by the provider's own word; what changed is kept. A silent provider leaves what is known. */
export async function readPayoutStanding(app: App, ctx: Context, helper: HelperRow): Promise<PayoutStanding> {
  const { payoutAccountId: id, payoutActiveAt: activeAt } = helper;
  if (!id) return { state: "none", activeAt: null, isSilent: false };
  if (activeAt !== null) return { state: "active", activeAt, isSilent: false };
  try {
    const { transfersActive } = await app.payments.readAccount(id);
    if (!transfersActive) return { state: "pending", activeAt: null, isSilent: false };
    const set = await setPayoutAccount(ctx, helper.id, { id, active: true });
    return set.ok ? { state: "active", activeAt: set.value.payoutActiveAt, isSilent: false } : { state: "pending", activeAt: null, isSilent: false };
  } catch (problem) {
    app.log.warn({ problem: problem instanceof Error ? problem.message : "unknown" }, "payout standing");
    return { state: "pending", activeAt: null, isSilent: true };
  }
}
