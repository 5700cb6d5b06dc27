import { wakeOverdue } from "#app/domain/booking/sweep.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { App } from "#app/http/app.server.ts";

/** A tick that was given up keeps its key, so nothing else would ever wake its booking: no booking waits for ever. */
export async function wakeBookings(app: App, ctx: Context): Promise<void> {
  const woken = await wakeOverdue(ctx);
  if (woken > 0) app.log.warn({ bookings: woken }, "bookings were overdue and are woken again");
}
