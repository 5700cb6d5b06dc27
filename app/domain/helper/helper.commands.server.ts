import { eq } from "drizzle-orm";
import { refreshNextFree } from "../availability/availability.commands.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { refreshSearchArea } from "../search/area.server.ts";
import { mayEditProfile } from "./helper.policy.ts";
import type { HelperRow } from "./helper.queries.server.ts";
import type { AddressInput, ProfileInput } from "./helper.schema.ts";
import { displace, positionOf, publicName, radiusKm } from "./helper.ts";

export type ProfileRefusal = "not-found" | "postcode-unknown" | "radius";
type Change = Partial<Omit<HelperRow, "id" | "personId">>;

/** One change of a helper's own row: authorisation, journal with the names of the changed fields, search areas. */
async function change(ctx: Context, helperId: string, name: string, make: (row: HelperRow, tx: Context) => Promise<Result<Change, ProfileRefusal>>): Promise<Result<HelperRow, ProfileRefusal>> {
  return atomically(ctx, async (tx) => {
    const { helper } = tx.db.t;
    const [row] = mayEditProfile(tx.actor, helperId) ? await tx.db.select().from(helper).where(eq(helper.id, helperId)) : [];
    if (!row || row.state === "ended") return refuse("not-found");
    const made = await make(row, tx);
    if (!made.ok) return made;
    // The same thing saved again changes nothing and is no event.
    if (Object.keys(made.value).length === 0) return ok(row);
    await tx.db.update(helper).set(made.value).where(eq(helper.id, helperId));
    await record(tx, { name, subject: { kind: "helper", id: helperId }, facts: { fields: Object.keys(made.value) } });
    // While somebody does not serve nothing of theirs is free: whoever comes back needs their next free time anew.
    if ("pausedAt" in made.value) await refreshNextFree(tx, helperId);
    await refreshSearchArea(tx, helperId);
    return ok({ ...row, ...made.value });
  });
}

/** Name, words, languages, the telephone for accepted visits, and whether search engines may show the page. */
export const saveProfile = (ctx: Context, helperId: string, { givenName, familyName, biography, languages, searchOptIn, mobile }: Omit<ProfileInput, "mobile"> & { mobile?: string }) =>
  change(ctx, helperId, "helper.profileSaved", async (row, tx) => {
    const { person } = tx.db.t;
    if (mobile) await tx.db.update(person).set({ mobile }).where(eq(person.id, row.personId));
    return ok({ givenName, familyName, displayName: publicName(givenName, familyName), biography, languages, searchOptIn });
  });

/** The address; the public point is fixed here, once, and moves only with the address. */
export const saveAddress = (ctx: Context, helperId: string, { street, postcode, locality }: AddressInput) =>
  change(ctx, helperId, "helper.addressSaved", async (row, tx) => {
    const here = tx.places.byPostcode(postcode);
    const place = here.find((p) => p.locality.toLowerCase() === locality.toLowerCase()) ?? here[0];
    if (!place) return refuse("postcode-unknown");
    if (row.street === street && row.postcode === postcode && row.locality === place.locality && row.publicLat !== null) return ok({});
    const position = positionOf(place, street, tx.signing);
    const point = displace(position, helperId, `${street}\n${postcode}`, tx.signing);
    return ok({ street, postcode, locality: place.locality, canton: place.canton, ...position, publicLat: point.lat, publicLng: point.lng });
  });

/** How far the helper travels, in whole kilometres (3–25). */
export const saveRadius = (ctx: Context, helperId: string, km: number) =>
  change(ctx, helperId, "helper.radiusSaved", async () => (Number.isInteger(km) && km >= radiusKm.min && km <= radiusKm.max ? ok({ radiusKm: km }) : refuse("radius")));

export const savePicture = (ctx: Context, helperId: string, photoFileId: string) => change(ctx, helperId, "helper.pictureSaved", async () => ok({ photoFileId }));

/** Out of the search until resumed; accepted visits stay. */
export const pause = (ctx: Context, helperId: string) => change(ctx, helperId, "helper.paused", async (row, tx) => ok({ pausedAt: row.pausedAt ?? tx.now }));
export const resume = (ctx: Context, helperId: string) => change(ctx, helperId, "helper.resumed", async () => ok({ pausedAt: null }));

/** The payment provider's account for payouts; active once its onboarding is complete. */
export const setPayoutAccount = (ctx: Context, helperId: string, account: { id: string; active: boolean }) =>
  change(ctx, helperId, "helper.payoutAccountSet", async (row, tx) => ok({ payoutAccountId: account.id, payoutActiveAt: account.active ? (row.payoutActiveAt ?? tx.now) : null }));
