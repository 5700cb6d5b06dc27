import { payableOf } from "#app/domain/booking/booking.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import type { Head, View } from "./view.server.ts";

export type NowWords = { title: string; words: string[]; stopped?: string };

/** The customer said that their concern is not solved, or not any more. */
export const isUnsolved = (outcome: View["outcome"]): boolean => outcome?.solved === "no" || outcome?.still === "no";

/** The present state of a booking in plain words for its customer: what is, what happens next and by when. Told by the server: a browser needs one state's words, not those of all. */
export function nowWords(ctx: Context, { booking, who, now }: Head, view: View, unsolved: boolean, on: { isMade: boolean } | null): NowWords {
  const t = translator(ctx.locale);
  const when = whenOf(now, ctx.locale, t);
  const brand = ctx.settings.brand.name;
  const at = when.on(booking.startsAt);
  const { visit } = view;
  // A visit that makes another good and costs nothing more: no money moves whatever happens.
  const isFree = booking.follows !== null && booking.payableMinor === 0;
  const free = !view.reads && view.terms.compensationMinor === 0 && view.terms.freeUntil > now ? t("booking.now.freeUntil", { time: when.at(view.terms.freeUntil) }) : null;
  switch (booking.state) {
    case "paying":
      return { title: t("booking.now.paying.title"), words: [t("booking.now.paying.words")] };
    case "requested":
      if (view.ladder?.shared) {
        const { first, asked, until, nextWaveAt } = view.ladder;
        const chosen = first?.state === "open" ? t("dispatch.now.chosenToo", { first: first.name }) : null;
        const isWaiting = asked === 0 && nextWaveAt !== null;
        const title = isWaiting ? t("dispatch.now.waiting", { time: when.on(nextWaveAt) }) : t("dispatch.now.asked", { count: asked, time: when.at(until ?? booking.startsAt) });
        return { title, words: [[t(isWaiting ? "dispatch.now.waitingWords" : "dispatch.now.askedWords"), chosen].filter(Boolean).join(" "), t("dispatch.now.free")] };
      }
      if (view.hasTimes && !view.reads) return { title: t("reschedule.open.yourTurn"), words: [t("reschedule.open.yourTurnWords", { who })] };
      return { title: t("booking.now.requested.title", { who, time: when.at(booking.answerBy ?? booking.startsAt) }), words: [t(isFree ? "rescue.panel.requested" : view.ladder?.substitution === "same_time" ? "dispatch.now.requestedWords" : "booking.now.requested.words")] };
    case "accepted":
      if (booking.startsAt < now) return { title: t("booking.now.accepted.titleOver", { who, time: at }), words: [[t("booking.now.accepted.wordsOver"), ...(visit.mayWait ? [t("booking.now.accepted.tellOver")] : [])].join(" ")] };
      return { title: t("booking.now.accepted.title", { who, time: at }), words: [...(view.ladder?.isSubstitute && view.ladder.first ? [t("dispatch.now.substitute", { first: view.ladder.first.name, who })] : []), t("booking.now.accepted.words"), ...(free ? [free] : []), ...(visit.confirm.mineAt !== null ? [t(visit.confirm.helperAt !== null ? "visit.confirm.both" : "visit.confirm.mine")] : [])] };
    case "underway":
      if (visit.arrival.arrivedAt !== null) return { title: t("visit.arrival.here", { who }), words: [t("visit.arrival.hereWords")] };
      return { title: t("booking.now.underway.title", { who }), words: [visit.arrival.fromAt !== null && visit.arrival.untilAt !== null ? t(visit.arrival.over ? "visit.arrival.over" : "visit.arrival.coming", { who, from: when.time(visit.arrival.fromAt), until: when.time(visit.arrival.untilAt) }) : t(booking.startsAt < now ? "booking.now.underway.wordsOver" : "booking.now.underway.words", { time: when.time(booking.startsAt) })] };
    case "started":
      return { title: t("booking.now.started.title", { who }), words: [t("booking.now.started.words")] };
    case "finished":
      return { title: t("booking.now.finished.title"), words: [t("booking.now.finished.words", { who })] };
    case "reported":
      return { title: t("booking.now.reported.title"), words: [t("booking.now.reported.words", { time: when.on(view.signsOffAt ?? now) })] };
    case "signed_off":
    case "closed":
      if (on?.isMade) return { title: t("rescue.on.title"), words: [] };
      return { title: t(unsolved ? "booking.now.unsolved.title" : "booking.now.closed.title"), words: booking.signedOffBy === "time" && !view.outcome?.answeredAt ? [t("booking.now.closed.byTime")] : [] };
    case "declined":
      return { stopped: view.ladder && view.ladder.wave > 0 ? t("dispatch.now.nobody") : t("booking.stopped.declined", { who }), title: t("booking.now.lost.title"), words: isFree ? [] : [t("booking.now.lost.words")] };
    case "lapsed":
      return { stopped: view.ladder && view.ladder.wave > 0 ? t("dispatch.now.nobody") : t("booking.stopped.lapsed", { who }), title: t("booking.now.lost.title"), words: isFree ? [] : [t("booking.now.lost.words")] };
    case "cancelled":
      if (booking.cancelReason === "helper_absent") return { stopped: t("visit.missed.stoppedHelper", { who }), title: t("booking.now.lost.title"), words: [...(isFree ? [] : [t("booking.now.lost.words")]), ...(view.absentCreditMinor > 0 ? [t("visit.missed.credit", { credit: formatMoney(view.absentCreditMinor) })] : [])] };
      if (booking.cancelledBy === "customer") {
        const back = payableOf(booking) - booking.compensationMinor;
        if (booking.cancelReason === "customer_absent") return { stopped: t("visit.missed.stoppedCustomer"), title: t("booking.now.cancelled.title"), words: [t("visit.missed.customer", { amount: formatMoney(booking.compensationMinor), back: formatMoney(back), who })] };
        const cost = booking.compensationMinor > 0 ? t("booking.now.cancelled.cost", { cost: formatMoney(booking.compensationMinor), back: formatMoney(back), who }) : t(isFree ? "rescue.panel.cancelled" : "booking.now.cancelled.free");
        return { stopped: view.cancelledByName ? t("together.around.cancelledBy", { name: view.cancelledByName }) : t("booking.stopped.byCustomer"), title: t("booking.now.cancelled.title"), words: [cost] };
      }
      return { stopped: booking.cancelledBy === "helper" ? t("booking.stopped.byHelper", { who }) : t("booking.stopped.byCompany", { brand }), title: t("booking.now.lost.title"), words: isFree ? [] : [t("booking.now.lost.words")] };
    default:
      return { stopped: t("booking.stopped.abandoned"), title: t("booking.now.abandoned.title"), words: [t("booking.now.abandoned.words")] };
  }
}
