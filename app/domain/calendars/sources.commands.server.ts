import { and, eq } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { allow } from "../kernel/limit.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { day, hour } from "../kernel/time.ts";
import { busyFrom } from "./busy.server.ts";
import { type BusySpan, type CalendarFetcher, calendarLimits, expandedAhead, hostOf, nextLook, ownUid, readAddress, type ReadingNote, type SourceProblem } from "./calendars.ts";
import { raiseConflicts } from "./conflicts.server.ts";
import { ownSource, type SourceRow } from "./sources.queries.server.ts";

export type AddRefusal = SourceProblem | "not-found" | "missing" | "address" | "password" | "known" | "too-many-sources" | "too-many";

const looks = { limit: 30, windowMs: hour };
const nothing = { etag: null, lastModified: null };
const window = (ctx: Context) => ({ from: ctx.now - day, until: ctx.now + expandedAhead.whole, zone: ctx.settings.zone, isOwn: ownUid(ctx.origin) });

/** Looks at an address at once and keeps it when it is a calendar; otherwise says why not, and nothing is kept. Not for a transaction: it fetches. */
export async function addAddress(ctx: Context, calendars: CalendarFetcher, { address, name }: { address: string; name: string }): Promise<Result<{ sourceId: string }, AddRefusal>> {
  const { helperId } = ctx.actor;
  if (!helperId) return refuse("not-found");
  const read = readAddress(address);
  if (!read.ok) return refuse(read.problem);
  const { url } = read;
  if (!(await allow(ctx, `calendar-look:${helperId}`, looks))) return refuse("too-many");
  const fetched = await calendars.fetch(url, nothing);
  if (!fetched.ok) return refuse(fetched.problem);
  if (fetched.unchanged) return refuse("server-error");
  const { text, etag, lastModified } = fetched;
  return insert(ctx, helperId, text, { kind: "url", url, etag, lastModified, name: name || hostOf(url), nextAt: nextLook(ctx.realNow, 0, ctx.random.next()) });
}

/** Reads an uploaded calendar once; its text is not kept. */
export async function addFile(ctx: Context, { text, name }: { text: string; name: string }): Promise<Result<{ sourceId: string }, AddRefusal>> {
  const { helperId } = ctx.actor;
  if (!helperId) return refuse("not-found");
  if (!(await allow(ctx, `calendar-look:${helperId}`, looks))) return refuse("too-many");
  return insert(ctx, helperId, text, { kind: "file", url: null, etag: null, lastModified: null, name, nextAt: null });
}

type New = Pick<SourceRow, "kind" | "url" | "etag" | "lastModified" | "name" | "nextAt">;

async function insert(ctx: Context, calendarId: string, text: string, more: New): Promise<Result<{ sourceId: string }, AddRefusal>> {
  const read = busyFrom(text, window(ctx));
  if (!read.ok) return refuse(read.problem);
  const added = await atomically(ctx, async (tx): Promise<Result<{ sourceId: string }, AddRefusal>> => {
    const { calendarSource } = tx.db.t;
    const known = await tx.db.select({ url: calendarSource.url }).from(calendarSource).where(eq(calendarSource.calendarId, calendarId));
    if (more.url !== null && known.some(({ url }) => url === more.url)) return refuse("known");
    if (known.length >= calendarLimits.sources) return refuse("too-many-sources");
    const id = tx.newId();
    await tx.db.insert(calendarSource).values({ id, calendarId, ...more, name: more.name.slice(0, calendarLimits.nameLength), state: "ok", digest: tx.signing.digest(text), notes: read.notes, spans: read.spans.length, lastTriedAt: tx.now, lastFetchedAt: tx.now, expandedUntil: window(tx).until, createdAt: tx.now });
    await keepSpans(tx, { id, calendarId }, read.spans);
    await record(tx, { name: "calendar.sourceAdded", subject: { kind: "calendar", id: calendarId }, facts: { sourceId: id, kind: more.kind, spans: read.spans.length } });
    return ok({ sourceId: id });
  });
  if (added.ok) await raiseConflicts(ctx);
  return added;
}

/** Replaces what a source takes; the same rows again are no harm. */
async function keepSpans(tx: Context, { id, calendarId }: Pick<SourceRow, "id" | "calendarId">, spans: readonly BusySpan[]): Promise<void> {
  const { calendarBusy } = tx.db.t;
  await tx.db.delete(calendarBusy).where(eq(calendarBusy.sourceId, id));
  for (let from = 0; from < spans.length; from += 500) await tx.db.insert(calendarBusy).values(spans.slice(from, from + 500).map((span) => ({ sourceId: id, calendarId, ...span })));
  await refreshNextFree(tx, calendarId);
}

/**
 * Looks at one source again: unchanged, changed, or failing. A failure keeps what was known, is shown to the helper, and is tried again, later each time.
 * Not for a transaction: it fetches. A file or a stranger's source is not found.
 */
export async function refreshSource(ctx: Context, calendars: CalendarFetcher, id: string): Promise<Result<{ problem: SourceProblem | null }, "not-found" | "too-many">> {
  const source = await ownSource(ctx, id);
  if (!source?.url) return refuse("not-found");
  if (ctx.actor.kind !== "system" && !(await allow(ctx, `calendar-look:${source.calendarId}`, looks))) return refuse("too-many");
  // Repeated entries are written out ahead; when that runs short the whole text is needed again.
  const isFresh = source.expandedUntil > ctx.now + expandedAhead.least;
  const fetched = await calendars.fetch(source.url, isFresh ? source : nothing);
  if (!fetched.ok) return failed(ctx, source, fetched.problem);
  const looked = { state: "ok" as const, problem: null, failures: 0, lastTriedAt: ctx.now, lastFetchedAt: ctx.now, nextAt: nextLook(ctx.realNow, 0, ctx.random.next()) };
  if (fetched.unchanged) return settled(ctx, source, looked, null);
  const { text, etag, lastModified } = fetched;
  const digest = ctx.signing.digest(text);
  if (isFresh && digest === source.digest) return settled(ctx, source, { ...looked, etag, lastModified }, null);
  const read = busyFrom(text, window(ctx));
  if (!read.ok) return failed(ctx, source, read.problem);
  return settled(ctx, source, { ...looked, etag, lastModified, digest, expandedUntil: window(ctx).until, spans: read.spans.length, notes: read.notes }, read);
}

const failed = async (ctx: Context, source: SourceRow, problem: SourceProblem) => {
  const failures = source.failures + 1;
  const settledAs = await settled(ctx, source, { state: "failing", problem, failures, lastTriedAt: ctx.now, nextAt: nextLook(ctx.realNow, failures, ctx.random.next()) }, null);
  return settledAs.ok ? ok({ problem }) : settledAs;
};

async function settled(ctx: Context, { id, calendarId, state }: SourceRow, set: Partial<SourceRow>, read: { spans: BusySpan[]; notes: ReadingNote[] } | null): Promise<Result<{ problem: SourceProblem | null }, "not-found">> {
  const done = await atomically(ctx, async (tx): Promise<Result<{ problem: SourceProblem | null }, "not-found">> => {
    const { calendarSource } = tx.db.t;
    // It may have been removed while its server was asked.
    const [still] = await tx.db.update(calendarSource).set(set).where(and(eq(calendarSource.id, id), eq(calendarSource.calendarId, calendarId))).returning({ id: calendarSource.id });
    if (!still) return refuse("not-found");
    if (read) await keepSpans(tx, { id, calendarId }, read.spans);
    if (set.state && set.state !== state) await record(tx, { name: set.state === "ok" ? "calendar.sourceRecovered" : "calendar.sourceFailed", subject: { kind: "calendar", id: calendarId }, facts: { sourceId: id, problem: set.problem ?? null } });
    return ok({ problem: null });
  });
  if (done.ok && read) await raiseConflicts(ctx);
  return done;
}

/** Forgets a source and what it takes; one that is gone already counts as done. A stranger's is not found. */
export const removeSource = (ctx: Context, id: string): Promise<Result<null, "not-found">> =>
  atomically(ctx, async (tx) => {
    const source = await ownSource(tx, id);
    const { calendarSource, calendarBusy } = tx.db.t;
    if (!source) return (await tx.db.$count(calendarSource, eq(calendarSource.id, id))) > 0 ? refuse("not-found") : ok(null);
    await tx.db.delete(calendarBusy).where(eq(calendarBusy.sourceId, id));
    await tx.db.delete(calendarSource).where(eq(calendarSource.id, id));
    await record(tx, { name: "calendar.sourceRemoved", subject: { kind: "calendar", id: source.calendarId }, facts: { sourceId: id } });
    await refreshNextFree(tx, source.calendarId);
    return ok(null);
  });
