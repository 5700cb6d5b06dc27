import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { busyFrom, type Read } from "#app/domain/calendars/busy.server.ts";
import { calendarLimits } from "#app/domain/calendars/calendars.ts";
import { dateOf, dayOf, weekdayOf } from "#app/domain/calendars/civil.ts";
import { occurrences, type Rule } from "#app/domain/calendars/rule.ts";
import { merge } from "#app/domain/calendars/spans.ts";
import { ruleOf } from "#app/domain/calendars/values.ts";

const zone = "Europe/Zurich";
const window = { from: Date.parse("2027-01-01T00:00:00Z"), until: Date.parse("2028-01-01T00:00:00Z"), zone };
const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:one@elsewhere.example", "DTSTAMP:20270101T000000Z", "SUMMARY:Geheim", ...lines, "END:VEVENT"];
const iso = (ms: number) => new Date(ms).toISOString().replace(":00.000Z", "Z");
/** "from/until" of each span, UTC. */
const shown = (read: Read): string[] => (read.ok ? read.spans.map(({ fromAt, untilAt }) => `${iso(fromAt)}/${iso(untilAt)}`) : [read.problem]);
const busy = (...lines: string[]) => shown(busyFrom(calendar(...lines), window));
const notes = (...lines: string[]) => {
  const read = busyFrom(calendar(...lines), window);
  return read.ok ? read.notes : [];
};

describe("when an entry takes time", () => {
  const cases: [string, string[], string[]][] = [
    ["a time of UTC stands as it is", event("DTSTART:20270601T080000Z", "DTEND:20270601T090000Z"), ["2027-06-01T08:00Z/2027-06-01T09:00Z"]],
    ["a time of Zurich in summer is two hours before UTC", event("DTSTART;TZID=Europe/Zurich:20270601T100000", "DTEND;TZID=Europe/Zurich:20270601T113000"), ["2027-06-01T08:00Z/2027-06-01T09:30Z"]],
    ["a time of another zone is moved", event("DTSTART;TZID=America/New_York:20270601T100000", "DURATION:PT45M"), ["2027-06-01T14:00Z/2027-06-01T14:45Z"]],
    ["a floating time is a time here", event("DTSTART:20270115T180000", "DTEND:20270115T200000"), ["2027-01-15T17:00Z/2027-01-15T19:00Z"]],
    ["a whole day is a day here", event("DTSTART;VALUE=DATE:20270701", "DTEND;VALUE=DATE:20270702"), ["2027-06-30T22:00Z/2027-07-01T22:00Z"]],
    ["a whole day without an end is one day", event("DTSTART;VALUE=DATE:20270701"), ["2027-06-30T22:00Z/2027-07-01T22:00Z"]],
    ["a day of 23 hours is 23 hours", event("DTSTART;VALUE=DATE:20270328"), ["2027-03-27T23:00Z/2027-03-28T22:00Z"]],
    ["a day of 25 hours is 25 hours", event("DTSTART;VALUE=DATE:20271031"), ["2027-10-30T22:00Z/2027-10-31T23:00Z"]],
    ["02:30 on the night of the spring change is 03:30", event("DTSTART;TZID=Europe/Zurich:20270328T023000", "DURATION:PT1H"), ["2027-03-28T01:30Z/2027-03-28T02:30Z"]],
    ["02:30 on the night of the autumn change is the first 02:30", event("DTSTART;TZID=Europe/Zurich:20271031T023000", "DURATION:PT1H"), ["2027-10-31T00:30Z/2027-10-31T01:30Z"]],
    ["an entry over the autumn change ends when its end says", event("DTSTART;TZID=Europe/Zurich:20271030T220000", "DTEND;TZID=Europe/Zurich:20271031T060000"), ["2027-10-30T20:00Z/2027-10-31T05:00Z"]],
    ["a length in days follows the calendar", event("DTSTART;TZID=Europe/Zurich:20270327T120000", "DURATION:P1D"), ["2027-03-27T11:00Z/2027-03-28T10:00Z"]],
    ["an entry without length takes no time", event("DTSTART:20270601T080000Z"), []],
    ["a cancelled entry takes no time", event("STATUS:CANCELLED", "DTSTART:20270601T080000Z", "DTEND:20270601T090000Z"), []],
    ["a transparent entry takes no time", event("TRANSP:TRANSPARENT", "DTSTART:20270601T080000Z", "DTEND:20270601T090000Z"), []],
    ["an entry that Outlook calls free takes no time", event("X-MICROSOFT-CDO-BUSYSTATUS:FREE", "DTSTART:20270601T080000Z", "DTEND:20270601T090000Z"), []],
    ["a tentative entry takes its time", event("STATUS:TENTATIVE", "DTSTART:20270601T080000Z", "DTEND:20270601T090000Z"), ["2027-06-01T08:00Z/2027-06-01T09:00Z"]],
    ["a folded line is one line", event("DTSTART;TZID=Europe/", " Zurich:202706", "\t01T100000", "DURATION:PT1H"), ["2027-06-01T08:00Z/2027-06-01T09:00Z"]],
    ["free and busy times count where busy", ["BEGIN:VFREEBUSY", "FREEBUSY;FBTYPE=BUSY:20270601T080000Z/PT1H,20270602T080000Z/20270602T083000Z", "FREEBUSY;FBTYPE=FREE:20270603T080000Z/PT1H", "END:VFREEBUSY"], ["2027-06-01T08:00Z/2027-06-01T09:00Z", "2027-06-02T08:00Z/2027-06-02T08:30Z"]],
    ["a reminder inside an entry is not an entry", event("DTSTART:20270601T080000Z", "DTEND:20270601T090000Z", "BEGIN:VALARM", "TRIGGER:-PT15M", "DURATION:PT5M", "REPEAT:2", "END:VALARM"), ["2027-06-01T08:00Z/2027-06-01T09:00Z"]],
    ["a diary takes no time", ["BEGIN:VJOURNAL", "UID:t", "DTSTART:20270601T080000Z", "DURATION:PT1H", "END:VJOURNAL"], []],
    ["what lies outside the window is left out", event("DTSTART:20260601T080000Z", "DTEND:20260601T090000Z"), []],
  ];
  test.each(cases)("%s", (_name, lines, expected) => expect(busy(...lines)).toEqual(expected));
});

describe("entries that repeat", () => {
  const every = (rule: string, ...more: string[]) => event("DTSTART;TZID=Europe/Zurich:20270322T190000", "DTEND;TZID=Europe/Zurich:20270322T200000", `RRULE:${rule}`, ...more);

  test("keep their wall clock's time over the spring change", () => {
    expect(busy(...every("FREQ=WEEKLY;COUNT=3"))).toEqual(["2027-03-22T18:00Z/2027-03-22T19:00Z", "2027-03-29T17:00Z/2027-03-29T18:00Z", "2027-04-05T17:00Z/2027-04-05T18:00Z"]);
  });
  test("keep it over the autumn change", () => {
    const weekly = event("DTSTART;TZID=Europe/Zurich:20271025T190000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20271101T180000Z");
    expect(busy(...weekly)).toEqual(["2027-10-25T17:00Z/2027-10-25T18:00Z", "2027-11-01T18:00Z/2027-11-01T19:00Z"]);
  });
  test("leave out what EXDATE names, in any zone and as a date", () => {
    const rule = "FREQ=WEEKLY;COUNT=5";
    expect(busy(...every(rule, "EXDATE;TZID=Europe/Zurich:20270329T190000", "EXDATE:20270405T170000Z", "EXDATE;VALUE=DATE:20270412"))).toEqual(["2027-03-22T18:00Z/2027-03-22T19:00Z", "2027-04-19T17:00Z/2027-04-19T18:00Z"]);
  });
  test("move what RECURRENCE-ID moves, the last version counting", () => {
    const moved = (sequence: number, start: string) => event(`SEQUENCE:${sequence}`, "RECURRENCE-ID;TZID=Europe/Zurich:20270329T190000", `DTSTART;TZID=Europe/Zurich:${start}`, "DURATION:PT2H");
    expect(busy(...every("FREQ=WEEKLY;COUNT=2"), ...moved(2, "20270330T080000"), ...moved(1, "20270331T080000"))).toEqual(["2027-03-22T18:00Z/2027-03-22T19:00Z", "2027-03-30T06:00Z/2027-03-30T08:00Z"]);
  });
  test("lose an occurrence that is cancelled or made free, and keep one that is made busy", () => {
    const changed = (...more: string[]) => event("RECURRENCE-ID;TZID=Europe/Zurich:20270329T190000", "DTSTART;TZID=Europe/Zurich:20270329T190000", "DURATION:PT1H", ...more);
    const first = "2027-03-22T18:00Z/2027-03-22T19:00Z";
    expect(busy(...every("FREQ=WEEKLY;COUNT=2"), ...changed("STATUS:CANCELLED"))).toEqual([first]);
    expect(busy(...every("FREQ=WEEKLY;COUNT=2"), ...changed("TRANSP:TRANSPARENT"))).toEqual([first]);
    expect(busy(...every("FREQ=WEEKLY;COUNT=2", "TRANSP:TRANSPARENT"), ...changed())).toEqual(["2027-03-29T17:00Z/2027-03-29T18:00Z"]);
  });
  test("change this and every later occurrence where the file says so", () => {
    const later = event("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Zurich:20270329T190000", "DTSTART;TZID=Europe/Zurich:20270330T070000", "DURATION:PT30M");
    expect(busy(...every("FREQ=WEEKLY;COUNT=3"), ...later)).toEqual(["2027-03-22T18:00Z/2027-03-22T19:00Z", "2027-03-30T05:00Z/2027-03-30T05:30Z", "2027-04-06T05:00Z/2027-04-06T05:30Z"]);
  });
  test("take the dates that RDATE adds", () => {
    expect(busy(...event("DTSTART:20270601T080000Z", "DURATION:PT1H", "RDATE:20270603T080000Z,20270604T120000Z"))).toEqual(["2027-06-01T08:00Z/2027-06-01T09:00Z", "2027-06-03T08:00Z/2027-06-03T09:00Z", "2027-06-04T12:00Z/2027-06-04T13:00Z"]);
  });
  test("stop at a whole day's UNTIL, that day included", () => {
    expect(busy(...event("DTSTART;VALUE=DATE:20270705", "RRULE:FREQ=DAILY;UNTIL=20270707"))).toEqual(["2027-07-04T22:00Z/2027-07-07T22:00Z"]);
  });
  test("that began long ago are found at once, and a last occurrence that reaches into the window too", () => {
    const began = process.cpuUsage();
    expect(busy(...event("DTSTART;TZID=Europe/Zurich:19700105T080000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"))).toHaveLength(26);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
    expect(busy(...event("DTSTART:20261228T000000Z", "DURATION:P10D", "RRULE:FREQ=YEARLY;COUNT=1"))).toEqual(["2026-12-28T00:00Z/2027-01-07T00:00Z"]);
  });
});

describe("rules of repetition", () => {
  const daysOf = (text: string, first: string, last = "2035-12-31"): string[] => {
    const [, , , value] = ICAL.parse.property(`RRULE:${text}`, ICAL.design.icalendar as never) as unknown as unknown[];
    const read = ruleOf(value);
    if (!read) throw new Error("No rule");
    const number = (text: string) => Date.parse(text) / 86_400_000;
    return (occurrences(read.rule, number(first), number(first), number(last), { steps: 1e6 }) ?? []).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  };
  // Examples of RFC 5545, 3.8.5.3, and what other readers get wrong.
  const cases: [string, string, string, string[]][] = [
    ["the first Friday of a month", "FREQ=MONTHLY;BYDAY=1FR;COUNT=3", "1997-09-05", ["1997-09-05", "1997-10-03", "1997-11-07"]],
    ["the second last Monday of a month", "FREQ=MONTHLY;BYDAY=-2MO;COUNT=3", "1997-09-22", ["1997-09-22", "1997-10-20", "1997-11-17"]],
    ["the third last day of a month", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28", ["1997-09-28", "1997-10-29", "1997-11-28"]],
    ["the 31st leaves out short months", "FREQ=MONTHLY;COUNT=3", "2027-01-31", ["2027-01-31", "2027-03-31", "2027-05-31"]],
    ["29 February comes every fourth year", "FREQ=YEARLY;COUNT=2", "2028-02-29", ["2028-02-29", "2032-02-29"]],
    ["Friday the 13th", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1998-02-13", ["1998-02-13", "1998-03-13", "1998-11-13"]],
    ["the first Saturday after the first Sunday", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3", "1997-09-13", ["1997-09-13", "1997-10-11", "1997-11-08"]],
    ["the last working day of a month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "1997-09-30", ["1997-09-30", "1997-10-31", "1997-11-28"]],
    ["Monday of week 20", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12", ["1997-05-12", "1998-05-11", "1999-05-17"]],
    ["the 20th Monday of the year", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", ["1997-05-19", "1998-05-18", "1999-05-17"]],
    ["every third year on days 1, 100 and 200", "FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200", "1997-01-01", ["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01", "2000-04-09"]],
    ["every second week, weeks beginning on Sunday", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]],
    ["every second week, weeks beginning on Monday", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]],
    ["30 February never comes", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2027-01-01", ["2027-01-01"]],
    ["a daily rule that nothing fits ends", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2027-01-01", ["2027-01-01"]],
    ["an interval of ages ends", "FREQ=DAILY;INTERVAL=99999999", "2027-01-01", ["2027-01-01"]],
  ];
  test.each(cases)("%s", (_name, rule, first, expected) => expect(daysOf(rule, first)).toEqual(expected));

  const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const first = fc.integer({ min: dayOf(2020, 1, 1), max: dayOf(2026, 12, 31) });
  const days = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });
  test("ordinary weekly and monthly rules give what another reader gives", () => {
    fc.assert(
      fc.property(first, days, fc.integer({ min: 1, max: 4 }), fc.constantFrom("WEEKLY", "MONTHLY-1", "MONTHLY--1", "DAILY"), (start, byDay, interval, kind) => {
        const prefix = kind.startsWith("MONTHLY") ? kind.slice(8) : "";
        const text = `FREQ=${kind.split("-")[0]};INTERVAL=${interval};BYDAY=${byDay.map((day) => prefix + day).join(",")}`;
        const { year, month, date } = dateOf(start);
        const iterator = ICAL.Recur.fromString(text).iterator(new ICAL.Time({ year, month, day: date, isDate: true }, undefined as never));
        const last = start + 800;
        const theirs = new Set<number>();
        for (let next = iterator.next(); next; next = iterator.next()) {
          const day = dayOf(next.year, next.month, next.day);
          if (day > last) break;
          if (day >= start) theirs.add(day);
        }
        const [, , , value] = ICAL.parse.property(`RRULE:${text}`, ICAL.design.icalendar as never) as unknown as unknown[];
        const ours = occurrences(ruleOf(value)?.rule as Rule, start, start, last, { steps: 1e6 }) ?? [];
        // The first day counts here in any case.
        expect(ours.filter((day) => day !== start)).toEqual([...theirs].filter((day) => day !== start).sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
  test("skipping ahead finds the same days as walking there", () => {
    const rule = fc.record({ freq: fc.constantFrom("DAILY" as const, "WEEKLY" as const, "MONTHLY" as const, "YEARLY" as const), interval: fc.integer({ min: 1, max: 5 }), byMonth: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }), weekStart: fc.constantFrom(1, 7) });
    fc.assert(
      fc.property(rule, first, fc.integer({ min: 0, max: 3000 }), (some, start, ahead) => {
        const whole: Rule = { ...some, count: null, byWeekNo: [], byYearDay: [], byMonthDay: [], byDay: [], bySetPos: [] };
        const [from, last] = [start + ahead, start + ahead + 400];
        const inside = (days: number[] | null) => (days ?? []).filter((day) => day >= from);
        expect(inside(occurrences(whole, start, from, last, { steps: 1e6 }))).toEqual(inside(occurrences(whole, start, start, last, { steps: 1e6 })));
      }),
      { numRuns: 300 },
    );
  });
  test("days and dates are each other's inverse, weekdays go round", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const { year, month, date } = dateOf(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1);
      }),
    );
  });
});

describe("zones that a file describes itself", () => {
  const outlook = ["BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"];
  test("are the same as Zurich all year round, both changes included", () => {
    const at = (tzid: string) => ["20270115T120000", "20270328T013000", "20270328T023000", "20270328T033000", "20270701T120000", "20271031T013000", "20271031T023000", "20271031T033000"].flatMap((start, i) => event(`UID:${i}`, `DTSTART;TZID=${tzid}:${start}`, "DURATION:PT1M"));
    const theirs = busy(...outlook, ...at("Customized Time Zone"));
    expect(theirs).toHaveLength(7);
    expect(theirs).toEqual(busy(...at("Europe/Zurich")));
  });
  test("a zone with a program's own prefix is found, a zone that nobody knows is told", () => {
    const asked = (tzid: string) => event(`DTSTART;TZID=${tzid}:20270601T100000`, "DURATION:PT1H");
    expect(busy(...asked("/citadel.org/20190914_1/America/New_York"))).toEqual(["2027-06-01T14:00Z/2027-06-01T15:00Z"]);
    expect(busy(...asked("Nowhere Standard Time"))).toEqual(["2027-06-01T08:00Z/2027-06-01T09:00Z"]);
    expect(notes(...asked("Nowhere Standard Time"))).toEqual([{ code: "zone", count: 1 }]);
  });
});

describe("what cannot be read", () => {
  const good = event("DTSTART:20270601T080000Z", "DURATION:PT1H");
  test("a web page or an empty file is not a calendar", () => {
    for (const text of ["", "<!doctype html><title>Sign in</title>", "BEGIN:VCARD\r\nEND:VCARD"]) expect(busyFrom(text, window)).toEqual({ ok: false, problem: "not-a-calendar" });
  });
  test("a broken entry costs itself and is counted", () => {
    for (const broken of ["DTSTART:2027-06-02 soon", "DTSTART:20270230T080000Z", "DURATION:PT1H"]) {
      expect(busy(...event(broken), ...good)).toEqual(["2027-06-01T08:00Z/2027-06-01T09:00Z"]);
      expect(notes(...event(broken), ...good)).toEqual([{ code: "entry", count: 1 }]);
    }
  });
  test("a rule by the minute keeps its first time and is counted", () => {
    const odd = event("DTSTART:20270601T080000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY");
    expect(busy(...odd)).toEqual(["2027-06-01T08:00Z/2027-06-01T08:01Z"]);
    expect(notes(...odd)).toEqual([{ code: "rule", count: 1 }]);
  });
  test("our own visits that come back take no time", () => {
    const own = busyFrom(calendar(...["BEGIN:VEVENT", "UID:abc@help.example", "DTSTART:20270601T080000Z", "DURATION:PT1H", "END:VEVENT"]), { ...window, isOwn: (uid) => uid.endsWith("@help.example") });
    expect(own).toEqual({ ok: true, spans: [], notes: [] });
  });
  test("more than a megabyte is refused", () => {
    expect(busyFrom(calendar(`X-FILL:${"x".repeat(calendarLimits.bytes)}`), window)).toEqual({ ok: false, problem: "too-large" });
  });
  test("a text made to keep us busy is given up in time, and says so", () => {
    const heavy = Array.from({ length: 4000 }, (_, i) => ["BEGIN:VEVENT", `UID:${i}`, "DTSTART:19000101T000000Z", "DURATION:PT1M", `RRULE:FREQ=DAILY;COUNT=99999999;BYMONTHDAY=${(i % 28) + 1}`, "END:VEVENT"]).flat();
    const began = process.cpuUsage();
    const read = busyFrom(calendar(...heavy), window);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(4000);
    expect(read.ok && read.notes.some(({ code }) => code === "too-many")).toBe(true);
    expect(read.ok && read.spans.length <= calendarLimits.spans).toBe(true);
  });
  test("whatever bytes arrive, reading ends with spans in order or a named problem", () => {
    const fragment = fc.constantFrom("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "DTSTART:20270601T080000Z", "DTSTART;VALUE=DATE:20270601", "DTEND:20270531T080000Z", "RRULE:FREQ=YEARLY;BYDAY=53SU", "RRULE:", "EXDATE:", "DTSTART;TZID=;X=\":20270601T080000", "DURATION:-PT5M", "RECURRENCE-ID:20270601T080000Z", "UID:a", " folded", "\u0000", ":", ";;;", "BEGIN:VTIMEZONE", "TZID:Europe/Zurich", "END:VTIMEZONE");
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string({ maxLength: 30 })), { maxLength: 40 }), (lines) => {
        const read = busyFrom(["BEGIN:VCALENDAR", ...lines].join("\n"), window);
        if (!read.ok) return;
        for (const [i, { fromAt, untilAt }] of read.spans.entries()) {
          expect(untilAt).toBeGreaterThan(fromAt);
          expect(fromAt).toBeGreaterThan(read.spans[i - 1]?.untilAt ?? Number.NEGATIVE_INFINITY);
        }
      }),
      { numRuns: 500 },
    );
  });
  test("merged spans cover the same moments and never touch", () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 30 })).map(([fromAt, length]) => ({ fromAt, untilAt: fromAt + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const covers = (all: typeof spans) => Array.from({ length: 240 }, (_, at) => all.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt));
        const merged = merge(spans);
        expect(covers(merged)).toEqual(covers(spans));
        for (const [i, { fromAt }] of merged.entries()) expect(fromAt).toBeGreaterThan(merged[i - 1]?.untilAt ?? -1);
      }),
    );
  });
});
