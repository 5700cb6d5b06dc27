import { raiseConflicts } from "#app/domain/calendars/conflicts.server.ts";
import { refreshSource } from "#app/domain/calendars/sources.commands.server.ts";
import { dueSources } from "#app/domain/calendars/sources.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import type { App } from "#app/http/app.server.ts";

const atOnce = 500;

/** Queues a look at every calendar that is due, and tells of visits that were accepted into an imported time since. */
export async function queueCalendars(ctx: Context): Promise<void> {
  for (const { id, nextAt } of await dueSources(ctx, atOnce)) await later(ctx, "calendar.refresh", { sourceId: id }, { key: `calendar:${id}:${nextAt}` });
  await raiseConflicts(ctx);
}

/** Looks at one calendar; what its server does wrong is kept with the source, so that only our own mistakes count as failures of the job. */
export async function calendarRefresh(app: App, ctx: Context, { sourceId }: { sourceId: string }): Promise<void> {
  await refreshSource(ctx, app.calendars, sourceId);
}
