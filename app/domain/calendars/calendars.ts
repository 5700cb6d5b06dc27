import { day, hour, minute } from "../kernel/time.ts";

/** What of a readable calendar could not be understood, and how often. */
export type ReadingNote = { code: "zone" | "rule" | "entry" | "too-many"; count: number };
/** Why a whole text gave nothing. */
export type ReadingFailure = "not-a-calendar" | "too-large";
/** Why an address gave nothing. */
export type FetchFailure = "private-network" | "not-https" | "unknown-host" | "unreachable" | "timeout" | "too-large" | "too-many-redirects" | "gone" | "not-allowed" | "server-error";
export type SourceProblem = FetchFailure | ReadingFailure;

/** A stretch of time, UTC milliseconds, end excluded. */
export type BusySpan = { fromAt: number; untilAt: number };

/** What a server is told of the copy that is already here. */
export type Known = { etag: string | null; lastModified: string | null };
export type Fetched =
  | { ok: true; unchanged: true }
  | { ok: true; unchanged: false; text: string; etag: string | null; lastModified: string | null }
  | { ok: false; problem: FetchFailure };
/** Brings the text behind a checked address; app/gateways/calendars does it. It never throws for what the other side does. */
export type CalendarFetcher = { fetch(url: string, known: Known): Promise<Fetched> };

export const calendarLimits = {
  /** Sources of one helper. */
  sources: 5,
  bytes: 1_048_576,
  events: 5000,
  /** Busy times kept of one source. */
  spans: 3000,
  /** Periods and days that repeated entries may cost to write out. */
  steps: 250_000,
  nameLength: 60,
  urlLength: 2000,
} as const;

/** How far ahead repeated entries are written out, and how little of it may be left before the text is asked for whole again. */
export const expandedAhead = { whole: 400 * day, least: 120 * day } as const;

const every = 30 * minute;
const longest = 12 * hour;

/** The next look, real time: every half hour give or take five minutes, so that a thousand calendars do not ask at once; after failures twice as long each time, at most 12 hours. */
export const nextLook = (realNow: number, failures: number, chance: number): number =>
  realNow + Math.min(every * 2 ** Math.min(failures, 10), longest) + Math.round((chance - 0.5) * 10 * minute);

/** Reads an address as one pastes it; webcal is https by another name. `http` passes here: whether it is fetched is the gateway's word. */
export function readAddress(text: string): { ok: true; url: string } | { ok: false; problem: "missing" | "address" | "password" } {
  const typed = text.trim();
  if (typed === "") return { ok: false, problem: "missing" };
  if (typed.length > calendarLimits.urlLength) return { ok: false, problem: "address" };
  try {
    const url = new URL(typed.replace(/^webcals?:/i, "https:"));
    if (url.protocol !== "https:" && url.protocol !== "http:") return { ok: false, problem: "address" };
    if (url.username || url.password) return { ok: false, problem: "password" };
    url.hash = "";
    return { ok: true, url: url.href };
  } catch {
    return { ok: false, problem: "address" };
  }
}

/** Enough of an address to know it again: its host. The rest may be a secret. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
}

/** Whether an imported entry is one of our own visits that came back through the helper's other calendar. */
export const ownUid = (origin: string): ((uid: string) => boolean) => {
  const end = `@${uidHost(origin)}`.toLowerCase();
  return (uid) => uid.toLowerCase().endsWith(end);
};
/** The right side of every UID that we write. */
export const uidHost = (origin: string): string => new URL(origin).hostname;
export const uidOf = (origin: string, bookingId: string): string => `${bookingId}@${uidHost(origin)}`;
