import { type Actor, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { App } from "#app/http/app.server.ts";
import { contextOf, newId } from "#app/http/context.server.ts";
import type { Chance } from "./chance.ts";

export type Progress = (what: string, done?: number, of?: number) => void;

/** What the demo is told with: one app, one chance, quiet contexts at any time of the past. */
export type Telling = {
  app: App;
  chance: Chance;
  now: number;
  progress: Progress;
};

/** A quiet context at a moment of the past; nothing told in it wakes a mail or a payment. */
export async function tellerAt({ app, chance }: Telling, at: number): Promise<Context> {
  return { ...(await contextOf(app, system, "de", at)), random: chance, newId: () => newId(at, chance), quiet: true };
}

/** The same telling, at another time and by somebody else. */
export const as = (ctx: Context, chance: Chance, at: number, actor: Actor = system): Context => ({ ...ctx, actor, now: at, newId: () => newId(at, chance) });
