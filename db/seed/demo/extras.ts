import type { Actor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { must } from "#app/domain/kernel/result.ts";
import { answerExtra, proposeExtra } from "#app/domain/visit/extras.commands.server.ts";
import type { ExtraKind } from "#app/domain/visit/visit.ts";
import type { Chance } from "./chance.ts";
import { extraArrives } from "./money.ts";
import { as } from "./world.ts";

const minute = 60_000;

/** What helpers add on the spot, in the booking's language. */
const wishes: Record<ExtraKind, Record<Locale, string>> = {
  material: { de: "Verlängerungskabel, 3 m", fr: "Rallonge, 3 m", it: "Prolunga, 3 m", en: "Extension lead, 3 m" },
  work: { de: "Zweites Gerät mit eingerichtet", fr: "Deuxième appareil installé aussi", it: "Configurato anche un secondo apparecchio", en: "Set up a second device as well" },
  time: { de: "Eine Viertelstunde länger", fr: "Un quart d’heure de plus", it: "Un quarto d’ora in più", en: "A quarter of an hour longer" },
};

/** During some visits of the past something was added: most customers agreed and paid, a few said no. */
export async function tellExtra(tx: Context, chance: Chance, { id, helper, customer, locale, at, byTheHour }: { id: string; helper: Actor; customer: Actor; byTheHour: boolean; locale: Locale; at: number }): Promise<void> {
  const drawn = chance.pick(["material", "material", "work", "time"] as const);
  // More time is agreed to apart only beyond the cap, which these visits have not used up.
  const kind = byTheHour && drawn === "time" ? "material" : drawn;
  const { id: extraId } = must(await proposeExtra(as(tx, chance, at, helper), id, { kind, words: wishes[kind][locale], amountMinor: chance.whole(4, 24) * 100 + 50 }));
  const yes = chance.odds(0.85);
  must(await answerExtra(as(tx, chance, at + minute, customer), extraId, yes));
  if (yes) await extraArrives(as(tx, chance, at + 3 * minute, customer), chance, extraId);
}
