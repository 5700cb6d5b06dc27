import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAsked, type DayException, firstSlot, openMinutes, rangeOf, type SlotQuestion, slotsByDay, slotsOf, type WeeklySpan } from "#app/domain/availability/availability.ts";
import { dateAt, daysFrom, minuteOf } from "#app/domain/availability/days.ts";
import { day, hour, minute } from "#app/domain/kernel/time.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";

const zone = "Europe/Zurich";
const policy = { ...defaultSettings.policy, horizonDays: 14 };
const always = (fromMinute: number, untilMinute: number): WeeklySpan[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute, untilMinute }));
const ask = (more: Partial<SlotQuestion> = {}): SlotQuestion => ({ weekly: always(480, 1080), exceptions: [], occupied: [], bookedPerDay: {}, durationMinutes: 60, policy, now: Date.UTC(2027, 5, 7, 8), instant: false, zone, ...more });
/** What a clock on the wall shows, from Intl and not from our own arithmetic. */
const clock = new Intl.DateTimeFormat("de-CH", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const wall = (at: number) => clock.format(at);
const dayOf = (question: SlotQuestion, date: string) => slotsByDay(question).find((each) => each.day === date)?.slots ?? [];

const quarter = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
const span = fc.tuple(quarter, quarter).filter(([a, b]) => a !== b).map(([a, b]) => ({ fromMinute: Math.min(a, b), untilMinute: Math.max(a, b) }));
/** Any moment in the fortnights around both clock changes, and elsewhere. */
const moment = fc.oneof(...[Date.UTC(2027, 2, 15), Date.UTC(2027, 9, 18), Date.UTC(2027, 5, 1)].map((from) => fc.integer({ min: 0, max: 14 * 24 * 60 }).map((n) => from + n * minute)));
const questions = fc
  .record({
    now: moment,
    weekly: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, each]) => ({ weekday, ...each })), { maxLength: 12 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.constantFrom("open" as const, "closed" as const), span), { maxLength: 6 }),
    occupied: fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 96 }), fc.integer({ min: 4, max: 24 })), { maxLength: 20 }),
    durationMinutes: fc.constantFrom(30, 45, 60, 90, 120),
    bufferMinutes: fc.constantFrom(0, 15, 30),
    instant: fc.boolean(),
  })
  .map(({ exceptions, occupied, bufferMinutes, ...rest }): SlotQuestion => {
    const days = daysFrom(zone, rest.now, 14);
    return ask({
      ...rest,
      policy: { ...policy, bufferMinutes },
      exceptions: exceptions.map(([n, kind, each]): DayException => ({ date: days[n]?.date ?? "", kind, ...each })),
      occupied: occupied.map(([n, length]) => ({ fromAt: (days[0]?.startAt ?? 0) + n * 15 * minute, untilAt: (days[0]?.startAt ?? 0) + (n + length) * 15 * minute })),
    });
  });
const runs = { numRuns: 300 };

describe("a slot", () => {
  it("never overlaps anything, buffers included", () => {
    fc.assert(
      fc.property(questions, (question) => {
        for (const at of slotsOf(question)) {
          const range = rangeOf(at, at + question.durationMinutes * minute, question.policy.bufferMinutes);
          expect(question.occupied.some(({ fromAt, untilAt }) => fromAt < range.untilAt && untilAt > range.fromAt)).toBe(false);
        }
      }),
      runs,
    );
  });

  it("lies wholly in the hours that a clock on the wall shows, after the lead time and before the horizon", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const days = daysAsked(question);
        for (const at of slotsOf(question)) {
          const its = days.find(({ startAt, endAt }) => startAt <= at && at < endAt);
          const end = at + question.durationMinutes * minute;
          const fits = its && openMinutes(its, question.weekly, question.exceptions).some(([from, until]) => minuteOf(its, from) <= at && end <= minuteOf(its, until));
          expect(fits).toBe(true);
          expect(at).toBeGreaterThanOrEqual(question.now + (question.instant ? policy.instantLeadMinutes : policy.leadMinutes) * minute);
          expect([0, 30]).toContain(Number(wall(at).slice(-2)));
        }
      }),
      runs,
    );
  });

  it("exists in every free span that is long enough", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { bufferMinutes, stepMinutes, leadMinutes, instantLeadMinutes } = question.policy;
        const earliest = question.now + (question.instant ? instantLeadMinutes : leadMinutes) * minute;
        const slots = new Set(slotsOf(question));
        for (const its of daysAsked(question))
          for (const [fromMinute, untilMinute] of openMinutes(its, question.weekly, question.exceptions)) {
            const [from, until] = [Math.max(minuteOf(its, fromMinute), earliest), minuteOf(its, untilMinute)];
            const edges = [from, ...question.occupied.map(({ untilAt }) => untilAt + bufferMinutes * minute).filter((at) => at > from && at < until)];
            for (const edge of edges) {
              const next = Math.min(until, ...question.occupied.filter(({ untilAt }) => untilAt + bufferMinutes * minute > edge).map(({ fromAt }) => fromAt - bufferMinutes * minute));
              // In the night when the clock goes back nothing starts in the hour's second pass, because nobody could tell which 02:30 is meant.
              const [secondPass, after] = [minuteOf(its, 180) - 60 * minute, minuteOf(its, 180)];
              const doubled = its.endAt - its.startAt > 24 * 60 * minute && edge < after && next > secondPass ? 60 + stepMinutes : 0;
              if (next - edge >= (question.durationMinutes + stepMinutes + doubled) * minute) expect([...slots].some((at) => at >= edge && at + question.durationMinutes * minute <= next)).toBe(true);
            }
          }
      }),
      runs,
    );
  });

  it("is first when it is asked for as the first", () => {
    fc.assert(fc.property(questions, (question) => void expect(firstSlot(question)).toBe(slotsOf(question)[0] ?? null)), runs);
  });

  it("is the same wherever the machine stands", () => {
    const home = process.env.TZ;
    try {
      const seen = ["UTC", "America/Los_Angeles", "Pacific/Auckland", "Europe/Zurich"].map((machine) => {
        process.env.TZ = machine;
        return JSON.stringify([Date.UTC(2027, 2, 24, 8), Date.UTC(2027, 9, 27, 8)].map((now) => slotsByDay(ask({ now }))));
      });
      expect(new Set(seen).size).toBe(1);
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });
});

describe("at the clock changes", () => {
  it("08:00 stays 08:00 on 28 March 2027 and the day before", () => {
    const question = ask({ now: Date.UTC(2027, 2, 24, 8) });
    for (const date of ["2027-03-27", "2027-03-28"]) {
      const slots = dayOf(question, date);
      expect([wall(slots[0] ?? 0), wall(slots.at(-1) ?? 0)]).toEqual(["08:00", "17:00"]);
    }
    expect((dayOf(question, "2027-03-28")[0] ?? 0) - (dayOf(question, "2027-03-27")[0] ?? 0)).toBe(23 * hour);
  });

  it("08:00 stays 08:00 on 31 October 2027, 25 hours after the day before", () => {
    const question = ask({ now: Date.UTC(2027, 9, 27, 8) });
    expect(wall(dayOf(question, "2027-10-31")[0] ?? 0)).toBe("08:00");
    expect((dayOf(question, "2027-10-31")[0] ?? 0) - (dayOf(question, "2027-10-30")[0] ?? 0)).toBe(25 * hour);
  });

  it("the hour that does not exist holds no slot, and the doubled one two", () => {
    const nights = always(60, 240);
    expect(dayOf(ask({ now: Date.UTC(2027, 2, 24, 8), weekly: nights, durationMinutes: 30 }), "2027-03-28").map(wall)).toEqual(["01:00", "01:30", "03:00", "03:30"]);
    expect(dayOf(ask({ now: Date.UTC(2027, 9, 27, 8), weekly: nights, durationMinutes: 30 }), "2027-10-31").map(wall)).toEqual(["01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"]);
  });
});

describe("a day", () => {
  it("begins at midnight in its zone, one after the other, whatever the zone does at night", () => {
    for (const place of [zone, "Africa/Casablanca", "America/Santiago", "Australia/Lord_Howe", "UTC"])
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }), (from) => {
          const days = daysFrom(place, from, 40);
          for (const [i, { date, weekday, startAt, endAt }] of days.entries()) {
            expect([date, dateAt(place, startAt), dateAt(place, endAt - 1)]).toEqual([date, date, date]);
            expect(dateAt(place, startAt - 1) < date && dateAt(place, endAt) > date).toBe(true);
            expect(weekday).toBe(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
            if (i) expect(startAt).toBe(days[i - 1]?.endAt);
          }
        }),
        { numRuns: 12 },
      );
  });
});

describe("availability", () => {
  it("of two spans leaves the gap between them out", () => {
    const slots = dayOf(ask({ weekly: [...always(480, 600), ...always(840, 960)] }), "2027-06-09");
    expect(slots.map(wall)).toEqual(["08:00", "08:30", "09:00", "14:00", "14:30", "15:00"]);
  });

  it("keeps both buffers between two visits", () => {
    const at = Date.UTC(2027, 5, 9, 8);
    const slots = dayOf(ask({ occupied: [rangeOf(at, at + hour, 30)] }), "2027-06-09").map(wall);
    expect(slots).not.toContain("11:30");
    expect(slots).toContain("12:00");
    expect(slots).toContain("08:00");
    expect(slots).not.toContain("08:30");
  });

  it("is over for a day with as many visits as the policy allows", () => {
    expect(dayOf(ask({ bookedPerDay: { "2027-06-09": 2 } }), "2027-06-09")).toEqual([]);
    expect(dayOf(ask({ bookedPerDay: { "2027-06-09": 1 } }), "2027-06-09").length).toBeGreaterThan(0);
  });

  it("follows an exception both ways: a closed afternoon, an opened night", () => {
    const closed: DayException = { date: "2027-06-09", kind: "closed", fromMinute: 720, untilMinute: 1440 };
    const opened: DayException = { date: "2027-06-09", kind: "open", fromMinute: 1260, untilMinute: 1440 };
    expect(dayOf(ask({ exceptions: [closed] }), "2027-06-09").map(wall).at(-1)).toBe("11:00");
    expect(dayOf(ask({ exceptions: [opened] }), "2027-06-09").map(wall).at(-1)).toBe("23:00");
  });

  it("begins after the lead time, which is shorter where a booking is instant", () => {
    expect(wall(firstSlot(ask()) ?? 0)).toBe("16:00");
    expect(wall(firstSlot(ask({ instant: true })) ?? 0)).toBe("14:00");
  });

  it("of one week from a later day is that week", () => {
    const week = slotsByDay(ask({ from: Date.UTC(2027, 5, 10, 23), days: 7 })).map((each) => each.day);
    expect([week.length, week[0]]).toEqual([7, "2027-06-11"]);
    expect(dateAt(zone, Date.UTC(2027, 5, 10, 23))).toBe("2027-06-11");
  });

  it("of four weeks with a hundred visits is found in milliseconds", () => {
    const occupied = Array.from({ length: 100 }, (_, i) => ({ fromAt: Date.UTC(2027, 5, 7) + i * 6.5 * hour, untilAt: Date.UTC(2027, 5, 7) + i * 6.5 * hour + 2 * hour }));
    const question = ask({ occupied, policy: { ...policy, horizonDays: 28 } });
    for (let i = 0; i < 20; i++) slotsOf(question);
    const began = performance.now();
    for (let i = 0; i < 20; i++) slotsOf(question);
    expect((performance.now() - began) / 20).toBeLessThan(15);
    expect(slotsOf(question).at(-1)).toBeLessThan(question.now + 28 * day);
  });
});
