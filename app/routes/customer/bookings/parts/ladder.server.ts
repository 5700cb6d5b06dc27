import type { Context } from "#app/domain/kernel/context.ts";
import { type When, whenOf } from "#app/routes/shared/booking/when.ts";
import { labelled } from "#app/texts/format.ts";
import { type Translate, translator } from "#app/texts/registry.ts";
import type { Head, LadderView } from "./view.server.ts";

type Step = { key: string; state: "done" | "now" | "then"; title: string; words: string | null };

/** The steps of a request from the chosen helper down to the money, in order; what the customer did not wish is left open. */
function stepsOf(ladder: LadderView, head: Head, t: Translate, when: When): Step[] {
  const { first, asked, until, nextWaveAt, substitution, goesOn, shared, waves } = ladder;
  const answerBy = head.booking.answerBy;
  const others = asked > 0 && until !== null ? [t("dispatch.ladder.othersNow", { count: asked, time: when.at(until) }), goesOn ? t("dispatch.ladder.more") : t("dispatch.ladder.othersOver")].join(" ")
    : nextWaveAt !== null ? t("dispatch.ladder.othersWait", { time: when.at(nextWaveAt) })
    : substitution === "ask" ? t("dispatch.ladder.othersNot") : goesOn ? t("dispatch.ladder.othersThen", { count: waves }) : t("dispatch.ladder.othersOver");
  const isOpen = !shared || first?.state === "open";
  return [
    ...(first ? [{ key: "first", state: isOpen ? "now" : "done", title: t(`dispatch.first.${first.state}`, { name: first.name }), words: !shared && answerBy !== null ? t("dispatch.ladder.until", { time: when.at(answerBy) }) : null } satisfies Step] : []),
    { key: "others", state: shared ? "now" : "then", title: t("dispatch.ladder.others"), words: others },
    { key: "professional", state: "then", title: t("dispatch.ladder.professional"), words: t("dispatch.ladder.professionalWords") },
    // Where nothing is paid there is nothing to give back.
    ...(head.booking.payableMinor === 0 ? [] : [{ key: "money", state: "then", title: t("dispatch.ladder.money"), words: t("dispatch.ladder.moneyWords") } satisfies Step]),
  ];
}

const said = (state: Step["state"]) => (state === "done" ? "dispatch.ladder.isDone" : state === "now" ? "dispatch.ladder.isNow" : "dispatch.ladder.isThen");
const refusals = ["nobody-free", "too-late", "already-open"] as const;

/** Where a request stands and what comes next if need be, in words; `refused` is why others could not be asked just now. */
export function ladderShown(ctx: Context, head: Head, ladder: LadderView, refused: string | null) {
  const t = translator(ctx.locale);
  const first = ladder.first?.name ?? "";
  return {
    title: t("dispatch.ladder.title"),
    refusal: refused && t(`dispatch.ladder.refused.${refusals.find((one) => one === refused) ?? "other"}`, { first }),
    steps: stepsOf(ladder, head, t, whenOf(ctx.now, ctx.locale, t)).map((step) => ({ ...step, said: labelled(t(said(step.state)), ctx.locale) })),
    askNow: ladder.mayAskNow ? { words: t("dispatch.ladder.askNow"), hint: t("dispatch.ladder.askNowHint", { first }) } : null,
    stop: ladder.shared ? t("dispatch.ladder.stop") : null,
  };
}
export type LadderShown = ReturnType<typeof ladderShown>;
