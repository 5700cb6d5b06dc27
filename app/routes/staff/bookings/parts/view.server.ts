import { payableOf } from "#app/domain/booking/booking.ts";
import { isAtMost } from "#app/domain/booking/hourly.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { mayBookForCallers, maySeeMoney, maySeePeople } from "#app/domain/booking/staff.policy.ts";
import { storyOf } from "#app/domain/booking/staff.queries.server.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { mayReadJournal } from "#app/domain/journal/journal.policy.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { postingsOf } from "#app/domain/ledger/ledger.queries.server.ts";
import { authorOf } from "#app/domain/messaging/messaging.policy.ts";
import { groupOf } from "#app/domain/payment/group.server.ts";
import { payoutsOf, paymentStory, refundableExtras, refundableOf } from "#app/domain/payment/payment.queries.server.ts";
import { checksOf } from "#app/domain/quality/quality.queries.server.ts";
import { mayWorkOnQuality } from "#app/domain/quality/quality.policy.ts";
import { creditOn } from "#app/domain/rescue/credit.queries.server.ts";
import { rescueStanding } from "#app/domain/rescue/rescue.queries.server.ts";
import { reviewOf } from "#app/domain/review/review.queries.server.ts";
import { watchersOf } from "#app/domain/together/watchers.queries.server.ts";
import { whyNotWait } from "#app/domain/visit/visit.policy.ts";
import { answersOf } from "#app/routes/shared/booking/intake.tsx";
import { chainTold } from "#app/routes/shared/rescue/chain.server.ts";
import { seriesTold } from "#app/routes/shared/series/panel.server.ts";
import { translator } from "#app/texts/registry.ts";
import { toldStory } from "./story-words.server.ts";

/** A booking's whole page for staff, cut to what the reader's role may know. */
export async function staffView(ctx: Context, page: BookingPage) {
  const { booking, service, helper, moves } = page;
  const t = translator(ctx.locale);
  const { id } = booking;
  const story = (await storyOf(ctx, id)) ?? [];
  const agreed = story.find(({ name }) => name === "booking.callerAgreed");
  return {
    now: ctx.now,
    booking: {
      id, reference: booking.reference, state: booking.state, provider: booking.provider, startsAt: booking.startsAt, endsAt: booking.endsAt, priceMinor: booking.priceMinor, atMost: isAtMost(booking), hourlyMinor: booking.hourlyMinor, capMinutes: booking.capMinutes, workedMinutes: booking.workedMinutes, payableMinor: booking.payableMinor === null ? null : payableOf(booking), netMinor: page.netMinor,
      contract: booking.contract, locale: booking.locale, instant: booking.instant, createdAt: booking.createdAt, byStaff: booking.bookedByStaffId !== null, replaces: booking.replacesBookingId,
      place: `${booking.postcode} ${booking.locality}`, version: booking.serviceTypeVersion, concern: booking.concern, blurredAt: booking.blurredAt,
    },
    service: service.content.name[ctx.locale],
    who: helper?.displayName ?? (page.ladder?.shared ? t("dispatch.who") : null) ?? t("booking.professional", { brand: ctx.settings.brand.name }),
    helper: helper && { id: helper.id, certificates: helper.certificates.map(({ number, validUntil }) => ({ number, validUntil })) },
    customer: booking.contact?.name ?? "",
    people: maySeePeople(ctx.actor) ? { contact: booking.contact, visited: booking.visited, street: booking.street, place: `${booking.postcode} ${booking.locality}`, helperTelephone: page.helperTelephone } : null,
    watchers: maySeePeople(ctx.actor) ? ((await watchersOf(ctx, id)) ?? []).map((one) => ({ id: one.id, name: one.name, email: one.email, right: one.right })) : [],
    /** Who read the booking out to a caller, and when they agreed. */
    agreed: agreed ? { at: agreed.at, by: agreed.actorName ?? "" } : null,
    answers: answersOf(service.content.intake, booking.intake, ctx.locale, t),
    photos: page.photos,
    series: seriesTold(ctx, page.series),
    messages: page.messages,
    mayWrite: authorOf(ctx.actor, booking) === "staff",
    isClosed: booking.requestedAt === null || booking.blurredAt !== null,
    dues: page.dues,
    around: booking.acceptedAt === null ? null : { ...page.visit, hasHelper: booking.provider === "helper" },
    report: await reportWords(ctx, page),
    outcome: page.outcome,
    review: await reviewWords(ctx, page),
    checks: mayWorkOnQuality(ctx.actor) ? (await checksOf(ctx, id)).map(({ verdict, words, at }) => ({ verdict, words, at })) : null,
    money: maySeeMoney(ctx.actor) ? await moneyOf(ctx, id) : null,
    story: toldStory(ctx, story),
    rescue: await rescued(ctx, id),
    mayReadJournal: mayReadJournal(ctx.actor),
    /** A customer on the telephone waits for somebody who does not come, or is waited for. */
    mayWait: mayBookForCallers(ctx.actor) && (page.visit.absence?.state === "waiting" || whyNotWait(booking, ctx.actor, ctx.now, "customer") === null),
    may: { cancel: moves.cancel === null, giveUp: moves.cancel !== null && moves.giveUp === null },
  };
}
export type StaffView = Awaited<ReturnType<typeof staffView>>;

/** Whether the visit may be put right, and its whole story with links. */
export async function rescued(ctx: Context, id: string) {
  const t = translator(ctx.locale);
  const standing = await rescueStanding(ctx, id);
  const goesOn = standing?.rescue?.state === "open" && maySeePeople(ctx.actor);
  return { title: t("rescue.chain.title"), mayOpen: standing !== null && (standing.mayOpen === null || goesOn), chain: chainTold(ctx, (standing?.chain ?? []).map(({ seen: _seen, ...link }) => ({ ...link, href: `/${ctx.locale}/staff/bookings/${link.id}` })), { professional: t("staffBookings.professional"), state: (state) => t(`staffBookings.state.${state}`) }) };
}

async function reportWords(ctx: Context, { report, measures, service }: BookingPage) {
  if (!report) return null;
  const { checklist, rootCauses } = service.content;
  const kinds = new Map((await readCatalogue(ctx)).measureKinds.map(({ code, words }) => [code, words[ctx.locale]]));
  const items = new Map(checklist.map((item) => [item.code, item]));
  return {
    outcome: report.outcome, words: report.words, filedAt: report.filedAt,
    cause: report.rootCause && (rootCauses.find(({ code }) => code === report.rootCause)?.words[ctx.locale] ?? report.rootCause),
    checklist: report.checklist.map(({ code, done, value }) => ({ words: items.get(code)?.words[ctx.locale] ?? code, done, value: value ? `${value} ${items.get(code)?.measuredIn ?? ""}`.trim() : "" })),
    measures: measures.map(({ code, ...rest }) => ({ code, words: kinds.get(code) ?? code, ...rest })),
  };
}

/** The review with the word that only the company reads. */
async function reviewWords(ctx: Context, { booking }: BookingPage) {
  const review = await reviewOf(ctx, booking.id);
  return review && { stars: review.stars, words: review.words, privateWord: review.privateWord, publishedAt: review.publishedAt };
}

async function moneyOf(ctx: Context, bookingId: string) {
  const payments = await paymentStory(ctx, bookingId);
  const newest = payments.findLast(({ purpose }) => purpose === "visit");
  const { moneyMinor, creditMinor } = await refundableOf(ctx, bookingId);
  return {
    payments: payments.map(({ id, purpose, state, mode, method, amountMinor, capturedMinor, refundedMinor, createdAt, operations }) => ({
      id, purpose, state, mode, method, amountMinor, capturedMinor, refundedMinor, createdAt,
      operations: operations.map((one) => ({ id: one.id, kind: one.kind, state: one.state, createdAt: one.createdAt, amountMinor: typeof one.params.amountMinor === "number" ? one.params.amountMinor : null })),
    })),
    payouts: (await payoutsOf(ctx, bookingId)).map(({ id, state, netMinor, dueAt, holdReason }) => ({ id, state, netMinor, dueAt, holdReason })),
    postings: (await postingsOf(ctx, bookingId)).map(({ id, debit, credit, amountMinor, at }) => ({ id, debit, credit, amountMinor, at })),
    paidWith: newest?.withPaymentId ? ((await groupOf(ctx, newest))[0]?.bookingId ?? null) : null,
    refundableMinor: moneyMinor + creditMinor + (await refundableExtras(ctx, bookingId)).reduce((sum, { mostMinor }) => sum + mostMinor, 0),
    credit: await creditOn(ctx, bookingId),
  };
}
export type MoneyView = Awaited<ReturnType<typeof moneyOf>>;

/** What there is to say on the telephone where no number of the helper is known. */
export const unreachableWords = (ctx: Context, who: string): string => translator(ctx.locale)("staffBookings.told.noTelephone", { who });
