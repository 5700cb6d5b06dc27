import { describe, expect, it } from "vitest";
import { partOf, whyNot } from "#app/domain/booking/booking.policy.ts";
import { bookingTimes, moments, timeRules } from "#app/domain/booking/booking.times.ts";
import { type Booking, bookingMoves, type BookingMove, bookingStates, type Move, type Part } from "#app/domain/booking/booking.ts";
import { type Actor, person, staff, system, visitor } from "#app/domain/kernel/actor.ts";
import { whyNotEnd } from "#app/domain/visit/visit.policy.ts";
import type { Absence } from "#app/domain/visit/visit.ts";
import { aBookingRow } from "../support/booking-row.ts";

const hour = 3_600_000;
const day = 24 * hour;
const moves = Object.keys(bookingMoves) as BookingMove[];

/** Every moment of the booking lies at its own time, so that a rule that looks at another one is caught. Thursday 10 June 2027, 14:00 in Zurich. */
const startsAt = Date.parse("2027-06-10T14:00:00+02:00");
const times = {
  "the hold ends": Date.parse("2027-06-01T09:30:00+02:00"),
  "the answer is due": Date.parse("2027-06-02T16:00:00+02:00"),
  "the answer is due, at latest when the visit begins": Date.parse("2027-06-02T16:00:00+02:00"),
  "the day of the visit begins": Date.parse("2027-06-10T00:00:00+02:00"),
  "the visit begins": startsAt,
  "a week has passed after its end": startsAt + hour + 7 * day,
  "nobody has answered the report for as long as the policy says": startsAt + 2 * hour + 72 * hour,
} as const;
type When = keyof typeof times;
const row = (more: Partial<Booking> = {}): Booking =>
  aBookingRow({ startsAt, endsAt: startsAt + hour, holdUntil: times["the hold ends"], answerBy: times["the answer is due"], requestedAt: times["the hold ends"], acceptedAt: times["the hold ends"], reportedAt: startsAt + 2 * hour, ...more });

/** One actor for each part; the person visited and support act on a booking that is theirs. */
const actors: Record<Exclude<Part, "watcher">, { actor: Actor; more?: Partial<Booking> }> = {
  customer: { actor: person("anna") },
  visited: { actor: visitor(), more: { watching: { id: "w1", right: "visited", name: "Rosa" } } },
  helper: { actor: person("maya", "h1") },
  // Support answers for the professional service only.
  staff: { actor: staff("sam", ["support"]), more: { provider: "professional", helperId: null } },
  system: { actor: system },
};
const parts = Object.keys(actors) as (keyof typeof actors)[];

/** What the house's rules say of time, written by hand from product.md: until a moment, or from it on; every other move of everybody is free. */
const byHand: Partial<Record<BookingMove, [parts: (keyof typeof actors)[], kind: "until" | "from", when: When][]>> = {
  submit: [[["customer", "staff"], "until", "the hold ends"]],
  abandon: [[["system"], "from", "the hold ends"]],
  pay: [[["system"], "until", "the visit begins"]],
  accept: [[["helper", "staff"], "until", "the answer is due, at latest when the visit begins"]],
  decline: [[["helper", "staff"], "until", "the answer is due"]],
  lapse: [[["system"], "from", "the answer is due"]],
  askOthers: [[["customer", "helper", "staff", "system"], "until", "the visit begins"]],
  handBack: [[["helper", "staff", "system"], "until", "the visit begins"]],
  cancel: [[["customer", "visited", "helper"], "until", "the visit begins"]],
  takeOffer: [[["customer", "staff"], "until", "the answer is due"]],
  reschedule: [[["customer", "helper", "staff"], "until", "the visit begins"]],
  setOff: [[["helper", "staff"], "from", "the day of the visit begins"]],
  arrive: [[["helper", "staff"], "from", "the day of the visit begins"]],
  missCustomer: [[["helper", "staff"], "from", "the visit begins"]],
  missHelper: [[["customer", "staff"], "from", "the visit begins"]],
  cannotCome: [[["helper"], "from", "the visit begins"]],
  start: [[["helper", "staff"], "from", "the day of the visit begins"]],
  giveUp: [[["staff"], "from", "the visit begins"], [["system"], "from", "a week has passed after its end"]],
  signOff: [[["system"], "from", "nobody has answered the report for as long as the policy says"]],
};

const ruleOf = (move: BookingMove, part: keyof typeof actors) => byHand[move]?.find(([who]) => who.includes(part));

describe("the clock's part of every move, for everybody who may make it", () => {
  for (const move of moves) {
    const { from, by }: Move = bookingMoves[move];
    for (const part of parts.filter((each) => by.includes(each))) {
      const [, kind, when] = ruleOf(move, part) ?? [];
      it(`${part} may ${move} ${kind === undefined ? "at any time" : `${kind} ${when}`}`, () => {
        const { actor, more } = actors[part];
        for (const state of from) {
          const booking = row({ state, ...more });
          expect(partOf(actor, booking)).toBe(part);
          const at = (now: number) => whyNot(move, booking, actor, now);
          if (when === undefined) {
            for (const moment of Object.values(times)) expect([moment - 1, moment, moment + 1].map(at)).toEqual([null, null, null]);
            continue;
          }
          const moment = times[when];
          expect([state, ...[moment - 1, moment, moment + 1].map(at)]).toEqual([state, ...(kind === "until" ? [null, "too-late", "too-late"] : ["too-early", null, null])]);
        }
      });
    }
  }

  it("is what the README's table is drawn from: each drawn rule is written by hand above, and none is missing", () => {
    for (const move of moves)
      for (const part of parts.filter((each) => (bookingMoves[move].by as readonly Part[]).includes(each))) {
        const rule = ruleOf(move, part);
        const drawn = timeRules(move, part).map((each) => ("before" in each ? ["until", moments[each.before].words] : ["from", moments[each.from].words]));
        expect([move, part, drawn]).toEqual([move, part, rule ? [[rule[1], rule[2]]] : []]);
      }
  });

  it("names each moment at its own time, also at the clock changes", () => {
    for (const { words, at } of Object.values(moments)) expect([words, at(row())]).toEqual([words, times[words]]);
    const changed = (begins: string) => moments.dayBegins.at(row({ startsAt: Date.parse(begins) }));
    expect(changed("2027-03-28T14:00:00+02:00")).toBe(Date.parse("2027-03-28T00:00:00+01:00"));
    expect(changed("2027-10-31T14:00:00+01:00")).toBe(Date.parse("2027-10-31T00:00:00+02:00"));
  });

  it("ends a hold at latest when the visit begins", () => {
    const late = row({ state: "draft", holdUntil: startsAt + hour });
    expect([startsAt - 1, startsAt].map((now) => whyNot("submit", late, actors.customer.actor, now))).toEqual([null, "too-late"]);
  });

  it("binds nobody who may not make the move at all", () => {
    for (const move of moves) for (const { by = [] } of bookingTimes[move]) expect([move, by.filter((part) => part === "watcher")]).toEqual([move, []]);
  });
});

describe("a helper who cannot come after all", () => {
  it("may say so until they have arrived or shown the code", () => {
    const { actor } = actors.helper;
    const at = (more: Partial<Booking>) => whyNot("cannotCome", row(more), actor, startsAt);
    expect([at({}), at({ state: "underway" }), at({ state: "underway", arrivedAt: startsAt - 1 }), at({ codeMatchedAt: startsAt })]).toEqual([null, null, "wrong-state", "wrong-state"]);
    expect(bookingStates.filter((state) => at({ state }) === null)).toEqual(["accepted", "underway"]);
  });
});

it("waiting ends the visit a quarter of an hour after it was noted and with the second call, whichever is later", () => {
  const absence = (more: Partial<Absence>): Absence => ({ id: "a1", bookingId: "b1", absent: "helper", notedBy: "customer", waitingSince: startsAt, firstCallAt: startsAt + 60_000, secondCallAt: startsAt + 6 * 60_000, state: "waiting", endedAt: null, ...more });
  const ends = startsAt + 15 * 60_000;
  expect([ends - 1, ends, ends + 1].map((now) => whyNotEnd(row(), absence({}), now))).toEqual(["too-early", null, null]);
  const called = startsAt + 20 * 60_000;
  expect([called - 1, called].map((now) => whyNotEnd(row(), absence({ secondCallAt: called }), now))).toEqual(["too-early", null]);
  expect(whyNotEnd(row(), absence({ secondCallAt: null }), called)).toBe("calls-missing");
});
