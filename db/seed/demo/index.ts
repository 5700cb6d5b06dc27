import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { sealJournal } from "#app/domain/journal/journal.commands.server.ts";
import { type StaffRole, staff } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { distanceM } from "#app/domain/search/search.ts";
import { builtinPlaces } from "#app/gateways/places/builtin.server.ts";
import { completeOnboarding } from "#app/gateways/payments/standInCheckout.server.ts";
import type { App } from "#app/http/app.server.ts";
import { tellLaunch, tellOpening } from "./areas.ts";
import { chanceFrom } from "./chance.ts";
import { tellCompany } from "./company.ts";
import { type HelperPlan, planHelper, type Service, tellHelper, type Told } from "./helpers.ts";
import { tellPast } from "./past.ts";
import { drawPortrait } from "./pictures.ts";
import { pickPlace, weighPlaces } from "./places.ts";
import { tellPresent, wakeAll } from "./present.ts";
import { tellRescues } from "./rescue.ts";
import { askProfessional, tellProfessional } from "./professional.ts";
import { demoStaff, tellStaff } from "./staff.ts";
import { drawStandings, tellEndedCertificate, tellInstant, tellStandings } from "./standing.ts";
import { rememberPayments } from "./standin.ts";
import { as, type Progress, type Telling, tellerAt } from "./world.ts";

export type DemoOptions = {
  helpers: number;
  /** The number that makes the demo repeatable. */
  seed: number;
  /** Mean visits a helper and year. */
  visits: number;
  region: "switzerland" | "basel";
  pictures: boolean;
  /** For tests: everybody around Basel, with a whole year behind them. */
  nearBasel?: boolean;
};
export const demoDefaults: DemoOptions = { helpers: 600, seed: 2023, visits: 5, region: "switzerland", pictures: true };

const day = 86_400_000;
/** A launch month: people joined some weeks ago, and little has happened yet. */
const launch = { near: { lat: 47.5546, lng: 7.5886, km: 16 }, openKm: 25, nextKm: 32, months: 1 };

/** For composing the house that is filled: what the stand-in would announce, the commands have told already. */
export const toldAlready = async (): Promise<boolean> => true;

/** True when the house has a catalogue: a demo is filled once. */
export const isFilled = async (app: App): Promise<boolean> => (await app.store.db.$count(app.store.t.serviceType)) > 0;

/** Fills an empty house with the demo: company, staff, helpers, their past and what is going on now. */
export async function fillDemo(app: App, options: DemoOptions, progress: Progress): Promise<{ helpers: number; visits: number }> {
  if (app.config.mode !== "demo" || !app.standIn) throw new Error("The demo is filled in demo mode, without a Stripe key");
  const chance = chanceFrom(options.seed);
  const now = app.clock.business();
  const telling: Telling = { app, chance, now, progress };
  const begin = await tellerAt(telling, now - 440 * day);
  progress("company");
  const staffIds = await app.store.tx(async (db) => {
    const tx = { ...begin, db, inTransaction: true };
    await tellCompany(tx);
    const ids = await tellStaff(tx);
    await tellAreas(tx, telling, options);
    return ids;
  });
  app.refreshSettings();
  const who = (role: StaffRole) => staff(staffIds[demoStaff.findIndex(({ roles }) => roles.includes(role))] ?? "", [role]);
  const [expert, support] = [who("quality"), who("support")];
  const ctx = await tellerAt(telling, now);
  const plans = await planAll(telling, options);
  const helpers = await tellAll(telling, plans, options);
  const standings = drawStandings(chance.branch("standings"), helpers, now);
  const visits = await tellPast(as(ctx, chance, now), chance.branch("past"), helpers, { all: builtinPlaces(), now, months: options.region === "basel" ? launch.months : 12, visits: options.visits, expert, standings, progress });
  await app.store.tx(async (db) => {
    const tx = { ...ctx, db, inTransaction: true };
    await tellInstant(tx, chance.branch("instant"), helpers, standings, now);
    await tellStandings(tx, chance.branch("standing"), helpers, standings, { first: who("certifier"), second: expert });
    await tellEndedCertificate(tx, chance.branch("certificate"), helpers, { at: now - 6 * day, by: who("certifier"), spared: standings });
  });
  const byProfessionals = await tellProfessional(telling, chance.branch("professional"), { support, expert, visits: options.region === "basel" ? 0 : Math.min(90, Math.ceil(options.helpers / 4)) });
  await tellRescues(telling, chance.branch("rescue"), helpers, { support });
  await rememberPayments(telling);
  await tellPresent(telling, chance.branch("present"), helpers, { standings, pictures: options.pictures });
  await askProfessional(telling, chance.branch("asked"), Math.min(4, options.helpers));
  await wakeAll(telling);
  progress("journal");
  while ((await sealJournal(ctx)) > 0);
  return { helpers: helpers.length, visits: visits + byProfessionals };
}

/** Switzerland was opened as a whole; a launch region is served alone. */
async function tellAreas(tx: Context, { app, now }: Telling, { region, seed }: DemoOptions): Promise<void> {
  const chance = chanceFrom(seed).branch("areas");
  const all = builtinPlaces();
  const country = weighPlaces(app.places, all);
  const within = (km: number) => all.filter((place) => distanceM(launch.near.lat, launch.near.lng, place.lat, place.lng) <= km * 1000);
  if (region === "basel") await tellLaunch(tx, chance, { region: within(launch.openKm), ring: within(launch.nextKm), country, begunAt: now - 40 * day, now });
  else await tellOpening(tx, chance, country, tx.now);
}

/** Draws everybody before anybody is told, so that the bulk insert and the commands can tell the same people. */
export async function planAll(telling: Telling, options: DemoOptions): Promise<HelperPlan[]> {
  const { app, now } = telling;
  const basel = options.region === "basel";
  const weighted = weighPlaces(app.places, builtinPlaces(), basel || options.nearBasel ? launch.near : undefined);
  const services = await servicesOf(app);
  const chance = chanceFrom(options.seed).branch("people");
  return Array.from({ length: options.helpers }, (_, index) => {
    const plan = planHelper(chance, index + 1, pickPlace(weighted, chance), services, now);
    return basel ? { ...plan, joinedAt: now - chance.whole(5, 34) * day } : plan;
  });
}

/** What helpers can offer: their risk class and price corridor allow it. */
export async function servicesOf(app: App): Promise<Service[]> {
  const { serviceTypes } = await readCatalogue({ db: app.store.db, store: app.store });
  return serviceTypes.flatMap(({ id, code, categoryCode, programmeCode, content }) => (programmeCode && content.price ? [{ id, code, category: categoryCode, programme: programmeCode, ...content.price }] : []));
}

const batch = 20;

async function tellAll(telling: Telling, plans: readonly HelperPlan[], { pictures }: DemoOptions): Promise<Told[]> {
  const { app, progress } = telling;
  const chance = telling.chance.branch("helpers");
  const ctx = { ...(await tellerAt(telling, telling.now)), random: chance };
  const told: Told[] = [];
  for (let from = 0; from < plans.length; from += batch) {
    progress("helpers", from, plans.length);
    const part = plans.slice(from, from + batch);
    const drawn = await Promise.all(part.map((plan) => (pictures ? drawPortrait(app.config.varDir, as(ctx, chance, plan.joinedAt).newId(), `${plan.first} ${plan.last} ${plan.number}`) : null)));
    const accounts: (string | null)[] = [];
    for (const plan of part) accounts.push(await payoutAccount(app, plan));
    await app.store.tx(async (db) => {
      for (const [index, plan] of part.entries()) told.push(await tellHelper({ ...ctx, db, inTransaction: true }, chance, plan, { picture: drawn[index] ?? null, accountId: accounts[index] ?? null }));
    });
  }
  return told;
}

async function payoutAccount(app: App, plan: HelperPlan): Promise<string | null> {
  if (!app.standIn) return null;
  const { accountId } = must(await app.payments.createAccount({ helperId: `demo-${plan.number}`, email: plan.email, name: `${plan.first} ${plan.last}` }, `demo-account:${plan.number}`));
  await app.payments.onboardingLink(accountId, app.config.origin, app.config.origin);
  must(await completeOnboarding(app.standIn, accountId));
  return accountId;
}
