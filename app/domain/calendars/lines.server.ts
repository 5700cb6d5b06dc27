import ICAL from "ical.js";
import { calendarLimits } from "./calendars.ts";

/** One property: parameters in lower case, values as jCal writes them (RFC 7265). */
export type Property = { params: Record<string, string>; type: string; values: unknown[] };
export type Part = { name: string; properties: Map<string, Property[]>; parts: Part[]; isBroken: boolean };

/** The properties that say when; titles, people and descriptions are never read. */
const wanted = new Set(["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "SEQUENCE", "STATUS", "TRANSP", "METHOD", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY"]);
/** Without these an entry cannot be trusted to say when it is. */
const needed = new Set(["DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "EXDATE"]);
/** Unfolded; the longest honest ones list skipped dates. A reader's time grows with the square of a line. */
const lineAtMost = 65_536;

/**
 * The calendars of a text as parts within parts; null when it is none. Line by line, so that one broken line costs its entry and not the calendar.
 */
export function partsOf(text: string): Part[] | null {
  const root: Part = { name: "", properties: new Map(), parts: [], isBroken: false };
  const open: Part[] = [root];
  for (const line of unfolded(text)) {
    const here = open[open.length - 1] ?? root;
    const [, name = "", rest = ""] = /^([A-Za-z0-9-]{1,40})([;:].*)$/s.exec(line) ?? [];
    const word = name.toUpperCase();
    if (word === "BEGIN") {
      const part: Part = { name: rest.slice(1).trim().toUpperCase(), properties: new Map(), parts: [], isBroken: false };
      here.parts.push(part);
      // A calendar is four deep at most; whatever nests deeper is thrown at us.
      if (open.length > 8) return null;
      open.push(part);
    } else if (word === "END") {
      if (open.length > 1) open.pop();
    } else if (wanted.has(word)) read(here, word, word + rest);
  }
  const calendars = root.parts.filter(({ name }) => name === "VCALENDAR");
  return calendars.length > 0 ? calendars : null;
}

function read(part: Part, name: string, line: string): void {
  try {
    if (line.length > lineAtMost) throw new Error("A line longer than any calendar needs");
    const [, params, type, ...values] = ICAL.parse.property(line, ICAL.design.icalendar as never) as unknown as [string, Record<string, string>, string, ...unknown[]];
    const known = part.properties.get(name);
    const property = { params, type, values };
    if (known) known.push(property);
    else part.properties.set(name, [property]);
  } catch {
    if (needed.has(name)) part.isBroken = true;
  }
}

/** Long lines are folded: a line that begins with a blank goes on with the one before. */
function* unfolded(text: string): Generator<string> {
  let line: string[] = [];
  for (const raw of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    if (raw.startsWith(" ") || raw.startsWith("\t")) line.push(raw.slice(1));
    else {
      if (line.length) yield line.join("");
      line = [raw];
    }
  }
  if (line.length) yield line.join("");
}

export const property = (part: Part, name: string): Property | null => part.properties.get(name)?.[0] ?? null;
export const textOf = (part: Part, name: string): string => String(property(part, name)?.values[0] ?? "").trim();
/** Parts of one kind, as many as a calendar may hold. */
export const partsNamed = (parts: readonly Part[], name: string): Part[] => parts.filter((part) => part.name === name).slice(0, calendarLimits.events + 1);
