import type { BookingState } from "#app/domain/booking/booking.ts";
import { useT } from "#app/texts/use.ts";
import { Badge } from "#app/ui/index.ts";
import { stateTones } from "./state-tones.ts";

/** A booking's state in one or two words, for lists and heads; `words` where the reader is not the customer. */
export function StateBadge({ state, words }: { state: BookingState; words?: string }) {
  const t = useT();
  return <Badge tone={stateTones[state]}>{words ?? t(`booking.state.${state}`)}</Badge>;
}
