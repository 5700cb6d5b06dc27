import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, like, lt, or } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { personalDigestOf } from "../kernel/journal.server.ts";
import { beginning, linkText } from "./journal.ts";

export type ChainState = { ok: boolean; sealed: number; waiting: number; head: string | null; brokenAt?: number };

const batch = 1000;

/**
 * Walks the whole chain: numbers without a gap, every link's hash, every personal value that is still kept.
 * An erased value is no break. What it cannot see is an end cut off: the daily log of the head shows that.
 */
export async function verifyJournal(ctx: Context): Promise<ChainState> {
  const { journalEntry: entry, journalPersonal: personal } = ctx.db.t;
  const waiting = await ctx.db.$count(entry, isNull(entry.seq));
  let sealed = 0;
  let previous = beginning;
  for (;;) {
    const rows = await ctx.db.select().from(entry).where(gt(entry.seq, sealed)).orderBy(asc(entry.seq)).limit(batch);
    if (rows.length === 0) return { ok: true, sealed, waiting, head: sealed ? previous : null };
    const kept = await ctx.db.select().from(personal).where(inArray(personal.entryId, rows.filter((row) => row.personalDigest).map((row) => row.id)));
    const valuesOf = new Map(kept.map((row) => [row.entryId, row]));
    for (const row of rows) {
      const values = valuesOf.get(row.id);
      const whole =
        row.seq === sealed + 1 &&
        row.previousHash === previous &&
        row.hash === ctx.signing.digest(linkText(row.seq, previous, row)) &&
        (!values || row.personalDigest === personalDigestOf(ctx, values.salt, values.values));
      if (!whole) return { ok: false, sealed, waiting, head: previous, brokenAt: sealed + 1 };
      sealed += 1;
      previous = row.hash ?? "";
    }
  }
}

/** The chain's last number and link without walking it. */
export async function chainHead(ctx: Context): Promise<{ sealed: number; head: string | null; waiting: number }> {
  const { journalEntry: entry } = ctx.db.t;
  const [last] = await ctx.db.select({ seq: entry.seq, hash: entry.hash }).from(entry).where(isNotNull(entry.seq)).orderBy(desc(entry.seq)).limit(1);
  return { sealed: last?.seq ?? 0, head: last?.hash ?? null, waiting: await ctx.db.$count(entry, isNull(entry.seq)) };
}

export type JournalFilter = {
  /** A row's id, a kind of rows ("booking") or a booking's reference. */
  subject?: string;
  /** A name or its beginning: "booking.", "clock.moved". */
  name?: string;
  /** Business time, from inclusive, until exclusive. */
  from?: number;
  until?: number;
  /** Counted from 1. */
  page: number;
};
export type JournalRow = { id: string; seq: number | null; name: string; subjectKind: string; subjectId: string; actorKind: string; actor: string | null; at: number; facts: Record<string, unknown>; personal: "none" | "kept" | "erased" };
const journalPageSize = 50;

/** One page of what happened, newest first; `more` says whether another follows. */
export async function journalPage(ctx: Context, filter: JournalFilter): Promise<{ rows: JournalRow[]; more: boolean }> {
  const { journalEntry: entry, journalPersonal: personal, person, booking } = ctx.db.t;
  const named = filter.subject ? await ctx.db.select({ id: booking.id }).from(booking).where(eq(booking.reference, filter.subject.toUpperCase())) : [];
  const subject = filter.subject ? or(eq(entry.subjectId, filter.subject), eq(entry.subjectKind, filter.subject), named[0] && eq(entry.subjectId, named[0].id)) : undefined;
  const found = await ctx.db
    .select({ entry, actor: person.name, kept: personal.id })
    .from(entry)
    .leftJoin(person, eq(person.id, entry.actorId))
    .leftJoin(personal, eq(personal.entryId, entry.id))
    .where(and(
      subject,
      filter.name ? like(entry.name, `${filter.name.replace(/[%_\\]/g, "")}%`) : undefined,
      filter.from === undefined ? undefined : gte(entry.at, filter.from),
      filter.until === undefined ? undefined : lt(entry.at, filter.until),
    ))
    .orderBy(desc(entry.id))
    .limit(journalPageSize + 1)
    .offset((filter.page - 1) * journalPageSize);
  const rows = found.slice(0, journalPageSize).map(({ entry: row, actor, kept }): JournalRow => ({
    id: row.id, seq: row.seq, name: row.name, subjectKind: row.subjectKind, subjectId: row.subjectId, actorKind: row.actorKind, actor, at: row.at, facts: row.facts,
    personal: row.personalDigest === null ? "none" : kept ? "kept" : "erased",
  }));
  return { rows, more: found.length > journalPageSize };
}
