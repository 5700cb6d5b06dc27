import type { HelperState } from "#app/domain/helper/helper.ts";
import { useT } from "#app/texts/use.ts";
import { Badge, type Tone } from "#app/ui/index.ts";

const tones: Record<HelperState, Tone> = { invited: "plain", active: "ok", suspended: "bad", notice: "warn", ended: "plain" };

/** A helper's state in a word; whoever pauses is told apart from whoever was suspended. */
export function HelperStateBadge({ state, isPaused = false }: { state: HelperState; isPaused?: boolean }) {
  const t = useT();
  if (isPaused && state === "active") return <Badge tone="info">{t("staffHelpers.state.paused")}</Badge>;
  return <Badge tone={tones[state]}>{t(`staffHelpers.state.${state}`)}</Badge>;
}
