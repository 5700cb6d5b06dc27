import type { StoryEntry } from "#app/domain/booking/booking.views.ts";
import { cancelReasons, lateCauses } from "#app/domain/booking/booking.ts";
import { reasons } from "#app/domain/dispatch/dispatch.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { type Translate, translator } from "#app/texts/registry.ts";

const known = [
  "booking.hold", "booking.holdProlonged", "booking.draftKept", "booking.submit", "booking.callerAgreed", "booking.abandon", "booking.pay", "booking.paymentFailed", "booking.accept", "booking.decline", "booking.lapse",
  "booking.cancel", "booking.giveUp", "booking.setOff", "booking.arrive", "booking.arrivalChanged", "booking.missCustomer", "booking.missHelper", "booking.cannotCome", "booking.confirmed", "booking.confirmReminded", "booking.codeMatched", "booking.codeWrong", "booking.extraProposed", "booking.extraAccepted", "booking.extraRefused", "booking.extraWithdrawn", "booking.extraLapsed", "booking.extraPaid", "booking.consentWrong", "booking.waiting", "booking.called", "booking.waitingOver", "booking.start", "booking.finish", "booking.report", "booking.signOff", "booking.close", "booking.reminded", "booking.stillAsked", "booking.blurred", "booking.illnessUsed", "booking.proposed", "booking.proposalRefused", "booking.proposalWithdrawn", "booking.proposalLapsed", "booking.reschedule", "booking.takeOffer", "booking.askOthers", "booking.handBack", "booking.askDeclined", "booking.helperFellOut", "booking.outcomeAnswered", "booking.stillAnswered", "booking.compensationWaived", "booking.watcherAdded", "booking.watcherChanged", "booking.watcherRemoved",
  "rescue.opened", "rescue.booked", "rescue.reopened", "rescue.solved", "rescue.ended", "rescue.withdrawn", "rescue.lapsed", "rescue.overBudget", "credit.granted", "credit.kept", "credit.used", "credit.returned",
  "payment.open", "payment.failed", "payment.reserved", "payment.captured", "payment.cancelled", "payment.expired", "payment.refundAsked", "payment.refunded", "payment.refundFailed",
  "payout.planned", "payout.held", "payout.sent", "message.posted", "review.written", "review.published", "quality.checked", "series.made",
] as const;
type Known = (typeof known)[number];

/** Whether the screen has words for an event. */
const isKnown = (name: string): boolean => known.some((each) => each === name);
/** What happened in words; a name that the screen does not know yet is shown as it is. */
export const storyTitle = (name: string, t: Translate): string => {
  const one = known.find((each) => each === name);
  return one ? t(`staffBookings.story.names.${one}`) : name;
};
const isStop = (name: string): boolean => ["booking.abandon", "booking.decline", "booking.lapse", "booking.cancel", "booking.giveUp", "booking.missCustomer", "booking.missHelper", "booking.cannotCome", "payment.failed", "booking.paymentFailed"].includes(name);

type Facts = StoryEntry["facts"];
const money = (value: unknown): string => formatMoney(typeof value === "number" ? value : 0);
const among = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((one) => one === value);
const voice = (value: unknown, t: Translate): string => {
  const said = among(["yes", "no", "unknown"] as const, value);
  return said ? t(`staffBookings.page.voices.answers.${said}`) : "–";
};
const methodOf = (value: unknown) => among(["card", "twint", "other"] as const, value);
const holdReasons: Record<string, TextKey> = { account_not_ready: "staff.money.reasons.account_not_ready", not_captured: "staff.money.reasons.not_captured", probation: "staff.money.reasons.probation", not_solved: "staff.money.reasons.not_solved", rescue: "staff.money.reasons.rescue", balance_insufficient: "staff.money.reasons.balance_insufficient" };

type Detail = (facts: Facts, t: Translate, at: (ms: number) => string) => string | null;
const until: Detail = ({ holdUntil }, t, at) => (typeof holdUntil === "number" ? t("staffBookings.story.detail.until", { time: at(holdUntil) }) : null);
const paid = (field: "amountMinor" | "capturedMinor"): Detail => (facts, t) => {
  const method = methodOf(facts.method);
  return method ? t("staffBookings.story.detail.amountBy", { amount: money(facts[field]), by: t(`staffBookings.story.methods.${method}`) }) : money(facts[field]);
};

const rightOf = (value: unknown, t: Translate): string | null => {
  const right = among(["see", "act", "visited"] as const, value);
  return right ? t(`together.around.right.${right}`) : null;
};

const moved: Detail = ({ was, startsAt, captured }, t, at) => (typeof was === "number" && typeof startsAt === "number" ? t(captured ? "staffBookings.story.detail.movedDebited" : "staffBookings.story.detail.moved", { was: at(was), time: at(startsAt) }) : null);

const missed: Detail = ({ refundMinor, compensationMinor }, t) => t("staffBookings.story.detail.cancel", { reason: "–", back: money(refundMinor), cost: money(compensationMinor) });
const absent: Detail = (facts, t) => {
  const side = among(["customer", "helper"] as const, facts.absent);
  return side ? t(`staffBookings.story.detail.absent.${side}`) : null;
};
const amount: Detail = ({ amountMinor }) => money(amountMinor);
const wayWords: Detail = ({ wish }, t) => {
  const way = among(["redo", "next_helper", "professional"] as const, wish);
  return way ? t(`staffBookings.story.detail.way.${way}`) : null;
};
const credited: Detail = ({ amountMinor }) => money(amountMinor);
/** Whom a wave asked, until when and why; in the night from when on. */
const wave: Detail = ({ why, wave: number, asked, answerBy, nextWaveAt }, t, at) => {
  const reason = among(reasons, why);
  const words = { why: reason ? t(`staffBookings.story.detail.why.${reason}`) : "–" };
  if (typeof nextWaveAt === "number") return t("staffBookings.story.detail.waveWaits", { ...words, from: at(nextWaveAt) });
  return typeof answerBy === "number" && Array.isArray(asked) ? t("staffBookings.story.detail.wave", { ...words, wave: String(number), asked: String(asked.length), until: at(answerBy) }) : null;
};

/** The sentence below what happened, for the events that have one. */
const details: Partial<Record<Known, Detail>> = {
  "series.made": ({ visits, everyWeeks }, t) => t("staffBookings.story.detail.series", { visits: String(visits), weeks: String(everyWeeks) }),
  "booking.hold": until,
  "booking.holdProlonged": until,
  "booking.submit": until,
  "booking.cancel": ({ reason, refundMinor, compensationMinor, paidByCompanyMinor }, t) => {
    const why = among(cancelReasons, reason);
    const words = t("staffBookings.story.detail.cancel", { reason: why ? t(`booking.reason.${why}`) : "–", back: money(refundMinor), cost: money(compensationMinor) });
    return paidByCompanyMinor ? `${words} ${t("staffBookings.story.detail.paidByCompany", { amount: money(paidByCompanyMinor) })}` : words;
  },
  "booking.illnessUsed": ({ year, nth, of }, t) => t("staffBookings.story.detail.illnessUsed", { year: String(year), nth: String(nth), of: String(of) }),
  "booking.proposed": ({ slots, answerBy }, t, at) => (Array.isArray(slots) && typeof answerBy === "number" ? t("staffBookings.story.detail.proposed", { times: slots.map((slot) => at(Number(slot))).join("; "), until: at(answerBy) }) : null),
  "booking.missCustomer": missed,
  "booking.missHelper": missed,
  "booking.cannotCome": ({ cause, refundMinor, compensationMinor }, t) => {
    const why = among(lateCauses, cause);
    return t("staffBookings.story.detail.cancel", { reason: why ? t(`staffBookings.story.detail.cause.${why}`) : "–", back: money(refundMinor), cost: money(compensationMinor) });
  },
  "booking.confirmed": (facts, t) => {
    const side = among(["customer", "helper"] as const, facts.side);
    return side ? t(`staffBookings.story.detail.side.${side}`) : null;
  },
  "booking.codeWrong": ({ tries, most }, t) => t("staffBookings.story.detail.tries", { tries: String(tries), most: String(most) }),
  "booking.waiting": absent,
  "booking.called": absent,
  "booking.extraProposed": amount,
  "booking.extraRefused": amount,
  "booking.extraWithdrawn": amount,
  "booking.extraLapsed": amount,
  "booking.extraPaid": amount,
  "booking.extraAccepted": ({ amountMinor, consent }, t) => {
    const way = among(["device", "code"] as const, consent);
    return way ? t(`staffBookings.story.detail.consent.${way}`, { amount: money(amountMinor) }) : money(amountMinor);
  },
  "booking.reschedule": moved,
  "booking.takeOffer": moved,
  "booking.askOthers": wave,
  "booking.handBack": wave,
  "booking.askDeclined": ({ open }, t) => t("staffBookings.story.detail.stillAsked", { open: String(open) }),
  "booking.helperFellOut": ({ reason }, t) => {
    const why = among(cancelReasons, reason);
    return why ? t(`booking.reason.${why}`) : null;
  },
  "booking.report": ({ outcome }, t) => {
    const said = among(["solved", "partly", "not_solved"] as const, outcome);
    return said ? t(`staffBookings.page.report.outcomes.${said}`) : null;
  },
  "booking.signOff": (facts, t) => (facts.by === "time" ? t("staffBookings.story.detail.byTime") : t("staffBookings.story.detail.answers", { solved: voice(facts.solved, t), right: voice(facts.right, t) })),
  "booking.outcomeAnswered": (facts, t) => t("staffBookings.story.detail.answers", { solved: voice(facts.solved, t), right: voice(facts.right, t) }),
  "booking.stillAnswered": ({ still }, t) => voice(still, t),
  "booking.watcherAdded": ({ right }, t) => rightOf(right, t),
  "booking.watcherChanged": ({ right }, t) => rightOf(right, t),
  "booking.compensationWaived": ({ fromMinor, toMinor }, t) => t("staffBookings.story.detail.waived", { from: money(fromMinor), to: money(toMinor) }),
  "rescue.opened": wayWords,
  "rescue.booked": wayWords,
  "rescue.overBudget": ({ spentMinor, limitMinor }, t) => t("staffBookings.story.detail.over", { spent: money(spentMinor), limit: money(limitMinor) }),
  "credit.granted": credited,
  "credit.kept": credited,
  "credit.used": credited,
  "credit.returned": credited,
  "payment.reserved": paid("amountMinor"),
  "payment.captured": paid("capturedMinor"),
  "payment.refundAsked": ({ amountMinor, reason, extraId }, t) => t(extraId ? "staffBookings.story.detail.refundExtra" : "staffBookings.story.detail.refund", { amount: money(amountMinor), reason: String(reason ?? "–") }),
  "payment.refunded": ({ refundedMinor }) => money(refundedMinor),
  "payment.refundFailed": ({ failedMinor }) => money(failedMinor),
  "payout.planned": ({ netMinor }) => money(netMinor),
  "payout.sent": ({ netMinor }) => money(netMinor),
  "payout.held": ({ reason }, t) => t(holdReasons[String(reason)] ?? "staff.money.reasons.other"),
  "message.posted": ({ author }, t) => {
    const by = among(["customer", "helper", "staff"] as const, author);
    return by ? t("staffBookings.story.detail.author", { author: t(`staffBookings.story.authors.${by}`) }) : null;
  },
  "quality.checked": ({ verdict }, t) => {
    const said = among(["right", "remark", "wrong"] as const, verdict);
    return said ? t(`staffBookings.page.voices.verdicts.${said}`) : null;
  },
};

const storyDetail = ({ name, facts }: Pick<StoryEntry, "name" | "facts">, t: Translate, at: (ms: number) => string): string | null => details[name as Known]?.(facts, t, at) ?? null;

/** Everything the journal says of one event, plainly. */
const storyFacts = (facts: Facts): { name: string; value: string }[] => Object.entries(facts).map(([name, value]) => ({ name, value: typeof value === "object" && value !== null ? JSON.stringify(value) : String(value) }));

/** Who did it, by name where there is one. */
function storyActor({ actorKind, actorName, watcherName }: Pick<StoryEntry, "actorKind" | "actorName" | "watcherName">, t: Translate): string {
  if (watcherName !== null) return t("staffBookings.story.by.watcher", { name: watcherName || t("staffBookings.story.by.visitor") });
  const kind = among(["system", "visitor", "person", "staff"] as const, actorKind);
  return actorName ?? (kind ? t(`staffBookings.story.by.${kind}`) : actorKind);
}

/** What the journal says of a booking, in words: told by the server, because a browser needs those of one booking and not those of every event there is. */
export function toldStory(ctx: Context, story: readonly StoryEntry[]) {
  const t = translator(ctx.locale);
  const { at } = whenOf(ctx.now, ctx.locale, t);
  return story.map((entry) => ({
    id: entry.id,
    name: entry.name,
    at: entry.at,
    by: storyActor(entry, t),
    title: storyTitle(entry.name, t),
    detail: storyDetail(entry, t, at),
    stopped: isStop(entry.name),
    /** Of an event without words everything that is noted. */
    facts: isKnown(entry.name) ? [] : storyFacts(entry.facts),
  }));
}
export type ToldEntry = ReturnType<typeof toldStory>[number];
