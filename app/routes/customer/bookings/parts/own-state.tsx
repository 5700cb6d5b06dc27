import type { BookingState } from "#app/domain/booking/booking.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { useT } from "#app/texts/use.ts";
import { Badge } from "#app/ui/index.ts";

/** A booking's state for its customer: over is over, whether or not the helper is paid yet, and a concern that is not solved is not called done. */
export function OwnStateBadge({ state, unsolved = false }: { state: BookingState; unsolved?: boolean }) {
  const t = useT();
  return unsolved ? <Badge tone="warn">{t("booking.report.not_solved")}</Badge> : <StateBadge state={state === "signed_off" ? "closed" : state} />;
}
