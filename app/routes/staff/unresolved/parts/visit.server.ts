import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { checksOf, unresolvedVisits } from "#app/domain/quality/quality.queries.server.ts";

/** One visit as an expert weighs it: both voices, the report, what was written; no address, no telephone. */
export async function visitToCheck(ctx: Context, page: BookingPage) {
  const { locale } = ctx;
  const { booking, service, report, outcome, review, measures } = page;
  const { content } = service;
  const waiting = await unresolvedVisits(ctx);
  const here = waiting.findIndex(({ id }) => id === booking.id);
  const next = waiting.filter(({ id }) => id !== booking.id).at(here < 0 ? 0 : here % Math.max(1, waiting.length - 1));
  const kinds = new Map((measures.length ? (await readCatalogue(ctx)).measureKinds : []).map(({ code, words }) => [code, words[locale]]));
  return {
    id: booking.id, reference: booking.reference, now: ctx.now, startsAt: booking.startsAt, locality: booking.locality,
    service: content.name[locale], helper: page.helper && { id: page.helper.id, name: page.helper.displayName },
    customerName: page.customerName, concern: booking.concern, intake: content.intake, answers: booking.intake, photos: page.photos,
    voices: { solved: outcome?.solved ?? null, right: outcome?.right ?? null, still: outcome?.still ?? null },
    review: review && { stars: review.stars, words: review.words }, privateWord: waiting[here]?.privateWord ?? "",
    report: report && {
      outcome: report.outcome, words: report.words, filedAt: report.filedAt,
      cause: report.rootCause ? (content.rootCauses.find(({ code }) => code === report.rootCause)?.words[locale] ?? report.rootCause) : null,
      checklist: content.checklist.map(({ code, words, measuredIn }) => {
        const row = report.checklist.find((each) => each.code === code);
        return { code, words: words[locale], done: row?.done ?? false, value: row?.value ? `${row.value}${measuredIn ? ` ${measuredIn}` : ""}` : null };
      }),
      measures: measures.map(({ code, count, before, after, evidence }) => ({ words: kinds.get(code) ?? code, count, before, after, evidence })),
    },
    messages: page.messages,
    checks: (await checksOf(ctx, booking.id)).map(({ id, verdict, words, at }) => ({ id, verdict, words, at })),
    left: waiting.length,
    nextId: next?.id ?? null,
  };
}
export type VisitToCheck = Awaited<ReturnType<typeof visitToCheck>>;
