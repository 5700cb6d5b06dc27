import { getTableColumns, is, Table } from "drizzle-orm";
import sharp from "sharp";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { type Actor, person, staff, staffRoles, system, visitor } from "#app/domain/kernel/actor.ts";
import { ledgerSums } from "#app/domain/ledger/ledger.queries.server.ts";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { fillDemo } from "#db/seed/demo/index.ts";
import { demoCustomer } from "#db/seed/demo/present.ts";
import { demoStaff } from "#db/seed/demo/staff.ts";
import type { Store } from "#db/store.ts";
import { type World, world } from "../support/world.ts";

/** What exists in the fuzzed house, by the names of fields and parameters that ask for it. */
export type Pools = { byName: [RegExp, string[]][]; ids: string[]; intake: string[]; picture: Uint8Array<ArrayBuffer> };
/** `own` are the bookings that this person may open. */
export type Asker = { name: string; area: "staff" | "helper" | "customer"; actor: Actor; own: string[] };
export type FuzzWorld = { w: World; actors: Asker[]; pools: Pools };

/** A small demo near Basel with a past and a present, and everybody who could ask it something. */
export async function fuzzWorld(store?: Store): Promise<FuzzWorld> {
  const w = await world({ seed: 11, ...(store && { store }) });
  await fillDemo(w.app, { helpers: 6, seed: 7, visits: 5, region: "switzerland", pictures: true, nearBasel: true }, () => undefined);
  await runDue(w.app, { only: ["mail"] });
  return { w, actors: await actorsOf(w), pools: await poolsOf(w) };
}

async function actorsOf({ store: { db, t } }: World): Promise<FuzzWorld["actors"]> {
  const helpers = await db.select().from(t.helper).orderBy(t.helper.id);
  const people = await db.select().from(t.person);
  const bookings = await db.select().from(t.booking).orderBy(t.booking.id);
  const personOf = (email: string) => people.find((one) => one.email === email)?.id ?? "";
  const guests = [0, 1, 2].map((i) => visitor(bookings.filter((_, at) => at % 3 === i).slice(-12).map(({ id }) => id)));
  const ids = (mine: (booking: (typeof bookings)[number]) => boolean) => bookings.filter(mine).map(({ id }) => id);
  return [
    { name: "visitor", area: "customer", actor: visitor(), own: [] },
    ...guests.map((actor): Asker => ({ name: "guest with links", area: "customer", actor, own: [...actor.provenBookings] })),
    { name: "customer", area: "customer", actor: person(personOf(demoCustomer.email)), own: ids(({ contactEmail }) => contactEmail === demoCustomer.email) },
    ...helpers.slice(0, 4).map(({ id, personId }): Asker => ({ name: "helper", area: "helper", actor: person(personId, id), own: ids(({ helperId }) => helperId === id).slice(-15) })),
    ...staffRoles.map((role): Asker => ({ name: role, area: "staff", actor: staff(personOf(demoStaff.find(({ roles }) => roles.includes(role))?.email ?? ""), [role]), own: ids(() => true) })),
    ...[1, 2, 3, 4].map((): Asker => ({ name: "demo admin", area: "staff", actor: staff(personOf(demoStaff[0]?.email ?? ""), ["admin"]), own: ids(() => true) })),
  ];
}

async function poolsOf(w: World): Promise<Pools> {
  const { db, t } = w.store;
  const column = async (rows: PromiseLike<{ value: string | null }[]>) => (await rows).map(({ value }) => value ?? "").filter(Boolean);
  const helpers = await column(db.select({ value: t.helper.id }).from(t.helper));
  const listings = await column(db.select({ value: t.listing.id }).from(t.listing));
  const bookings = await column(db.select({ value: t.booking.id }).from(t.booking));
  const payments = await column(db.select({ value: t.payment.id }).from(t.payment));
  const people = await column(db.select({ value: t.person.id }).from(t.person));
  const types = await db.select().from(t.serviceType);
  const jobs = await column(db.select({ value: t.job.id }).from(t.job));
  const references = await column(db.select({ value: t.booking.reference }).from(t.booking));
  const numbers = await column(db.select({ value: t.certificate.number }).from(t.certificate));
  const certificates = await column(db.select({ value: t.certificate.id }).from(t.certificate));
  const lanes = await column(db.select({ value: t.lane.id }).from(t.lane));
  const files = await column(db.select({ value: t.file.id }).from(t.file));
  const mails = await column(db.select({ value: t.mail.id }).from(t.mail));
  const ctx = await w.as(system);
  const slots: string[] = [];
  for (const id of listings.slice(0, 4)) for (const { slots: list } of (await slotsForListing(ctx, id)) ?? []) slots.push(...list.map(String));
  const near = builtinPlaces().filter(({ postcode }) => postcode.startsWith("40") || postcode.startsWith("41"));
  const byName: Pools["byName"] = [
    [/^booking(id)?$|replaces/i, bookings],
    [/^helper(id)?$/i, helpers],
    [/listing/i, listings],
    [/certificateid/i, certificates],
    [/lane/i, lanes],
    [/file|photo/i, files],
    [/^mail(id)?$/i, mails],
    [/payment/i, payments],
    [/^person|^owner|staffid/i, people],
    [/service|^code$/i, types.map(({ code }) => code)],
    [/^number$/, [...numbers, ...references]],
    [/job|^id$/i, [...jobs, ...bookings, ...helpers]],
    [/starts?at|slot|^start$/i, slots],
    [/^place$/, near.map(({ id }) => id)],
    [/postcode/i, near.map(({ postcode }) => postcode)],
    [/locality|where/i, near.map(({ locality }) => locality)],
    [/email/i, ["anna@example.ch", demoCustomer.email, "neu@example.ch"]],
    [/mobile|telephone/i, ["+41 79 123 45 67", "061 123 45 67"]],
    [/date|from$|until$|day$|opensat/i, ["2026-11-26", "2026-12-24", "2027-03-28"]],
    [/minute|time/i, ["540", "09:00", "17:30"]],
    [/price|amount|minor/i, ["49", "49.50", "4900"]],
    [/radius|hours|count|weekday|page|punctual|friendly|competent|stars|before|after/i, ["1", "3", "5"]],
    [/token|link|key/i, ["abc", "x".repeat(43)]],
    [/^locale$/, ["de", "fr", "it", "en"]],
    [/slug/, ["imprint", "privacy", "terms"]],
    [/box/, ["47.4,7.4,47.7,7.8"]],
  ];
  return { byName, ids: [...bookings, ...helpers, ...listings, ...people, ...payments], intake: [...new Set(types.flatMap(({ content }) => content.intake.map(({ code }) => `intake.${code}`)))], picture: new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: "#aabbcc" } }).png().toBuffer()) };
}

/** Every stored row against the schema's own words, the ledger's sum and the calendars; sentences about what is wrong. */
export async function brokenRules({ w }: FuzzWorld): Promise<string[]> {
  const { store } = w;
  const wrong: string[] = [];
  for (const [name, table] of Object.entries(store.t).filter(([, each]) => is(each, Table))) {
    // Reading parses every JSON column: one that does not parse throws here.
    const rows = (await store.db.select().from(table)) as Record<string, unknown>[];
    for (const [key, column] of Object.entries(getTableColumns(table))) {
      for (const row of rows) {
        const value = row[key];
        const said = `${name}.${key} = ${JSON.stringify(value)?.slice(0, 80)}`;
        if (value === null || value === undefined) {
          if (column.notNull) wrong.push(`${said} is missing`);
        } else if (column.enumValues?.length && !column.enumValues.includes(value as string)) wrong.push(`${said} is not one of ${column.enumValues}`);
        else if (column.dataType === "number" && !Number.isFinite(value)) wrong.push(`${said} is no number`);
        else if (column.dataType === "string" && (typeof value !== "string" || value.length > 100_000 || value.includes("\0"))) wrong.push(`${said} is no sensible text`);
      }
    }
  }
  const sums = await ledgerSums(await w.as(system));
  if (!sums.balanced) wrong.push(`the ledger is out of balance: ${JSON.stringify(sums)}`);
  const taken = await store.db.select().from(store.t.occupancy).orderBy(store.t.occupancy.calendarId, store.t.occupancy.fromAt);
  for (const [i, one] of taken.entries()) {
    const next = taken[i + 1];
    if (next?.calendarId === one.calendarId && next.fromAt < one.untilAt) wrong.push(`calendar ${one.calendarId} is taken twice at ${next.fromAt}`);
    if (one.untilAt <= one.fromAt) wrong.push(`occupancy ${one.id} ends before it begins`);
  }
  for (const pragma of store.sqlite ? ["foreign_key_check", "quick_check"] : []) {
    const found = store.sqlite?.pragma(pragma) as Record<string, unknown>[];
    if (found.some((row) => row.quick_check !== "ok")) wrong.push(`${pragma}: ${JSON.stringify(found.slice(0, 3))}`);
  }
  return wrong;
}
