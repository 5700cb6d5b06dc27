import { certificateNumber, monthsLater } from "#app/domain/certification/certification.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { displace, positionOf, publicName } from "#app/domain/helper/helper.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { refreshNextFree } from "#app/domain/availability/availability.commands.server.ts";
import { refreshSearchArea } from "#app/domain/search/area.server.ts";
import type { App } from "#app/http/app.server.ts";
import { newId } from "#app/http/context.server.ts";
import { chanceFrom } from "./chance.ts";
import { tellCompany } from "./company.ts";
import { type HelperPlan, mobileOf } from "./helpers.ts";
import { type DemoOptions, planAll } from "./index.ts";
import { tellStaff } from "./staff.ts";
import { type Progress, tellerAt } from "./world.ts";

const day = 86_400_000;
const batch = 500;

/** Many helpers as rows, for measuring: the same people that the commands would tell, without invitations, journal, pictures and past. */
export async function fillInBulk(app: App, options: DemoOptions, progress: Progress): Promise<{ helpers: number; visits: number }> {
  const telling = { app, chance: chanceFrom(options.seed), now: app.clock.business(), progress };
  const begin = await tellerAt(telling, telling.now - 440 * day);
  await app.store.tx(async (db) => {
    await tellCompany({ ...begin, db, inTransaction: true });
    await tellStaff({ ...begin, db, inTransaction: true });
  });
  app.refreshSettings();
  const plans = await planAll(telling, options);
  const ctx = await tellerAt(telling, telling.now);
  for (let from = 0; from < plans.length; from += batch) {
    progress("helpers", from, plans.length);
    await app.store.tx((db) => insertHelpers({ ...ctx, db, inTransaction: true }, plans.slice(from, from + batch)));
  }
  return { helpers: plans.length, visits: 0 };
}

/** Inserts helpers as `tellHelper` would leave them (tests/rules/seed.test.ts compares the two). */
export async function insertHelpers(tx: Context, plans: readonly HelperPlan[]): Promise<string[]> {
  const { person, helper, weeklySpan, certificate, listing } = tx.db.t;
  const months = new Map((await readCatalogue(tx)).programmes.map(({ code, validityMonths }) => [code, validityMonths]));
  const ids = plans.map((plan) => ({ plan, personId: newId(plan.joinedAt, tx.random), helperId: newId(plan.joinedAt, tx.random) }));
  await inParts(ids.map(({ plan, personId }) => ({ id: personId, email: plan.email, name: `${plan.first} ${plan.last}`, mobile: mobileOf(plan), locale: plan.region, createdAt: plan.joinedAt + 20 * 60_000 })), (rows) => tx.db.insert(person).values(rows));
  await inParts(ids.map(({ plan, personId, helperId }) => helperRow(tx, plan, personId, helperId)), (rows) => tx.db.insert(helper).values(rows));
  await inParts(ids.flatMap(({ plan, helperId }) => plan.hours.map((span) => ({ id: tx.newId(), calendarId: helperId, ...span }))), (rows) => tx.db.insert(weeklySpan).values(rows));
  const certified = ids.flatMap(({ plan, helperId }) =>
    plan.programmes.map((programmeCode) => {
      const issuedAt = plan.joinedAt + 2 * day;
      return { id: tx.newId(), helperId, programmeCode, issuedAt, validUntil: monthsLater(issuedAt, months.get(programmeCode) ?? 24), number: certificateNumber(new Date(issuedAt).getUTCFullYear(), tx.random.bytes(8)) };
    }),
  );
  await inParts(certified, (rows) => tx.db.insert(certificate).values(rows));
  const offers = ids.flatMap(({ plan, helperId }) => plan.offers.map(({ serviceTypeId, priceMinor, words }) => ({ id: tx.newId(), helperId, serviceTypeId, priceMinor, words, state: "live" as const, createdAt: plan.joinedAt + 2 * day + 30 * 60_000 })));
  await inParts(offers, (rows) => tx.db.insert(listing).values(rows));
  for (const { helperId } of ids) {
    await refreshNextFree(tx, helperId);
    await refreshSearchArea(tx, helperId);
  }
  return ids.map(({ helperId }) => helperId);
}

function helperRow(tx: Context, plan: HelperPlan, personId: string, helperId: string) {
  const { place, street } = plan;
  const position = positionOf(place, street, tx.signing);
  const point = displace(position, helperId, `${street}\n${place.postcode}`, tx.signing);
  return {
    id: helperId, personId, state: "active" as const, stateSince: plan.joinedAt + 20 * 60_000, givenName: plan.first, familyName: plan.last, displayName: publicName(plan.first, plan.last),
    biography: plan.biography, languages: plan.languages, street, postcode: place.postcode, locality: place.locality, canton: place.canton, ...position, publicLat: point.lat, publicLng: point.lng,
    radiusKm: plan.radiusKm, searchOptIn: plan.searchOptIn, payoutAccountId: `acct_demo_${plan.number}`, payoutActiveAt: plan.joinedAt + 40 * 60_000, createdAt: plan.joinedAt + 20 * 60_000,
  };
}

/** SQLite takes a limited number of values in one statement. */
async function inParts<T>(rows: T[], insert: (part: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 200) await insert(rows.slice(from, from + 200));
}
