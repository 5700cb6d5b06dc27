import { and, asc, eq, isNull } from "drizzle-orm";
import { findBooking } from "../booking/booking.queries.server.ts";
import { servingStates } from "../helper/helper.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";

/** A picture that the actor may see: `storedAs` names the bytes, `shared` says that a cache may keep it for everybody. Null for a stranger's. */
export async function fileFor(ctx: Context, id: string): Promise<{ id: string; storedAs: string; mime: string; bytes: number; shared: boolean } | null> {
  const { file } = ctx.db.t;
  const [row] = await ctx.db.select().from(file).where(eq(file.id, id));
  if (!row) return null;
  const shared = row.purpose === "portrait" && (await isPublicPortrait(ctx, id));
  if (!shared && !(row.bookingId ? await seesPictures(ctx, row.bookingId) : seesPortrait(ctx, row.ownerId))) return null;
  return { id, storedAs: row.copyOf ?? row.id, mime: row.mime, bytes: row.bytes, shared };
}

/** Who is visited sees the visit, not what others have sent about it. */
const seesPictures = async (ctx: Context, bookingId: string): Promise<boolean> => {
  const found = await findBooking(ctx, bookingId);
  return found !== null && found.watching?.right !== "visited";
};

const seesPortrait = (ctx: Context, ownerId: string | null): boolean =>
  hasRole(ctx.actor, "certifier", "support", "quality") || ctx.actor.kind === "system" || (ownerId !== null && (ownerId === ctx.actor.personId || ownerId === ctx.actor.helperId));

/** The pictures of helpers who serve, and the company's own, are public. */
async function isPublicPortrait(ctx: Context, id: string): Promise<boolean> {
  const { helper } = ctx.db.t;
  if (ctx.settings.brand.logoFileId === id) return true;
  const [row] = await ctx.db.select({ state: helper.state }).from(helper).where(eq(helper.photoFileId, id));
  return row !== undefined && servingStates.includes(row.state);
}

/** The customer's pictures of a booking; ask only with a booking that was found for the actor. */
export async function picturesOf(ctx: Context, bookingId: string): Promise<string[]> {
  const { file } = ctx.db.t;
  return (await ctx.db.select({ id: file.id }).from(file).where(and(eq(file.bookingId, bookingId), eq(file.purpose, "booking"), isNull(file.messageId))).orderBy(asc(file.createdAt), asc(file.id))).map((row) => row.id);
}
