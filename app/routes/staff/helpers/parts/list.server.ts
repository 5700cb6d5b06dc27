import { certificatesOf } from "#app/domain/certification/certification.queries.server.ts";
import { helperById, helperList, missingFor } from "#app/domain/helper/helper.queries.server.ts";
import type { HelperState } from "#app/domain/helper/helper.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { helperFigures } from "#app/domain/quality/quality.queries.server.ts";

export const helpersPerPage = 50;
export const helperStates: readonly HelperState[] = ["active", "suspended", "notice", "ended", "invited"];

/** One page of the list; a page behind the last shows the last. */
export async function helperRows(ctx: Context, ask: { search: string; state: HelperState | undefined; page: number }) {
  const read = (page: number) => helperList(ctx, { search: ask.search, ...(ask.state && { state: ask.state }), page, perPage: helpersPerPage });
  let found = await read(ask.page);
  const pages = Math.max(1, Math.ceil(found.total / helpersPerPage));
  const page = Math.min(ask.page, pages);
  if (page !== ask.page) found = await read(page);
  return {
    page, pages, total: found.total,
    rows: found.rows.map(({ id, displayName, givenName, familyName, state, pausedAt, postcode, locality, canton, certificates, listings, visitsClosed, createdAt }) => ({
      id, displayName, name: `${givenName} ${familyName}`, state, isPaused: pausedAt !== null, place: [postcode, locality, canton && `(${canton})`].filter(Boolean).join(" "), certificates, listings, visits: visitsClosed, since: createdAt,
    })),
  };
}
export type HelperListRow = Awaited<ReturnType<typeof helperRows>>["rows"][number];

/** What the panel beside the list says of one helper; null for an unknown id. */
export async function glanceAt(ctx: Context, id: string) {
  const row = id ? await helperById(ctx, id) : null;
  if (!row) return null;
  const figures = await helperFigures(ctx, id);
  return {
    id: row.id, name: `${row.givenName} ${row.familyName}`, displayName: row.displayName, photoFileId: row.photoFileId, state: row.state, isPaused: row.pausedAt !== null, stateSince: row.stateSince, reason: row.stateReason, endsAt: row.endsAt,
    missing: await missingFor(ctx, row),
    certificates: (await certificatesOf(ctx, id)).filter(({ certificate }) => certificate.endedAt === null && certificate.validUntil > ctx.now).map(({ certificate, programme }) => ({ number: certificate.number, programme: programme.name[ctx.locale], validUntil: certificate.validUntil })),
    figures: figures?.whole ?? null,
    answerMinutes: figures?.answerMinutes ?? null,
  };
}
export type Glance = NonNullable<Awaited<ReturnType<typeof glanceAt>>>;
