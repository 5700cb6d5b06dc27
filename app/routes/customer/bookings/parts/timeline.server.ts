import type { BookingState } from "#app/domain/booking/booking.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { labelled } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import type { TimelineItem } from "#app/ui/index.ts";
import type { NowWords } from "./page-words.server.ts";
import type { Head } from "./view.server.ts";

type Item = { key: string; state: TimelineItem["state"]; title: string; time?: string };

/** At which of the five steps a booking stands; ended ones stopped on their way. */
const stepOf: Partial<Record<BookingState, number>> = { draft: 0, paying: 0, requested: 1, accepted: 2, underway: 2, started: 2, finished: 2, reported: 3, signed_off: 4, closed: 4 };

/** What happened and what comes, in words; `told` is the present step's title, and why a booking ended. */
export function timelineOf(ctx: Context, { booking, who }: Head, told: NowWords) {
  const t = translator(ctx.locale);
  const when = whenOf(ctx.now, ctx.locale, t);
  const steps: { key: string; at: number | null; done: string; coming: string }[] = [
    { key: "requested", at: booking.requestedAt, done: t("booking.step.requested"), coming: t("booking.step.toPay") },
    { key: "accepted", at: booking.acceptedAt, done: t("booking.step.accepted", { who }), coming: t("booking.step.toAccept", { who }) },
    { key: "visit", at: booking.finishedAt ?? booking.startsAt, done: t("booking.step.visited"), coming: t("booking.step.toVisit", { time: when.on(booking.startsAt) }) },
    { key: "answer", at: booking.signedOffAt, done: t(booking.signedOffBy === "time" ? "booking.step.signedOffByTime" : "booking.step.signedOff"), coming: t("booking.step.toSignOff") },
    { key: "closed", at: booking.closedAt, done: t("booking.step.closed"), coming: t("booking.step.closed") },
  ];
  const present: Item = { key: "present", state: "present", title: told.title };
  const done = ({ key, at, done: title }: (typeof steps)[number]): Item => ({ key, state: "done", title, ...(at !== null && { time: when.at(at) }) });
  const step = stepOf[booking.state];
  const items: Item[] =
    step === undefined
      ? [
          ...steps.slice(0, 2).filter(({ at }) => at !== null).map(done),
          { key: "stopped", state: "stopped", title: told.stopped ?? t(`booking.state.${booking.state}`), time: when.at(booking.stateSince) },
          present,
        ]
      : [...steps.slice(0, step).map(done), present, ...steps.slice(step + 1).map(({ key, coming: title }): Item => ({ key, state: "coming", title }))];
  const said = (key: "isDone" | "isPresent" | "isComing" | "isStopped") => labelled(t(`booking.step.${key}`), ctx.locale);
  return { label: t("booking.step.label"), stateWords: { done: said("isDone"), present: said("isPresent"), coming: said("isComing"), stopped: said("isStopped") }, items };
}
