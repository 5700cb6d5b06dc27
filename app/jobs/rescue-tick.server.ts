import type { Context } from "#app/domain/kernel/context.ts";
import { lapseRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import type { App } from "#app/http/app.server.ts";

/** Nobody booked an open rescue in time. */
export const rescueTick = async (_app: App, ctx: Context, { rescueId }: { rescueId: string }): Promise<void> => void (await lapseRescue(ctx, rescueId));
