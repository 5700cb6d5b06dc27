import { and, eq, isNotNull, like, ne } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

const gone = "";

/** Empties the archived mails to a person, inside the transaction that erases them; that they were written stays countable. */
export async function eraseMails(tx: Context, personId: string): Promise<number> {
  const { mail } = tx.db.t;
  const rows = await tx.db.update(mail).set({ toAddress: gone, subject: gone, html: gone, text: gone, personId: null }).where(eq(mail.personId, personId)).returning({ id: mail.id });
  return rows.length;
}

/**
 * Empties the archived mails about a booking whose personal data goes: they hold street, telephone and the names of who is visited and who watches.
 * Which mail was written when and to whom stays, but not the addresses of watchers, who are forgotten with it.
 */
export async function blurMails(tx: Context, bookingId: string): Promise<void> {
  const { mail } = tx.db.t;
  await tx.db.update(mail).set({ subject: gone, html: gone, text: gone }).where(and(eq(mail.bookingId, bookingId), ne(mail.html, gone)));
  await tx.db.update(mail).set({ toAddress: gone }).where(and(eq(mail.bookingId, bookingId), like(mail.kind, "%.watcher"), ne(mail.toAddress, gone)));
}

/** The same for what was written about bookings that are blurred already: before mails were emptied with them, or late. At most so many at once. */
export async function blurLateMails(ctx: Context, most = 500): Promise<number> {
  const { mail, booking } = ctx.db.t;
  const rows = await ctx.db.selectDistinct({ id: booking.id }).from(booking).innerJoin(mail, eq(mail.bookingId, booking.id)).where(and(isNotNull(booking.blurredAt), ne(mail.html, gone))).limit(most);
  for (const { id } of rows) await blurMails(ctx, id);
  return rows.length;
}
