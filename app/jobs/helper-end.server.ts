import { endHelper } from "#app/domain/certification/measures.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { App } from "#app/http/app.server.ts";

/** A notice is over. */
export const helperEnd = async (_app: App, ctx: Context, { helperId }: { helperId: string }): Promise<void> => void (await endHelper(ctx, helperId));
