import { refreshSearchArea } from "#app/domain/search/area.server.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { ok } from "#app/domain/kernel/result.ts";
import "#app/texts/all.server.ts";
import { contextOn, aHelper, aLane, aServiceType, type HelperMore } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

/** A house with a catalogue, one lane of the professional service and some helpers around Basel. */
export async function town(helpers: HelperMore[] = [{}]) {
  const house = await world();
  const ctx = contextOn(house.store, system, { now: house.clock.now(), quiet: true });
  await aServiceType(ctx);
  await aLane(ctx);
  const people = [];
  for (const more of helpers) people.push(await aHelper(ctx, more));
  return { house, ctx, people };
}

export const refresh = (ctx: Parameters<typeof refreshSearchArea>[0], helperId: string) => atomically(ctx, async (tx) => ok(await refreshSearchArea(tx, helperId)));

/** The true position and street of everybody, as they would look in an answer that leaks them. */
export async function secrets({ store }: World): Promise<string[]> {
  const rows = await store.db.select({ lat: store.t.helper.lat, lng: store.t.helper.lng, street: store.t.helper.street, familyName: store.t.helper.familyName, personId: store.t.helper.personId }).from(store.t.helper);
  return rows.flatMap(({ lat, lng, street, familyName, personId }) => [String(lat), String(lng), street ?? "", familyName, personId]).filter(Boolean);
}
