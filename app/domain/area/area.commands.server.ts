import { and, eq, inArray } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { areaStanding } from "./area.queries.server.ts";

/** "Tell me when": counts a wish for a postcode; the same address wishes once for the same postcode. */
export const wishForArea = (ctx: Context, ask: { postcode: string; email: string | null }): Promise<Result<{ counted: boolean }, "unknown-postcode" | "open-already">> =>
  atomically<{ counted: boolean }, "unknown-postcode" | "open-already">(ctx, async (tx) => {
    if (tx.places.byPostcode(ask.postcode).length === 0) return refuse("unknown-postcode");
    if ((await areaStanding(tx, ask.postcode)).open) return refuse("open-already");
    const { areaWish } = tx.db.t;
    const email = ask.email?.trim().toLowerCase() || null;
    if (email) {
      const [known] = await tx.db.select({ id: areaWish.id }).from(areaWish).where(and(eq(areaWish.postcode, ask.postcode), eq(areaWish.email, email)));
      if (known) return ok({ counted: false });
    }
    const id = tx.newId();
    await tx.db.insert(areaWish).values({ id, postcode: ask.postcode, email, locale: tx.locale, createdAt: tx.now });
    await record(tx, { name: "area.wished", subject: { kind: "area", id: ask.postcode }, facts: { postcode: ask.postcode, reachable: email !== null } });
    return ok({ counted: true });
  });

/** Opens postcodes on a day, or moves their day; administrators only. */
export const openPostcodes = (ctx: Context, ask: { postcodes: string[]; opensAt: number }): Promise<Result<{ opened: number }, "not-allowed" | "unknown-postcode">> =>
  atomically(ctx, async (tx) => {
    if (ctx.actor.kind !== "system" && !hasRole(tx.actor, "admin")) return refuse("not-allowed");
    const { areaPostcode } = tx.db.t;
    const postcodes = [...new Set(ask.postcodes)];
    const unknown = postcodes.filter((postcode) => tx.places.byPostcode(postcode).length === 0);
    if (unknown.length) return refuse("unknown-postcode", { postcodes: unknown });
    for (const postcode of postcodes)
      await tx.db.insert(areaPostcode).values({ postcode, opensAt: ask.opensAt }).onConflictDoUpdate({ target: areaPostcode.postcode, set: { opensAt: ask.opensAt } });
    await record(tx, { name: "area.opened", subject: { kind: "area", id: "area" }, facts: { postcodes, opensAt: ask.opensAt } });
    return ok({ opened: postcodes.length });
  });

/** Takes postcodes out of the programme area; bookings made there keep their promise. */
export const closePostcodes = (ctx: Context, postcodes: string[]): Promise<Result<null, "not-allowed">> =>
  atomically(ctx, async (tx) => {
    if (!hasRole(tx.actor, "admin")) return refuse("not-allowed");
    const { areaPostcode } = tx.db.t;
    if (postcodes.length) await tx.db.delete(areaPostcode).where(inArray(areaPostcode.postcode, postcodes));
    await record(tx, { name: "area.closed", subject: { kind: "area", id: "area" }, facts: { postcodes } });
    return ok(null);
  });
