import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { system } from "#app/domain/kernel/actor.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { type JobPayloads, later } from "#app/domain/kernel/later.server.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { eraseMails } from "#app/domain/notification/mail.commands.server.ts";
import { kindsOf, type MailKind, type MailKindName, mailKinds } from "#app/emails/catalogue.ts";
import { mailCalendar } from "#app/emails/mail-calendar.ts";
import { renderMail } from "#app/emails/render.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import "#app/texts/all.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { bookingRows, someBooking, someFacts } from "../support/mail.ts";
import { world } from "../support/world.ts";

const kinds = Object.keys(mailKinds) as MailKindName[];

describe.each(locales)("every mail in %s", (locale) => {
  const stories = [someBooking(), someBooking({ cancelledBy: "helper", compensationMinor: 2250, freeUntil: 0 }), someBooking({ professional: true, helperName: null, acceptedAt: null, street: null, telephone: null })];
  const told: Record<string, string | number>[] = [{}, { author: "staff" }, { paidByCompanyMinor: 2250 }, { first: 1 }, { captured: 1 }, { right: "visited", doneByName: "Rosa Käser" }, { right: "act" }, { absent: "helper" }, { absent: "helper", told: 1 }];
  it.each(kinds)("%s says everything it promises and nothing strange", (name) => {
    for (const [booking, data] of stories.flatMap((each) => told.map((more) => [each, more] as const))) {
      const facts = someFacts(locale, mailKinds[name].to, { booking });
      Object.assign(facts.data, data);
      const { subject, html, text } = renderMail(name, facts);
      const visible = `${subject}\n${text}\n${html.replace(/<style>.*<\/style>/s, "")}`;
      expect(visible).not.toMatch(/[{}]|\bundefined\b|\bnull\b|NaN|mail\.\w|\bfoot\.|no-?reply/);
      expect(subject + text.replaceAll(facts.booking?.concern ?? "", "")).not.toMatch(/[ß!]/);
      expect(subject.length).toBeLessThan(110);
      expect(text).toContain(facts.brand.telephone);
      expect(text).toContain(facts.brand.hours[locale]);
      expect(text).toContain("Anna Müller");
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).toContain("Nordlicht &amp; Co");
      expect(html).toContain('name="color-scheme"');
      expect(html).not.toMatch(/<im Schlafzimmer>|<script|https?:\/\/(?!quartier\.example)/);
      const [href] = text.match(/https:\/\/\S+/) ?? [];
      expect(href).toMatch(/^https:\/\/quartier\.example\/\w\w/);
      expect(html).toContain(`href="${href?.replaceAll("&", "&amp;")}"`);
    }
  });
});

describe("What mails may tell", () => {
  it("shows the exact address only once the visit is accepted", () => {
    for (const name of kinds) {
      const { html, text } = renderMail(name, someFacts("de", mailKinds[name].to, { booking: someBooking({ street: null, telephone: null, acceptedAt: null }) }));
      expect(html + text).not.toMatch(/Rosenweg|061 000 00 00 vor/);
    }
    expect(renderMail("booking.reminder.helper", someFacts("de", "helper")).text).toContain("Rosenweg 3, 4052 Basel");
    expect(renderMail("booking.requested.helper", someFacts("de", "helper")).text).not.toContain("Rosenweg");
  });

  it("lists every date of a series with its state, the sum of what stands, and gives a calendar file for each", () => {
    const one = someBooking();
    const visit = (nth: number, state: "accepted" | "declined", sameHelper = true) => ({ ...one, id: `b${nth}`, reference: `Q${nth}`, startsAt: one.startsAt + nth * 14 * 86_400_000, endsAt: one.endsAt + nth * 14 * 86_400_000, state, acceptedAt: state === "accepted" ? 1 : null, sameHelper });
    const booking = someBooking({ series: [visit(0, "accepted"), visit(1, "declined"), visit(2, "accepted"), visit(3, "accepted", false)] });
    const facts = someFacts("de", "customer", { booking });
    const { text } = renderMail("series.accepted.customer", facts);
    for (const line of ["Di., 24. November 2026, 17:30 bis 18:30 Uhr: steht", "Di., 8. Dezember 2026, 17:30 bis 18:30 Uhr: abgelehnt oder verfallen", "Di., 22. Dezember 2026, 17:30 bis 18:30 Uhr: steht"]) expect(text).toContain(line);
    expect(text).toContain("135.00");
    expect(mailCalendar(mailKinds["series.accepted.customer"], facts).map(({ name }) => name)).toEqual(["Q0.ics", "Q2.ics", "Q3.ics"]);
    const helper = someFacts("de", "helper", { booking });
    expect(mailCalendar(mailKinds["series.instant.helper"], helper).map(({ name }) => name)).toEqual(["Q0.ics", "Q2.ics"]);
    expect(renderMail("series.instant.helper", helper).text).toContain("76.50");
  });

  it("names the price to the customer and the share to the helper", () => {
    const customer = renderMail("booking.requested.customer", someFacts("de", "customer")).text;
    expect(customer).toContain("45.00");
    expect(customer).not.toContain("38.25");
    expect(renderMail("booking.requested.helper", someFacts("de", "helper")).subject).toContain("38.25");
  });

  it("says who wrote a message: the other side of the visit, or the company", () => {
    const told = (name: MailKindName, part: "customer" | "helper", author: string) => renderMail(name, someFacts("de", part, { data: { author } })).text;
    for (const [name, part, person] of [["booking.message.customer", "customer", "Zoë M."], ["booking.message.helper", "helper", "Jürg Käser"]] as const) {
      const own = part === "customer" ? "helper" : "customer";
      expect(told(name, part, own)).toContain(`${person} hat Ihnen geschrieben.`);
      expect(told(name, part, "staff")).toContain("Nordlicht & Co hat Ihnen geschrieben.");
      expect(told(name, part, "staff")).not.toContain(`${person} hat`);
    }
  });

  it("tells an ill customer that it costs nothing, and the helper what comes, but not why", () => {
    const data = { by: "customer", compensationMinor: 0, refundMinor: 4500, paidByCompanyMinor: 2250 };
    for (const locale of locales) {
      const customer = renderMail("booking.cancelled.customer", someFacts(locale, "customer", { data }));
      const helper = renderMail("booking.cancelled.helper", someFacts(locale, "helper", { data }));
      expect(customer.text).toContain("45.00");
      expect(customer.text).not.toContain("22.50");
      expect(helper.text).toContain("22.50");
      expect(customer.text).toMatch(/krank|maladie|malattia|ill,/);
      expect(customer.subject + helper.subject + helper.text).not.toMatch(/krank|maladie|malad|malattia|\bill\b|illness/i);
    }
  });

  it("keeps no code and no link that signs somebody in", () => {
    for (const name of kinds.filter((each) => (mailKinds[each] as MailKind).secret)) {
      const { html, text } = renderMail(name, someFacts("de", "account"), "kept");
      expect(html + text).not.toMatch(/493 017|sign-in\/link|invitation\//);
    }
  });

  it("stands for both readers where a kind names none", () => {
    expect(kindsOf("booking.cancelled")).toEqual(["booking.cancelled.customer", "booking.cancelled.helper"]);
    expect(kindsOf("booking.cancelled.helper")).toEqual(["booking.cancelled.helper"]);
    expect(kindsOf("booking.canc")).toEqual([]);
  });
});

eachDatabase("the outbox", (open) => {
  let w: Awaited<ReturnType<typeof world>>;
  beforeEach(async () => {
    w = await world({ store: { ...(await open()), close: async () => undefined } });
    await bookingRows(w.store);
  });
  const ask = async (payload: JobPayloads["mail"]) => {
    await later(await w.as(system), "mail", payload);
    await runDue(w.app, { only: ["mail"] });
  };
  const mails = () => w.store.db.select().from(w.store.t.mail).orderBy(asc(w.store.t.mail.kind));

  it("writes to each reader in their own language", async () => {
    await ask({ kind: "booking.reminder", bookingId: "b1" });
    expect(await mails()).toMatchObject([
      { kind: "booking.reminder.customer", toAddress: "juerg@example.ch", locale: "it", bookingId: "b1", personId: "anna", sentAt: null },
      { kind: "booking.reminder.helper", toAddress: "zoe@example.ch", locale: "fr", personId: "zoe" },
    ]);
    const [customer, helper] = await mails();
    expect(customer?.subject).toMatch(/^Il Suo appuntamento è confermato\? mar/);
    expect(customer?.text).toMatch(/\/it\/bookings\/b1\/confirm\?key=\S{20}/);
    expect(helper?.text).toContain("/fr/helper/visits/b1");
    expect(helper?.text).toContain("Rosa Käser");
  });

  it("does not write what would be wrong by now", async () => {
    await w.store.db.update(w.store.t.booking).set({ state: "cancelled", cancelledBy: "customer" });
    await ask({ kind: "booking.reminder.customer", bookingId: "b1" });
    await ask({ kind: "booking.accepted.customer", bookingId: "b1" });
    expect(await mails()).toEqual([]);
    await ask({ kind: "booking.cancelled.helper", bookingId: "b1" });
    expect((await mails())[0]?.text).not.toContain("Rosenweg");
  });

  it("does not ask whether a visit stands once it has begun, however long the mail had to wait", async () => {
    w.clock.advance(someBooking().startsAt - w.clock.now());
    await ask({ kind: "booking.reminder", bookingId: "b1" });
    await ask({ kind: "booking.confirmAgain", bookingId: "b1" });
    expect(await mails()).toEqual([]);
  });

  it("writes a job's mail once, however often the job runs", async () => {
    await ask({ kind: "booking.accepted.customer", bookingId: "b1" });
    await w.store.db.update(w.store.t.job).set({ state: "queued" });
    await runDue(w.app, { only: ["mail"] });
    expect(await mails()).toHaveLength(1);
  });

  it("quotes a message of this booking and no other's", async () => {
    await w.store.db.insert(w.store.t.message).values({ id: "m1", bookingId: "b1", author: "customer", words: "Ich komme erst um sechs", at: 1 });
    await ask({ kind: "booking.message.helper", bookingId: "b1", data: { messageId: "m1" } });
    expect((await mails())[0]?.text).toContain("Ich komme erst um sechs");
    await ask({ kind: "booking.message.customer", bookingId: "b1", data: { messageId: "somebody-else's" } });
    expect((await mails())[0]?.text).not.toContain("Ich komme");
  });

  it("brings the next helper no message that was written to the one before, however long it had to wait", async () => {
    const { message, booking } = w.store.t;
    await w.store.db.insert(message).values([{ id: "m1", bookingId: "b1", author: "customer", words: "An Zoë allein", at: 5, looksSecret: false }, { id: "m2", bookingId: "b1", author: "customer", words: "An wen kommt", at: 20, looksSecret: false }]);
    await w.store.db.update(booking).set({ wave: 1, acceptedAt: 10 });
    for (const messageId of ["m1", "m2"]) await ask({ kind: "booking.message.helper", bookingId: "b1", data: { author: "customer", messageId } });
    expect((await mails()).map(({ text }) => [text.includes("An wen kommt"), text.includes("An Zoë allein")])).toEqual([[true, false]]);
  });

  it("tells the company's own staff what concerns the professional service", async () => {
    await w.store.db.update(w.store.t.booking).set({ provider: "professional", helperId: null, state: "requested", acceptedAt: null });
    await ask({ kind: "booking.requested.helper", bookingId: "b1" });
    expect(await mails()).toMatchObject([{ toAddress: (await w.app.settings()).brand.supportEmail, locale: "de" }]);
    expect((await mails())[0]?.text).toContain("/de/staff/bookings/b1");
    await w.store.db.update(w.store.t.booking).set({ state: "accepted", acceptedAt: 1 });
    await ask({ kind: "booking.waiting.helper", bookingId: "b1", data: { since: someBooking().startsAt } });
    expect((await mails())[1]).toMatchObject({ subject: "Profi-Service: Rosa Käser wartet, Q7K3-M9FX", toAddress: (await w.app.settings()).brand.supportEmail });
    expect((await mails())[1]?.text).toContain("/de/staff/bookings/b1");
  });

  it("is emptied when its reader is erased", async () => {
    await ask({ kind: "booking.reminder", bookingId: "b1" });
    await atomically(await w.as(system), async (tx) => ok(await eraseMails(tx, "zoe")));
    expect((await mails()).map((mail) => [mail.kind, mail.toAddress, mail.text === ""])).toEqual([["booking.reminder.customer", "juerg@example.ch", false], ["booking.reminder.helper", "", true]]);
  });

  it("leaves no address, code or link behind in the queue", async () => {
    await ask({ kind: "sign-in", email: "anna@example.ch", locale: "de", data: { code: "493017", link: "http://localhost:3000/de/sign-in/link/geheim", minutes: 10 } });
    expect((await mails())[0]?.text).toContain("493017");
    const jobs = JSON.stringify(await w.store.db.select().from(w.store.t.job));
    expect(jobs).not.toMatch(/anna@example|493017|geheim/);
  });
});

describe("The calendar file of a mail", () => {
  it("goes with what changes a calendar: one UID, the booking's sequence, no key, and no door that the reader may not know", () => {
    const file = (name: MailKindName, part: "customer" | "helper", more = {}) => mailCalendar(mailKinds[name], someFacts("fr", part, { booking: someBooking({ sequence: 4, ...more }) }))[0]?.content.replace(/\r\n /g, "") ?? "";
    for (const [name, part] of [["booking.rescheduled.customer", "customer"], ["booking.rescheduled.helper", "helper"], ["booking.accepted.customer", "customer"], ["booking.instant.helper", "helper"]] as const) {
      const text = file(name, part);
      expect(text).toContain("UID:b1@quartier.example");
      expect(text).toContain("SEQUENCE:4");
      expect(text).toContain("STATUS:CONFIRMED");
      expect(text).not.toContain("key=");
    }
    expect(file("booking.cancelled.helper", "helper", { state: "cancelled", street: null })).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
    expect(file("booking.cancelled.helper", "helper", { state: "cancelled", street: null })).not.toContain("Rosenweg");
    for (const name of ["booking.proposed.customer", "booking.notMoved.customer", "booking.reminder.customer"] as const) expect(mailCalendar(mailKinds[name], someFacts("de", "customer"))).toEqual([]);
  });
});
