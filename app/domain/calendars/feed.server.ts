import { and, asc, eq, gt, inArray, lt, ne } from "drizzle-orm";
import { servicesById } from "../booking/service.queries.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { allow } from "../kernel/limit.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { hour, minute } from "../kernel/time.ts";
import { defaultLocale, isLocale, type Locale, type Words } from "../kernel/words.ts";
import { feedReach, feedStates, type Told, toldAt } from "./feed.ts";

/** 162 bits, so that nobody finds one by trying. */
const tokenLength = 27;
export const isToken = (text: string): boolean => new RegExp(`^[\\w-]{${tokenLength}}$`).test(text);
/** The token comes from a secret and the version, so that it can be shown again; another version is another address. */
const tokenOf = (ctx: Context, helperId: string, version: number): string => ctx.signing.mac("calendar-feed", `${helperId}:${version}`).slice(0, tokenLength);

/** The actor's own feed: its address, or null while there is none, and when a calendar last fetched it. */
export async function myFeed(ctx: Context): Promise<{ address: string | null; lastReadAt: number | null }> {
  const { helperId } = ctx.actor;
  const { calendarFeed } = ctx.db.t;
  const [row] = helperId ? await ctx.db.select().from(calendarFeed).where(eq(calendarFeed.helperId, helperId)) : [];
  if (!row?.tokenHash || !helperId) return { address: null, lastReadAt: null };
  const token = tokenOf(ctx, helperId, row.version);
  // Under another secret the old address still opens, but nobody can show it any more: a new one must be made.
  return ctx.signing.digest(token) === row.tokenHash ? { address: `${ctx.origin}/calendars/${token}.ics`, lastReadAt: row.lastReadAt } : { address: null, lastReadAt: null };
}

/** A new address; the one before leads nowhere from now on. */
export const renewFeed = (ctx: Context): Promise<Result<null, "not-found">> => changeFeed(ctx, true);
/** No address any more. */
export const closeFeed = (ctx: Context): Promise<Result<null, "not-found">> => changeFeed(ctx, false);

const changeFeed = (ctx: Context, isOpen: boolean): Promise<Result<null, "not-found">> =>
  atomically(ctx, async (tx) => {
    const { helperId } = tx.actor;
    if (!helperId) return refuse("not-found");
    const { calendarFeed } = tx.db.t;
    const [row] = await tx.db.select({ version: calendarFeed.version }).from(calendarFeed).where(eq(calendarFeed.helperId, helperId));
    const version = (row?.version ?? 0) + 1;
    const set = { version, tokenHash: isOpen ? tx.signing.digest(tokenOf(tx, helperId, version)) : null, changedAt: tx.now, lastReadAt: null };
    await tx.db.insert(calendarFeed).values({ helperId, ...set }).onConflictDoUpdate({ target: calendarFeed.helperId, set });
    await record(tx, { name: isOpen ? "calendar.feedOpened" : "calendar.feedClosed", subject: { kind: "calendar", id: helperId }, facts: { version } });
    return ok(null);
  });

export type FeedEntry = Told & { bookingId: string; reference: string; sequence: number; service: Words; startsAt: number; endsAt: number };
export type Feed = { locale: Locale; entries: FeedEntry[] };

const reads = { limit: 120, windowMs: hour };
/** Reading is noted this often at most: a calendar asks many times a day. */
const notedEvery = 10 * minute;

/** The feed behind a token, in the helper's language, or why not; every wrong, old or ended one is simply not found. */
export async function readFeed(ctx: Context, token: string): Promise<Result<Feed, "not-found" | "too-many">> {
  if (!isToken(token)) return refuse("not-found");
  const { calendarFeed, helper, person, booking } = ctx.db.t;
  const tokenHash = ctx.signing.digest(token);
  const [owner] = await ctx.db
    .select({ helperId: helper.id, locale: person.locale, lastReadAt: calendarFeed.lastReadAt })
    .from(calendarFeed)
    .innerJoin(helper, eq(helper.id, calendarFeed.helperId))
    .innerJoin(person, eq(person.id, helper.personId))
    .where(and(eq(calendarFeed.tokenHash, tokenHash), ne(helper.state, "ended")));
  if (!owner) return refuse("not-found");
  if (!(await allow(ctx, `calendar-feed:${owner.helperId}`, reads))) return refuse("too-many");
  if (owner.lastReadAt === null || owner.lastReadAt < ctx.now - notedEvery) await ctx.db.update(calendarFeed).set({ lastReadAt: ctx.now }).where(eq(calendarFeed.tokenHash, tokenHash));
  const rows = await ctx.db
    .select()
    .from(booking)
    .where(and(eq(booking.helperId, owner.helperId), eq(booking.provider, "helper"), inArray(booking.state, [...feedStates]), gt(booking.endsAt, ctx.now - feedReach.back), lt(booking.startsAt, ctx.now + feedReach.ahead)))
    .orderBy(asc(booking.startsAt), asc(booking.id));
  const services = await servicesById(ctx);
  const entries = rows.flatMap((row): FeedEntry[] => {
    const told = toldAt(row, ctx.now);
    const service = services.get(row.serviceTypeId)?.content.name;
    return told && service ? [{ ...told, bookingId: row.id, reference: row.reference, sequence: row.sequence, service, startsAt: row.startsAt, endsAt: row.endsAt }] : [];
  });
  return ok({ locale: isLocale(owner.locale) ? owner.locale : defaultLocale, entries });
}
