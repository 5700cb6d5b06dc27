import { and, eq, inArray } from "drizzle-orm";
import { servingStates } from "../helper/helper.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** A list that nobody reads any more helps nobody. */
const most = 60;

/** Remembers a helper who serves; once remembered is enough. Refusals: signed-out, not-found, own-listing, too-many. */
export const rememberHelper = (ctx: Context, helperId: string): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const { personId } = tx.actor;
    if (tx.actor.kind !== "person" || !personId) return refuse("signed-out");
    if (tx.actor.helperId === helperId) return refuse("own-listing");
    const { favourite, helper } = tx.db.t;
    const [row] = await tx.db.select({ id: helper.id }).from(helper).where(and(eq(helper.id, helperId), inArray(helper.state, [...servingStates])));
    if (!row) return refuse("not-found");
    if ((await tx.db.$count(favourite, eq(favourite.personId, personId))) >= most) return refuse("too-many");
    await tx.db.insert(favourite).values({ personId, helperId, at: tx.now }).onConflictDoNothing();
    return ok(null);
  });

/** Forgets a helper; one who was never remembered is `ok`. Refusal: signed-out. */
export const forgetHelper = (ctx: Context, helperId: string): Promise<Result<null>> =>
  atomically(ctx, async (tx): Promise<Result<null>> => {
    const { personId } = tx.actor;
    if (tx.actor.kind !== "person" || !personId) return refuse("signed-out");
    const { favourite } = tx.db.t;
    await tx.db.delete(favourite).where(and(eq(favourite.personId, personId), eq(favourite.helperId, helperId)));
    return ok(null);
  });
