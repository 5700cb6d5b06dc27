import { answerStill, signOff } from "#app/domain/booking/after.commands.server.ts";
import { acceptBooking, cancelBooking, declineBooking, fileReport, finishVisit, setOff, startVisit, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { type Actor, person, visitor } from "#app/domain/kernel/actor.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import { must, ok, refuse } from "#app/domain/kernel/result.ts";
import { expertCheck } from "#app/domain/quality/quality.commands.server.ts";
import { reviewVisit } from "#app/domain/review/review.commands.server.ts";
import { privateWords, review } from "../people/index.ts";
import type { Chance } from "./chance.ts";
import { tellExtra } from "./extras.ts";
import { type Customer, formOf, reportOf } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { arrives, settle } from "./money.ts";
import { type Talk, talkAfter, talkBefore, talkOnTheWay } from "./talk.ts";
import { as } from "./world.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type PastVisit = { offer: { listingId: string } | { professional: string }; serviceCode: string; startsAt: number; bookedAt: number; durationMinutes: number; /** How long it may take at most, where it is paid by the hour. */ capMinutes?: number | null; customer: Customer; place: Place; /** It takes place and is reviewed, whatever chance says. */ sure?: boolean };

/** Whoever answers and goes: a helper, or support for the professional service. */
export type Worker = { actor: Actor; skill: number; isHelper: boolean };
export const helperAtWork = ({ helperId, personId, plan }: Told): Worker => ({ actor: person(personId, helperId), skill: plan.skill, isHelper: true });

/** Tells one booking of the past from the slot to the closed account; false when the slot was taken. */
export async function tellVisit(outer: Context, chance: Chance, { actor: helper, skill, isHelper }: Worker, visit: PastVisit, { until, expert }: { until: number; expert: Actor }): Promise<boolean> {
  const told = await atomically(outer, async (tx) => {
    const held = await holdSlot(as(tx, chance, visit.bookedAt, visitor()), { offer: visit.offer, startsAt: visit.startsAt, place: { postcode: visit.place.postcode, locality: visit.place.locality }, ...(visit.capMinutes && { capMinutes: visit.capMinutes }) });
    if (!held.ok) return refuse("taken");
    const id = held.value.bookingId;
    const customer = visitor([id]);
    must(await submitBooking({ ...as(tx, chance, visit.bookedAt + 4 * minute, customer), locale: visit.customer.locale }, id, formOf(chance, visit.customer, visit.place, visit.serviceCode)));
    await arrives(as(tx, chance, visit.bookedAt + 6 * minute), chance, id);
    const way = visit.sure ? 1 : isHelper ? chance.next() : 0.05 + 0.95 * chance.next();
    // Nobody answers after the answer was due: before a visit soon after, that is soon.
    const { answerBy } = (await findBooking(tx, id)) ?? {};
    const answeredAt = Math.min(visit.bookedAt + chance.whole(8, 220) * minute, (answerBy ?? visit.startsAt) - minute);
    if (way < 0.03) must(await declineBooking(as(tx, chance, answeredAt, helper), id));
    else if (way < 0.045) await tickBooking(as(tx, chance, visit.startsAt), id);
    else if (way < 0.09) {
      must(await acceptBooking(as(tx, chance, answeredAt, helper), id));
      const by: Actor = chance.odds(0.75) ? customer : helper;
      must(await cancelBooking(as(tx, chance, Math.max(answeredAt + 5 * minute, visit.startsAt - chance.whole(3, 60) * hour), by), id, by === helper ? "cannot_come" : "no_longer_needed"));
    } else {
      must(await acceptBooking(as(tx, chance, answeredAt, helper), id));
      const talk: Talk = { id, customer, helper, locale: visit.customer.locale, until: Math.min(until, visit.startsAt - hour) };
      if (chance.odds(0.16)) await talkBefore(tx, chance, talk, answeredAt + chance.whole(5, 240) * minute);
      await goThere(tx, chance, { id, visit, helper, customer, skill, expert, until });
    }
    await settle(tx, chance, id, until);
    return ok(true);
  });
  return told.ok;
}

type There = { id: string; visit: PastVisit; helper: Actor; customer: Actor; expert: Actor; skill: number; until: number };

/** Caps are set with room: most of such visits take less. */
const workedOf = (chance: Chance, startsAt: number, capMinutes: number): number => Math.round(capMinutes * chance.branch(`worked/${startsAt}`).pick([0.5, 0.6, 0.75, 0.75, 0.9, 1]));

async function goThere(tx: Context, chance: Chance, { id, visit, helper, customer, expert, skill, until }: There): Promise<void> {
  const startedAt = visit.startsAt + chance.whole(-4, 9) * minute;
  const finishedAt = startedAt + (visit.capMinutes ? workedOf(chance, visit.startsAt, visit.capMinutes) : visit.durationMinutes) * minute + chance.whole(-12, 15) * minute;
  const reportedAt = finishedAt + chance.whole(3, 90) * minute;
  const solved = chance.odds(skill);
  const talk: Talk = { id, customer, helper, locale: visit.customer.locale, until };
  const setOffAt = startedAt - chance.whole(12, 35) * minute;
  must(await setOff(as(tx, chance, setOffAt, helper), id));
  if (chance.odds(0.06)) await talkOnTheWay(tx, chance, talk, setOffAt + 20_000);
  must(await startVisit(as(tx, chance, startedAt, helper), id));
  // A stream of its own: the rest of the story stays as it was.
  const added = chance.branch(`extra/${id}`);
  if (added.odds(visit.sure ? 0.3 : 0.06)) await tellExtra(tx, added, { id, helper, customer, byTheHour: Boolean(visit.capMinutes), locale: visit.customer.locale, at: startedAt + 10 * minute });
  must(await finishVisit(as(tx, chance, finishedAt, helper), id));
  must(await fileReport(as(tx, chance, reportedAt, helper), id, reportOf(chance, visit.serviceCode, solved, visit.customer.locale)));
  await settle(tx, chance, id, reportedAt + minute);
  if (solved && chance.odds(0.08)) await talkAfter(tx, chance, talk, reportedAt + chance.whole(30, 60 * 20) * minute);
  if (visit.sure || chance.odds(0.72)) await answers(tx, chance, { id, visit, customer, solved, at: reportedAt + chance.whole(20, 60 * 50) * minute, until });
  await tickBooking(as(tx, chance, Math.min(until, reportedAt + 8 * day)), id);
  await settle(tx, chance, id, Math.min(until, reportedAt + 8 * day));
  await checks(tx, chance, { id, expert, solved, at: reportedAt + chance.whole(2, 12) * day, until });
  if (reportedAt + 9 * day < until && chance.odds(0.45)) await answerStill(as(tx, chance, reportedAt + 7 * day + chance.whole(2, 40) * hour, customer), id, solved ? (chance.odds(0.95) ? "yes" : "no") : "no");
}

async function answers(tx: Context, chance: Chance, { id, visit, customer, solved, at, until }: Omit<There, "helper" | "skill" | "expert"> & { solved: boolean; at: number }): Promise<void> {
  if (at > until) return;
  const voice = solved ? (chance.odds(0.94) ? "yes" : "unknown") : chance.odds(0.8) ? "no" : "unknown";
  must(await signOff(as(tx, chance, at, customer), id, { solved: voice, right: solved ? (chance.odds(0.85) ? "yes" : "unknown") : chance.pick(["no", "unknown"]) }));
  if (!visit.sure && !chance.odds(0.7)) return;
  const tone = solved ? (chance.odds(0.9) ? "good" : "mixed") : chance.odds(0.6) ? "bad" : "mixed";
  const most = { good: [4, 5, 5, 5], mixed: [3, 4, 4], bad: [1, 2, 2, 3] }[tone];
  const { locale } = visit.customer;
  must(
    await reviewVisit(as(tx, chance, at + 2 * minute, customer), id, {
      punctual: chance.pick(most),
      friendly: Math.min(5, chance.pick(most) + (tone === "bad" ? 1 : 0)),
      competent: chance.pick(most),
      words: chance.odds(0.75) ? review(chance.pick, locale, visit.serviceCode, tone) : "",
      privateWord: chance.odds(0.08) ? chance.pick(privateWords[locale][tone === "bad" ? "bad" : "good"]) : "",
    }),
  );
}

/** The company checks a random sample of all visits, and most of the others that were not solved; the words say which it was. */
async function checks(tx: Context, chance: Chance, { id, expert, solved, at, until }: { id: string; expert: Actor; solved: boolean; at: number; until: number }): Promise<void> {
  const sampled = chance.odds(0.22);
  if (at > until || (!sampled && (solved || !chance.odds(0.85)))) return;
  const verdict = chance.odds(solved ? 0.93 : 0.35) ? "right" : chance.pick(["remark", "remark", "wrong"] as const);
  must(await expertCheck(as(tx, chance, at, expert), id, { verdict, words: `${sampled ? "Stichprobe" : "Nachprüfung eines ungelösten Besuchs"}: ${findings[verdict]}` }));
}
const findings = { right: "Vorgehen und Bericht sind in Ordnung.", remark: "Ergebnis gut, eine Messung fehlt im Bericht.", wrong: "Die Ursache war eine andere; mit der Person besprochen." };
