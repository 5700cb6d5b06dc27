import { signsOffAt } from "#app/domain/booking/booking.policy.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { arrivalChoices } from "#app/domain/visit/visit.ts";

/** A visit as the helper's screen shows it: one language, no keys, nothing that the page does not say. */
export async function visitPage(ctx: Context, page: BookingPage) {
  const { booking, service, moves } = page;
  const { locale } = ctx;
  const { content } = service;
  const isEnergy = content.category === "energy";
  const kinds = isEnergy ? (await readCatalogue(ctx)).measureKinds : [];
  return {
    now: ctx.now,
    id: booking.id,
    reference: booking.reference,
    state: booking.state,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    startedAt: booking.startedAt,
    street: booking.street,
    postcode: booking.postcode,
    locality: booking.locality,
    visited: booking.visited,
    contact: booking.contact && { name: booking.contact.name, mobile: booking.contact.mobile },
    customerName: page.customerName,
    concern: booking.concern,
    answers: booking.intake,
    photos: page.photos,
    messages: page.messages,
    service: {
      name: content.name[locale],
      icon: content.icon,
      intake: content.intake,
      checklist: content.checklist.map(({ code, words, required, measuredIn }) => ({ code, words: words[locale], required, unit: measuredIn ?? null })),
      rootCauses: content.rootCauses.map(({ code, words }) => ({ code, words: words[locale] })),
      scopeOut: content.scopeOut.map((words) => words[locale]),
    },
    measureKinds: kinds.map(({ code, words, unit }) => ({ code, words: words[locale], unit })),
    netMinor: page.netMinor ?? 0,
    priceMinor: booking.priceMinor,
    // Who pays the compensation, the customer or the company in their place, is not the helper's business.
    compensationMinor: booking.compensationMinor || (page.waivedMinor ?? 0),
    cancelledBy: booking.cancelledBy,
    payoutAfterDays: booking.policy.payoutAfterDays,
    signsOffAt: signsOffAt(booking),
    cancelReason: booking.cancelReason,
    door: page.visit,
    arrivalChoices,
    moves: { setOff: moves.setOff, arrive: moves.arrive, start: moves.start, finish: moves.finish, report: moves.report, cancel: moves.cancel },
    mayWrite: booking.blurredAt === null && booking.state !== "declined" && booking.state !== "lapsed",
  };
}
export type VisitPage = Awaited<ReturnType<typeof visitPage>>;
