import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { picturesOf } from "../files/files.queries.server.ts";
import { ladderOf } from "../dispatch/dispatch.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { share } from "../kernel/money.ts";
import { conversation } from "../messaging/messaging.queries.server.ts";
import { openProposal } from "../reschedule/proposal.server.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { noCredit } from "../rescue/credit.ts";
import { reviewOf } from "../review/review.queries.server.ts";
import { dueFor } from "./booking.clock.ts";
import { type MoveRefusal, partOf, seesAddress, whyNot } from "./booking.policy.ts";
import { findBooking } from "./booking.queries.server.ts";
import { absenceReasons } from "../visit/visit.ts";
import { visitOf } from "../visit/visit.queries.server.ts";
import { type Booking, bookingMoves, type BookingMove, type Part, sideOf } from "./booking.ts";
import type { BookingPage, HelperShown, MessageShown } from "./booking.views.ts";
import { illnessStanding, waivedMinor } from "./illness.queries.server.ts";
import { accessKey } from "./key.server.ts";
import { contentOf, servicesById } from "./service.queries.server.ts";
import { termsOf } from "./terms.queries.server.ts";
import { seriesShown } from "../series/series.queries.server.ts";

/** Everything one booking's page shows, for the actor; null for a stranger. */
export async function bookingPage(ctx: Context, id: string): Promise<BookingPage | null> {
  const booking = await findBooking(ctx, id);
  const part = booking && partOf(ctx.actor, booking);
  if (!booking || !part) return null;
  const { report, measureTaken, outcome, payment } = ctx.db.t;
  const [filed] = await ctx.db.select().from(report).where(eq(report.bookingId, id));
  const measures = filed ? await ctx.db.select().from(measureTaken).where(eq(measureTaken.bookingId, id)).orderBy(asc(measureTaken.id)) : [];
  const [voices] = await ctx.db.select().from(outcome).where(eq(outcome.bookingId, id));
  const [paid] = await ctx.db.select().from(payment).where(and(eq(payment.bookingId, id), eq(payment.purpose, "visit"))).orderBy(desc(payment.createdAt), desc(payment.id)).limit(1);
  const review = await reviewOf(ctx, id);
  const known = (await servicesById(ctx)).get(booking.serviceTypeId);
  const isHelper = part === "helper";
  return {
    booking: cut(booking, part),
    part,
    service: { id: booking.serviceTypeId, code: known?.code ?? "", content: await contentOf(ctx, booking.serviceTypeId, booking.serviceTypeVersion) },
    ...(await helperOf(ctx, booking, part)),
    customerName: customerName(booking, part),
    photos: await picturesOf(ctx, id),
    // Who is visited hears of the visit, and nothing of what others write.
    messages: part === "visited" ? [] : await messagesFor(ctx, booking, part),
    report: filed ? { outcome: filed.outcome, checklist: filed.checklist, rootCause: filed.rootCause, words: filed.words, filedAt: filed.filedAt } : null,
    measures: measures.map(({ code, count, before, after, evidence }) => ({ code, count, before, after, evidence })),
    outcome: voices ? { solved: voices.solved, right: voices.right, still: voices.still, answeredAt: voices.answeredAt, stillAt: voices.stillAt } : null,
    // The helper reads a review when everybody does.
    review: review && (!isHelper || review.publishedAt !== null) ? { stars: review.stars, aspects: review.aspects, words: review.words, createdAt: review.createdAt, publishedAt: review.publishedAt } : null,
    payment: paid && (part === "customer" || part === "staff" || part === "system") ? { state: paid.state, mode: paid.mode, method: paid.method, amountMinor: paid.amountMinor, capturedMinor: paid.capturedMinor, refundedMinor: paid.refundedMinor, checkoutUrl: paid.state === "open" || paid.state === "failed" ? paid.checkoutUrl : null } : null,
    credit: part === "customer" || part === "staff" || part === "system" ? await creditOn(ctx, id) : noCredit,
    netMinor: sideOf(part) === "customer" || booking.provider === "professional" ? null : netMinor(booking),
    moves: Object.fromEntries((Object.keys(bookingMoves) as BookingMove[]).map((move) => [move, whyNot(move, booking, ctx.actor, ctx.now)])) as Record<BookingMove, MoveRefusal | null>,
    terms: part === "visited" ? { ...(await termsOf(ctx, booking, part)), alreadyMinor: 0, extrasMinor: 0, refundMinor: 0, wholeMinor: 0 } : await termsOf(ctx, booking, part),
    illness: await illnessStanding(ctx, booking),
    waivedMinor: await waivedMinor(ctx, booking),
    dues: dueFor(booking, { reviewAt: review && review.publishedAt === null ? review.createdAt : null, proposalBy: (await openProposal(ctx, id))?.answerBy ?? null }).filter(({ at }) => at > ctx.now),
    ladder: isHelper || part === "visited" ? null : await ladderOf(ctx, booking),
    cancelledByName: booking.state === "cancelled" && sideOf(part) !== "helper" ? await cancelledByName(ctx, booking) : null,
    series: booking.watching ? null : await seriesShown(ctx, booking, sideOf(part)),
    accessKey: isHelper || booking.watching ? null : accessKey(ctx, id),
    visit: await visitOf(ctx, booking, part),
  };
}

/** Whoever came for somebody else reads what was written since; the others see which helper wrote what. */
async function messagesFor(ctx: Context, booking: Booking, part: Part): Promise<MessageShown[]> {
  const all = await conversation(ctx, booking.id);
  if (booking.wave === 0) return all;
  if (part === "helper") return all.filter(({ at }) => at >= (booking.acceptedAt ?? Number.POSITIVE_INFINITY));
  const { message, helper } = ctx.db.t;
  const wrote = await ctx.db.select({ id: message.id, name: helper.displayName, helperId: helper.id }).from(message).innerJoin(helper, eq(helper.id, message.authorId)).where(eq(message.bookingId, booking.id));
  const by = new Map(wrote.filter(({ helperId }) => helperId !== booking.helperId).map(({ id, name }) => [id, name]));
  return all.map((each) => ({ ...each, by: by.get(each.id) }));
}

/** What a helper gets of a price. */
export const netMinor = ({ priceMinor, policy }: Pick<Booking, "priceMinor" | "policy">): number => priceMinor - share(priceMinor, policy.commissionBp);

/** A helper knows the first name until they have accepted. */
export function customerName(booking: Booking, part: Part): string {
  const name = booking.contact?.name.trim() ?? "";
  return part === "helper" && !seesAddress(booking, part) ? (name.split(/\s+/)[0] ?? "") : name;
}

/** The booking without what its reader may not know. */
function cut(booking: Booking, part: Part): Booking {
  const safe = { ...booking, accessKeyHash: "" };
  // Whoever watches knows whose booking it is; how to reach them is for its two sides.
  if (booking.watching) return { ...safe, contactEmail: null, contact: booking.contact && { ...booking.contact, email: "", mobile: "" }, visited: booking.visited && { name: booking.visited.name, telephone: part === "customer" ? booking.visited.telephone : "" }, ...(part === "visited" && { priceMinor: 0, payableMinor: null, hourlyMinor: null, concern: "", intake: {}, cancelReason: null }) };
  if (part !== "helper") return safe;
  const seen = seesAddress(booking, part);
  // Why a customer cancels is theirs: an illness most of all.
  const cancelReason = booking.cancelledBy === "customer" && booking.cancelReason !== absenceReasons.customer ? null : booking.cancelReason;
  const contact = seen && booking.contact ? { ...booking.contact, email: "" } : null;
  return { ...safe, contact, contactEmail: null, cancelReason, visited: seen && booking.visited ? { name: booking.visited.name, telephone: booking.visited.telephone } : null, street: seen ? booking.street : null };
}

/** The watcher who cancelled, as the journal knows; null when it was one of the two sides themselves. */
async function cancelledByName(ctx: Context, booking: Booking): Promise<string | null> {
  if (booking.cancelledBy !== "customer") return null;
  const { journalEntry, watcher } = ctx.db.t;
  const [entry] = await ctx.db.select({ facts: journalEntry.facts }).from(journalEntry).where(and(eq(journalEntry.subjectKind, "booking"), eq(journalEntry.subjectId, booking.id), eq(journalEntry.name, "booking.cancel"))).limit(1);
  const by = entry?.facts.watcherId;
  if (typeof by !== "string") return null;
  const [row] = await ctx.db.select({ name: watcher.name }).from(watcher).where(eq(watcher.id, by));
  return row?.name ?? null;
}

async function helperOf(ctx: Context, booking: Booking, part: Part): Promise<{ helper: HelperShown | null; helperTelephone: string | null }> {
  if (!booking.helperId) return { helper: null, helperTelephone: null };
  const { helper, person, certificate } = ctx.db.t;
  const [row] = await ctx.db.select({ helper, mobile: person.mobile }).from(helper).innerJoin(person, eq(person.id, helper.personId)).where(eq(helper.id, booking.helperId));
  if (!row) return { helper: null, helperTelephone: null };
  const { id, displayName, photoFileId, visitsClosed } = row.helper;
  const certificates = await ctx.db
    .select({ number: certificate.number, programmeCode: certificate.programmeCode, validUntil: certificate.validUntil })
    .from(certificate)
    .where(and(eq(certificate.helperId, id), isNull(certificate.endedAt), gt(certificate.validUntil, ctx.now)))
    .orderBy(asc(certificate.issuedAt));
  const reachable = part === "staff" || (booking.acceptedAt !== null && booking.blurredAt === null && booking.state !== "cancelled");
  return { helper: { id, displayName, photoFileId, visitsClosed, certificates }, helperTelephone: reachable && part !== "helper" ? row.mobile : null };
}
