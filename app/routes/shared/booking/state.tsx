import type { BookingState } from "#app/domain/booking/booking.ts";
import { useT } from "#app/texts/use.ts";
import { Badge, type Tone } from "#app/ui/index.ts";

const tones: Record<BookingState, Tone> = {
  draft: "plain", paying: "warn", requested: "info", accepted: "ok", underway: "accent", started: "accent", finished: "accent",
  reported: "info", signed_off: "ok", closed: "plain", abandoned: "plain", declined: "bad", lapsed: "bad", cancelled: "bad",
};

/** A booking's state in one or two words, for lists and heads; `words` where the reader is not the customer. */
export function StateBadge({ state, words }: { state: BookingState; words?: string }) {
  const t = useT();
  return <Badge tone={tones[state]}>{words ?? t(`booking.state.${state}`)}</Badge>;
}
