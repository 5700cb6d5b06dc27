import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { minute } from "#app/domain/kernel/time.ts";
import { cancellationShown } from "#app/routes/shared/booking/cancellation.server.ts";
import { seriesEnd } from "#app/domain/series/together.commands.server.ts";
import { factsOf } from "#app/routes/shared/booking/facts.ts";
import { answersOf } from "#app/routes/shared/booking/intake.tsx";
import { sideOf } from "#app/domain/booking/booking.ts";
import { absentCreditOf } from "#app/domain/rescue/credit.queries.server.ts";
import { absenceReasons } from "#app/domain/visit/visit.ts";
import { isFavourite } from "#app/domain/together/favourites.queries.server.ts";
import { managesWatchers } from "#app/domain/together/watchers.policy.ts";
import { activeWatchers } from "#app/domain/together/watchers.queries.server.ts";
import { seriesTold } from "#app/routes/shared/series/panel.server.ts";
import { forwardOf } from "./forward.server.ts";
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

const over = ["finished", "reported", "signed_off", "closed"];

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
    credit: page.credit,
    /** An apology on the customer's account for a helper who did not come. */
    absentCreditMinor: booking.cancelReason === absenceReasons.helper && page.part !== "watcher" ? await absentCreditOf(ctx, booking.id) : 0,
    payment: page.payment && { ...page.payment, checkoutUrl: null },
    terms: page.terms,
    rule: cancellationShown(booking, ctx.now),
    mayCancel: moves.cancel === null,
    series: seriesTold(ctx, page.series),
    mayCancelAll: page.series !== null && ((await seriesEnd(ctx, booking.id))?.visits.length ?? 0) > 1,
    /** Other times wait for an answer. */
    hasTimes: page.dues.some(({ what }) => what === "proposal-lapses"),
    /** The reader may look and does nothing. */
    reads: page.part === "watcher",
    /** Whose booking it is, where it is not the reader's own. */
    sharedBy: booking.watching ? (booking.contact?.name ?? "") : null,
    /** Who was let in, for whoever says so; null for everybody else. */
    watchers: managesWatchers(ctx.actor, booking) && booking.requestedAt !== null && booking.blurredAt === null ? (await activeWatchers(ctx, booking.id)).map(({ id, name, right }) => ({ id, name, right })) : null,
    /** After a visit: whom the customer may remember; null for the professional service, for staff and for whoever only watches. */
    remember: over.includes(booking.state) && helper && sideOf(page.part) === "customer" && page.part !== "watcher" ? { helperId: helper.id, service: service.code, isIn: await isFavourite(ctx, helper.id) } : null,
    mayForward: forwardOf(ctx, page) !== null,
    cancelledByName: page.cancelledByName,
    mayWrite: page.part !== "watcher" && booking.requestedAt !== null && !page.ladder?.shared && booking.state !== "declined" && booking.state !== "lapsed",
    signsOffAt: page.dues.find(({ what }) => what === "signs-off")?.at ?? null,
    stillAsked: booking.stillAskedAt !== null,
    visit: page.visit,
  };
}
export type LadderView = NonNullable<BookingPage["ladder"]>;
export type View = Awaited<ReturnType<typeof viewOf>>;
