import { calendarHours } from "#app/domain/availability/availability.queries.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { certificatesOf } from "#app/domain/certification/certification.queries.server.ts";
import { openProposal } from "#app/domain/certification/ending.queries.server.ts";
import { mayInvite, maySuspend, whyNotChange } from "#app/domain/helper/helper.policy.ts";
import { type HelperRow, helperById, missingFor } from "#app/domain/helper/helper.queries.server.ts";
import { servingStates } from "#app/domain/helper/helper.ts";
import { contactOfHelper, storyOfHelper } from "#app/domain/helper/staff.queries.server.ts";
import { hasRole } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { listingsOf } from "#app/domain/listing/listing.queries.server.ts";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import { helperFigures, publicFigures } from "#app/domain/quality/quality.queries.server.ts";
import { measures, type Measure, stateAfter } from "./measures.ts";

/** Everything staff may know of one helper, in the reader's language; null for an unknown id. */
export async function helperPage(ctx: Context, id: string) {
  const row = await helperById(ctx, id);
  if (!row) return null;
  const { locale } = ctx;
  const figures = await helperFigures(ctx, id);
  const { solved: usual } = await publicFigures(ctx);
  const maySeeMoney = hasRole(ctx.actor, "finance", "support");
  return {
    id: row.id,
    person: await personOf(ctx, row),
    missing: await missingFor(ctx, row),
    certificates: (await certificatesOf(ctx, id)).map(({ certificate: { id: certificateId, number, issuedAt, validUntil, endedAt, endReason }, programme }) => ({ id: certificateId, number, programme: programme.name[locale], issuedAt, validUntil, endedAt, endReason, isValid: endedAt === null && validUntil > ctx.now })),
    listings: (await listingsOf(ctx, id)).map(({ listing, type }) => ({ id: listing.id, service: type.content.name[locale], priceMinor: listing.priceMinor, corridor: type.content.price, state: listing.state, instant: listing.instant })),
    hours: await hoursOf(ctx, id),
    figures: figures && {
      whole: figures.whole, answerMinutes: figures.answerMinutes, usual: usual.n > figures.whole.solved.n ? usual.share : null,
      services: figures.services.map(({ service, figures: own }) => ({ name: service.content.name[locale], solved: own.solved })).filter(({ solved }) => solved.n > 0),
    },
    payouts: maySeeMoney ? await payoutsOf(ctx, id, row) : null,
    story: await storyInWords(ctx, id),
    measures: measuresFor(ctx, row),
    proposal: await openProposal(ctx, row.id),
    mayCertify: mayInvite(ctx.actor) && row.state !== "ended",
    maySeeBookings: hasRole(ctx.actor, "support", "quality", "finance"),
    isPublic: servingStates.includes(row.state) && row.pausedAt === null,
  };
}
export type HelperPage = NonNullable<Awaited<ReturnType<typeof helperPage>>>;

/** What happened, with services by their names instead of their codes. */
async function storyInWords(ctx: Context, id: string) {
  const names = new Map((await readCatalogue(ctx)).serviceTypes.map(({ code, content }) => [code, content.name[ctx.locale]]));
  return (await storyOfHelper(ctx, id)).map((event) => (typeof event.facts.serviceType === "string" ? { ...event, facts: { ...event.facts, serviceType: names.get(event.facts.serviceType) ?? event.facts.serviceType } } : event));
}

/** The measures that this actor may take in this state. */
export const measuresFor = ({ actor }: Pick<Context, "actor">, row: Pick<HelperRow, "state">): Measure[] => (maySuspend(actor) ? measures.filter((measure) => whyNotChange(stateAfter[measure], row.state) === null) : []);

async function personOf(ctx: Context, row: HelperRow) {
  const { givenName, familyName, displayName, photoFileId, state, stateSince, stateReason, endsAt, pausedAt, street, postcode, locality, canton, radiusKm, languages, biography, createdAt } = row;
  return {
    name: `${givenName} ${familyName}`, searchName: familyName, displayName, photoFileId, state, stateSince, reason: stateReason, endsAt: state === "notice" ? endsAt : null, pausedAt, radiusKm, languages, biography, createdAt,
    address: postcode ? `${street ?? ""}, ${postcode} ${locality ?? ""}${canton ? ` (${canton})` : ""}`.replace(/^, /, "") : null,
    contact: await contactOfHelper(ctx, row.personId),
  };
}

async function hoursOf(ctx: Context, id: string) {
  const { weekly, exceptions } = await calendarHours(ctx, id);
  const today = dateAt(ctx.settings.zone, ctx.now);
  return { weekly: weekly.map(({ weekday, fromMinute, untilMinute }) => ({ weekday, fromMinute, untilMinute })), exceptions: exceptions.filter(({ date }) => date >= today).length };
}

async function payoutsOf(ctx: Context, id: string, row: HelperRow) {
  const { rows, sentMinor, openMinor } = await earnings(ctx, id);
  return { sentMinor, openMinor, held: rows.filter(({ state }) => state === "held").length, activeAt: row.payoutActiveAt };
}
