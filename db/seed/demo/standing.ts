import { and, eq, isNull } from "drizzle-orm";
import { endCertificate } from "#app/domain/certification/certification.commands.server.ts";
import { endWithNotice, noticeDays, proposeEnd } from "#app/domain/certification/ending.commands.server.ts";
import { endHelper, suspendHelper } from "#app/domain/certification/measures.commands.server.ts";
import { pause } from "#app/domain/helper/helper.commands.server.ts";
import { type Actor, person } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { saveListing } from "#app/domain/listing/listing.commands.server.ts";
import type { Chance } from "./chance.ts";
import type { Told } from "./helpers.ts";
import { as } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** What became of somebody: `at` is the day from which no new visit takes place. */
export type Standing = { kind: "paused" | "suspended" | "notice" | "ended"; at: number };

/** The demo's people on sight: a German-speaking helper of a year who offers several services, or else the first. */
export const starOf = (helpers: readonly Told[], now: number): Told | undefined => helpers.find(({ plan }) => plan.region === "de" && plan.offers.length >= 2 && now - plan.joinedAt > 300 * day) ?? helpers[0];

/** Draws who pauses, is suspended, under notice or gone; a small demo and a launch month know few of them, the star none. */
export function drawStandings(chance: Chance, helpers: readonly Told[], now: number): Map<string, Standing> {
  const star = starOf(helpers, now);
  const able = helpers.filter((told) => told !== star && now - told.plan.joinedAt > 300 * day);
  const many = (each: number): number => Math.floor(helpers.length / each);
  const kinds: Standing["kind"][] = [
    ...Array.from({ length: Math.min(8, many(20)) }, () => "paused" as const),
    ...Array.from({ length: Math.min(1, many(20)) }, () => "suspended" as const),
    ...Array.from({ length: Math.min(2, many(20)) }, () => "notice" as const),
    ...Array.from({ length: Math.min(6, many(20)) }, () => "ended" as const),
  ];
  const standings = new Map<string, Standing>();
  for (const kind of kinds) {
    const left = able.filter(({ helperId }) => !standings.has(helperId));
    // Most of a tiny demo stays as it is.
    if (left.length <= able.length / 2) break;
    const days = { paused: chance.whole(2, 9), suspended: chance.whole(3, 8), notice: chance.whole(4, 18), ended: chance.whole(40, 150) }[kind];
    standings.set(chance.pick(left).helperId, { kind, at: now - days * day });
  }
  return standings;
}

const reasons = {
  suspended: "Zwei Rückmeldungen zu Arbeiten ausserhalb des Umfangs. Wir klären das zuerst gemeinsam.",
  notice: ["Seit fünf Monaten keine Anfrage mehr angenommen.", "Die Auffrischung der Ausbildung wurde zweimal abgesagt."],
  ended: ["Auf eigenen Wunsch: Umzug ins Ausland.", "Auf eigenen Wunsch: keine Zeit mehr neben der neuen Stelle.", "Wiederholt kurzfristig abgesagt, trotz Gespräch."],
  certificate: "Auf eigenen Wunsch: bietet nur noch das andere Gebiet an.",
};

/** Tells every standing through the commands; a notice and an end are proposed by one person and confirmed by another. */
export async function tellStandings(ctx: Context, chance: Chance, helpers: readonly Told[], standings: ReadonlyMap<string, Standing>, { first, second }: { first: Actor; second: Actor }): Promise<void> {
  for (const { helperId, personId } of helpers) {
    const standing = standings.get(helperId);
    if (!standing) continue;
    const { kind, at } = standing;
    if (kind === "paused") must(await pause(as(ctx, chance, at, person(personId, helperId)), helperId));
    else if (kind === "suspended") must(await suspendHelper(as(ctx, chance, at, second), helperId, reasons.suspended));
    else {
      const noticeAt = kind === "notice" ? at : at - noticeDays * day - 2 * hour;
      must(await proposeEnd(as(ctx, chance, noticeAt - chance.whole(20, 60) * hour, first), helperId, chance.pick(reasons[kind])));
      must(await endWithNotice(as(ctx, chance, noticeAt, second), helperId));
      if (kind === "ended") must(await endHelper(as(ctx, chance, at), helperId));
    }
  }
}

/** One person keeps serving with one of two certificates. */
export async function tellEndedCertificate(ctx: Context, chance: Chance, helpers: readonly Told[], { at, by, spared }: { at: number; by: Actor; spared: ReadonlyMap<string, Standing> }): Promise<void> {
  const star = starOf(helpers, ctx.now);
  const told = helpers.find((each) => each !== star && each.plan.programmes.length > 1 && each.plan.joinedAt < at - 30 * day && !spared.has(each.helperId));
  const programmeCode = told?.plan.programmes[1];
  if (!told || !programmeCode) return;
  const { certificate } = ctx.db.t;
  const [row] = await ctx.db.select({ id: certificate.id }).from(certificate).where(and(eq(certificate.helperId, told.helperId), eq(certificate.programmeCode, programmeCode), isNull(certificate.endedAt)));
  if (row) must(await endCertificate(as(ctx, chance, at, by), { certificateId: row.id, reason: reasons.certificate }));
}

/** Some who are past probation let themselves be booked at once; the star is asked first, so that the demo's requests can be tried. */
export async function tellInstant(ctx: Context, chance: Chance, helpers: readonly Told[], standings: ReadonlyMap<string, Standing>, now: number): Promise<void> {
  const star = starOf(helpers, now);
  const { helper } = ctx.db.t;
  const closed = new Map((await ctx.db.select({ id: helper.id, visits: helper.visitsClosed }).from(helper)).map(({ id, visits }) => [id, visits]));
  for (const told of helpers) {
    const { helperId, personId, plan } = told;
    const drawn = chance.odds(0.35);
    if (!drawn || told === star || standings.has(helperId) || (closed.get(helperId) ?? 0) < ctx.settings.policy.probationVisits) continue;
    const at = now - chance.whole(2, 10) * hour;
    const offers = plan.offers.filter(() => chance.odds(0.7));
    for (const { serviceTypeId, priceMinor, words } of offers) must(await saveListing(as(ctx, chance, at, person(personId, helperId)), helperId, { serviceTypeId, priceMinor, words, instant: true, live: true }));
  }
}
