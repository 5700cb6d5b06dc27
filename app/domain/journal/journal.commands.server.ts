import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { violation } from "#db/violation.ts";
import type { Context } from "../kernel/context.ts";
import { beginning, linkText } from "./journal.ts";

const batch = 500;

/**
 * Numbers committed entries and chains them, `atMost` at a time; says how many. Two processes at once do no harm:
 * the number is unique, so one transaction wins and the other finds nothing left to do.
 */
export async function sealJournal(ctx: Context, atMost = 20 * batch): Promise<number> {
  let sealed = 0;
  while (sealed < atMost) {
    const { journalEntry: entry } = ctx.db.t;
    // Read outside the transaction, so that sealing never makes a command start again.
    const waiting = await ctx.db.select().from(entry).where(isNull(entry.seq)).orderBy(asc(entry.id)).limit(batch);
    if (waiting.length === 0) return sealed;
    try {
      await ctx.store.tx(async (db) => {
        const [head] = await db.select({ seq: entry.seq, hash: entry.hash }).from(entry).where(isNotNull(entry.seq)).orderBy(desc(entry.seq)).limit(1);
        let seq = head?.seq ?? 0;
        let previousHash = head?.hash ?? beginning;
        for (const row of waiting) {
          const hash = ctx.signing.digest(linkText(seq + 1, previousHash, row));
          const [mine] = await db.update(entry).set({ seq: seq + 1, previousHash, hash }).where(and(eq(entry.id, row.id), isNull(entry.seq))).returning({ id: entry.id });
          if (!mine) continue;
          seq += 1;
          previousHash = hash;
        }
      });
    } catch (problem) {
      if (violation(problem)?.name === "journal_seq") return sealed;
      throw problem;
    }
    sealed += waiting.length;
  }
  return sealed;
}

/** Forgets a person's values beside the journal, inside the transaction that erases the person; the chain stays whole. */
export async function erasePerson(tx: Context, personId: string): Promise<number> {
  const { journalPersonal } = tx.db.t;
  const gone = await tx.db.delete(journalPersonal).where(eq(journalPersonal.personId, personId)).returning({ id: journalPersonal.id });
  return gone.length;
}
