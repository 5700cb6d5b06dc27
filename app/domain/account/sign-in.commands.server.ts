import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { allow } from "../kernel/limit.server.ts";
import { ok, refuse } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { codeTries, lifetimes, limits, normalEmail, safeReturnTo } from "./account.ts";
import { personWithEmail } from "./person.commands.server.ts";
import { openSession } from "./session.commands.server.ts";

/** Where a sign-in comes from: its network's address, its device's name, the session it replaces. */
export type From = { network: string; device: string; replaces: string | null };

const codeHash = (ctx: Context, id: string, code: string) => ctx.signing.mac("sign-in-code", `${id} ${code}`);
const linkHash = (ctx: Context, token: string) => ctx.signing.digest(`sign-in-link ${token}`);
export const networkKey = (ctx: Context, purpose: string, network: string) => `${purpose}:network:${ctx.signing.mac("network", network)}`;

/** Sends a link and a code to an address, whoever it belongs to: the answer is the same for every address. */
export async function requestSignIn(ctx: Context, asked: { email: string; returnTo: string | null; network: string }) {
  const email = normalEmail(asked.email);
  const withinNetwork = await allow(ctx, networkKey(ctx, "sign-in", asked.network), limits.signInNetwork);
  if (!withinNetwork || !(await allow(ctx, `sign-in:account:${ctx.signing.mac("account", email)}`, limits.signInAccount))) return refuse("too-many");
  return atomically(ctx, async (tx) => {
    const id = tx.newId();
    const code = String(Math.floor(tx.random.next() * 1_000_000)).padStart(6, "0");
    const token = Buffer.from(tx.random.bytes(24)).toString("base64url");
    await tx.db.insert(tx.db.t.signIn).values({
      id,
      email,
      codeHash: codeHash(tx, id, code),
      linkHash: linkHash(tx, token),
      returnTo: safeReturnTo(asked.returnTo),
      locale: tx.locale,
      createdAt: tx.realNow,
      expiresAt: tx.realNow + lifetimes.code,
    });
    await record(tx, { name: "account.sign-in-requested", subject: { kind: "sign-in", id } });
    await later(tx, "mail", { kind: "sign-in", email, locale: tx.locale, data: { code, link: `${tx.origin}/${tx.locale}/sign-in/link/${token}`, minutes: lifetimes.code / minute } });
    return ok({ signInId: id });
  });
}

/** The code as typed: counts the try first, so that nobody gets more than five, however many ask at once. */
export async function signInWithCode(ctx: Context, { signInId, code, from }: { signInId: string; code: string; from: From }) {
  if (!(await allow(ctx, networkKey(ctx, "code", from.network), limits.codeNetwork))) return refuse("too-many");
  const { signIn } = ctx.store.t;
  const [tried] = await ctx.store.db
    .update(signIn)
    .set({ attempts: sql`${signIn.attempts} + 1` })
    .where(and(eq(signIn.id, signInId), lt(signIn.attempts, codeTries), isNull(signIn.usedAt), gt(signIn.expiresAt, ctx.realNow)))
    .returning({ codeHash: signIn.codeHash, attempts: signIn.attempts });
  if (!tried) return refuse("code-over");
  if (!ctx.signing.matches("sign-in-code", `${signInId} ${code.replace(/\s/g, "")}`, tried.codeHash)) {
    const left = codeTries - tried.attempts;
    return left > 0 ? refuse("wrong-code", { left }) : refuse("code-over");
  }
  return spend(ctx, eq(signIn.id, signInId), from);
}

/** The link, after its button was pressed. */
export async function signInWithLink(ctx: Context, { token, from }: { token: string; from: From }) {
  if (!(await allow(ctx, networkKey(ctx, "code", from.network), limits.codeNetwork))) return refuse("too-many");
  return spend(ctx, eq(ctx.store.t.signIn.linkHash, linkHash(ctx, token)), from);
}

/** Whether a link still opens something, and for whom; looking does not use it up. */
export async function signInUnderLink(ctx: Context, token: string): Promise<{ email: string } | null> {
  const { signIn } = ctx.db.t;
  const [row] = await ctx.db
    .select({ email: signIn.email })
    .from(signIn)
    .where(and(eq(signIn.linkHash, linkHash(ctx, token)), isNull(signIn.usedAt), gt(signIn.expiresAt, ctx.realNow)));
  return row ?? null;
}

function spend(ctx: Context, which: ReturnType<typeof eq>, from: From) {
  return atomically(ctx, async (tx) => {
    const { signIn } = tx.db.t;
    const [used] = await tx.db
      .update(signIn)
      .set({ usedAt: tx.realNow })
      .where(and(which, isNull(signIn.usedAt), gt(signIn.expiresAt, tx.realNow)))
      .returning({ email: signIn.email, returnTo: signIn.returnTo });
    if (!used) return refuse("code-over");
    const { personId, isNew } = await personWithEmail(tx, { email: used.email, name: "", locale: tx.locale });
    const token = await openSession(tx, { personId, level: "full", staff: false, device: from.device, replaces: from.replaces });
    await record(tx, { name: "account.signed-in", subject: { kind: "person", id: personId }, facts: { way: "mail", isNew } });
    const isHelper = (await tx.db.$count(tx.db.t.helper, eq(tx.db.t.helper.personId, personId))) > 0;
    return ok({ token, personId, isNew, isHelper, returnTo: used.returnTo });
  });
}
