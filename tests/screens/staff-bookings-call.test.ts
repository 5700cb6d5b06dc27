import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { keepDraft } from "#app/domain/booking/draft.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import * as book from "#app/routes/staff/book/book.tsx";
import * as caller from "#app/routes/staff/book/caller.tsx";
import * as series from "#app/routes/staff/book/series.tsx";
import * as page from "#app/routes/staff/bookings/page.tsx";
import "#app/texts/all.server.ts";
import { formatDay } from "#app/texts/format.ts";
import { hour, mailsAbout, readBooking } from "../support/bookings.ts";
import { aHelper, aLane, aStaffMember } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, filled, leadsTo } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

type BookData = { answer: { step: string; services?: { isUnknown: boolean; options: { code: string }[] } | null; places?: { isUnknown: boolean; options: unknown[] } | null; cards?: { listingId: string; name: string }[]; professional?: { nextFreeAt: number | null }; days?: { slots: number[] }[] } };
type CallerData = { step: string; view: { values: Record<string, string>; again: string; booking: { reference: string } } };
type State = { values: Record<string, string>; errors: Record<string, string>; refusal?: string; detail?: { next: number[] } };

let w: World;
let actor: Awaited<ReturnType<typeof aStaffMember>>["actor"];
beforeEach(async () => {
  w = await world();
  actor = (await aStaffMember(await rootOf(w), "support")).actor;
});
const ask = (query = "") => answerOf<BookData>(w, book.loader, `/de/staff/book${query}`, { actor });
const at = (id: string) => `/de/staff/book/${id}`;
const see = (id: string, query = "") => answerOf<CallerData>(w, caller.loader, `${at(id)}${query}`, { actor });
const post = (id: string, form: Record<string, string>, who = actor) => answerOf<State>(w, caller.action, at(id), { actor: who, form });

/** A caller's time, held. */
async function held(more = "&speaks=fr") {
  const helper = await aHelper(await rootOf(w));
  const query = `?service=better-wlan&where=4051${more}&listing=${helper.listingId}`;
  const slot = (await ask(query)).value.answer.days?.[0]?.slots[3] ?? 0;
  const answer = await answerOf<State>(w, book.action, `/de/staff/book${query}`, { actor, form: { slot: String(slot) } });
  const id = answer.to?.split("/").at(-1) ?? "";
  return { helper, slot, id, query, answer };
}

describe("Booking for a caller", () => {
  it("is support's: other roles are not let in, customers find nothing", async () => {
    const { id } = await held();
    const finance = (await aStaffMember(await rootOf(w), "finance", "quality")).actor;
    expect((await answerOf(w, book.loader, "/de/staff/book", { actor: finance })).status).toBe(403);
    expect((await answerOf(w, book.action, "/de/staff/book", { actor: finance, form: { slot: "1" } })).status).toBe(403);
    expect((await answerOf(w, caller.loader, at(id), { actor: finance })).status).toBe(403);
    expect((await post(id, { intent: "submit", consent: "on" }, finance)).status).toBe(403);
    expect((await answerOf(w, book.loader, "/de/staff/book")).status).toBe(404);
  });

  it("asks what and where until both are clear, then shows who, then when", async () => {
    const root = await rootOf(w);
    await aLane(root);
    const { listingId } = await aHelper(root);
    expect((await ask()).value.answer).toMatchObject({ step: "what", services: null, places: null });
    // What is missing is said at its field; the way back to the first decision leads there, with what was decided.
    expect((await ask("?what=&service=&where=&place=&speaks=de")).value.answer).toMatchObject({ step: "what", errors: { what: "staffBookings.book.what.missing", where: "errors.field.postcode" } });
    expect((await ask("?what=WLAN&service=&where=Xyzzy&place=&speaks=de")).value.answer).toMatchObject({ step: "what", errors: { where: "staffBookings.book.what.noPlace" } });
    const decided = "what=Besseres+WLAN&where=4051+Basel&speaks=de";
    expect((await ask(`?${decided}`)).value.answer.step).toBe("who");
    expect((await ask(`?${decided}&change=1`)).value.answer).toMatchObject({ step: "what", errors: {}, form: { what: "Besseres WLAN", where: "4051 Basel" } });
    expect((await ask("?what=xyzzy&where=4051")).value.answer).toMatchObject({ step: "what", services: { isUnknown: true } });
    expect((await ask("?service=better-wlan&where=xyzzyville")).value.answer).toMatchObject({ step: "what", places: { isUnknown: true } });
    const who = (await ask("?service=better-wlan&where=4051")).value.answer;
    expect(who).toMatchObject({ step: "who", cards: [{ listingId, name: "Maya B." }] });
    expect(who.professional?.nextFreeAt).not.toBeNull();
    for (const sort of ["distance", "price", "earliest", "nonsense"]) expect((await ask(`?service=better-wlan&where=4051&sort=${sort}`)).value.answer.step).toBe("who");
    expect((await ask(`?service=better-wlan&where=4051&listing=${listingId}`)).value.answer.step).toBe("when");
    expect((await ask("?service=better-wlan&where=4051&professional=1")).value.answer.step).toBe("when");
    expect((await ask("?service=better-wlan&where=4051&listing=nobody")).value.answer.step).toBe("who");
  });

  it("holds the chosen time in the caller's language; a time that is gone names the next ones", async () => {
    const { id, slot, query, answer } = await held();
    leadsTo(answer as never, at(id));
    expect(await readBooking(await rootOf(w), id)).toMatchObject({ state: "draft", locale: "fr", startsAt: slot, bookedByStaffId: actor.personId });
    // Sent twice over a bad line it is the same one; once something was typed into it, it is that caller's.
    leadsTo((await answerOf(w, book.action, `/de/staff/book${query}`, { actor, form: { slot: String(slot) } })) as never, at(id));
    must(await keepDraft(await w.as(actor), id, { name: "Rosa Muster", email: "", mobile: "", elsewhere: false, visitedName: "", visitedTelephone: "", visitedEmail: "", visitedLocale: "", street: "", concern: "", intake: {} }));
    const taken = await answerOf<State>(w, book.action, `/de/staff/book${query}`, { actor, form: { slot: String(slot) } });
    expect([taken.status, taken.value.refusal]).toEqual([409, "slot-taken"]);
    expect(taken.value.detail?.next.length).toBeGreaterThan(0);
    const none = await answerOf<State>(w, book.action, `/de/staff/book${query}`, { actor, form: {} });
    expect([none.status, none.value.errors.slot]).toEqual([400, "staffBookings.book.when.required"]);
  });

  it("comes back with what was said when something is missing, and loses nothing", async () => {
    const { id } = await held();
    const wrong = await post(id, { ...filled, email: "anna at example", mobile: "?", intent: "read" });
    expect([wrong.status, wrong.value.values.street]).toEqual([400, "Rheinsprung 7"]);
    expect(wrong.value.errors).toMatchObject({ email: "errors.field.email", mobile: "errors.field.telephone" });
    expect((await see(id)).value.view.values).toMatchObject({ email: "anna at example", concern: filled.concern });
    leadsTo(await see(id, "?step=read") as never, at(id));
    leadsTo(await post(id, { intent: "submit", consent: "on" }) as never, at(id));
    expect((await readBooking(await rootOf(w), id)).state).toBe("draft");
  });

  it("is read out and agreed to before anything is booked", async () => {
    const { id } = await held();
    leadsTo(await post(id, { ...filled, elsewhere: "on", visitedName: "Rosa Muster", visitedTelephone: "061 123 45 67", intent: "read" }) as never, `${at(id)}?step=read`);
    expect((await see(id, "?step=read")).value).toMatchObject({ step: "read", view: { values: { visitedName: "Rosa Muster", street: "Rheinsprung 7" } } });
    const { sentences } = (await answerOf<{ view: { sentences: string[] } }>(w, caller.loader, `${at(id)}?step=read`, { actor })).value.view;
    const heard = sentences.join("\n");
    // The caller speaks French: what, when, who, where, price, cancellation in francs and conditions are read to them in French.
    for (const said of [/^J’ai noté\s: Un meilleur Wi-Fi, /, /vient chez Rosa Muster/, /L’adresse est Rheinsprung 7, 4051 Basel/, /Nous joignons Rosa Muster au 061 123 45 67/, /Où le Wi-Fi est-il mauvais\s\? Dans une pièce/, /Le prix est de CHF\s49\.00/, /Vous pouvez annuler sans frais jusqu’à .*\./, /Ensuite cela coûte CHF\s24\.50, dès .* CHF\s49\.00\./, /Le contrat est conclu avec/, /voit le nom, l’adresse et le téléphone/, /Êtes-vous d’accord\s\?$/]) expect(heard).toMatch(said);
    expect(heard).not.toMatch(/[{}]|undefined|together\./);
    const silent = await post(id, { intent: "submit" });
    expect([silent.status, silent.value.errors.consent]).toEqual([400, "staffBookings.book.read.consentMissing"]);
    expect((await readBooking(await rootOf(w), id)).state).toBe("draft");
  });

  it("makes a booking that waits for payment, and the caller gets the link by mail in their language", async () => {
    const { id } = await held();
    const root = await rootOf(w);
    await post(id, { ...filled, elsewhere: "on", visitedName: "Rosa Muster", visitedTelephone: "061 123 45 67", intent: "read" });
    for (let twice = 0; twice < 2; twice++) leadsTo(await post(id, { intent: "submit", consent: "on" }) as never, at(id));
    expect(await readBooking(root, id)).toMatchObject({ state: "paying", locale: "fr", contact: { name: "Anna Muster", email: "anna@example.ch" }, visited: { name: "Rosa Muster" }, street: "Rheinsprung 7" });
    expect(await mailsAbout(root, id)).toEqual(["booking.toPay.customer"]);
    await runDue(w.app);
    const [mail] = await w.store.db.select().from(w.store.t.mail).where(eq(w.store.t.mail.bookingId, id));
    expect(mail).toMatchObject({ toAddress: "anna@example.ch", locale: "fr", kind: "booking.toPay.customer" });
    expect(mail?.text).toMatch(new RegExp(`http://localhost:3000/fr/bookings/${id}\\S*key=`));
    expect((await see(id)).value).toMatchObject({ step: "done", view: { booking: { reference: (await readBooking(root, id)).reference } } });
    const { story, agreed } = (await answerOf<{ view: { story: { name: string; at: number; by: string }[]; agreed: { at: number; by: string } } }>(w, page.loader, `/de/staff/bookings/${id}`, { actor })).value.view;
    const [noted, ...more] = story.filter(({ name }) => name === "booking.callerAgreed");
    expect([more.length, agreed]).toEqual([0, { at: noted?.at, by: noted?.by }]);
    expect(agreed).toEqual({ at: w.clock.now(), by: expect.stringMatching(/\S/) });
  });

  it("a hold that ran out leads back to the times with everything kept; leaving frees the time", async () => {
    const { id, helper, slot: taken } = await held();
    // What is held for the caller does not stand in the way of another time for them.
    const around = (await answerOf<BookData>(w, book.loader, (await see(id)).value.view.again, { actor })).value.answer.days?.flatMap(({ slots }) => slots);
    expect(around).toEqual(expect.arrayContaining([taken, taken + hour / 2]));
    await post(id, { ...filled, intent: "prolong" });
    expect((await post(id, { ...filled, intent: "prolong" })).value.refusal).toBe("already-prolonged");
    w.clock.advance(2 * hour);
    const over = (await see(id)).value;
    expect(over.step).toBe("over");
    const again = await answerOf<BookData>(w, book.loader, over.view.again, { actor });
    expect(again.value.answer.step).toBe("when");
    const slot = again.value.answer.days?.[0]?.slots[0] ?? 0;
    const next = await answerOf(w, book.action, over.view.again, { actor, form: { slot: String(slot) } });
    const newId = next.to?.split("/").at(-1) ?? "";
    expect((await see(newId)).value.view.values).toMatchObject({ name: "Anna Muster", street: "Rheinsprung 7", concern: filled.concern });
    expect(await readBooking(await rootOf(w), newId)).toMatchObject({ locale: "fr", replacesBookingId: id, helperId: helper.helperId });
    leadsTo(await post(newId, { intent: "leave" }) as never, "/de/staff/book");
    expect((await readBooking(await rootOf(w), newId)).state).toBe("abandoned");
  });

  it("another time keeps the locality among those of one postcode, and the time that was agreed at most", async () => {
    const root = await rootOf(w);
    const { serviceType } = w.store.t;
    const { service, listingId } = await aHelper(root, { radiusKm: 25 });
    await w.store.db.update(serviceType).set({ content: { ...service.content, pricing: "hourly", durationMinutes: 90 }, updatedAt: w.clock.now() + 1 }).where(eq(serviceType.id, service.id));
    const query = `?service=better-wlan&where=4112+Flüh&speaks=de&listing=${listingId}&cap=180`;
    const book1 = async (path: string) => {
      const slot = (await answerOf<BookData>(w, book.loader, path, { actor })).value.answer.days?.[0]?.slots.at(-1) ?? 0;
      return (await answerOf<State>(w, book.action, path, { actor, form: { slot: String(slot) } })).to?.split("/").at(-1) ?? "";
    };
    const first = await book1(`/de/staff/book${query}`);
    expect(await readBooking(root, first)).toMatchObject({ locality: "Flüh", capMinutes: 180 });
    const second = await book1((await see(first)).value.view.again);
    expect(await readBooking(root, second)).toMatchObject({ replacesBookingId: first, postcode: "4112", locality: "Flüh", capMinutes: 180 });
  });

  it("makes several visits of it by plain forms, reads out every date and the sum, and sends one mail for all", async () => {
    const { id, slot, helper } = await held();
    const root = await rootOf(w);
    leadsTo(await post(id, { ...filled, intent: "series" }) as never, `${at(id)}/series`);
    type Dates = { held: { who: string; service: string; startsAt: number }; dates: { wish: { times: number } | null; visits: { nth: number; startsAt: number; free: boolean }[] | null } };
    const { dates: empty, held: first } = (await answerOf<Dates>(w, series.loader, `${at(id)}/series`, { actor })).value;
    expect([empty.wish, empty.visits]).toEqual([null, null]);
    // The first visit stands on the screen before any date was chosen.
    expect(first).toEqual({ who: "Maya B.", service: "Besseres WLAN", startsAt: slot });
    const path = `${at(id)}/series?every=2&times=3`;
    const dates = (await answerOf<Dates>(w, series.loader, path, { actor })).value.dates.visits ?? [];
    expect(dates.map(({ free }) => free)).toEqual([true, true, true]);
    const missing = await answerOf<State>(w, series.action, path, { actor, form: { "visit-2": String(dates[1]?.startsAt) } });
    expect([missing.status, Object.keys(missing.value.errors)]).toEqual([400, ["visit-3"]]);
    leadsTo(await answerOf(w, series.action, path, { actor, form: { "visit-2": String(dates[1]?.startsAt), "visit-3": String(dates[2]?.startsAt) } }), at(id));
    expect((await see(id)).value.view.values).toMatchObject({ name: "Anna Muster", concern: filled.concern });
    leadsTo(await post(id, { ...filled, intent: "read" }) as never, `${at(id)}?step=read`);
    const heard = (await answerOf<{ view: { sentences: string[] } }>(w, caller.loader, `${at(id)}?step=read`, { actor })).value.view.sentences.join("\n");
    for (const startsAt of [slot, ...dates.slice(1).map((date) => date.startsAt)]) expect(heard).toContain(formatDay(startsAt, "fr"));
    for (const said of [/3 rendez-vous, toutes les 2 semaines/, /Chaque rendez-vous coûte CHF\s49\.00/, /CHF\s147\.00/]) expect(heard).toMatch(said);
    expect(heard).not.toMatch(/[{}]|undefined|together\.|series\./);
    leadsTo(await post(id, { intent: "submit", consent: "on" }) as never, at(id));
    const rows = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.helperId, helper.helperId));
    expect(rows.filter(({ state }) => state === "paying").map(({ startsAt, street }) => [startsAt, street]).sort()).toEqual([slot, ...dates.slice(1).map((date) => date.startsAt)].sort().map((startsAt) => [startsAt, "Rheinsprung 7"]));
    expect(await mailsAbout(root, id)).toEqual(["series.toPay.customer"]);
    const [later] = rows.filter(({ id: one, state }) => one !== id && state === "paying");
    leadsTo(await see(later?.id ?? "") as never, at(id));
    leadsTo(await answerOf(w, series.loader, `${at(id)}/series`, { actor }), at(id));
    expect((await answerOf(w, series.loader, `${at(id)}/series`, { actor: (await aStaffMember(root, "finance")).actor })).status).toBe(403);
  });

  it("goes back to one visit, and another first time leads to the dates with the same wish", async () => {
    const { id, query } = await held();
    type Dates = { dates: { visits: { startsAt: number }[] } };
    const path = `${at(id)}/series?every=1&times=2`;
    const second = (await answerOf<Dates>(w, series.loader, path, { actor })).value.dates.visits[1]?.startsAt;
    await answerOf(w, series.action, path, { actor, form: { "visit-2": String(second) } });
    const slot = (await ask(query)).value.answer.days?.[0]?.slots[0] ?? 0;
    const next = await answerOf(w, book.action, `/de/staff/book${query}&replaces=${id}`, { actor, form: { slot: String(slot) } });
    leadsTo(next, /\/de\/staff\/book\/[0-9a-f-]+\/series\?every=1&times=2$/);
    const again = next.to?.split("/").at(-2) ?? "";
    await answerOf(w, series.action, `${at(again)}/series?every=1&times=2`, { actor, form: { "visit-2": String((await answerOf<Dates>(w, series.loader, `${at(again)}/series?every=1&times=2`, { actor })).value.dates.visits[1]?.startsAt) } });
    expect((await readBooking(await rootOf(w), again)).seriesId).not.toBeNull();
    expect((await post(again, { ...filled, intent: "single" })).status).toBe(200);
    expect((await readBooking(await rootOf(w), again)).seriesId).toBeNull();
  });
});
