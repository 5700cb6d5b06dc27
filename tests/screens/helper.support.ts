import { type Actor, system } from "#app/domain/kernel/actor.ts";
import type { Asked, World } from "../support/world.ts";

type Screen = (args: never) => Promise<unknown>;
export type Answer = { status: number; to: string | null; value: never };

/** What a loader or an action answers, thrown or returned, as status, redirect and value. */
export async function ask(w: World, screen: Screen, address: string, asked: Asked = {}): Promise<Answer> {
  const given = await screen((await w.request(address, asked)) as never).catch((thrown: unknown) => thrown);
  if (given instanceof Response) return { status: given.status, to: given.headers.get("location"), value: null as never };
  if (given instanceof Error) throw given;
  const held = given as { type?: string; data?: unknown; init?: { status?: number } };
  if (held && held.type === "DataWithResponseInit") return { status: held.init?.status ?? 200, to: null, value: held.data as never };
  return { status: 200, to: null, value: given as never };
}

/** A root context of the world, for the builders of people and bookings. */
export const rootOf = (w: World) => w.ctx(system);
export const helperRow = async (w: World, helperId: string) => {
  const rows = await w.store.db.select().from(w.store.t.helper);
  const row = rows.find(({ id }) => id === helperId);
  if (!row) throw new Error("No such helper");
  return row;
};

/** A person who has just taken up an invitation: nothing is set up yet. */
export async function aNewHelper(w: World): Promise<{ helperId: string; personId: string; actor: Actor }> {
  const { aServiceType } = await import("../support/people.ts");
  const { acceptHelperInvitation, inviteHelper } = await import("#app/domain/helper/invitation.commands.server.ts");
  const { person } = await import("#app/domain/kernel/actor.ts");
  const { must } = await import("#app/domain/kernel/result.ts");
  const root = await rootOf(w);
  await aServiceType(root);
  const { token } = must(await inviteHelper(root, { givenName: "Nora", familyName: "Neu", email: "nora@example.ch", locale: "de" }));
  const joined = must(await acceptHelperInvitation(root, token));
  return { ...joined, actor: person(joined.personId, joined.helperId) };
}
