import { and, asc, eq, inArray } from "drizzle-orm";
import type { PersonVisited } from "#app/domain/booking/booking.ts";
import { person } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { rememberHelper } from "#app/domain/together/favourites.commands.server.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import type { Chance } from "./chance.ts";
import { demoCustomer } from "./forms.ts";
import type { Told } from "./helpers.ts";
import { as, type Telling, tellerAt } from "./world.ts";

/** The demo customer's mother, who reads one of the visits in words of her own. */
export const demoVisited: PersonVisited = { name: "Hedwig Amsler", telephone: "+41 61 000 00 00", email: "mutter@quartier.example", locale: "de" };
const daughter = { name: "Lea Amsler", email: "tochter@quartier.example", locale: "fr" } as const;
const remembered = 3;

/** The demo customer lets her daughter act on the next visit, and has remembered some helpers. The daughter's mail is really written, so that her link can be tried. */
export async function tellTogether(telling: Telling, chance: Chance, star: Told, others: readonly Told[]): Promise<void> {
  const ctx = await tellerAt(telling, telling.now);
  const { booking, person: table } = ctx.db.t;
  const [customer] = await ctx.db.select({ id: table.id }).from(table).where(eq(table.email, demoCustomer.email));
  if (!customer) return;
  const own = as(ctx, chance, telling.now, person(customer.id));
  for (const { helperId } of [star, ...others].slice(0, remembered)) must(await rememberHelper(own, helperId));
  const [next] = await ctx.db.select({ id: booking.id }).from(booking).where(and(eq(booking.contactEmail, demoCustomer.email), inArray(booking.state, ["requested", "accepted"]))).orderBy(asc(booking.startsAt), asc(booking.id)).limit(1);
  if (next) must(await addWatcher({ ...own, quiet: false }, next.id, { ...daughter, right: "act" }));
}
