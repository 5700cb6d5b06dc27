import type { RescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import type { Part } from "#app/domain/booking/booking.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { whenOf } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import type { TimesDone } from "./done.ts";

type Shown = RescheduleShown & { part: Part; who: string; customer: string; priceMinor: number; done: TimesDone | null };

/** What the panel of other times says to its reader, in words: what was done or became of the last round, and the open one; null where it says nothing. */
export function timesTold(ctx: Context, shown: Shown) {
  const t = translator(ctx.locale);
  const { open, done } = shown;
  const last = shown.last && shown.last.state !== "withdrawn" ? shown.last.state : null;
  if (!open && !done && !last) return null;
  const said = done && (done !== "refused" || shown.last) ? t(`reschedule.done.${done}`) : null;
  return { done: said, last: !open && !done && last ? t(`reschedule.last.${last}`) : null, open: open && roundTold(ctx, shown, open) };
}
export type TimesTold = NonNullable<ReturnType<typeof timesTold>>;

function roundTold(ctx: Context, { who, part, customer, priceMinor, may }: Shown, open: NonNullable<RescheduleShown["open"]>) {
  const t = translator(ctx.locale);
  const when = whenOf(ctx.now, ctx.locale, t);
  const values = { who, time: when.at(open.answerBy) };
  const isStaff = part === "staff";
  const forStaff = isStaff ? t(open.asks === "customer" ? "reschedule.open.staffCustomer" : "reschedule.open.staffHelper", values) : null;
  const gone = t("reschedule.open.gone");
  if (!open.mayAnswer) {
    return {
      id: open.id, answers: false as const,
      title: waitingTitle(ctx, { who, isStaff }, open),
      words: forStaff ?? t("reschedule.open.mineWords", { ...values, who: open.asks === "customer" && part !== "helper" ? customer : who }),
      times: open.times.map(({ at, free }) => ({ at, words: free ? when.at(at) : `${when.at(at)} (${gone})` })),
      withdraw: open.mayWithdraw ? t("reschedule.open.withdraw") : null,
    };
  }
  return {
    id: open.id, answers: true as const,
    title: isStaff || open.by === "staff" ? t("reschedule.open.titleStaff") : t(open.isRequest ? "reschedule.open.titleOffer" : "reschedule.open.title", { who }),
    words: forStaff ?? t(open.isRequest ? "reschedule.open.wordsOffer" : "reschedule.open.words", values),
    allGone: open.times.some(({ free }) => free) ? null : t("reschedule.open.allGone"),
    times: open.times.map(({ at, free, captures, freeUntil }) => ({
      at, free,
      words: free ? t("reschedule.open.take", { time: when.at(at) }) : when.at(at),
      gone,
      debits: free && captures ? t("reschedule.open.debits", { amount: formatMoney(priceMinor) }) : null,
      costs: free && part !== "helper" ? (freeUntil === null ? t("reschedule.open.costs") : t("reschedule.open.freeUntil", { time: when.at(freeUntil) })) : null,
    })),
    none: t(open.isRequest ? "reschedule.open.noneOffer" : "reschedule.open.none"),
    counter: !open.isRequest && !isStaff && may[open.asks] === null ? t("reschedule.open.counter") : null,
  };
}

/** What waits is said by who really made it: a reader's own proposal, somebody else's of the same side, or the company's. */
function waitingTitle(ctx: Context, { who, isStaff }: { who: string; isStaff: boolean }, { by, maker }: NonNullable<RescheduleShown["open"]>): string {
  const t = translator(ctx.locale);
  if (isStaff || by === "staff") return t("reschedule.open.titleStaff");
  return maker.isReader ? t("reschedule.open.mine") : t("reschedule.open.title", { who: maker.name ?? who });
}
