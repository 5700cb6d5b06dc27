import { eq } from "drizzle-orm";
import { calendarKinds, kindsOf, type MailKind, type MailKindName, mailKinds } from "#app/emails/catalogue.ts";
import { mailCalendar } from "#app/emails/mail-calendar.ts";
import { renderMail } from "#app/emails/render.ts";
import type { MailFacts } from "#app/emails/words.ts";
import "#app/texts/all.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import type { MailAsk } from "#app/domain/notification/letter.ts";
import { askedOf, doneByName, mailBooking, mailReader, messageWords, programmeName, watchedBy, wentOut } from "#app/domain/notification/mail.queries.server.ts";
import { isStillAsked } from "#app/domain/dispatch/asks.server.ts";
import { openProposal } from "#app/domain/reschedule/proposal.server.ts";
import { extraWords } from "#app/domain/visit/visit.queries.server.ts";
import type { App } from "#app/http/app.server.ts";
import type { Job } from "./job.ts";

/**
 * Writes a mail into the outbox and, where there is a server, sends it. Its row has the job's id: a job that
 * runs again finds what it wrote, and the same Message-ID tells a mail server that it has seen the mail.
 */
export async function sendMail(app: App, ctx: Context, ask: MailAsk, job: Job): Promise<void> {
  const [name, ...others] = kindsOf(ask.kind);
  if (!name) throw new Error(`No mail is called "${ask.kind}"`);
  if (name !== ask.kind) {
    for (const kind of [name, ...others]) await later(ctx, "mail", { ...ask, kind }, { key: `mail:${job.id}:${kind}` });
    return;
  }
  const facts = await factsOf(ctx, name, ask);
  if (!facts) return;
  const { mail } = ctx.db.t;
  const [known] = await ctx.db.select({ sentAt: mail.sentAt }).from(mail).where(eq(mail.id, job.id));
  if (known?.sentAt) return;
  const written = renderMail(name, facts);
  const secret = (mailKinds[name] as MailKind).secret === true;
  const kept = secret && app.mailer.sends ? renderMail(name, facts, "kept") : written;
  const { reader, booking } = facts;
  await ctx.db.insert(mail)
    .values({ id: job.id, kind: name, toAddress: reader.address, locale: reader.locale, ...kept, bookingId: booking?.id ?? null, personId: reader.personId, createdAt: ctx.now })
    .onConflictDoNothing();
  if (!app.mailer.sends) return;
  const { brand } = facts;
  const attachments = await hasFile(ctx, name, facts) ? mailCalendar(mailKinds[name], facts) : [];
  await app.mailer.send({
    id: job.id, threadId: booking?.id ?? null, topic: name, to: reader.address, ...written, attachments,
    from: { name: brand.name, address: bareAddress(app.config.mailFrom) || brand.supportEmail },
    replyTo: { name: brand.name, address: brand.supportEmail },
  });
  await ctx.db.update(mail).set({ sentAt: app.clock.business() }).where(eq(mail.id, job.id));
}

/** A visit that is asked of others or off is taken from the calendars that have it, and put into no other. */
async function hasFile(ctx: Context, name: MailKindName, { booking, reader }: MailFacts): Promise<boolean> {
  const { calendar }: MailKind = mailKinds[name];
  return calendar === true || (calendar !== undefined && booking !== null && wentOut(ctx, booking, reader.address, calendarKinds));
}

/** MAIL_FROM may be written with a name; the name that readers see is always the company's. */
const bareAddress = (from: string): string => (/<([^<>]+)>/.exec(from)?.[1] ?? from).trim();

/** Is what a mail asks of a helper still to be answered by them? */
async function isStillOpen(ctx: Context, { asks }: MailKind, { bookingId, personId, data = {} }: MailAsk): Promise<boolean> {
  if (!bookingId || !asks || asks === "series") return true;
  if (asks === "request") return !personId || isStillAsked(ctx, bookingId, personId);
  const open = await openProposal(ctx, bookingId);
  return open !== null && open.answerBy === data.until;
}

/** What the mail says, or null where it has nobody to reach or would be wrong by now. */
async function factsOf(ctx: Context, name: MailKindName, ask: MailAsk): Promise<MailFacts | null> {
  const kind: MailKind = mailKinds[name];
  const asked = ask.data ?? {};
  const doneBy = asked.doneBy ? await doneByName(ctx, String(asked.doneBy)) : null;
  const data = doneBy ? { ...asked, doneByName: doneBy } : asked;
  const bookingId = kind.asks === "series" && ask.bookingId ? await askedOf(ctx, ask.bookingId) : ask.bookingId;
  const booking = bookingId ? await mailBooking(ctx, bookingId) : null;
  if (bookingId && !booking) return null;
  if (booking && kind.onlyWhile && !kind.onlyWhile.includes(booking.state)) return null;
  if (booking && kind.onlyBefore && ctx.now >= booking.startsAt) return null;
  const reader = await mailReader(ctx, kind.to, ask);
  if (!reader || !(await isStillOpen(ctx, kind, ask))) return null;
  const about = booking?.series && reader.part === "watcher" ? { ...booking, series: await watchedBy(ctx, reader.address, booking.series) } : booking;
  const words = booking && data.messageId ? await messageWords(ctx, booking.id, String(data.messageId), reader.part) : booking && data.extraId ? await extraWords(ctx, booking.id, String(data.extraId)) : null;
  // Written to whoever came before: the next helper reads what is written to them.
  if (data.messageId && reader.part === "helper" && words === null) return null;
  return {
    brand: ctx.settings.brand, origin: ctx.origin, now: ctx.now, reader, booking: about, data,
    programme: data.programme ? await programmeName(ctx, String(data.programme)) : null,
    words,
  };
}
