import { and, eq, inArray, ne } from "drizzle-orm";
import { servingStates } from "../helper/helper.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** A list that nobody reads any more helps nobody. */
const most = 60;

/**
 * Remembers a helper who serves, for the service on whose page or after whose visit that was, by its code; remembered again, the newer
 * service stands. Refusals: signed-out, not-found, own-listing, too-many.
 */
export const rememberHelper = (ctx: Context, helperId: string, service: string | null = null): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const { personId } = tx.actor;
    if (tx.actor.kind !== "person" || !personId) return refuse("signed-out");
    if (tx.actor.helperId === helperId) return refuse("own-listing");
    const { favourite, helper } = tx.db.t;
    const [row] = await tx.db.select({ id: helper.id }).from(helper).where(and(eq(helper.id, helperId), inArray(helper.state, [...servingStates])));
    if (!row) return refuse("not-found");
    if ((await tx.db.$count(favourite, and(eq(favourite.personId, personId), ne(favourite.helperId, helperId)))) >= most) return refuse("too-many");
    const serviceTypeId = service ? await servedBy(tx, helperId, service) : null;
    const kept = tx.db.insert(favourite).values({ personId, helperId, serviceTypeId, at: tx.now });
    await (serviceTypeId ? kept.onConflictDoUpdate({ target: [favourite.personId, favourite.helperId], set: { serviceTypeId } }) : kept.onConflictDoNothing());
    return ok(null);
  });

/** The service type of a code, where this helper offers it or once did; anything else was not on the page. */
async function servedBy(tx: Context, helperId: string, code: string): Promise<string | null> {
  const { listing, serviceType } = tx.db.t;
  const [row] = await tx.db.select({ id: serviceType.id }).from(listing).innerJoin(serviceType, eq(serviceType.id, listing.serviceTypeId)).where(and(eq(listing.helperId, helperId), eq(serviceType.code, code)));
  return row?.id ?? null;
}

/** Forgets a helper; one who was never remembered is `ok`. Refusal: signed-out. */
export const forgetHelper = (ctx: Context, helperId: string): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const { personId } = tx.actor;
    if (tx.actor.kind !== "person" || !personId) return refuse("signed-out");
    const { favourite } = tx.db.t;
    await tx.db.delete(favourite).where(and(eq(favourite.personId, personId), eq(favourite.helperId, helperId)));
    return ok(null);
  });
