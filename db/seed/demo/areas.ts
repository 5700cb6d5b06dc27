import { openPostcodes, wishForArea } from "#app/domain/area/area.commands.server.ts";
import { visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Place } from "#app/domain/kernel/places.ts";
import { must } from "#app/domain/kernel/result.ts";
import { tellOpenedAreas } from "#app/domain/notification/area.commands.server.ts";
import { saveSetting } from "#app/domain/settings/settings.commands.server.ts";
import type { Chance } from "./chance.ts";
import { pickPlace, type Weighted } from "./places.ts";
import { as } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** The demo's area while it is not the whole country. */
const closed = (ctx: Context): Context => ({ ...ctx, settings: { ...ctx.settings, areaEverywhere: false } });

/** Wishes of people in some places, a few from each; `served` are postcodes that need no wish. */
async function wishes(ctx: Context, chance: Chance, weighted: Weighted, { wanted, from, until, served }: { wanted: number; from: number; until: number; served: ReadonlySet<string> }): Promise<string[]> {
  const wished = new Set<string>();
  for (let i = 0; i < wanted; i++) {
    const { postcode, language } = pickPlace(weighted, chance);
    for (let more = chance.pick([1, 1, 2, 3]); more > 0 && !served.has(postcode); more--) {
      const at = from + Math.floor(chance.next() * (until - from));
      const email = chance.odds(0.7) ? `wunsch.${i}.${more}@quartier.example` : null;
      must(await wishForArea({ ...closed(as(ctx, chance, at, visitor())), locale: language }, { postcode, email }));
      wished.add(postcode);
    }
  }
  return [...wished];
}

/** Switzerland: for its first fortnight the programme had no area; who had wished for a place was told when the country opened. */
export async function tellOpening(ctx: Context, chance: Chance, weighted: Weighted, begunAt: number): Promise<void> {
  const opensAt = begunAt + 9 * day;
  must(await saveSetting(as(ctx, chance, begunAt), "areaEverywhere", false));
  const wished = await wishes(ctx, chance, weighted, { wanted: 24, from: begunAt + hour, until: opensAt - hour, served: new Set() });
  must(await openPostcodes(as(ctx, chance, opensAt - hour), { postcodes: wished, opensAt }));
  must(await saveSetting(as(ctx, chance, opensAt), "areaEverywhere", true));
  await tellOpenedAreas(as(ctx, chance, opensAt + hour));
}

/** A launch region: only its postcodes are open, a few of the next ring have a day, and people elsewhere wish. */
export async function tellLaunch(ctx: Context, chance: Chance, { region, ring, country, begunAt, now }: { region: readonly Place[]; ring: readonly Place[]; country: Weighted; begunAt: number; now: number }): Promise<void> {
  const postcodesOf = (places: readonly Place[]) => [...new Set(places.map(({ postcode }) => postcode))];
  const served = new Set(postcodesOf(region));
  const next = postcodesOf(ring).filter((postcode) => !served.has(postcode));
  must(await saveSetting(as(ctx, chance, begunAt), "areaEverywhere", false));
  must(await openPostcodes(as(ctx, chance, begunAt), { postcodes: [...served], opensAt: begunAt }));
  if (next.length) must(await openPostcodes(as(ctx, chance, begunAt + day), { postcodes: next, opensAt: now + 40 * day }));
  await wishes(ctx, chance, country, { wanted: 24, from: now - 30 * day, until: now - hour, served });
}
