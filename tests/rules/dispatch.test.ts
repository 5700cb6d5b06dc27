import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byTrouble, gini, inFairOrder, lastAskAt, troubleOf, waveRules } from "#app/domain/dispatch/dispatch.ts";
import { isForTheNight, isQuiet, nextMorning, waveDue } from "#app/domain/dispatch/hours.ts";
import { answerDue } from "#app/domain/booking/booking.policy.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";

const minute = 60_000;
const hour = 60 * minute;
const zone = "Europe/Zurich";
const policy = defaultSettings.policy;
const at = (text: string) => Date.parse(text);
const visit = (startsAt: number, more = {}) => ({ startsAt, zone, policy: { ...policy, ...more } });

describe("the quiet hours", () => {
  it("begin at 21:00 and end at 07:00 by the clock of the visit, at the clock changes too", () => {
    expect([isQuiet(at("2027-06-07T20:59:59+02:00"), policy, zone), isQuiet(at("2027-06-07T21:00+02:00"), policy, zone), isQuiet(at("2027-06-07T06:59+02:00"), policy, zone), isQuiet(at("2027-06-07T07:00+02:00"), policy, zone)]).toEqual([false, true, true, false]);
    expect(nextMorning(at("2027-06-07T23:00+02:00"), policy, zone)).toBe(at("2027-06-08T07:00+02:00"));
    expect(nextMorning(at("2027-06-07T02:00+02:00"), policy, zone)).toBe(at("2027-06-07T07:00+02:00"));
    expect(nextMorning(at("2027-03-27T23:00+01:00"), policy, zone)).toBe(at("2027-03-28T07:00+02:00"));
    expect(nextMorning(at("2027-10-30T23:00+02:00"), policy, zone)).toBe(at("2027-10-31T07:00+01:00"));
  });

  it("do not exist where the hours are the whole day", () => {
    const always = { answerFromMinute: 0, answerUntilMinute: 1440 };
    expect([isQuiet(at("2027-06-07T00:00+02:00"), always, zone), isQuiet(at("2027-06-07T23:59+02:00"), always, zone)]).toEqual([false, false]);
    expect(answerDue(at("2027-06-07T20:00+02:00"), at("2027-06-20T10:00+02:00"), { ...policy, ...always }, zone)).toBe(at("2027-06-08T02:00+02:00"));
  });
});

describe("helpers of a later wave answer", () => {
  const far = at("2027-06-20T10:00+02:00");
  it("within two hours, counted from 07:00 to 21:00", () => {
    expect(waveDue(at("2027-06-07T10:00+02:00"), visit(far))).toBe(at("2027-06-07T12:00+02:00"));
    expect(waveDue(at("2027-06-07T20:00+02:00"), visit(far))).toBe(at("2027-06-08T08:00+02:00"));
  });
  it("straight on when they are asked in the night", () => {
    expect(waveDue(at("2027-06-07T22:30+02:00"), visit(far))).toBe(at("2027-06-08T00:30+02:00"));
  });
  it("within half of the time left if that is shorter, an hour before the visit at the latest, and never under the floor", () => {
    expect(waveDue(at("2027-06-07T10:00+02:00"), visit(at("2027-06-07T13:00+02:00")))).toBe(at("2027-06-07T11:30+02:00"));
    expect(waveDue(at("2027-06-07T10:00+02:00"), visit(at("2027-06-07T11:30+02:00")))).toBe(at("2027-06-07T10:30+02:00"));
    expect(waveDue(at("2027-06-07T10:00+02:00"), visit(at("2027-06-07T11:20+02:00")))).toBe(at("2027-06-07T10:20+02:00"));
  });
  it("never in the night, unless they asked for it or the visit leaves no hour by day; then only those are asked who take questions at night", () => {
    const evening = at("2027-06-07T20:30+02:00");
    expect([waveDue(evening, visit(at("2027-06-08T09:00+02:00"))), isForTheNight(evening, visit(at("2027-06-08T09:00+02:00")))]).toEqual([at("2027-06-08T07:45+02:00"), false]);
    expect([waveDue(evening, visit(at("2027-06-08T07:45+02:00"))), isForTheNight(evening, visit(at("2027-06-08T07:45+02:00")))]).toEqual([at("2027-06-07T21:00+02:00"), false]);
    expect(isForTheNight(at("2027-06-07T20:50+02:00"), visit(at("2027-06-08T07:30+02:00")))).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: at("2027-03-01T00:00Z"), max: at("2027-11-30T00:00Z") }), fc.integer({ min: 80, max: 20_000 }), (now, ahead) => {
        const booking = visit(now + ahead * minute);
        fc.pre(!isForTheNight(now, booking));
        expect(isQuiet(waveDue(now, booking) - 1, policy, zone)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
  it("always later than they were asked and before the visit, whenever somebody may be asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: at("2027-03-01T00:00Z"), max: at("2027-11-30T00:00Z") }), fc.integer({ min: 80, max: 20_000 }), (now, ahead) => {
        const booking = visit(now + ahead * minute);
        fc.pre(now <= lastAskAt(booking));
        const due = waveDue(now, booking);
        expect(due).toBeGreaterThan(now + (policy.answerFloorMinutes - 1) * minute - 1);
        expect(due).toBeLessThanOrEqual(booking.startsAt - 59 * minute);
      }),
      { numRuns: 300 },
    );
  });
});

describe("who is asked first", () => {
  const of = (listingId: string, score: number, asked: number) => ({ listingId, score, asked });
  it("is the better match; among equals, within about five points of a hundred, whoever was asked least; then the id", () => {
    expect(inFairOrder([of("a", 60, 0), of("b", 91, 4), of("c", 88, 1), of("d", 90, 1), of("e", 60, 0)]).map(({ listingId }) => listingId)).toEqual(["d", "c", "b", "a", "e"]);
  });
  it("does not depend on the order in which they were found", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ listingId: fc.uuid(), score: fc.integer({ min: 0, max: 100 }), asked: fc.nat({ max: 5 }) }), { selector: ({ listingId }) => listingId, maxLength: 12 }), (rows) => {
        expect(inFairOrder([...rows].reverse())).toEqual(inFairOrder(rows));
      }),
    );
  });
});

describe("Gini's coefficient", () => {
  it("is 0 when all are alike, 1 − 1/n when one has everything, and agrees with the mean difference", () => {
    expect([gini([3, 3, 3, 3]), gini([0, 0, 0, 8]), gini([1, 2, 3, 4]), gini([5])]).toEqual([0, 0.75, 0.25, 0]);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 20 }), (counts) => {
        const total = counts.reduce((sum, x) => sum + x, 0);
        fc.pre(total > 0);
        const differences = counts.reduce((sum, a) => sum + counts.reduce((inner, b) => inner + Math.abs(a - b), 0), 0);
        expect(gini(counts)).toBeCloseTo(differences / (2 * counts.length * total), 10);
      }),
    );
  });
  it("says nothing where there is nothing to share", () => {
    expect([gini([]), gini([0, 0])]).toEqual([null, null]);
  });
});

describe("the board", () => {
  const now = at("2027-06-07T10:00+02:00");
  const far = now + 48 * hour;
  const open = { startsAt: far, answerBy: now + hour, nextWaveAt: null, goesOn: true };
  it("calls overdue what time should have moved, near what begins soon, last what ends here", () => {
    expect(troubleOf(open, now)).toBeNull();
    expect(troubleOf({ ...open, goesOn: false }, now)).toBe("last");
    expect(troubleOf({ ...open, goesOn: false, answerBy: now + 3 * hour }, now)).toBeNull();
    expect(troubleOf({ ...open, startsAt: now + 11 * hour }, now)).toBe("near");
    expect(troubleOf({ ...open, answerBy: now - 6 * minute }, now)).toBe("overdue");
    expect(troubleOf({ ...open, answerBy: null, nextWaveAt: now + 9 * hour }, now)).toBeNull();
  });
  it("shows the worst first, then what is due soonest", () => {
    const row = (id: string, trouble: ReturnType<typeof troubleOf>, due: number) => ({ id, trouble, answerBy: due, nextWaveAt: null, startsAt: far });
    expect(byTrouble([row("calm", null, now + hour), row("last", "last", now + hour), row("near", "near", now + 3 * hour), row("nearer", "near", now + hour), row("overdue", "overdue", now)]).map(({ id }) => id)).toEqual(["overdue", "nearer", "near", "last", "calm"]);
  });
});

it("bookings from before the rule was a setting have three waves of three", () => {
  expect(waveRules({})).toEqual({ waves: 3, waveSize: 3, waveAnswerMinutes: 120 });
});
