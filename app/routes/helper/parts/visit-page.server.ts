import { signsOffAt } from "#app/domain/booking/booking.policy.ts";
import { isAtMost, workedShown } from "#app/domain/booking/hourly.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { extraLines } from "#app/domain/payment/payment.ts";
import { waivableMinor } from "#app/domain/payment/waive.commands.server.ts";
import { rescueStanding } from "#app/domain/rescue/rescue.queries.server.ts";
import { isKept } from "#app/domain/rescue/rescue.ts";
import { translator } from "#app/texts/registry.ts";
import { seriesTold } from "#app/routes/shared/series/panel.server.ts";
import { chainTold } from "#app/routes/shared/rescue/chain.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { arrivalChoices } from "#app/domain/visit/visit.ts";
import { sameDay } from "./same-day.server.ts";

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
    worked: workedShown(booking),
    atMost: isAtMost(booking),
    // Who pays the compensation, the customer or the company in their place, is not the helper's business.
    compensationMinor: booking.compensationMinor || (page.waivedMinor ?? 0),
    cancelledBy: booking.cancelledBy,
    payoutAfterDays: booking.policy.payoutAfterDays,
    signsOffAt: signsOffAt(booking),
    series: seriesTold(ctx, page.series),
    cancelReason: booking.cancelReason,
    // Each extra with the helper's own part of it: the price of the visit above is their part as well.
    door: { ...page.visit, extras: page.visit.extras.map((extra) => ({ ...extra, netMinor: extraLines(extra.amountMinor, extra.kind, booking.policy).netMinor })) },
    arrivalChoices,
    redo: booking.follows === "redo",
    waivableMinor: await waivableMinor(ctx, booking),
    rescue: await rescued(ctx, booking.id),
    moves: { setOff: moves.setOff, arrive: moves.arrive, start: moves.start, finish: moves.finish, report: moves.report, cancel: moves.cancel, cannotCome: moves.cannotCome },
    tight: await tightBeside(ctx, page),
    mayWrite: booking.blurredAt === null && booking.state !== "declined" && booking.state !== "lapsed",
  };
}

/** Other visits of the day that leave too little time for the way, while this one lies ahead; on nobody's screen but the helper's. */
async function tightBeside(ctx: Context, { booking }: BookingPage) {
  if (!booking.helperId || (booking.state !== "accepted" && booking.state !== "underway")) return [];
  return (await sameDay(ctx, booking.helperId, booking)).filter(({ isTight, isOver }) => isTight && !isOver);
}

/** Whether this visit is being made good, in the customer's words, and the whole story; a helper opens their own visits only. */
async function rescued(ctx: Context, id: string) {
  const standing = await rescueStanding(ctx, id);
  const { rescue = null, chain = [] } = standing ?? {};
  const isOpen = rescue?.state === "open" || rescue?.state === "booked";
  return {
    open: isOpen && rescue && isKept(rescue.reason) ? { words: rescue.words } : null,
    chain: chainTold(ctx, chain.map(({ seen, ...link }) => ({ ...link, href: seen ? `/${ctx.locale}/helper/visits/${link.id}` : null })), { state: (state) => (state === "reported" ? translator(ctx.locale)("rescue.chain.reported") : null) }),
  };
}

/** What was just done, as the address carries it, in words. */
export function savedWords(ctx: Context, { customerName }: BookingPage, done: string | null): string | null {
  const t = translator(ctx.locale);
  const said: Record<string, () => string> = {
    accepted: () => t("visit.accepted.flash"), reported: () => t("visit.report.sent"), written: () => t("visit.messages.sent"), confirmed: () => t("visit.confirm.done"),
    arrival: () => t("visit.way.changed", { who: customerName }), code: () => t("visit.check.right"), over: () => t("visit.waiting.over"), waived: () => t("rescue.waive.done", { name: customerName }),
  };
  return (done && said[done]?.()) || null;
}

export type VisitPage = Awaited<ReturnType<typeof visitPage>>;
