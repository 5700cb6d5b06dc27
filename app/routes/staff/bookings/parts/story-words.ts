import type { StoryEntry } from "#app/domain/booking/booking.views.ts";
import { cancelReasons } from "#app/domain/booking/booking.ts";
import { reasons } from "#app/domain/dispatch/dispatch.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import type { Translate } from "#app/texts/registry.ts";

const known = [
  "booking.hold", "booking.holdProlonged", "booking.draftKept", "booking.submit", "booking.callerAgreed", "booking.abandon", "booking.pay", "booking.paymentFailed", "booking.accept", "booking.decline", "booking.lapse",
  "booking.cancel", "booking.giveUp", "booking.setOff", "booking.start", "booking.finish", "booking.report", "booking.signOff", "booking.close", "booking.reminded", "booking.stillAsked", "booking.blurred", "booking.illnessUsed", "booking.proposed", "booking.proposalRefused", "booking.proposalWithdrawn", "booking.proposalLapsed", "booking.reschedule", "booking.takeOffer", "booking.askOthers", "booking.handBack", "booking.askDeclined", "booking.helperFellOut", "booking.outcomeAnswered", "booking.stillAnswered",
  "payment.open", "payment.failed", "payment.reserved", "payment.captured", "payment.cancelled", "payment.expired", "payment.refundAsked", "payment.refunded", "payment.refundFailed",
  "payout.planned", "payout.held", "payout.sent", "message.posted", "review.written", "review.published", "quality.checked",
] as const;
type Known = (typeof known)[number];

/** Whether the screen has words for an event. */
export const isKnown = (name: string): boolean => known.some((each) => each === name);
/** What happened in words; a name that the screen does not know yet is shown as it is. */
export const storyTitle = (name: string, t: Translate): string => {
  const one = known.find((each) => each === name);
  return one ? t(`staffBookings.story.names.${one}`) : name;
};
export const isStop = (name: string): boolean => ["booking.abandon", "booking.decline", "booking.lapse", "booking.cancel", "booking.giveUp", "payment.failed", "booking.paymentFailed"].includes(name);

type Facts = StoryEntry["facts"];
const money = (value: unknown): string => formatMoney(typeof value === "number" ? value : 0);
const among = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((one) => one === value);
const voice = (value: unknown, t: Translate): string => {
  const said = among(["yes", "no", "unknown"] as const, value);
  return said ? t(`staffBookings.page.voices.answers.${said}`) : "–";
};
const methodOf = (value: unknown) => among(["card", "twint", "other"] as const, value);
const holdReasons: Record<string, TextKey> = { account_not_ready: "staff.money.reasons.account_not_ready", not_captured: "staff.money.reasons.not_captured", probation: "staff.money.reasons.probation", not_solved: "staff.money.reasons.not_solved", balance_insufficient: "staff.money.reasons.balance_insufficient" };

type Detail = (facts: Facts, t: Translate, at: (ms: number) => string) => string | null;
const until: Detail = ({ holdUntil }, t, at) => (typeof holdUntil === "number" ? t("staffBookings.story.detail.until", { time: at(holdUntil) }) : null);
const paid = (field: "amountMinor" | "capturedMinor"): Detail => (facts, t) => {
  const method = methodOf(facts.method);
  return method ? t("staffBookings.story.detail.amountBy", { amount: money(facts[field]), by: t(`staffBookings.story.methods.${method}`) }) : money(facts[field]);
};

const moved: Detail = ({ was, startsAt, captured }, t, at) => (typeof was === "number" && typeof startsAt === "number" ? t(captured ? "staffBookings.story.detail.movedDebited" : "staffBookings.story.detail.moved", { was: at(was), time: at(startsAt) }) : null);

/** Whom a wave asked, until when and why; in the night from when on. */
const wave: Detail = ({ why, wave: number, asked, answerBy, nextWaveAt }, t, at) => {
  const reason = among(reasons, why);
  const words = { why: reason ? t(`staffBookings.story.detail.why.${reason}`) : "–" };
  if (typeof nextWaveAt === "number") return t("staffBookings.story.detail.waveWaits", { ...words, from: at(nextWaveAt) });
  return typeof answerBy === "number" && Array.isArray(asked) ? t("staffBookings.story.detail.wave", { ...words, wave: String(number), asked: String(asked.length), until: at(answerBy) }) : null;
};

/** The sentence below what happened, for the events that have one. */
const details: Partial<Record<Known, Detail>> = {
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
  "payment.reserved": paid("amountMinor"),
  "payment.captured": paid("capturedMinor"),
  "payment.refundAsked": ({ amountMinor, reason }, t) => t("staffBookings.story.detail.refund", { amount: money(amountMinor), reason: String(reason ?? "–") }),
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

export const storyDetail = ({ name, facts }: Pick<StoryEntry, "name" | "facts">, t: Translate, at: (ms: number) => string): string | null => details[name as Known]?.(facts, t, at) ?? null;

/** Everything the journal says of one event, plainly. */
export const storyFacts = (facts: Facts): { name: string; value: string }[] => Object.entries(facts).map(([name, value]) => ({ name, value: typeof value === "object" && value !== null ? JSON.stringify(value) : String(value) }));

/** Who did it, by name where there is one. */
export function storyActor({ actorKind, actorName }: Pick<StoryEntry, "actorKind" | "actorName">, t: Translate): string {
  const kind = among(["system", "visitor", "person", "staff"] as const, actorKind);
  return actorName ?? (kind ? t(`staffBookings.story.by.${kind}`) : actorKind);
}
