import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet } from "#app/domain/dispatch/hours.ts";
import { answerDue, alreadyDone, cancellationTerms, paymentMode, whyNot } from "#app/domain/booking/booking.policy.ts";
import { type Booking, bookingMoves, type BookingMove, type BookingState, bookingStates, type Move, type Part } from "#app/domain/booking/booking.ts";
import { dueFor } from "#app/domain/booking/booking.clock.ts";
import { type Actor, person, staff, system, visitor } from "#app/domain/kernel/actor.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { aBookingRow } from "../support/booking-row.ts";

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2027, 5, 7, 8);
const policy = defaultSettings.policy;
const moves = Object.keys(bookingMoves) as BookingMove[];
const isStress = process.env.QUARTIER_STRESS === "1";
const seed = Number(process.env.QUARTIER_FUZZ_SEED ?? (isStress ? Date.now() % 2 ** 31 : 20261122));

const watches = (right: "see" | "act" | "visited") => ({ watching: { id: "w1", right, name: "Lea" } });
const actors: Record<string, { actor: Actor; part: Part | null; through?: Pick<Booking, "watching"> }> = {
  "the customer": { actor: person("anna"), part: "customer" },
  "a guest with the link": { actor: visitor(["b1"]), part: "customer" },
  "the helper": { actor: person("maya", "h1"), part: "helper" },
  support: { actor: staff("sam", ["support"]), part: "staff" },
  admin: { actor: staff("ada", ["admin"]), part: "staff" },
  quality: { actor: staff("quinn", ["quality"]), part: "staff" },
  certifier: { actor: staff("cleo", ["certifier"]), part: null },
  "another customer": { actor: person("eve"), part: null },
  "another helper": { actor: person("eve", "h2"), part: null },
  "a visitor": { actor: visitor(["b2"]), part: null },
  "a watcher who acts": { actor: visitor(), part: "customer", through: watches("act") },
  "a watcher who looks": { actor: person("lea"), part: "watcher", through: watches("see") },
  "the person visited": { actor: visitor(), part: "visited", through: watches("visited") },
  time: { actor: system, part: "system" },
};

/** A booking of the professional service or a helper in one state, at a time when every move's clock allows it. */
function inState(state: BookingState, move: BookingMove, more: Partial<Booking> = {}): Booking {
  const late = move === "giveUp" || move === "missCustomer" || move === "missHelper" || move === "cannotCome" || move === "lapse" || move === "signOff" || move === "abandon";
  const soon = now + 2 * hour;
  return aBookingRow({ state, stateSince: now - day, startsAt: late ? now - 9 * day : soon, endsAt: late ? now - 9 * day + hour : soon + hour, holdUntil: late ? now - hour : now + hour, answerBy: late ? now - hour : now + hour, requestedAt: now - 10 * day, acceptedAt: now - 9 * day, reportedAt: now - 8 * day, createdAt: now - 10 * day, ...more });
}

describe("every move, in every state, by everybody", () => {
  for (const move of moves) {
    const { from, by }: Move = bookingMoves[move];
    for (const [name, { actor, part, through }] of Object.entries(actors))
      it(`${move} by ${name}`, () => {
        for (const state of bookingStates) {
          const refusal = whyNot(move, inState(state, move, through), actor, now);
          const acts = part !== null && by.includes(part) && name !== "quality" && !(part === "staff" && (move === "accept" || move === "decline"));
          const expected = part === null ? "not-found" : !acts ? "not-allowed" : !from.includes(state) ? "wrong-state" : null;
          expect([state, refusal]).toEqual([state, expected]);
        }
      });
  }

  it("leads somewhere: every state but the ended ones has a way out, and every state is reached", () => {
    const reached = new Set<string>(["draft", ...moves.map((move) => bookingMoves[move].to)]);
    expect(bookingStates.filter((state) => !reached.has(state))).toEqual([]);
    const left = new Set<string>(moves.flatMap((move) => [...bookingMoves[move].from]));
    expect(bookingStates.filter((state) => !left.has(state))).toEqual(["closed", "abandoned", "declined", "lapsed", "cancelled"]);
  });

  it("has a clock: in every state something is due, until the data is blurred", () => {
    for (const state of bookingStates) expect([state, dueFor(inState(state, "pay")).length > 0]).toEqual([state, true]);
    expect(dueFor(inState("closed", "pay", { blurredAt: now, stillAskedAt: now }))).toEqual([]);
  });
});

describe("the clock's part of a rule", () => {
  const helper = person("maya", "h1");
  const guest = visitor(["b1"]);
  it("submit only while the hold lasts", () => {
    expect(whyNot("submit", inState("draft", "submit", { holdUntil: now }), guest, now)).toBe("too-late");
    expect(whyNot("submit", inState("draft", "submit", { holdUntil: now + 1 }), guest, now)).toBeNull();
  });
  it("accept and decline until the answer is due, lapse from then on", () => {
    const booking = inState("requested", "accept", { answerBy: now });
    expect([whyNot("accept", booking, helper, now), whyNot("decline", booking, helper, now), whyNot("lapse", booking, system, now)]).toEqual(["too-late", "too-late", null]);
    expect([whyNot("accept", booking, helper, now - 1), whyNot("decline", booking, helper, now - 1), whyNot("lapse", booking, system, now - 1)]).toEqual([null, null, "too-early"]);
  });
  it("cancel until the visit begins, staff also afterwards", () => {
    const booking = inState("accepted", "cancel", { startsAt: now });
    expect([whyNot("cancel", booking, guest, now), whyNot("cancel", booking, helper, now), whyNot("cancel", booking, staff("sam", ["support"]), now)]).toEqual(["too-late", "too-late", null]);
  });
  it("set off and start on the day of the visit, from midnight in Zurich", () => {
    const startsAt = Date.UTC(2027, 2, 28, 14);
    const booking = inState("accepted", "start", { startsAt });
    const midnight = Date.UTC(2027, 2, 27, 23);
    expect([whyNot("setOff", booking, helper, midnight - 1), whyNot("setOff", booking, helper, midnight), whyNot("start", booking, helper, midnight - 1)]).toEqual(["too-early", null, "too-early"]);
  });
  it("a step that was made counts as made, whatever came after; one that failed does not", () => {
    expect([alreadyDone("accept", { state: "started" }), alreadyDone("start", { state: "started" }), alreadyDone("finish", { state: "started" })]).toEqual([true, true, false]);
    expect([alreadyDone("accept", { state: "cancelled" }), alreadyDone("cancel", { state: "cancelled" }), alreadyDone("decline", { state: "lapsed" })]).toEqual([false, true, false]);
  });
});

describe("what a cancellation costs the customer", () => {
  const startsAt = now + 3 * day;
  const at = (before: number, more: Partial<Booking> = {}) => cancellationTerms({ ...inState("accepted", "cancel", { startsAt, priceMinor: 10_000 }), ...more }, "customer", startsAt - before).compensationMinor;
  it("nothing until 24 h before, then half, under 4 h all, at most CHF 60", () => {
    expect([at(24 * hour + 1), at(23 * hour), at(4 * hour), at(4 * hour - 1), at(0)]).toEqual([0, 5000, 5000, 6000, 6000]);
  });
  it("nothing while unanswered, and nothing in the first 30 minutes", () => {
    expect(at(hour, { state: "requested" })).toBe(0);
    expect(at(hour, { requestedAt: startsAt - hour - 29 * 60_000 })).toBe(0);
    expect(at(hour, { requestedAt: startsAt - hour - 30 * 60_000 })).toBe(6000);
  });
  it("never more than the price, and the rest goes back", () => {
    const terms = cancellationTerms(inState("accepted", "cancel", { startsAt, priceMinor: 3333 }), "customer", startsAt - 5 * hour);
    expect([terms.compensationMinor, terms.refundMinor]).toEqual([1667, 1666]);
  });
  it("nothing when the helper, staff or time cancels", () => {
    for (const by of ["helper", "staff", "system"] as const) expect(cancellationTerms(inState("accepted", "cancel", { startsAt }), by, startsAt).refundMinor).toBe(4900);
  });
});

describe("an answer is due", () => {
  const zurich = (text: string) => Date.parse(`${text}+02:00`);
  const far = zurich("2027-06-20T10:00");
  it("6 hours later, counted from 07:00 to 21:00", () => {
    expect(answerDue(zurich("2027-06-07T10:00"), far, policy)).toBe(zurich("2027-06-07T16:00"));
    expect(answerDue(zurich("2027-06-07T20:00"), far, policy)).toBe(zurich("2027-06-08T12:00"));
    expect(answerDue(zurich("2027-06-07T23:30"), far, policy)).toBe(zurich("2027-06-08T13:00"));
    expect(answerDue(zurich("2027-06-07T03:00"), far, policy)).toBe(zurich("2027-06-07T13:00"));
  });
  it("after half of the time left when that is sooner, but never under 20 minutes", () => {
    expect(answerDue(zurich("2027-06-07T10:00"), zurich("2027-06-07T16:00"), policy)).toBe(zurich("2027-06-07T13:00"));
    expect(answerDue(zurich("2027-06-07T10:00"), zurich("2027-06-07T10:30"), policy)).toBe(zurich("2027-06-07T10:20"));
    // Somebody who comes within the hour and whose customer paid at the last moment: nobody says yes to what has begun.
    expect(answerDue(zurich("2027-06-07T10:20"), zurich("2027-06-07T10:30"), policy)).toBe(zurich("2027-06-07T10:30"));
  });
  it("is never due in the night: half of the time left is half of the hours from 07:00 to 21:00", () => {
    expect(answerDue(zurich("2027-06-07T20:30"), zurich("2027-06-08T09:00"), policy)).toBe(zurich("2027-06-08T07:45"));
    expect(answerDue(zurich("2027-06-07T22:00"), zurich("2027-06-08T09:00"), policy)).toBe(zurich("2027-06-08T08:00"));
    expect(answerDue(zurich("2027-06-07T18:00"), zurich("2027-06-08T08:00"), policy)).toBe(zurich("2027-06-07T20:00"));
    expect(answerDue(zurich("2027-06-07T20:50"), zurich("2027-06-08T07:30"), policy)).toBe(zurich("2027-06-08T07:10"));
    // A visit that leaves no hour by day: half of the time left, as it is.
    expect(answerDue(zurich("2027-06-07T22:00"), zurich("2027-06-08T06:00"), policy)).toBe(zurich("2027-06-08T02:00"));
    // Less than a minute would spill over the night: the evening's end is when it is due, not the next morning's beginning.
    expect(answerDue(zurich("2027-06-07T15:00:26"), zurich("2027-06-20T10:00"), policy)).toBe(zurich("2027-06-07T21:00"));
    expect(answerDue(zurich("2027-06-07T15:01:00"), zurich("2027-06-20T10:00"), policy)).toBe(zurich("2027-06-08T07:01"));
    console.log(`answers by day: seed ${seed}; repeat with QUARTIER_FUZZ_SEED=${seed}`);
    fc.assert(
      fc.property(fc.integer({ min: Date.parse("2027-03-01T00:00Z"), max: Date.parse("2027-11-30T00:00Z") }), fc.integer({ min: 4 * 60, max: 28 * 1440 }), (now, ahead) => {
        const due = answerDue(now, now + ahead * 60_000, policy);
        expect(due).toBeGreaterThan(now);
        expect(due).toBeLessThanOrEqual(now + ahead * 60_000);
        const begins = new Date(now + ahead * 60_000).toLocaleTimeString("de-CH", { timeZone: "Europe/Zurich", hourCycle: "h23" });
        if (begins >= "07:20" && begins <= "23:59") expect(isQuiet(due - 1, policy, "Europe/Zurich")).toBe(false);
      }),
      { seed, numRuns: isStress ? 20_000 : 1000, examples: [[1_812_200_400_001, 12_500]] },
    );
  });
  it("at the right clock time across the clock change", () => {
    expect(answerDue(Date.parse("2027-03-27T20:00+01:00"), Date.parse("2027-04-20T10:00+02:00"), policy)).toBe(Date.parse("2027-03-28T12:00+02:00"));
    expect(answerDue(Date.parse("2027-10-30T20:00+02:00"), Date.parse("2027-11-20T10:00+01:00"), policy)).toBe(Date.parse("2027-10-31T12:00+01:00"));
  });
});

it("a card is reserved for a visit at most four days ahead, debited for a later one", () => {
  expect([paymentMode(now + 4 * day, now, policy), paymentMode(now + 4 * day + 1, now, policy)]).toEqual(["reserve", "debit"]);
});
