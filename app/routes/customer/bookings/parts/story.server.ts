import type { Context } from "#app/domain/kernel/context.ts";
import { stateTones } from "#app/routes/shared/booking/state-tones.ts";
import { translator } from "#app/texts/registry.ts";
import { ladderShown } from "./ladder.server.ts";
import { isUnsolved, nowWords } from "./page-words.server.ts";
import { paymentFacts } from "./payment-facts.server.ts";
import type { RescueShown } from "./rescue.server.ts";
import { timelineOf } from "./timeline.server.ts";
import type { Head, View } from "./view.server.ts";

/** What the page tells of one booking, already in words: its story, the present step, the money. `others` is what became of asking others at once, where that was just tried. */
export function storyOf(ctx: Context, head: Head, view: View, rescue: RescueShown | null, others: string | null) {
  // Whatever goes on with the story says that this visit did not end it.
  const unsolved = isUnsolved(view.outcome) || (rescue?.on != null && !rescue.on.isMade);
  const t = translator(ctx.locale);
  // Over is over, whether or not the helper is paid yet; a concern that is not solved is not called done.
  const state = head.booking.state === "signed_off" ? "closed" : head.booking.state;
  const now = nowWords(ctx, head, view, unsolved || rescue?.open != null, rescue?.on ?? null);
  return {
    unsolved,
    badge: rescue?.on?.isMade && state === "closed" ? { tone: stateTones.closed, words: t("rescue.on.title") } : unsolved || rescue?.open?.kept ? { tone: "warn" as const, words: t("booking.report.not_solved") } : { tone: stateTones[state], words: t(`booking.state.${state}`) },
    timeline: timelineOf(ctx, head, now),
    words: now.words,
    money: paymentFacts(ctx, { booking: head.booking, payment: view.payment, credit: view.credit }),
    ladder: head.booking.state === "requested" && view.ladder && !view.hasTimes ? ladderShown(ctx, head, view.ladder, others === "asked" ? null : others) : null,
  };
}
export type Told = ReturnType<typeof storyOf>;
