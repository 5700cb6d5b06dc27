import { day as dayMs } from "../kernel/time.ts";
import { calendarLimits, type ReadingNote } from "./calendars.ts";
import type { Changed, Entry, Times } from "./expand.ts";
import { type Part, partsNamed, property, type Property, textOf } from "./lines.server.ts";
import { lengthOf, type Moment, momentOf, ruleOf } from "./values.ts";
import type { Clock } from "./zones.ts";

type Notes = Map<ReadingNote["code"], number>;

/** The entries of a calendar that may take time, changed occurrences with the entry they belong to, and how many could not be read. */
export function entriesOf(parts: readonly Part[], clock: Clock, isOwn: (uid: string) => boolean): { entries: Entry[]; notes: Notes } {
  const notes: Notes = new Map();
  const note = (code: ReadingNote["code"]) => notes.set(code, (notes.get(code) ?? 0) + 1);
  const events = partsNamed(parts, "VEVENT");
  if (events.length > calendarLimits.events) note("too-many");
  const entries: Entry[] = [];
  const changes = new Map<string, { sequence: number; changed: Changed }[]>();
  const masters = new Map<string, Entry[]>();
  for (const part of events.slice(0, calendarLimits.events)) {
    const uid = textOf(part, "UID");
    if (uid && isOwn(uid)) continue;
    const times = part.isBroken ? null : timesOf(part, clock);
    if (!times) {
      note("entry");
      continue;
    }
    const isBusy = takesTime(part);
    const recurrence = momentIn(property(part, "RECURRENCE-ID"));
    if (recurrence && uid) {
      const andFuture = String(property(part, "RECURRENCE-ID")?.params.range ?? "").toUpperCase() === "THISANDFUTURE";
      const all = changes.get(uid) ?? [];
      changes.set(uid, [...all, { sequence: Number(textOf(part, "SEQUENCE")) || 0, changed: { ...times, recurrence, andFuture, isBusy } }]);
      continue;
    }
    const rules = part.properties.get("RRULE") ?? [];
    const repeats = rules.length ? ruleOf(rules[0]?.values[0]) : null;
    if (rules.length > 1 || (rules.length === 1 && !repeats)) note("rule");
    const until = repeats?.until ? momentOf(repeats.until, undefined) : null;
    const entry: Entry = {
      ...times,
      isBusy,
      repeats: repeats ? { rule: repeats.rule, until } : null,
      extra: momentsIn(part, "RDATE").map((start): Times => ({ start, length: times.length })),
      skipped: momentsIn(part, "EXDATE"),
      changed: [],
    };
    entries.push(entry);
    if (uid) masters.set(uid, [...(masters.get(uid) ?? []), entry]);
  }
  for (const [uid, all] of changes) {
    const changed = newest(all, clock);
    const [first, ...others] = masters.get(uid) ?? [];
    if (first) for (const master of [first, ...others]) master.changed = changed;
    else for (const { start, length, isBusy } of changed) entries.push({ start, length, isBusy, repeats: null, extra: [], skipped: [], changed: [] });
  }
  for (const part of partsNamed(parts, "VFREEBUSY")) for (const times of freeBusy(part)) entries.push({ ...times, isBusy: true, repeats: null, extra: [], skipped: [], changed: [] });
  return { entries, notes };
}

/** Whether an entry takes its time; a tentative one does, because nobody should be booked into it. */
function takesTime(part: Part): boolean {
  const says = (name: string) => textOf(part, name).toUpperCase();
  return says("STATUS") !== "CANCELLED" && says("TRANSP") !== "TRANSPARENT" && says("X-MICROSOFT-CDO-BUSYSTATUS") !== "FREE";
}

function timesOf(part: Part, clock: Clock): Times | null {
  const start = momentIn(property(part, "DTSTART"));
  if (!start) return null;
  const end = momentIn(property(part, "DTEND"));
  const written = property(part, "DURATION");
  if (end) {
    if (start.isDate || end.isDate) return { start, length: { days: Math.max(end.day - start.day, start.isDate ? 1 : 0), ms: 0 } };
    return { start, length: { days: 0, ms: Math.max(0, clock.instantOf(end) - clock.instantOf(start)) } };
  }
  if (written) {
    const length = lengthOf(written.values[0]);
    return length && { start, length };
  }
  return { start, length: { days: start.isDate ? 1 : 0, ms: 0 } };
}

const momentIn = (from: Property | null): Moment | null => (from ? momentOf(from.values[0], from.params.tzid) : null);
/** A period of RDATE is read by its start. */
const momentsIn = (part: Part, name: string): Moment[] =>
  (part.properties.get(name) ?? []).flatMap(({ values, params }) => values.map((value) => momentOf(Array.isArray(value) ? value[0] : value, params.tzid)).filter((each) => each !== null));

/** Of several versions of one changed occurrence the last one counts. */
function newest(all: readonly { sequence: number; changed: Changed }[], clock: Clock): Changed[] {
  const byTime = new Map<number, { sequence: number; changed: Changed }>();
  for (const each of all) {
    const at = clock.instantOf(each.changed.recurrence);
    const known = byTime.get(at);
    if (!known || each.sequence >= known.sequence) byTime.set(at, each);
  }
  return [...byTime.values()].map(({ changed }) => changed);
}

function freeBusy(part: Part): Times[] {
  return (part.properties.get("FREEBUSY") ?? []).filter(({ params }) => String(params.fbtype ?? "BUSY").toUpperCase() !== "FREE").flatMap(({ values }) =>
    values.flatMap((value): Times[] => {
      const [from, to] = Array.isArray(value) ? value : String(value).split("/");
      const [start, end] = [momentOf(from, undefined), momentOf(to, undefined)];
      const length = end && start ? { days: 0, ms: Math.max(0, (end.day - start.day) * dayMs + end.ms - start.ms) } : lengthOf(to);
      return start && length ? [{ start, length }] : [];
    }),
  );
}
