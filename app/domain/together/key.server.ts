import type { Context } from "../kernel/context.ts";

const purpose = "booking.watcher";
type Row = { id: string; addedAt: number };

/** The key in a watcher's own link: another one each time they are let in, so that an old link stays closed. Only its digest is stored. */
export const watcherKey = (ctx: Pick<Context, "signing">, { id, addedAt }: Row): string => ctx.signing.mac(purpose, `${id} ${addedAt}`).slice(0, 32);
export const watcherKeyHash = (ctx: Pick<Context, "signing">, row: Row): string => ctx.signing.digest(watcherKey(ctx, row));
