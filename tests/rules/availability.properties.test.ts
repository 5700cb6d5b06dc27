import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAsked, type DayException, firstSlot, openMinutes, rangeOf, type SlotQuestion, slotsByDay, slotsOf, type Taken, wayMs } from "#app/domain/availability/availability.ts";
import { dateAt, daysFrom, minuteOf } from "#app/domain/availability/days.ts";
import { rulesOf } from "#app/domain/availability/rules.ts";
import { means } from "#app/domain/availability/travel.ts";
import { dateAfter, day, hour, minute } from "#app/domain/kernel/time.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";

const zone = "Europe/Zurich";
/** The same questions in every run; another seed looks elsewhere. */
const runs = { numRuns: 300, seed: Number(process.env.FC_SEED ?? 20270328) };
const clock = new Intl.DateTimeFormat("de-CH", { timeZone: zone, hour: "2-digit", minute: "2-digit" });

const quarter = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
const span = fc.tuple(quarter, quarter).filter(([a, b]) => a !== b).map(([a, b]) => ({ fromMinute: Math.min(a, b), untilMinute: Math.max(a, b) }));
/** Any moment in the fortnights around both clock changes, and elsewhere. */
const moment = fc.oneof(...[Date.UTC(2027, 2, 15), Date.UTC(2027, 9, 18), Date.UTC(2027, 5, 1)].map((from) => fc.integer({ min: 0, max: 14 * 24 * 60 }).map((n) => from + n * minute)));
/** Anywhere within some ten kilometres of Basel. */
const point = fc.record({ lat: fc.double({ min: 47.5, max: 47.6, noNaN: true }), lng: fc.double({ min: 7.52, max: 7.66, noNaN: true }) });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const ownRules = fc.record({
  bufferBeforeMinutes: fc.constantFrom(0, 10, 15, 45),
  bufferAfterMinutes: fc.constantFrom(0, 15, 30, 60),
  visitsPerDay: fc.integer({ min: 1, max: 4 }),
  visitsPerWeek: fc.integer({ min: 1, max: 12 }),
  longestDayMinutes: fc.constantFrom(120, 240, 480, 1440),
  leadMinutes: orNull(fc.constantFrom(0, 60, 1440)),
  horizonDays: fc.constantFrom(7, 14),
  stepMinutes: fc.constantFrom(15, 30, 60),
  means: fc.constantFrom(...means),
});
/** `n` quarters of an hour after today's midnight; a visit with or without a place, or a block. */
const takenAt = fc.record({ n: fc.integer({ min: -7 * 96, max: 14 * 96 }), length: fc.integer({ min: 2, max: 16 }), before: fc.constantFrom(0, 15, 30), after: fc.constantFrom(0, 15, 30), kind: fc.constantFrom("visit", "visit", "block"), at: orNull(point) });

const questions = fc
  .record({
    now: moment,
    weekly: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, each]) => ({ weekday, ...each })), { maxLength: 12 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.constantFrom("open" as const, "closed" as const), span), { maxLength: 6 }),
    holidays: fc.array(fc.tuple(fc.integer({ min: -3, max: 13 }), fc.integer({ min: 0, max: 5 })), { maxLength: 2 }),
    taken: fc.array(takenAt, { maxLength: 20 }),
    durationMinutes: fc.constantFrom(30, 45, 60, 90, 120),
    own: ownRules,
    instant: fc.boolean(),
    at: orNull(point),
    endsAfter: orNull(fc.integer({ min: 0, max: 14 * 24 })),
  })
  .map(({ exceptions, holidays, taken, own, endsAfter, ...rest }): SlotQuestion => {
    const days = daysFrom(zone, rest.now, 14);
    const midnight = days[0]?.startAt ?? 0;
    const today = days[0]?.date ?? "";
    return {
      ...rest,
      zone,
      rules: rulesOf({ ...defaultSettings.policy, horizonDays: 14 }, own),
      exceptions: exceptions.map(([n, kind, each]): DayException => ({ date: days[n]?.date ?? "", kind, ...each })),
      holidays: holidays.map(([n, length]) => ({ fromDate: dateAfter(today, n), untilDate: dateAfter(today, n + length) })),
      occupied: taken.map(({ n, length, before, after, kind, at }): Taken => {
        const visit = { fromAt: midnight + n * 15 * minute, untilAt: midnight + (n + length) * 15 * minute };
        return { fromAt: visit.fromAt - before * minute, untilAt: visit.untilAt + after * minute, visit: kind === "visit" ? visit : null, at };
      }),
      endsAt: endsAfter === null ? null : rest.now + endsAfter * hour,
    };
  });

const lengthOf = ({ durationMinutes }: SlotQuestion) => durationMinutes * minute;
const earliestOf = ({ now, instant, rules }: SlotQuestion) => now + (instant ? rules.instantLeadMinutes : rules.leadMinutes) * minute;
/** Counted slowly and by the zone itself, not by the code under test. */
const visitsOn = ({ occupied }: SlotQuestion, date: string) => occupied.flatMap(({ visit }) => (visit && dateAt(zone, visit.fromAt) === date ? [visit] : []));
const mondayOf = (date: string) => dateAfter(date, 1 - (new Date(date).getUTCDay() || 7));
const visitsInWeek = ({ occupied }: SlotQuestion, date: string) => occupied.filter(({ visit }) => visit && mondayOf(dateAt(zone, visit.fromAt)) === mondayOf(date)).length;

/** Whether a start is free by the plain words of the rules, one after the other. */
function isFreeInWords(question: SlotQuestion, at: number): boolean {
  const { rules, occupied, endsAt } = question;
  const end = at + lengthOf(question);
  const date = dateAt(zone, at);
  const range = rangeOf(at, end, rules);
  const clear = occupied.every((taken) => {
    const way = wayMs(rules, taken.at, question.at);
    return range.fromAt >= taken.untilAt + way || range.untilAt + way <= taken.fromAt;
  });
  const visits = visitsOn(question, date);
  const dayLength = Math.max(end, ...visits.map(({ untilAt }) => untilAt)) - Math.min(at, ...visits.map(({ fromAt }) => fromAt));
  return clear && at >= earliestOf(question) && (endsAt == null || at < endsAt) && visits.length < rules.visitsPerDay && visitsInWeek(question, date) < rules.visitsPerWeek && dayLength <= rules.longestDayMinutes * minute;
}

describe("a slot", () => {
  it("never overlaps anything: buffers and the ways from and to other visits included", () => {
    let seen = 0;
    fc.assert(
      fc.property(questions, (question) => {
        for (const at of slotsOf(question)) {
          const range = rangeOf(at, at + lengthOf(question), question.rules);
          for (const taken of question.occupied) {
            const way = wayMs(question.rules, taken.at, question.at);
            seen += way > 0 ? 1 : 0;
            expect(taken.untilAt + way <= range.fromAt || range.untilAt + way <= taken.fromAt).toBe(true);
          }
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(1000);
  });

  it("lies wholly in the hours that a clock on the wall shows, on no holiday, after the lead time, before the horizon and the last day", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const days = daysAsked(question);
        for (const at of slotsOf(question)) {
          const its = days.find(({ startAt, endAt }) => startAt <= at && at < endAt);
          const end = at + lengthOf(question);
          const fits = its && openMinutes(its, question.weekly, question.exceptions).some(([from, until]) => minuteOf(its, from) <= at && end <= minuteOf(its, until));
          expect(fits).toBe(true);
          expect((question.holidays ?? []).some(({ fromDate, untilDate }) => its && fromDate <= its.date && its.date <= untilDate)).toBe(false);
          expect(at).toBeGreaterThanOrEqual(earliestOf(question));
          expect(at).toBeLessThan(question.endsAt ?? Number.POSITIVE_INFINITY);
          expect(Number(clock.format(at).slice(-2)) % Math.min(60, question.rules.stepMinutes)).toBe(0);
        }
      }),
      runs,
    );
  });

  it("keeps the limits of its day and its week, and the longest working day", () => {
    let seen = 0;
    fc.assert(
      fc.property(questions, (question) => {
        for (const at of slotsOf(question)) {
          const date = dateAt(zone, at);
          const visits = visitsOn(question, date);
          const all = [...visits, { fromAt: at, untilAt: at + lengthOf(question) }];
          seen += visits.length;
          expect(visits.length).toBeLessThan(question.rules.visitsPerDay);
          expect(visitsInWeek(question, date)).toBeLessThan(question.rules.visitsPerWeek);
          expect(Math.max(...all.map(({ untilAt }) => untilAt)) - Math.min(...all.map(({ fromAt }) => fromAt))).toBeLessThanOrEqual(question.rules.longestDayMinutes * minute);
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("exists wherever the words of the rules leave a start on the raster: nothing bookable is kept back", () => {
    let seen = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const slots = new Set(slotsOf(question));
        for (const its of daysAsked(question))
          for (const [fromMinute, untilMinute] of openMinutes(its, question.weekly, question.exceptions, question.holidays)) {
            const step = question.rules.stepMinutes;
            const until = minuteOf(its, untilMinute);
            for (let at = minuteOf(its, Math.ceil(fromMinute / step) * step); at + lengthOf(question) <= until; at += step * minute) {
              if (at < earliestOf(question)) continue;
              seen++;
              expect(slots.has(at)).toBe(isFreeInWords(question, at));
            }
          }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(10_000);
  });

  it("is first when it is asked for as the first", () => {
    fc.assert(fc.property(questions, (question) => void expect(firstSlot(question)).toBe(slotsOf(question)[0] ?? null)), runs);
  });

  it("is the same whether one day is asked for or all of them", () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 0, max: 13 }), (question, n) => {
        const whole = slotsByDay(question);
        const asked = whole[Math.min(n, whole.length - 1)];
        const its = daysAsked(question).find(({ date }) => date === asked?.day);
        expect(slotsByDay({ ...question, from: its?.startAt ?? 0, days: 1 })).toEqual([asked]);
      }),
      runs,
    );
  });

  it("is free without a way wherever it is free with one: what is kept for searches is a lower bound", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const bound = firstSlot({ ...question, at: null });
        const exact = firstSlot(question);
        if (exact !== null) expect(bound ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(exact);
      }),
      runs,
    );
  });

  it("is the same wherever the machine and the reader stand, and at both clock changes", () => {
    const home = process.env.TZ;
    try {
      fc.assert(
        fc.property(questions, (question) => {
          const seen = ["UTC", "America/Los_Angeles", "Pacific/Auckland", "Europe/Zurich"].map((machine) => {
            process.env.TZ = machine;
            return JSON.stringify(slotsByDay(question));
          });
          expect(new Set(seen).size).toBe(1);
        }),
        { ...runs, numRuns: 60 },
      );
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });

  it("shows the same clock times on the day of a clock change as on the days around it", () => {
    // 28 March has 23 hours and 31 October 25: the same hours must show the same clock times as on the day before.
    for (const [now, change] of [[Date.UTC(2027, 2, 22, 8), "2027-03-28"], [Date.UTC(2027, 9, 25, 8), "2027-10-31"]] as const)
      fc.assert(
        fc.property(ownRules, fc.constantFrom(30, 60, 90), (own, durationMinutes) => {
          const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 300, untilMinute: 1320 }));
          const found = slotsByDay({ weekly, exceptions: [], occupied: [], durationMinutes, rules: rulesOf({ ...defaultSettings.policy, horizonDays: 14 }, { ...own, horizonDays: 14 }), now, instant: false, zone });
          const clocks = (date: string) => found.find((each) => each.day === date)?.slots.map((at) => clock.format(at));
          expect(clocks(change)).toEqual(clocks(dateAfter(change, -1)));
          expect(clocks(change)).toEqual(clocks(dateAfter(change, 1)));
        }),
        { ...runs, numRuns: 40 },
      );
  });

  it("never lies farther ahead than the company's horizon, whatever a helper sets", () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 60 }), (question, horizonDays) => {
        const rules = rulesOf({ ...defaultSettings.policy, horizonDays: 10 }, { ...question.rules, horizonDays });
        for (const at of slotsOf({ ...question, rules })) expect(at).toBeLessThan(question.now + 11 * day);
      }),
      { ...runs, numRuns: 60 },
    );
  });
});
