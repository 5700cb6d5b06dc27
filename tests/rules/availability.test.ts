import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayException, firstSlot, rangeOf, type SlotQuestion, slotsByDay, slotsOf, type Taken, type WeeklySpan } from "#app/domain/availability/availability.ts";
import { dateAt, daysFrom } from "#app/domain/availability/days.ts";
import { rulesOf } from "#app/domain/availability/rules.ts";
import { travelMinutes } from "#app/domain/availability/travel.ts";
import { day, hour } from "#app/domain/kernel/time.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";

const zone = "Europe/Zurich";
const policy = { ...defaultSettings.policy, horizonDays: 14 };
const rules = rulesOf(policy);
/** What a visit at that time takes. */
const aVisit = (fromAt: number, untilAt = fromAt + hour, at: Taken["at"] = null): Taken => ({ ...rangeOf(fromAt, untilAt, rules), visit: { fromAt, untilAt }, at });
const always = (fromMinute: number, untilMinute: number): WeeklySpan[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute, untilMinute }));
const ask = (more: Partial<SlotQuestion> = {}): SlotQuestion => ({ weekly: always(480, 1080), exceptions: [], occupied: [], durationMinutes: 60, rules, now: Date.UTC(2027, 5, 7, 8), instant: false, zone, ...more });
/** What a clock on the wall shows, from Intl and not from our own arithmetic. */
const clock = new Intl.DateTimeFormat("de-CH", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const wall = (at: number) => clock.format(at);
const dayOf = (question: SlotQuestion, date: string) => slotsByDay(question).find((each) => each.day === date)?.slots ?? [];

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

  it("keeps the buffer between two visits: what one needs after it and the other before it", () => {
    const at = Date.UTC(2027, 5, 9, 8);
    const slots = dayOf(ask({ occupied: [aVisit(at)] }), "2027-06-09").map(wall);
    expect(slots).toContain("08:30");
    expect(slots).not.toContain("09:00");
    expect(slots).not.toContain("11:00");
    expect(slots).toContain("11:30");
  });

  it("keeps the way between two visits beside the buffer, longer on foot than by car", () => {
    const [kleinbasel, riehen] = [{ lat: 47.565, lng: 7.6 }, { lat: 47.585, lng: 7.647 }];
    const taken = aVisit(Date.UTC(2027, 5, 9, 8), undefined, kleinbasel);
    const nextBy = (means: "foot" | "car") => wall(dayOf(ask({ occupied: [taken], at: riehen, rules: { ...rules, means } }), "2027-06-09").find((at) => at > taken.untilAt) ?? 0);
    expect([travelMinutes(kleinbasel, riehen, "car"), travelMinutes(kleinbasel, riehen, "foot")]).toEqual([16, 66]);
    expect([nextBy("car"), nextBy("foot")]).toEqual(["12:00", "13:00"]);
    expect(wall(dayOf(ask({ occupied: [taken], at: null }), "2027-06-09").find((at) => at > taken.untilAt) ?? 0)).toBe("11:30");
  });

  it("is over for a day and for a week with as many visits as the rules allow", () => {
    const visits = [9, 10, 11].map((date) => aVisit(Date.UTC(2027, 5, date, 6)));
    const found = (more: Partial<typeof rules>) => slotsByDay(ask({ occupied: visits, rules: { ...rules, ...more } })).filter(({ slots }) => slots.length).map(({ day: date }) => date);
    expect(found({ visitsPerDay: 1 })).not.toContain("2027-06-09");
    expect(found({ visitsPerDay: 2 })).toContain("2027-06-09");
    // Monday 7 to Sunday 13 June is one week.
    expect(found({ visitsPerWeek: 3 })[0]).toBe("2027-06-14");
    expect(found({ visitsPerWeek: 4 })[0]).toBe("2027-06-07");
    // What was visited on Monday counts on Thursday too.
    const thursday = ask({ now: Date.UTC(2027, 5, 10, 4), occupied: [aVisit(Date.UTC(2027, 5, 7, 6)), aVisit(Date.UTC(2027, 5, 8, 6))], rules: { ...rules, visitsPerWeek: 2 } });
    expect(slotsByDay(thursday).find(({ slots }) => slots.length)?.day).toBe("2027-06-14");
  });

  it("keeps the working day from growing longer than one wants", () => {
    const slots = dayOf(ask({ occupied: [aVisit(Date.UTC(2027, 5, 9, 7))], rules: { ...rules, longestDayMinutes: 240 } }), "2027-06-09").map(wall);
    expect([slots[0], slots.at(-1)]).toEqual(["10:30", "12:00"]);
  });

  it("is closed in the holidays, also where extra hours were entered", () => {
    const exceptions: DayException[] = [{ date: "2027-06-10", kind: "open", fromMinute: 480, untilMinute: 720 }];
    const found = slotsByDay(ask({ exceptions, holidays: [{ fromDate: "2027-06-09", untilDate: "2027-06-11" }] })).filter(({ slots }) => slots.length).map(({ day: date }) => date);
    expect(found.slice(0, 4)).toEqual(["2027-06-07", "2027-06-08", "2027-06-12", "2027-06-13"]);
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
    const question = ask({ occupied, rules: { ...rules, horizonDays: 28 } });
    for (let i = 0; i < 20; i++) slotsOf(question);
    const began = performance.now();
    for (let i = 0; i < 20; i++) slotsOf(question);
    expect((performance.now() - began) / 20).toBeLessThan(15);
    expect(slotsOf(question).at(-1)).toBeLessThan(question.now + 28 * day);
  });
});
