import type { HelperRow } from "#app/domain/helper/helper.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Until when the helper wishes to be asked at night, and between which hours nobody else is. */
export function tonightView(ctx: Context, helper: Pick<HelperRow, "tonightUntil">) {
  const { answerFromMinute, answerUntilMinute } = ctx.settings.policy;
  return { until: (helper.tonightUntil ?? 0) > ctx.now ? helper.tonightUntil : null, quietFrom: clock(answerUntilMinute), quietUntil: clock(answerFromMinute) };
}
export type TonightView = ReturnType<typeof tonightView>;
