import { hasRole } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { openRescues, rescueBudget } from "#app/domain/rescue/rescue.queries.server.ts";

const shown = 8;

/** Stories that are being put right, and how much of the year's budget they took; null for staff whom they do not concern. */
export async function rescuesShown(ctx: Context) {
  if (!hasRole(ctx.actor, "support", "quality", "finance")) return null;
  return { budget: await rescueBudget(ctx), rows: (await openRescues(ctx, shown)).map(({ service, ...row }) => ({ ...row, service: service[ctx.locale] })) };
}
export type RescuesShown = Awaited<ReturnType<typeof rescuesShown>>;
