import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { messages } from "../people/index.ts";
import type { Chance } from "./chance.ts";
import { as } from "./world.ts";

const minute = 60_000;

/** Who talks about which booking, in which language; nothing is written after `until`. */
export type Talk = { id: string; customer: Actor; helper: Actor; locale: Locale; until: number };

const say = async (tx: Context, chance: Chance, { id, until }: Talk, by: Actor, at: number, words: string): Promise<void> => {
  if (at <= until) must(await postMessage(as(tx, chance, at, by), id, { words }));
};

/** Before the visit: a question and its answer, the answer within the hour. */
export async function talkBefore(tx: Context, chance: Chance, talk: Talk, at: number): Promise<void> {
  const [question, answer] = chance.pick(messages[talk.locale].before);
  await say(tx, chance, talk, talk.customer, at, question);
  await say(tx, chance, talk, talk.helper, at + chance.whole(3, 55) * minute, answer);
}

/** The helper sets off and says so. */
export const talkOnTheWay = (tx: Context, chance: Chance, talk: Talk, at: number): Promise<void> => say(tx, chance, talk, talk.helper, at, chance.pick(messages[talk.locale].onTheWay));

/** After the visit: thanks or one more question, and the answer. */
export async function talkAfter(tx: Context, chance: Chance, talk: Talk, at: number): Promise<void> {
  const [first, answer] = chance.pick(messages[talk.locale].after);
  await say(tx, chance, talk, talk.customer, at, first);
  await say(tx, chance, talk, talk.helper, at + chance.whole(4, 90) * minute, answer);
}
