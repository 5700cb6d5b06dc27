import { and, asc, eq, inArray } from "drizzle-orm";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { MessageShown } from "../booking/booking.views.ts";
import type { Context } from "../kernel/context.ts";

/** The conversation of a booking, oldest first, with its pictures; empty for strangers. */
export const messagesOf = async (ctx: Context, bookingId: string): Promise<MessageShown[]> => ((await findBooking(ctx, bookingId)) ? conversation(ctx, bookingId) : []);

/** The same for a booking that was found for the actor already. */
export async function conversation(ctx: Context, bookingId: string): Promise<MessageShown[]> {
  const { message, file } = ctx.db.t;
  const rows = await ctx.db.select().from(message).where(eq(message.bookingId, bookingId)).orderBy(asc(message.at), asc(message.id));
  const files = rows.length ? await ctx.db.select({ id: file.id, messageId: file.messageId }).from(file).where(and(eq(file.bookingId, bookingId), inArray(file.messageId, rows.map(({ id }) => id)))).orderBy(asc(file.id)) : [];
  return rows.map(({ id, author, words, at, looksSecret }) => ({ id, author, words, at, looksSecret, fileIds: files.filter(({ messageId }) => messageId === id).map((each) => each.id) }));
}
