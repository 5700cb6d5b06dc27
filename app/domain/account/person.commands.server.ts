import { eq } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/words.ts";
import { normalEmail } from "./account.ts";
import { mayKeepAccount } from "./account.policy.ts";

/** The person with this proven address, made if there is none; a name is only filled where none is known. */
export async function personWithEmail(tx: Context, given: { email: string; name: string; locale: Locale }): Promise<{ personId: string; isNew: boolean }> {
  const { person } = tx.db.t;
  const email = normalEmail(given.email);
  const [known] = await tx.db.select({ id: person.id, name: person.name }).from(person).where(eq(person.email, email));
  if (known) {
    if (known.name === "" && given.name !== "") await tx.db.update(person).set({ name: given.name }).where(eq(person.id, known.id));
    return { personId: known.id, isNew: false };
  }
  const personId = tx.newId();
  await tx.db.insert(person).values({ id: personId, email, name: given.name, locale: given.locale, createdAt: tx.now });
  await record(tx, { name: "account.created", subject: { kind: "person", id: personId }, personal: { personId, values: { email, name: given.name } } });
  return { personId, isNew: true };
}

export type Profile = { name: string; mobile: string | null; locale: Locale };

/** Changes name, mobile and the language of mails; the journal names the fields, the values lie beside it. */
export function changeProfile(ctx: Context, next: Profile) {
  return atomically(ctx, async (tx) => {
    if (!mayKeepAccount(tx.actor)) return refuse("signed-out");
    const { person } = tx.db.t;
    const { personId } = tx.actor;
    const [before] = await tx.db.select({ name: person.name, mobile: person.mobile, locale: person.locale }).from(person).where(eq(person.id, personId));
    if (!before) return refuse("not-found");
    const changed = (Object.keys(before) as (keyof Profile)[]).filter((field) => before[field] !== next[field]);
    if (changed.length === 0) return ok({ changed });
    await tx.db.update(person).set(next).where(eq(person.id, personId));
    const values = Object.fromEntries(changed.map((field) => [field, next[field]]));
    await record(tx, { name: "account.profile-changed", subject: { kind: "person", id: personId }, facts: { fields: changed }, personal: { personId, values } });
    return ok({ changed });
  });
}
