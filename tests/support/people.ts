import { refreshNextFree } from "#app/domain/availability/availability.commands.server.ts";
import { type Actor, person as personActor, staff as staffActor, type StaffRole, system, visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Places } from "#app/domain/kernel/places.ts";
import { refreshSearchArea } from "#app/domain/search/area.server.ts";
import { defaultSettings, type Settings } from "#app/domain/settings/settings.ts";
import { openPlaces } from "#app/gateways/places/places.server.ts";
import { signingWith } from "#app/http/compose.server.ts";
import { risingIds } from "#app/http/context.server.ts";
import { categories } from "#db/seed/content/categories.ts";
import { betterWlan } from "#db/seed/content/connectivity/betterWlan.ts";
import { programmes } from "#db/seed/content/programmes.ts";
import type { Store } from "#db/store.ts";

const hour = 3_600_000;
/** Monday 7 June 2027, 10:00 in Zurich. */
export const monday = Date.UTC(2027, 5, 7, 8);

/** A repeatable stream of chance (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256)) };
}

let places: Places | undefined;
const shared = () => (places ??= openPlaces());

export type ContextMore = { now?: number; settings?: Partial<Settings>; quiet?: boolean; locale?: Context["locale"] };

/** A context on a store without an HTTP house around it: for tests of rules. */
export function contextOn(store: Store, actor: Actor = system, { now = monday, settings = {}, quiet = false, locale = "de" }: ContextMore = {}): Context {
  const random = { next: Math.random, bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  return { actor, locale, now, realNow: now, newId: risingIds(now, random), random, db: store.db, store, inTransaction: false, settings: { ...defaultSettings, ...settings }, places: shared(), signing: signingWith("test"), origin: "http://localhost:3000", quiet, ring: () => undefined };
}

/** The same world seen by somebody else, or at another time. */
export const as = (ctx: Context, actor: Actor, now = ctx.now): Context => ({ ...ctx, actor, now, realNow: now });

const insideStore = <T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> => ctx.store.tx((db) => work({ ...ctx, db, inTransaction: true }));

/** A service type of the catalogue, its category and its programme; "better-wlan" unless another content is given. Asking twice gives the same one. */
export async function aServiceType(ctx: Context, content = betterWlan): Promise<{ id: string; content: typeof betterWlan }> {
  const { category, serviceType, serviceTypeVersion, programme } = ctx.db.t;
  const known = (await ctx.db.select().from(serviceType)).find(({ code }) => code === content.code);
  if (known) return { id: known.id, content: known.content };
  for (const [position, each] of categories.entries()) await ctx.db.insert(category).values({ code: each.code, position, content: each }).onConflictDoNothing();
  for (const each of programmes) await ctx.db.insert(programme).values({ code: each.code, content: each }).onConflictDoNothing();
  const id = ctx.newId();
  const number = (await ctx.db.$count(serviceType)) + 1;
  await ctx.db.insert(serviceType).values({ id, code: content.code, number, categoryCode: content.category, riskClass: content.riskClass, programmeCode: content.programme, content, updatedAt: ctx.now });
  await ctx.db.insert(serviceTypeVersion).values({ id: ctx.newId(), serviceTypeId: id, version: 1, content, createdAt: ctx.now });
  return { id, content };
}

let counter = 0;
const nextNumber = () => ++counter;

/** A person with a proven address. */
export async function aCustomer(ctx: Context, { name = "Anna Muster", email = `anna.${process.pid}.${nextNumber()}@example.ch` } = {}): Promise<{ personId: string; email: string; name: string; actor: Actor }> {
  const personId = ctx.newId();
  await ctx.db.insert(ctx.db.t.person).values({ id: personId, email, name, createdAt: ctx.now });
  return { personId, email, name, actor: personActor(personId) };
}

export async function aStaffMember(ctx: Context, ...roles: StaffRole[]): Promise<{ personId: string; actor: Actor }> {
  const { personId } = await aCustomer(ctx, { name: "Sam Support", email: `staff.${process.pid}.${nextNumber()}@example.ch` });
  const held: StaffRole[] = roles.length ? roles : ["support"];
  await ctx.db.insert(ctx.db.t.staffMember).values({ personId, roles: held, state: "active", recoveryHashes: [], createdAt: ctx.now });
  return { personId, actor: staffActor(personId, held) };
}

export type HelperMore = { instant?: boolean; visitsClosed?: number; priceMinor?: number; radiusKm?: number; place?: { postcode: string; locality: string }; hours?: { weekday: number; fromMinute: number; untilMinute: number }[]; givenName?: string };
export const everyDay = (fromMinute: number, untilMinute: number) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute, untilMinute }));

/** An active, certified helper in Basel with one live listing and hours from 08:00 to 20:00 every day, found by the search. */
export async function aHelper(ctx: Context, { instant = false, visitsClosed = 10, priceMinor = 4900, radiusKm = 10, place = { postcode: "4052", locality: "Basel" }, hours = everyDay(480, 1200), givenName = "Maya" }: HelperMore = {}) {
  const service = await aServiceType(ctx);
  return insideStore({ ...ctx, actor: system }, async (tx) => {
    const { helper, listing, weeklySpan, certificate, person } = tx.db.t;
    const [helperId, personId, listingId] = [tx.newId(), tx.newId(), tx.newId()];
    const email = `helper.${process.pid}.${nextNumber()}@example.ch`;
    const at = tx.places.byPostcode(place.postcode)[0];
    if (!at) throw new Error(`No place ${place.postcode}`);
    await tx.db.insert(person).values({ id: personId, email, name: `${givenName} Beispiel`, mobile: "+41 79 000 00 01", createdAt: tx.now });
    await tx.db.insert(helper).values({ id: helperId, personId, state: "active", stateSince: tx.now, givenName, familyName: "Beispiel", displayName: `${givenName} B.`, biography: "Ich helfe gern.", languages: ["de", "fr"], ...place, street: "Testweg 1", canton: at.canton, lat: at.lat, lng: at.lng, publicLat: at.lat + 0.002, publicLng: at.lng + 0.002, radiusKm, payoutAccountId: `acct_${helperId}`, payoutActiveAt: tx.now, visitsClosed, createdAt: tx.now });
    await tx.db.insert(certificate).values({ id: tx.newId(), number: `Z-${helperId.slice(-10)}`, helperId, programmeCode: service.content.programme ?? "", issuedAt: tx.now, validUntil: tx.now + 730 * 24 * hour });
    await tx.db.insert(listing).values({ id: listingId, helperId, serviceTypeId: service.id, priceMinor, instant, state: "live", createdAt: tx.now });
    if (hours.length) await tx.db.insert(weeklySpan).values(hours.map((span) => ({ id: tx.newId(), calendarId: helperId, ...span })));
    await refreshNextFree(tx, helperId);
    await refreshSearchArea(tx, helperId);
    return { helperId, personId, email, listingId, service, actor: personActor(personId, helperId) as Actor };
  });
}

/** A calendar lane of the professional service, open on weekdays from 08:00 to 17:00. */
export async function aLane(ctx: Context, { waitDays = 2 } = {}): Promise<string> {
  const { lane, weeklySpan } = ctx.db.t;
  const id = ctx.newId();
  await ctx.db.insert(lane).values({ id, name: `Profi ${nextNumber()}`, waitDays });
  await ctx.db.insert(weeklySpan).values([1, 2, 3, 4, 5].map((weekday) => ({ id: ctx.newId(), calendarId: id, weekday, fromMinute: 480, untilMinute: 1020 })));
  return id;
}

/** A guest's browser that has proven some bookings by their links. */
export const aGuest = (...bookingIds: string[]): Actor => visitor(bookingIds);

export const basel = { postcode: "4051", locality: "Basel" };

/** A form filled in for "better-wlan". */
export const aForm = (more: { email?: string; name?: string } = {}) => ({
  contact: { name: more.name ?? "Anna Muster", email: more.email ?? "anna@example.ch", mobile: "+41 79 123 45 67" },
  visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67" },
  street: "Rheinsprung 7",
  ...basel,
  intake: { where: "one-room", symptom: "slow" },
  concern: "Im Schlafzimmer gibt es kein WLAN.",
});
