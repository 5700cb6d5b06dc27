import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import { partOf } from "../booking/booking.policy.ts";
import type { FilePurpose, Picture } from "./files.ts";

const picturesAtMost = 8;

/**
 * Notes a picture that the gateway has re-encoded and saved under `picture.id`; without a booking it is a portrait of the actor.
 * Refusals: not-found, not-allowed, too-many-pictures.
 */
export const storePicture = (ctx: Context, { picture, purpose, bookingId }: { picture: Picture; purpose: FilePurpose; bookingId: string | null }): Promise<Result<{ fileId: string }>> =>
  atomically(ctx, async (tx): Promise<Result<{ fileId: string }>> => {
    const { file } = tx.db.t;
    if (bookingId === null ? tx.actor.personId === null && tx.actor.kind !== "system" : !(await mayAdd(tx, bookingId, purpose))) return refuse("not-found");
    if (bookingId !== null && (await tx.db.$count(file, and(eq(file.bookingId, bookingId), eq(file.purpose, purpose), isNull(file.messageId)))) >= picturesAtMost) return refuse("too-many-pictures");
    const { id, mime, width, height, bytes } = picture;
    await tx.db.insert(file).values({ id, bookingId, ownerId: tx.actor.helperId ?? tx.actor.personId, purpose, mime, width, height, bytes, createdAt: tx.now });
    await record(tx, { name: "file.stored", subject: { kind: "file", id }, facts: { purpose, bookingId, bytes } });
    return ok({ fileId: id });
  });

async function mayAdd(tx: Context, bookingId: string, purpose: FilePurpose): Promise<boolean> {
  const found = await findBooking(tx, bookingId);
  const part = found && partOf(tx.actor, found);
  if (!found || !part || part === "watcher" || part === "visited" || purpose === "portrait") return false;
  if (purpose === "booking") return part === "customer" || part === "staff" || part === "system";
  return purpose === "message" || part !== "customer";
}

/** Takes a picture of one's own draft away again; one that is gone counts as done. */
export const removePicture = (ctx: Context, fileId: string): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const { file } = tx.db.t;
    const [row] = await tx.db.select().from(file).where(eq(file.id, fileId));
    if (!row) return ok(null);
    const found = row.bookingId ? await findBooking(tx, row.bookingId) : null;
    if (!found || row.purpose !== "booking" || !["customer", "staff", "system"].includes(partOf(tx.actor, found) ?? "")) return refuse("not-found");
    if (found.state !== "draft") return refuse("wrong-state");
    await tx.db.delete(file).where(eq(file.id, fileId));
    await record(tx, { name: "file.removed", subject: { kind: "file", id: fileId }, facts: { bookingId: found.id } });
    return ok(null);
  });

/** A new booking takes the pictures of the one it replaces over: rows of its own, the same bytes. */
export async function copyPictures(tx: Context, fromBookingId: string, toBookingId: string): Promise<void> {
  const { file } = tx.db.t;
  const rows = await tx.db.select().from(file).where(and(eq(file.bookingId, fromBookingId), eq(file.purpose, "booking"))).orderBy(asc(file.id));
  if (rows.length) await tx.db.insert(file).values(rows.map((row) => ({ ...row, id: tx.newId(), bookingId: toBookingId, copyOf: row.copyOf ?? row.id, createdAt: tx.now })));
}

/** Ties pictures that were sent ahead to the message they belong to; strangers' are left alone. */
export async function tieToMessage(tx: Context, bookingId: string, messageId: string, fileIds: readonly string[]): Promise<void> {
  const { file } = tx.db.t;
  if (fileIds.length) await tx.db.update(file).set({ messageId }).where(and(inArray(file.id, [...fileIds]), eq(file.bookingId, bookingId), eq(file.purpose, "message"), isNull(file.messageId)));
}
