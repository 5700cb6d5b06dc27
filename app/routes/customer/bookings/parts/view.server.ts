import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { day, minute } from "#app/domain/kernel/time.ts";
import { cancellationShown } from "#app/routes/shared/booking/cancellation.server.ts";
import { factsOf } from "#app/routes/shared/booking/facts.ts";
import { answersOf } from "#app/routes/shared/booking/intake.tsx";
import { translator } from "#app/texts/registry.ts";

/** Who comes, as screens call them. */
export const whoComes = (ctx: Context, { helper, ladder }: Pick<BookingPage, "helper" | "ladder">): string =>
  helper?.displayName ?? (ladder?.shared ? translator(ctx.locale)("dispatch.who") : translator(ctx.locale)("booking.professional", { brand: ctx.settings.brand.name }));

/** What every screen of one booking shows at its head. */
export function headOf(ctx: Context, page: BookingPage) {
  const t = translator(ctx.locale);
  const { booking, service } = page;
  return {
    locale: ctx.locale,
    now: ctx.now,
    pageTitle: `${service.content.name[ctx.locale]} · ${t("common.reference", { reference: booking.reference })}`,
    booking: factsOf(booking),
    who: whoComes(ctx, page),
    /** Several helpers are asked: nobody comes yet. */
    open: page.ladder?.shared ?? false,
    photo: page.helper?.photoFileId ? `/files/${page.helper.photoFileId}` : null,
    service: { name: service.content.name[ctx.locale], icon: service.content.icon, minutes: Math.round((booking.endsAt - booking.startsAt) / minute) },
    vatBp: booking.policy.vatBp,
  };
}
export type Head = ReturnType<typeof headOf>;

/** The booking page's own facts, in the reader's words. */
export async function viewOf(ctx: Context, page: BookingPage) {
  const t = translator(ctx.locale);
  const { booking, helper, moves, service } = page;
  const programmes = new Map((await readCatalogue(ctx)).programmes.map(({ code, name }) => [code, name[ctx.locale]]));
  return {
    helper: helper && {
      telephone: page.helperTelephone,
      visits: helper.visitsClosed,
      certificates: helper.certificates.map(({ number, programmeCode, validUntil }) => ({ number, name: programmes.get(programmeCode) ?? programmeCode, validUntil })),
    },
    ladder: page.ladder && ["requested", "accepted", "underway", "declined", "lapsed", "cancelled"].includes(booking.state) ? page.ladder : null,
    visited: booking.visited && booking.visited.name !== booking.contact?.name ? booking.visited : null,
    answers: answersOf(service.content.intake, booking.intake, ctx.locale, t),
    concern: booking.concern,
    photos: page.photos,
    messages: page.messages,
    report: page.report && { outcome: page.report.outcome, words: page.report.words },
    outcome: page.outcome,
    review: page.review && { stars: page.review.stars, words: page.review.words },
    payment: page.payment && { ...page.payment, checkoutUrl: null },
    terms: page.terms,
    rule: cancellationShown(booking, ctx.now),
    mayCancel: moves.cancel === null,
    /** Other times wait for an answer. */
    hasTimes: page.dues.some(({ what }) => what === "proposal-lapses"),
    mayWrite: booking.requestedAt !== null && !page.ladder?.shared && booking.state !== "declined" && booking.state !== "lapsed",
    signsOffAt: page.dues.find(({ what }) => what === "signs-off")?.at ?? null,
    redoUntil: booking.reportedAt === null ? null : booking.reportedAt + booking.policy.redoDays * day,
    stillAsked: booking.stillAskedAt !== null,
  };
}
export type LadderView = NonNullable<BookingPage["ladder"]>;
export type View = Awaited<ReturnType<typeof viewOf>>;
