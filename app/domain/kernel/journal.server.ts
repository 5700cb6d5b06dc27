import { canonical } from "./canonical.ts";
import type { Context } from "./context.ts";
import { actsAs } from "./watching.server.ts";

export type Fact = {
  /** What happened, in the past tense: "booking.accepted". */
  name: string;
  subject: { kind: string; id: string };
  /** Ids, codes, amounts and names of changed fields: never a personal value. */
  facts?: Record<string, unknown>;
  /** Values that concern one person; kept beside the journal and erased with them. */
  personal?: { personId: string; values: Record<string, unknown> };
};

/** Appends what happened, unchained; the sealing job numbers and chains it later. */
export async function record(tx: Context, { name, subject, facts = {}, personal }: Fact): Promise<void> {
  const { journalEntry, journalPersonal } = tx.db.t;
  const entryId = tx.newId();
  // Who acts for a customer is named by an id only: the name lies beside the booking and goes with it.
  const watcher = subject.kind === "booking" ? await actsAs(tx, subject.id) : null;
  const salt = personal ? Buffer.from(tx.random.bytes(16)).toString("hex") : null;
  await tx.db.insert(journalEntry).values({
    id: entryId,
    name,
    subjectKind: subject.kind,
    subjectId: subject.id,
    actorKind: tx.actor.kind,
    actorId: tx.actor.personId,
    at: tx.now,
    facts: watcher ? { ...facts, watcherId: watcher.id } : facts,
    personalDigest: personal && salt ? personalDigestOf(tx, salt, personal.values) : null,
  });
  if (personal && salt) await tx.db.insert(journalPersonal).values({ id: tx.newId(), entryId, personId: personal.personId, salt, values: personal.values });
}

/** What the chain keeps of personal values: without the salt, which goes with them, it says nothing. */
export const personalDigestOf = (ctx: Pick<Context, "signing">, salt: string, values: Record<string, unknown>): string => ctx.signing.digest(salt + canonical(values));
