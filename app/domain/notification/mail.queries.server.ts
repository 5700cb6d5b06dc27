import { isAtMost } from "../booking/hourly.ts";
import { and, desc, eq, gt, inArray, isNull, like } from "drizzle-orm";
import { endedStates, payableOf } from "../booking/booking.ts";
import { cancellationTerms } from "../booking/booking.policy.ts";
import { accessKey } from "../booking/key.server.ts";
import type { Context } from "../kernel/context.ts";
import { share } from "../kernel/money.ts";
import { watcherKey } from "../together/key.server.ts";
import { defaultLocale, isLocale, type Locale, type Words } from "../kernel/words.ts";
import { membersOf } from "../series/members.server.ts";
import type { Booking } from "../booking/booking.ts";
import { visitCodes } from "../visit/code.server.ts";
import { showsCodes } from "../visit/visit.policy.ts";
import { extrasDueMinor } from "../visit/visit.queries.server.ts";
import type { MailAsk, MailBooking, MailVisit, Reader, ReaderPart } from "./letter.ts";

/** A booking as mails tell it, or null when there is none. */
export async function mailBooking(ctx: Context, bookingId: string): Promise<MailBooking | null> {
  const { booking, serviceType, serviceTypeVersion, helper } = ctx.db.t;
  const [row] = await ctx.db
    .select({ booking, content: serviceType.content, booked: serviceTypeVersion.content, helperName: helper.displayName, helperPhotoId: helper.photoFileId })
    .from(booking)
    .innerJoin(serviceType, eq(serviceType.id, booking.serviceTypeId))
    .leftJoin(serviceTypeVersion, and(eq(serviceTypeVersion.serviceTypeId, booking.serviceTypeId), eq(serviceTypeVersion.version, booking.serviceTypeVersion)))
    .leftJoin(helper, eq(helper.id, booking.helperId))
    .where(eq(booking.id, bookingId));
  if (!row) return null;
  const b = row.booking;
  const open = isOpen(b);
  const name = b.visited?.name || b.contact?.name || "";
  return {
    id: b.id, reference: b.reference, state: b.state, stateSince: b.stateSince, sequence: b.sequence, service: (row.booked ?? row.content).name,
    startsAt: b.startsAt, endsAt: b.endsAt, priceMinor: b.priceMinor, payableMinor: payableOf(b), atMost: isAtMost(b), follows: b.follows, netMinor: netOf(b), compensationMinor: b.compensationMinor,
    policy: b.policy, professional: b.provider === "professional", helperName: row.helperName, helperPhotoId: row.helperPhotoId, helperCertificates: await certificatesOf(ctx, b.helperId), bookedBy: b.contact?.name ?? "",
    customerName: open ? name : (name.split(" ")[0] ?? ""),
    postcode: b.postcode, locality: b.locality, street: open ? b.street : null, telephone: open ? (b.visited?.telephone || b.contact?.mobile || null) : null,
    concern: b.concern, answerBy: b.answerBy, acceptedAt: b.acceptedAt, reportedAt: b.reportedAt, freeUntil: cancellationTerms(b, "customer", ctx.now).freeUntil, cancelledBy: b.cancelledBy,
    series: b.seriesId === null ? null : (await membersOf(ctx, b.seriesId)).filter(({ state }) => state !== "abandoned").map((one) => visitOf(one, b)),
    extrasDueMinor: await extrasDueMinor(ctx, b.id), codes: showsCodes(b) ? visitCodes(ctx, b) : null,
    accessKey: accessKey(ctx, b.id),
  };
}

/** A declined or cancelled booking has no visit any more that would need the door. */
const isOpen = ({ acceptedAt, state }: Pick<Booking, "acceptedAt" | "state">): boolean => acceptedAt !== null && (state === "closed" || !endedStates.includes(state));
const netOf = ({ priceMinor, policy }: Pick<Booking, "priceMinor" | "policy">): number => priceMinor - share(priceMinor, policy.commissionBp);

function visitOf(one: Booking, { helperId }: Pick<Booking, "helperId">): MailVisit {
  const { id, reference, state, stateSince, sequence, acceptedAt, startsAt, endsAt, priceMinor, postcode, locality, street } = one;
  return { id, reference, state, stateSince, sequence, acceptedAt, startsAt, endsAt, priceMinor, netMinor: netOf(one), postcode, locality, street: isOpen(one) ? street : null, sameHelper: one.helperId === helperId };
}

async function certificatesOf(ctx: Context, helperId: string | null): Promise<Words[]> {
  if (!helperId) return [];
  const { certificate, programme } = ctx.db.t;
  const rows = await ctx.db.select({ content: programme.content }).from(certificate).innerJoin(programme, eq(programme.code, certificate.programmeCode)).where(and(eq(certificate.helperId, helperId), isNull(certificate.endedAt), gt(certificate.validUntil, ctx.now))).orderBy(certificate.issuedAt);
  return rows.map(({ content }) => content.name);
}

const localeOf = (value: unknown): Locale => (isLocale(value) ? value : defaultLocale);

async function personReader(ctx: Context, personId: string, part: ReaderPart): Promise<Reader | null> {
  const { person } = ctx.db.t;
  const [row] = await ctx.db.select().from(person).where(eq(person.id, personId));
  return row?.email ? { part, address: row.email, name: row.name, locale: localeOf(row.locale), personId: row.id } : null;
}

/** Who gets it: the booking's customer or helper, the person, or the address that was given; null when nobody can be reached. */
export async function mailReader(ctx: Context, part: ReaderPart, ask: MailAsk): Promise<Reader | null> {
  if (part === "watcher") return watcherReader(ctx, ask);
  const known = await knownReader(ctx, part, ask);
  if (!ask.email) return known;
  return { part, personId: null, name: String(ask.data?.name ?? ""), ...known, address: ask.email, locale: isLocale(ask.locale) ? ask.locale : (known?.locale ?? defaultLocale) };
}

/** Whoever was let in when the news was queued and still is, in their own language. */
async function watcherReader(ctx: Context, { bookingId = "", data = {} }: MailAsk): Promise<Reader | null> {
  const { watcher } = ctx.db.t;
  const [row] = await ctx.db.select().from(watcher).where(and(eq(watcher.id, String(data.watcherId ?? "")), eq(watcher.bookingId, bookingId), isNull(watcher.removedAt)));
  return row ? { part: "watcher", address: row.email, name: row.name, locale: localeOf(row.locale), personId: null, key: watcherKey(ctx, row) } : null;
}

/** The visit by which a mail asks for a series: the one it was written about, or the first that still waits for an answer. */
export async function askedOf(ctx: Context, bookingId: string): Promise<string> {
  const { booking } = ctx.db.t;
  const [own] = await ctx.db.select({ seriesId: booking.seriesId, state: booking.state }).from(booking).where(eq(booking.id, bookingId));
  if (!own?.seriesId || own.state === "requested") return bookingId;
  return (await membersOf(ctx, own.seriesId)).find(({ state }) => state === "requested")?.id ?? bookingId;
}

/** The visits of a series that an address watches too: a watcher's mail tells of no others. */
export async function watchedBy(ctx: Context, address: string, visits: readonly MailVisit[]): Promise<MailVisit[]> {
  const { watcher } = ctx.db.t;
  const rows = visits.length ? await ctx.db.select({ id: watcher.bookingId }).from(watcher).where(and(inArray(watcher.bookingId, visits.map(({ id }) => id)), eq(watcher.email, address), isNull(watcher.removedAt))) : [];
  return visits.filter((visit) => rows.some(({ id }) => id === visit.id));
}

/** Did one of these mails about the booking go to this address before? What stands of a series may have gone with the mail of another of its visits. */
export async function wentOut(ctx: Context, { id, acceptedAt, series }: Pick<MailBooking, "id" | "acceptedAt" | "series">, address: string, kinds: readonly string[]): Promise<boolean> {
  const { mail } = ctx.db.t;
  const ids = [id, ...(acceptedAt === null ? [] : (series ?? []).map((visit) => visit.id))];
  return (await ctx.db.$count(mail, and(inArray(mail.bookingId, ids), eq(mail.toAddress, address), inArray(mail.kind, [...kinds])))) > 0;
}

/** The name of the watcher who did what the mail tells; null when it was one of the two sides. */
export async function doneByName(ctx: Context, watcherId: string): Promise<string | null> {
  const { watcher } = ctx.db.t;
  const [row] = await ctx.db.select({ name: watcher.name }).from(watcher).where(eq(watcher.id, watcherId));
  return row?.name ?? null;
}

async function knownReader(ctx: Context, part: ReaderPart, ask: MailAsk): Promise<Reader | null> {
  const { booking, helper } = ctx.db.t;
  const [row] = ask.bookingId
    ? await ctx.db.select({ booking, helperPersonId: helper.personId }).from(booking).leftJoin(helper, eq(helper.id, booking.helperId)).where(eq(booking.id, ask.bookingId))
    : [];
  if (row && part === "customer" && row.booking.contact) {
    const { contact, customerId, locale } = row.booking;
    return { part, address: contact.email, name: contact.name, locale: localeOf(locale), personId: customerId };
  }
  // The professional service is answered by the company's own staff.
  if (row && part === "helper" && row.booking.provider === "professional") return { part: "staff", address: ctx.settings.brand.supportEmail, name: "", locale: defaultLocale, personId: null };
  const personId = ask.personId ?? (part === "helper" ? row?.helperPersonId : row?.booking.customerId);
  return personId ? personReader(ctx, personId, part) : null;
}

/** The words of a message, for the mail that announces it; null when it is not of this booking, or was written to a helper who does not come any more. */
export async function messageWords(ctx: Context, bookingId: string, messageId: string, to: ReaderPart): Promise<string | null> {
  const { message, booking } = ctx.db.t;
  const [row] = await ctx.db.select({ words: message.words, at: message.at, wave: booking.wave, acceptedAt: booking.acceptedAt }).from(message).innerJoin(booking, eq(booking.id, message.bookingId)).where(and(eq(message.id, messageId), eq(message.bookingId, bookingId)));
  const isBefore = row !== undefined && to === "helper" && row.wave > 0 && row.at < (row.acceptedAt ?? Number.POSITIVE_INFINITY);
  return row && !isBefore ? row.words : null;
}

export async function programmeName(ctx: Context, code: string): Promise<Words | null> {
  const { programme } = ctx.db.t;
  const [row] = await ctx.db.select({ content: programme.content }).from(programme).where(eq(programme.code, code));
  return row?.content.name ?? null;
}

export type MailRow = { id: string; kind: string; toAddress: string; locale: string; subject: string; bookingId: string | null; sentAt: number | null; createdAt: number };
const mailPageSize = 50;

/** One page of the outbox or archive, newest first; `search` is a beginning of an address. Ask the policy first. */
export async function mailPage(ctx: Context, { search, page }: { search?: string; page: number }): Promise<{ rows: MailRow[]; more: boolean }> {
  const { mail } = ctx.db.t;
  const found = await ctx.db
    .select({ id: mail.id, kind: mail.kind, toAddress: mail.toAddress, locale: mail.locale, subject: mail.subject, bookingId: mail.bookingId, sentAt: mail.sentAt, createdAt: mail.createdAt })
    .from(mail)
    .where(search ? like(mail.toAddress, `${search.toLowerCase().replace(/[%_\\]/g, "_")}%`) : undefined)
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(mailPageSize + 1)
    .offset((page - 1) * mailPageSize);
  return { rows: found.slice(0, mailPageSize), more: found.length > mailPageSize };
}

/** One mail with both its parts, or null. Ask the policy first. */
export async function oneMail(ctx: Context, id: string): Promise<(MailRow & { html: string; text: string }) | null> {
  const { mail } = ctx.db.t;
  const [row] = await ctx.db.select().from(mail).where(eq(mail.id, id));
  return row ?? null;
}
