import { and, desc, eq } from "drizzle-orm";
import { tellCustomer, tellHelper } from "../booking/booking.moves.server.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import { tieToMessage } from "../files/files.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { minute } from "../kernel/time.ts";
import { looksSecret, messageLimit } from "./messaging.ts";
import { authorOf } from "./messaging.policy.ts";

export type Posted = { messageId: string; looksSecret: boolean };
const twice = minute;

/**
 * Writes to the other side of a booking, with pictures that were stored for it before. `looksSecret` asks the screen to warn.
 * The same words sent again within a minute are the same message. Refusals: not-found, not-allowed, invalid.
 */
export const postMessage = (ctx: Context, bookingId: string, { words, fileIds = [] }: { words: string; fileIds?: readonly string[] }): Promise<Result<Posted>> =>
  atomically(ctx, async (tx): Promise<Result<Posted>> => {
    const booking = await findBooking(tx, bookingId);
    if (!booking) return refuse("not-found");
    const author = authorOf(tx.actor, booking);
    if (!author) return refuse("not-allowed");
    const said = words.trim();
    if ((said === "" && fileIds.length === 0) || said.length > messageLimit) return refuse("invalid", { words: said === "" ? "errors.field.required" : "errors.field.tooLong" });
    const { message } = tx.db.t;
    const [last] = await tx.db.select().from(message).where(and(eq(message.bookingId, bookingId), eq(message.author, author))).orderBy(desc(message.at), desc(message.id)).limit(1);
    if (last && last.words === said && tx.now - last.at < twice && fileIds.length === 0) return ok({ messageId: last.id, looksSecret: last.looksSecret });
    const id = tx.newId();
    const secret = looksSecret(said);
    await tx.db.insert(message).values({ id, bookingId, author, authorId: author === "helper" ? tx.actor.helperId : tx.actor.personId, words: said, at: tx.now, looksSecret: secret });
    await tieToMessage(tx, bookingId, id, fileIds);
    await record(tx, { name: "message.posted", subject: { kind: "booking", id: bookingId }, facts: { messageId: id, author, pictures: fileIds.length, looksSecret: secret } });
    if (author !== "customer") await tellCustomer(tx, booking, "message", { author, messageId: id });
    // The professional service is answered by support: its own words need no mail to itself.
    if (author === "customer" || (author === "staff" && booking.provider === "helper")) await tellHelper(tx, booking, "message", { author, messageId: id });
    return ok({ messageId: id, looksSecret: secret });
  });
