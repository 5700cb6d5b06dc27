import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, fileReport, finishVisit, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { expertCheck } from "#app/domain/quality/quality.commands.server.ts";
import { reviewVisit } from "#app/domain/review/review.commands.server.ts";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { record } from "#app/domain/kernel/journal.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import * as cancel from "#app/routes/staff/bookings/cancel.tsx";
import * as list from "#app/routes/staff/bookings/list.tsx";
import * as page from "#app/routes/staff/bookings/page.tsx";
import * as refund from "#app/routes/staff/bookings/refund.tsx";
import { storyTitle } from "#app/routes/staff/bookings/parts/story-words.server.ts";
import { translator } from "#app/texts/registry.ts";
import "#app/texts/all.server.ts";
import { aHeldBooking, anAskedBooking, aReportedBooking, aReport, hour, readBooking } from "../support/bookings.ts";
import { moneyWorld, paid, settleAll, submitted, visited } from "../support/money.ts";
import { as, aStaffMember } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

type ListData = { rows: { id: string; reference: string; customerName: string }[]; total: number; glance: { reference: string; mobile: string; place: string } | null };
type Entry = { title: string; detail: string | null; name: string; at: number };
type PageData = { view: { people: { street: string; contact: { email: string } } | null; money: { payments: { state: string; operations: unknown[] }[]; refundableMinor: number } | null; story: Entry[]; checks: { verdict: string }[] | null; review: { privateWord: string } | null; mayWrite: boolean; messages: { author: string; words: string }[]; customer: string } };

let w: World;
const at = (id: string, screen = "") => `/de/staff/bookings/${id}${screen && `/${screen}`}`;
beforeEach(async () => {
  w = await world();
});
const staffOf = async (...roles: Parameters<typeof aStaffMember>[1][]) => (await aStaffMember(await rootOf(w), ...roles)).actor;
const see = async (id: string, ...roles: Parameters<typeof aStaffMember>[1][]) => answerOf<PageData>(w, page.loader, at(id), { actor: await staffOf(...roles) });

describe("Who sees bookings at the desk", () => {
  it("certifiers are not let in, customers and visitors find nothing", async () => {
    const { bookingId: id, guest } = await anAskedBooking(await rootOf(w));
    const certifier = await staffOf("certifier");
    for (const [screen, module] of Object.entries({ "": page, cancel, refund })) {
      expect((await answerOf(w, module.loader, at(id, screen), { actor: certifier })).status, screen).toBe(403);
      expect((await answerOf(w, module.action, at(id, screen), { actor: certifier, form: { reason: "other", words: "x" } })).status, screen).toBe(403);
      expect((await answerOf(w, module.loader, at(id, screen), { actor: guest })).status, screen).toBe(404);
    }
    expect((await answerOf(w, list.loader, "/de/staff/bookings", { actor: certifier })).status).toBe(403);
    expect((await answerOf(w, list.loader, "/de/staff/bookings")).status).toBe(404);
  });

  it("support reads addresses and money, quality neither, finance money without addresses", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    const [support, quality, finance] = [(await see(id, "support")).value.view, (await see(id, "quality")).value.view, (await see(id, "finance")).value.view];
    expect(support.people).toMatchObject({ street: "Rheinsprung 7", contact: { email: "anna@example.ch" } });
    expect(support.money).not.toBeNull();
    expect([quality.people, quality.money, finance.people]).toEqual([null, null, null]);
    expect(finance.money).not.toBeNull();
    for (const secret of ["Rheinsprung", "anna@example.ch", "79 123 45 67", "61 123 45 67"]) for (const view of [quality, finance]) expect(JSON.stringify(view)).not.toContain(secret);
  });

  it("only support cancels, and quality gives no money back", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    expect((await answerOf(w, cancel.action, at(id, "cancel"), { actor: await staffOf("finance"), form: { way: "cancel", reason: "other" } })).status).toBe(403);
    expect((await answerOf(w, refund.action, at(id, "refund"), { actor: await staffOf("quality"), form: { amount: "10", reason: "Kulanz" } })).status).toBe(403);
  });
});

describe("The list of bookings", () => {
  it("finds by reference, name, mail address, postcode and helper, and by state and provider", async () => {
    const root = await rootOf(w);
    const { booking, bookingId } = await anAskedBooking(root, { givenName: "Zeno" });
    await aHeldBooking(root);
    const actor = await staffOf("support");
    const find = async (query: string) => (await answerOf<ListData>(w, list.loader, `/de/staff/bookings?${query}`, { actor })).value.rows.map(({ id }) => id);
    for (const words of [booking.reference, booking.reference.toLowerCase(), "Anna Muster", "anna@example", "Zeno"]) expect(await find(`q=${encodeURIComponent(words)}`), words).toEqual([bookingId]);
    expect(await find("q=4051")).toHaveLength(2);
    expect(await find("state=requested")).toEqual([bookingId]);
    expect(await find("provider=professional")).toEqual([]);
    expect(await find("q=nobody-is-called-that")).toEqual([]);
  });

  it("opens one beside the list, cut to the reader's role, and takes any address", async () => {
    const { booking, bookingId } = await anAskedBooking(await rootOf(w));
    const glance = async (role: "support" | "quality") => (await answerOf<ListData>(w, list.loader, `/de/staff/bookings?selected=${bookingId}`, { actor: await staffOf(role) })).value.glance;
    expect(await glance("support")).toMatchObject({ reference: booking.reference, mobile: "+41 79 123 45 67", place: "Rheinsprung 7, 4051 Basel" });
    expect(await glance("quality")).toMatchObject({ mobile: "", place: "4051 Basel" });
    const actor = await staffOf("support");
    for (const query of ["page=-1", "page=99999", "state=nonsense", "selected=nobody", "q=%25_%5C", "provider='--"]) expect((await answerOf(w, list.loader, `/de/staff/bookings?${query}`, { actor })).status, query).toBe(200);
  });
});

describe("The whole story", () => {
  it("shows every move in order, each in words", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper, startsAt, guest } = await anAskedBooking(root);
    must(await acceptBooking(as(root, helper.actor), id));
    for (const step of [startVisit, finishVisit]) must(await step(as(root, helper.actor, startsAt), id));
    must(await fileReport(as(root, helper.actor, startsAt + hour), id, aReport));
    must(await signOff(as(root, guest, startsAt + 2 * hour), id, { solved: "yes", right: "yes" }));
    must(await reviewVisit(as(root, guest, startsAt + 2 * hour), id, { punctual: 5, friendly: 5, competent: 4, words: "Gut.", privateWord: "Der Hund war dabei." }));
    must(await expertCheck(as(root, await staffOf("quality"), startsAt + 3 * hour), id, { verdict: "right", words: "Sauber." }));
    const { story, review, checks } = (await see(id, "quality")).value.view;
    const moves = story.map(({ name }) => name).filter((name) => name.startsWith("booking."));
    expect(moves).toEqual(["booking.hold", "booking.submit", "booking.pay", "booking.accept", "booking.start", "booking.finish", "booking.report", "booking.signOff"]);
    expect(story.map(({ at: when }) => when)).toEqual([...story.map(({ at: when }) => when)].sort((a, b) => a - b));
    for (const locale of ["de", "en"] as const) for (const { name } of story) expect(storyTitle(name, translator(locale)), name).not.toBe(name);
    expect(review?.privateWord).toBe("Der Hund war dabei.");
    expect(checks).toMatchObject([{ verdict: "right" }]);
    expect((await see(id, "support")).value.view.checks).toBeNull();
  });

  it("shows an event that it has no words for by its name", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    w.clock.advance(hour);
    const root = await rootOf(w);
    await root.store.tx(async (db) => record({ ...root, db, inTransaction: true }, { name: "booking.teleported", subject: { kind: "booking", id }, facts: { metres: 3 } }));
    const { story } = (await see(id, "support")).value.view;
    expect(story.at(-1)).toMatchObject({ name: "booking.teleported", title: "booking.teleported", facts: [{ name: "metres", value: "3" }] });
  });

  it("support writes to both sides as the company; quality reads only", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    const actor = await staffOf("support");
    const write = (words: string, who = actor) => answerOf<{ errors: Record<string, string>; looksSecret?: boolean }>(w, page.action, at(id), { actor: who, body: multipart({ intent: "message", words }) });
    expect((await write("   ")).value.errors.words).toBe("errors.field.required");
    expect((await write("Ihr Passwort lautet Sommer2026")).value.looksSecret).toBe(true);
    leadsTo((await write("Wir schauen uns das an.")) as never, `${at(id)}?done=message#messages`);
    const { messages, mayWrite } = (await see(id, "support")).value.view;
    expect([mayWrite, messages]).toMatchObject([true, [{ author: "staff", words: "Wir schauen uns das an." }]]);
    const quality = await staffOf("quality");
    expect((await write("Ich auch.", quality)).status).toBe(403);
    expect((await see(id, "quality")).value.view.mayWrite).toBe(false);
  });
});

describe("A cancellation by the company", () => {
  it("needs a reason, gives everything back and says what happens before", async () => {
    const { bookingId: id, helper } = await anAskedBooking(await rootOf(w), {}, 0);
    const root = await rootOf(w);
    must(await acceptBooking(as(root, helper.actor), id));
    const actor = await staffOf("support");
    const shown = await answerOf<{ way: string }>(w, cancel.loader, at(id, "cancel"), { actor });
    expect(shown.value.way).toBe("cancel");
    const without = await answerOf<{ errors: Record<string, string> }>(w, cancel.action, at(id, "cancel"), { actor, form: { way: "cancel" } });
    expect([without.status, without.value.errors.reason]).toEqual([400, "errors.field.choice"]);
    leadsTo(await answerOf(w, cancel.action, at(id, "cancel"), { actor, form: { way: "cancel", reason: "cannot_come" } }), `${at(id)}?done=cancelled`);
    expect(await readBooking(root, id)).toMatchObject({ state: "cancelled", cancelledBy: "staff", compensationMinor: 0 });
  });

  it("for a caller who is ill shows what the rule would cost and what the company pays, and is the customer's own", async () => {
    const root = await rootOf(w);
    const actor = await staffOf("support");
    type Shown = { illness: { offered: boolean; paidMinor: number; usedAt: number[] } | null };
    const late = async () => {
      const story = await anAskedBooking(root, {}, 3);
      must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
      return story;
    };
    const [one, two] = [await late(), await late()];
    expect((await answerOf<Shown>(w, cancel.loader, at(one.bookingId, "cancel"), { actor })).value.illness).toBeNull();
    w.clock.advance(Math.min(one.startsAt, two.startsAt) - 5 * hour - w.clock.now());
    expect((await answerOf<Shown>(w, cancel.loader, at(one.bookingId, "cancel"), { actor })).value.illness).toMatchObject({ offered: true, paidMinor: 2450, usedAt: [] });
    leadsTo(await answerOf(w, cancel.action, at(one.bookingId, "cancel"), { actor, form: { way: "illness" } }), `${at(one.bookingId)}?done=cancelled`);
    expect(await readBooking(root, one.bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "customer", cancelReason: "ill", compensationMinor: 0 });
    expect((await answerOf<Shown>(w, cancel.loader, at(two.bookingId, "cancel"), { actor })).value.illness).toMatchObject({ offered: false, usedAt: [expect.any(Number)] });
    const refused = await answerOf<{ refusal: string }>(w, cancel.action, at(two.bookingId, "cancel"), { actor, form: { way: "illness" } });
    expect([refused.status, refused.value.refusal]).toEqual([409, "illness-used"]);
    expect((await answerOf(w, cancel.action, at(two.bookingId, "cancel"), { actor: await staffOf("quality"), form: { way: "illness" } })).status).toBe(403);
  });

  it("ends a visit of the past that no report will come of, and refuses what has ended", async () => {
    const { bookingId: id, helper, startsAt } = await anAskedBooking(await rootOf(w));
    const root = await rootOf(w);
    must(await acceptBooking(as(root, helper.actor), id));
    must(await startVisit(as(root, helper.actor, startsAt), id));
    w.clock.advance(startsAt + hour - w.clock.now());
    const actor = await staffOf("support");
    expect((await answerOf<{ way: string }>(w, cancel.loader, at(id, "cancel"), { actor })).value.way).toBe("giveUp");
    leadsTo(await answerOf(w, cancel.action, at(id, "cancel"), { actor, form: { way: "giveUp" } }), `${at(id)}?done=cancelled`);
    expect((await readBooking(root, id)).state).toBe("cancelled");
    const reported = await aReportedBooking(root);
    expect((await answerOf<{ way: string | null }>(w, cancel.loader, at(reported.bookingId, "cancel"), { actor })).value.way).toBeNull();
    expect((await answerOf<{ refusal: string }>(w, cancel.action, at(reported.bookingId, "cancel"), { actor, form: { way: "cancel", reason: "other" } })).value.refusal).toBe("wrong-state");
  });
});

describe("Money given back by staff", () => {
  type Asked = { confirm?: { amountMinor: number; once: string }; values: Record<string, string>; errors: Record<string, string>; refusal?: string; detail?: { mostMinor: number } };
  const open = async () => {
    const m = await moneyWorld();
    const id = await submitted(m);
    await paid(m, id, "twint");
    await visited(m, id);
    w = m;
    const actor = await staffOf("finance");
    const post = (form: Record<string, string>) => answerOf<Asked>(m, refund.action, at(id, "refund"), { actor, form });
    const rows = async () => (await m.store.db.select().from(m.store.t.paymentOperation).where(eq(m.store.t.paymentOperation.kind, "refund")));
    return { m, id, post, rows, actor };
  };

  it("is confirmed first, then goes back once, however often the confirmation is sent", async () => {
    const { m, id, post, rows } = await open();
    const asked = await post({ amount: "20", reason: "Kulanz nach Telefon", intent: "check" });
    expect([asked.status, asked.value.confirm?.amountMinor]).toEqual([200, 2000]);
    expect(await rows()).toEqual([]);
    const sure = { amount: "20", reason: "Kulanz nach Telefon", intent: "refund", once: asked.value.confirm?.once ?? "" };
    leadsTo((await post(sure)) as never, `${at(id)}?done=refund`);
    leadsTo((await post(sure)) as never, `${at(id)}?done=refund`);
    await settleAll(m);
    leadsTo((await post(sure)) as never, `${at(id)}?done=refund`);
    expect(await rows()).toMatchObject([{ state: "done", params: { amountMinor: 2000 } }]);
    const names = (await see(id, "finance")).value.view.story.map(({ name }) => name);
    expect(names.filter((name) => name === "payment.refundAsked")).toHaveLength(1);
    expect(names).toContain("payment.refunded");
  });

  it("of an extra goes back from the extra's own payment, on the same screen, and the story says so", async () => {
    const { m, id, post, actor } = await open();
    const root = await m.as(system);
    const [extraId, paymentId] = [root.newId(), root.newId()];
    await m.store.db.insert(m.store.t.visitExtra).values({ id: extraId, bookingId: id, kind: "material", words: "Kabel", amountMinor: 2400, state: "accepted", proposedAt: m.clock.now(), answeredAt: m.clock.now(), paidAt: m.clock.now() });
    await m.store.db.insert(m.store.t.payment).values({ id: paymentId, bookingId: id, purpose: "extra", extraId, state: "captured", mode: "debit", amountMinor: 2400, capturedMinor: 2400, createdAt: m.clock.now(), updatedAt: m.clock.now() });
    const shown = await answerOf<{ mostMinor: number; extras: { id: string; words: string; mostMinor: number }[] }>(m, refund.loader, at(id, "refund"), { actor });
    expect(shown.value).toMatchObject({ mostMinor: 4900, extras: [{ id: extraId, words: "Kabel", mostMinor: 2400 }] });
    const asked = await post({ of: extraId, amount: "24", reason: "Kabel zu kurz", intent: "check" });
    expect(asked.value.confirm).toMatchObject({ amountMinor: 2400, of: extraId });
    const over = await post({ of: extraId, amount: "24.05", reason: "Zu viel", intent: "check" });
    expect([over.status, over.value.detail?.mostMinor, over.value.values.of]).toEqual([409, 2400, extraId]);
    leadsTo((await post({ of: extraId, amount: "24", reason: "Kabel zu kurz", intent: "refund", once: asked.value.confirm?.once ?? "" })) as never, `${at(id)}?done=refund`);
    const [entry] = (await see(id, "finance")).value.view.story.filter(({ name }) => name === "payment.refundAsked");
    expect(entry?.detail).toMatch(/^CHF\s24\.00 von einem Zusatz: Kabel zu kurz$/);
    expect((await post({ of: "another-extra", amount: "1", reason: "Kulanz", intent: "refund", once: "x" })).status).toBe(404);
  });

  it("over what is held is refused with the most that is possible, refunds on their way counted", async () => {
    const { m, id, post, actor } = await open();
    const before = await answerOf<{ mostMinor: number }>(m, refund.loader, at(id, "refund"), { actor });
    expect(before.value.mostMinor).toBe(4900);
    const over = await post({ amount: "49.05", reason: "Zu viel", intent: "check" });
    expect([over.status, over.value.refusal, over.value.detail?.mostMinor, over.value.values.amount]).toEqual([409, "amount-too-large", 4900, "49.05"]);
    leadsTo((await post({ amount: "30", reason: "Erster Teil", intent: "refund", once: "form-1" })) as never, `${at(id)}?done=refund`);
    const again = await post({ amount: "30", reason: "Zweiter Teil", intent: "refund", once: "form-2" });
    expect([again.status, again.value.detail?.mostMinor]).toEqual([409, 1900]);
  });

  it("comes back with what was typed when amount or reason are no such", async () => {
    const { post, rows } = await open();
    for (const amount of ["", "viel", "-5", "0", "10.123", "1e3"]) {
      const given = await post({ amount, reason: "Kulanz", intent: "refund", once: "form" });
      expect([given.status, Object.keys(given.value.errors), given.value.values.amount], amount).toEqual([400, ["amount"], amount]);
    }
    expect((await post({ amount: "10", reason: " ", intent: "refund", once: "form" })).value.errors.reason).toBeDefined();
    expect(await rows()).toEqual([]);
  });

  it("is not possible while the money is only reserved", async () => {
    const m = await moneyWorld();
    const id = await submitted(m);
    await paid(m, id, "card");
    w = m;
    const shown = await answerOf<{ mostMinor: number; payment: { state: string } }>(m, refund.loader, at(id, "refund"), { actor: await staffOf("support") });
    expect([shown.value.mostMinor, shown.value.payment.state]).toEqual([0, "reserved"]);
    expect((await see(id, "support")).value.view.money?.refundableMinor).toBe(0);
  });
});
