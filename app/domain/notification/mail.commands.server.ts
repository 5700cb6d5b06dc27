import { eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

const gone = "";

/** Empties the archived mails to a person, inside the transaction that erases them; that they were written stays countable. */
export async function eraseMails(tx: Context, personId: string): Promise<number> {
  const { mail } = tx.db.t;
  const rows = await tx.db.update(mail).set({ toAddress: gone, subject: gone, html: gone, text: gone, personId: null }).where(eq(mail.personId, personId)).returning({ id: mail.id });
  return rows.length;
}
