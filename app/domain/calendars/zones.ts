import { Temporal } from "temporal-polyfill";
import { day as dayMs } from "../kernel/time.ts";
import type { CivilDay } from "./civil.ts";
import { type Budget, occurrences, type Rule } from "./rule.ts";
import type { Moment } from "./values.ts";

/** One half of a zone as a file describes it (VTIMEZONE): from when on which offset holds, milliseconds east of UTC. */
export type Observance = { day: CivilDay; ms: number; fromMs: number; toMs: number; rule: Rule | null; until: CivilDay | null };
export type OwnZones = ReadonlyMap<string, readonly Observance[]>;
export type Clock = {
  /** UTC milliseconds of a wall clock's time; a missing hour counts on, of a doubled hour the first. */
  instantOf(moment: Moment): number;
  /** How many times a zone was asked for that nobody knows; the default zone stood in. */
  unknown(): number;
};

/** Reads wall clocks: zones of the world by name, zones of the file by its own rules, floating times and dates in the default zone. */
export function clockFor(defaultZone: string, own: OwnZones, budget: Budget): Clock {
  const named = new Map<string, string | readonly Observance[]>();
  let unknown = 0;
  const zoneOf = (tzid: string): string | readonly Observance[] => {
    const known = named.get(tzid);
    if (known) return known;
    const found = isZone(tzid) ? tzid : (own.get(tzid) ?? worldZone(tzid));
    if (!found) unknown += 1;
    named.set(tzid, found ?? defaultZone);
    return found ?? defaultZone;
  };
  const midnights = new Map<string, number>();
  const worldInstant = (zone: string, day: CivilDay, ms: number): number => {
    const key = `${zone}:${day}`;
    let midnight = midnights.get(key);
    if (midnight === undefined) {
      const at = wall(zone, day, 0);
      midnight = wall(zone, day + 1, 0) - at === dayMs ? at : Number.NaN;
      midnights.set(key, midnight);
    }
    return Number.isNaN(midnight) ? wall(zone, day, ms) : midnight + ms;
  };
  return {
    instantOf({ day, ms, zone }) {
      if (zone === "utc") return day * dayMs + ms;
      const found = zone ? zoneOf(zone.tzid) : defaultZone;
      return typeof found === "string" ? worldInstant(found, day, ms) : day * dayMs + ms - offsetAt(found, day, ms, budget);
    },
    unknown: () => unknown,
  };
}

const wall = (zone: string, day: CivilDay, ms: number): number => {
  const at = Temporal.Instant.fromEpochMilliseconds(day * dayMs + ms).toZonedDateTimeISO("UTC").toPlainDateTime();
  return at.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
};

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Some programs put their own name before the zone's: "/citadel.org/20190914_1/Europe/Zurich". */
function worldZone(tzid: string): string | undefined {
  const [name] = /[A-Z][A-Za-z_]+\/[A-Za-z_+-]+(\/[A-Za-z_]+)?$/.exec(tzid) ?? [];
  return name && isZone(name) ? name : undefined;
}

/** The offset of the change that came last on this wall clock; in the hour that a change leaves out, the one before it. */
function offsetAt(observances: readonly Observance[], day: CivilDay, ms: number, budget: Budget): number {
  let last: { at: number; toMs: number } | null = null;
  const at = day * dayMs + ms;
  for (const { day: first, ms: onsetMs, fromMs, toMs, rule, until } of observances) {
    const days = (rule && occurrences(rule, first, day - 400, day, budget)) || [first];
    for (const each of days) {
      const onset = each * dayMs + onsetMs + Math.max(0, toMs - fromMs);
      if ((until === null || each <= until) && onset <= at && (!last || onset > last.at)) last = { at: onset, toMs };
    }
  }
  return last?.toMs ?? observances[0]?.fromMs ?? 0;
}
