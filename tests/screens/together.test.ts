import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { type Actor, system, visitor } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { proposeTimes, withdrawTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { slotsToPropose } from "#app/domain/reschedule/slots.server.ts";
import { watcherKey } from "#app/domain/together/key.server.ts";
import type { GivenRight } from "#app/domain/together/together.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { isFavourite } from "#app/domain/together/favourites.queries.server.ts";
import * as helpers from "#app/routes/account/helpers.tsx";
import * as again from "#app/routes/customer/bookings/again.tsx";
import * as calendar from "#app/routes/customer/bookings/calendar.ts";
import * as cancel from "#app/routes/customer/bookings/cancel.tsx";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as list from "#app/routes/customer/bookings/list.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as pay from "#app/routes/customer/bookings/pay.tsx";
import * as people from "#app/routes/customer/bookings/people.tsx";
import * as reschedule from "#app/routes/customer/bookings/reschedule.tsx";
import * as sheet from "#app/routes/customer/bookings/sheet.tsx";
import * as signOff from "#app/routes/customer/bookings/sign-off.tsx";
import * as still from "#app/routes/customer/bookings/still.tsx";
import * as times from "#app/routes/customer/bookings/times.tsx";
import * as helperScreen from "#app/routes/customer/helper.tsx";
import * as remember from "#app/routes/customer/remember.ts";
import * as search from "#app/routes/customer/search.tsx";
import * as staffCancel from "#app/routes/staff/bookings/cancel.tsx";
import * as staffPage from "#app/routes/staff/bookings/page.tsx";
import "#app/texts/all.server.ts";
import { aHeldBooking, anAskedBooking, aReportedBooking, hour, readBooking } from "../support/bookings.ts";
import { aCustomer, aForm, aHelper, as, aStaffMember } from "../support/people.ts";
import { pairs, type World, world } from "../support/world.ts";
import { answerOf, guestOf, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
const at = (id: string, screen = "") => `/de/bookings/${id}${screen && `/${screen}`}`;
const lea = { name: "Lea Muster", email: "lea@example.ch", locale: "fr" as const };

beforeEach(async () => {
  w = await world();
});

/** Lea's browser after the link of her mail, and the link itself. */
async function watched(bookingId: string, right: GivenRight | "visited"): Promise<{ watcherId: string; key: string; actor: Actor }> {
  const root = await rootOf(w);
  const { watcher } = w.store.t;
  if (right !== "visited") must(await addWatcher(as(root, guestOf(bookingId)), bookingId, { ...lea, right }));
  const [row] = await w.store.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), ...(right === "visited" ? [] : [eq(watcher.email, lea.email)])));
  if (!row) throw new Error("Nobody watches");
  return { watcherId: row.id, key: watcherKey(root, row), actor: { ...visitor(), watching: [row.keyHash] } };
}

async function forRosa() {
  const root = await rootOf(w);
  const story = await aHeldBooking(root);
  must(await submitBooking(as(root, story.guest), story.bookingId, { ...aForm(), visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67", email: "rosa@example.ch", locale: "it" } }));
  must(await paymentArrived(as(root, system), story.bookingId));
  must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
  return story;
}

type Module = { loader: unknown; action?: unknown };
const screens: Record<string, Module> = { "": page, form, pay, again, reschedule, times, cancel, "sign-off": signOff, still, people, sheet, "calendar.ics": calendar };
/** What each screen's form could send. */
const sent: Record<string, Record<string, string>> = { "": { words: "Guten Tag" }, form: { intent: "pay" }, pay: { intent: "pay" }, again: { offer: "listing:00000000-0000", startsAt: "1" }, reschedule: { slot: "1" }, times: { proposal: "x", slot: "1" }, cancel: { reason: "other", intent: "cancel", compensation: "0" }, "sign-off": { solved: "yes", right: "yes" }, still: { still: "yes" }, people: { intent: "add", name: "Eve", email: "eve@example.ch", right: "act", locale: "de" } };

describe("Every address of a booking", () => {
  it.each([
    ["who may only look", "see", ["", "sheet", "calendar.ics"]],
    ["who is visited", "visited", ["", "sheet", "calendar.ics", "cancel"]],
  ] as const)("for %s: opens what they may see, is not there for the rest, and changes nothing", async (_name, right, open) => {
    const { bookingId: id } = right === "visited" ? await forRosa() : await anAskedBooking(await rootOf(w));
    const { actor } = await watched(id, right);
    for (const [screen, module] of Object.entries(screens)) {
      const got = await answerOf(w, module.loader as never, at(id, screen), { actor });
      expect([screen, got.status]).toEqual([screen, (open as readonly string[]).includes(screen) ? 200 : 404]);
    }
    const before = await readBooking(await rootOf(w), id);
    for (const [screen, module] of Object.entries(screens)) {
      if (!module.action || (right === "visited" && screen === "cancel")) continue;
      const asked = screen === "" || screen === "form" ? { body: multipart(sent[screen] ?? {}) } : { form: sent[screen] ?? {} };
      const got = await answerOf(w, module.action as never, at(id, screen), { actor, ...asked });
      expect([screen, got.status]).toEqual([screen, 404]);
    }
    expect(await readBooking(await rootOf(w), id)).toEqual(before);
  });

  it("for a stranger with somebody else's watching, or a key that was made up: nothing at all", async () => {
    const root = await rootOf(w);
    const [one, two] = [await anAskedBooking(root), await anAskedBooking(root)];
    const { actor, key } = await watched(one.bookingId, "act");
    for (const [screen, module] of Object.entries(screens)) {
      expect([screen, (await answerOf(w, module.loader as never, at(two.bookingId, screen), { actor })).status]).toEqual([screen, 404]);
      if (module.action) expect([screen, (await answerOf(w, module.action as never, at(two.bookingId, screen), { actor, ...(screen === "" || screen === "form" ? { body: multipart(sent[screen] ?? {}) } : { form: sent[screen] ?? {} }) })).status]).toEqual([screen, 404]);
    }
    for (const wrong of ["made-up", key]) expect((await answerOf(w, page.loader, `${at(two.bookingId)}?key=${wrong}`)).headers.get("set-cookie")).toBeNull();
  });

  it("for who may act: the customer's screens, but not the list of people", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    const { actor } = await watched(id, "act");
    for (const screen of ["", "cancel", "sheet", "times"]) expect([screen, (await answerOf(w, screens[screen]?.loader as never, at(id, screen), { actor })).status]).toEqual([screen, 200]);
    expect((await answerOf(w, people.loader, at(id, "people"), { actor })).status).toBe(404);
    expect((await answerOf(w, people.action, at(id, "people"), { actor, form: sent.people ?? {} })).status).toBe(404);
    leadsTo(await answerOf(w, cancel.action, at(id, "cancel"), { actor, form: sent.cancel ?? {} }), at(id));
    expect((await readBooking(await rootOf(w), id)).state).toBe("cancelled");
  });
});

describe("Somebody's own link", () => {
  type Shown = { kind: string; view: { reads: boolean; mayWrite: boolean; mayCancel: boolean; sharedBy: string | null; watchers: { name: string }[] | null; payment: unknown } };
  it("leaves the address, is remembered by this browser, and opens nothing from the moment they are removed", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    const { key, watcherId } = await watched(id, "see");
    const opened = await answerOf(w, page.loader, `${at(id)}?key=${key}`);
    leadsTo(opened as never, at(id));
    const cookie = pairs([opened.headers.get("set-cookie") ?? ""]);
    const shown = (await answerOf<Shown>(w, page.loader, at(id), { cookie })).value;
    expect(shown).toMatchObject({ kind: "whole", view: { reads: true, mayWrite: false, mayCancel: false, sharedBy: "Anna Muster", watchers: null, payment: null } });
    const rows = (await answerOf<{ coming: { id: string; watching: string }[] }>(w, list.loader, "/de/bookings", { cookie })).value;
    expect(rows.coming).toMatchObject([{ id, watching: "see", bookedBy: "Anna Muster" }]);
    leadsTo(await answerOf(w, people.action, at(id, "people"), { actor: guestOf(id), form: { intent: "remove", watcher: watcherId } }), `${at(id, "people")}?done=removed`);
    expect((await answerOf(w, page.loader, at(id), { cookie })).status).toBe(404);
    expect((await answerOf(w, page.loader, `${at(id)}?key=${key}`)).headers.get("set-cookie")).toBeNull();
  });

  it("says of other times that are proposed who really proposed them: the one who booked, a watcher by name, the helper or the company", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper } = await anAskedBooking(root);
    must(await acceptBooking(as(root, helper.actor), id));
    const [act, support] = [await watched(id, "act"), await aStaffMember(root, "support")];
    must(await addWatcher(as(root, guestOf(id)), id, { name: "Tom Muster", email: "tom@example.ch", right: "see", locale: "de" }));
    const rows = await w.store.db.select().from(w.store.t.watcher).where(eq(w.store.t.watcher.email, "tom@example.ch"));
    const see: Actor = { ...visitor(), watching: rows.map(({ keyHash }) => keyHash) };
    const slots = (await slotsToPropose(root, await readBooking(root, id))).at(-1)?.slots.slice(0, 1) ?? [];
    const makerFor = async (actor: Actor) => (await answerOf<{ times: { open: { by: string; maker: { isReader: boolean; name: string | null } } } }>(w, page.loader, at(id), { actor })).value.times.open;
    const proposedBy = async (actor: Actor, side?: "customer") => {
      const proposal = must(await proposeTimes(as(root, actor), id, { slots, side }));
      const said = { booker: await makerFor(guestOf(id)), act: await makerFor(act.actor), see: await makerFor(see) };
      must(await withdrawTimes(as(root, actor), id, proposal.id));
      return said;
    };
    const [own, anna, lea_] = [{ isReader: true, name: "Anna Muster" }, { isReader: false, name: "Anna Muster" }, { isReader: false, name: "Lea Muster" }];
    expect(await proposedBy(guestOf(id))).toMatchObject({ booker: { by: "customer", maker: own }, act: { maker: anna }, see: { maker: anna } });
    expect(await proposedBy(act.actor)).toMatchObject({ booker: { by: "customer", maker: lea_ }, act: { maker: { isReader: true } }, see: { maker: lea_ } });
    expect(await proposedBy(support.actor, "customer")).toMatchObject({ booker: { by: "staff", maker: { isReader: false, name: null } }, see: { by: "staff", maker: { isReader: false } } });
  });

  it("is not needed by whoever signs in with that address", async () => {
    const root = await rootOf(w);
    const { bookingId: id } = await anAskedBooking(root);
    await watched(id, "act");
    const { actor } = await aCustomer(root, { email: lea.email });
    expect((await answerOf<Shown>(w, page.loader, at(id), { actor })).value.view).toMatchObject({ reads: false, mayCancel: true, sharedBy: "Anna Muster" });
  });
});

describe("The people of a booking", () => {
  it("lets somebody in, gives the other right and takes it away, each with a form of its own", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    const send = (fields: Record<string, string>) => answerOf<{ errors: Record<string, string>; refusal?: string }>(w, people.action, at(id, "people"), { actor: guestOf(id), form: fields });
    leadsTo((await send({ intent: "add", ...lea, right: "see" })) as never, `${at(id, "people")}?done=added`);
    const see = async () => (await answerOf<{ watchers: { id: string; right: string }[] }>(w, people.loader, at(id, "people"), { actor: guestOf(id) })).value.watchers;
    const [row] = await see();
    leadsTo((await send({ intent: "right", watcher: row?.id ?? "", right: "act" })) as never, `${at(id, "people")}?done=changed`);
    expect((await see()).map(({ right }) => right)).toEqual(["act"]);
    const wrong = await send({ intent: "add", name: "", email: "no address", right: "all", locale: "rm" });
    expect([wrong.status, Object.keys(wrong.value.errors).sort()]).toEqual([400, ["email", "locale", "name", "right"]]);
    expect(await send({ intent: "add", name: "Anna", email: "anna@example.ch", right: "see", locale: "de" })).toMatchObject({ status: 409, value: { refusal: "own-address" } });
  });

  it("gives a word to pass on in the language of who is visited, and none where nobody else is", async () => {
    const { bookingId: id } = await forRosa();
    const { forward } = (await answerOf<{ forward: { words: string; locale: string; mailed: string } }>(w, people.loader, at(id, "people"), { actor: guestOf(id) })).value;
    expect(forward).toMatchObject({ locale: "it", mailed: "told" });
    expect(forward.words).toMatch(/Buongiorno Rosa Muster\nMaya B\. viene da Lei: /);
    expect(forward.words).not.toMatch(/CHF|49/);
  });

  it("the word names nobody while several are asked, least of all the professional service", async () => {
    const root = await rootOf(w);
    await aHelper(root, { givenName: "Nora" });
    const { bookingId: id, guest, helper } = await aHeldBooking(root);
    must(await submitBooking(as(root, guest), id, { ...aForm(), substitution: "same_time" }));
    must(await paymentArrived(as(root, system), id));
    must(await declineBooking(as(root, helper.actor), id));
    const { forward } = (await answerOf<{ forward: { words: string } }>(w, people.loader, at(id, "people"), { actor: guestOf(id) })).value;
    expect(forward.words).toContain("Wer zu Ihnen kommt, ist noch offen: ");
    expect(forward.words).not.toMatch(/Profi|Maya|Nora/);
    const support = (await aStaffMember(root, "support")).actor;
    expect((await answerOf<{ who: string }>(w, staffCancel.loader, `/de/staff/bookings/${id}/cancel`, { actor: support })).value.who).toBe("wer zuerst zusagt");
  });
});

describe("Who is visited", () => {
  it("reads who comes, when and what for, and not what it costs; cancels, and who booked reads who did", async () => {
    const { bookingId: id, startsAt } = await forRosa();
    const { actor } = await watched(id, "visited");
    const shown = await answerOf<{ kind: string; who: string; standing: string; mayCancel: boolean; booking: { priceMinor: number } }>(w, page.loader, at(id), { actor });
    expect(shown.value).toMatchObject({ kind: "visited", standing: "comes", mayCancel: true, booking: { priceMinor: 0 } });
    expect(JSON.stringify(shown.value)).not.toMatch(/4900|anna@example/);
    w.clock.advance(startsAt - w.clock.now() - 5 * hour);
    const asked = await answerOf<{ view: { terms: { compensationMinor: number; refundMinor: number } }; illness: unknown; visited: { bookedBy: string } }>(w, cancel.loader, at(id, "cancel"), { actor });
    expect(asked.value).toMatchObject({ visited: { bookedBy: "Anna Muster" }, illness: null, view: { terms: { compensationMinor: 2450, refundMinor: 0 } } });
    expect((await answerOf(w, cancel.action, at(id, "cancel"), { actor, form: { intent: "illness" } })).status).toBe(403);
    leadsTo(await answerOf(w, cancel.action, at(id, "cancel"), { actor, form: { intent: "cancel", reason: "other", compensation: "2450" } }), at(id));
    expect((await answerOf<{ view: { cancelledByName: string } }>(w, page.loader, at(id), { actor: guestOf(id) })).value.view.cancelledByName).toBe("Rosa Muster");
    expect((await answerOf<{ standing: string }>(w, page.loader, at(id), { actor })).value.standing).toBe("off");
  });

  it("stands in the form with an address and a language, which a draft keeps", async () => {
    const { bookingId: id } = await aHeldBooking(await rootOf(w));
    const fields = { name: "Anna", email: "anna@example.ch", mobile: "079 123 45 67", elsewhere: "on", visitedName: "Rosa", visitedTelephone: "061 123 45 67", visitedEmail: "not an address", visitedLocale: "fr", street: "Weg 1", postcode: "4051", locality: "Basel", "intake.where": "one-room", "intake.symptom": "slow", "intake.rooms": "4", "intake.several-floors": "no", "intake.repeater": "no" };
    const wrong = await answerOf<{ errors: Record<string, string> }>(w, form.action, at(id, "form"), { actor: guestOf(id), body: multipart(fields) });
    expect(wrong.value.errors).toEqual({ visitedEmail: "errors.field.email" });
    const view = await answerOf<{ values: Record<string, string> }>(w, form.loader, at(id, "form"), { actor: guestOf(id) });
    expect(view.value.values).toMatchObject({ visitedEmail: "not an address", visitedLocale: "fr" });
  });
});

describe("The story at the desk", () => {
  it("names the watcher who acted, and everybody who was let in", async () => {
    const root = await rootOf(w);
    const { bookingId: id } = await anAskedBooking(root);
    const { actor } = await watched(id, "act");
    await answerOf(w, page.action, at(id), { actor, body: multipart({ words: "Bitte klingeln." }) });
    const support = await aStaffMember(root, "support");
    const { view } = (await answerOf<{ view: { story: { name: string; by: string }[]; watchers: { name: string; right: string }[] } }>(w, staffPage.loader, `/de/staff/bookings/${id}`, { actor: support.actor })).value;
    expect(view.story.find(({ name }) => name === "message.posted")?.by).toContain("Lea Muster");
    expect(view.watchers).toMatchObject([{ name: "Lea Muster", right: "act" }]);
  });
});

describe("Remembering a helper", () => {
  const press = (helperId: string, asked: object) => answerOf(w, remember.action, `/de/helpers/${helperId}/remember`, { ...asked, form: { intent: "remember", back: `/de/helpers/${helperId}`, service: "better-wlan" } });
  const rememberedFor = async () => (await w.store.db.select({ id: w.store.t.favourite.serviceTypeId }).from(w.store.t.favourite)).map(({ id }) => id);
  it("takes one press when signed in, and shows on the page, in the search and in the account", async () => {
    const root = await rootOf(w);
    const [anna, helper] = [await aCustomer(root), await aHelper(root)];
    leadsTo(await press(helper.helperId, { actor: anna.actor }), `/de/helpers/${helper.helperId}`);
    expect((await answerOf<{ remembered: boolean }>(w, helperScreen.loader, `/de/helpers/${helper.helperId}`, { actor: anna.actor })).value.remembered).toBe(true);
    expect((await answerOf<{ rows: { id: string }[] }>(w, helpers.loader, "/de/account/helpers", { actor: anna.actor })).value.rows.map(({ id }) => id)).toEqual([helper.helperId]);
    expect(await rememberedFor()).toEqual([helper.service.id]);
    await aHelper(root);
    const [place] = root.places.byPostcode("4051");
    const results = (query: string, actor?: Actor) => answerOf<{ ask: { filters: object }; answer: { mine: boolean; cards: { helperId: string; mine: boolean }[] } }>(w, search.loader, `/de/search?service=better-wlan&place=${place?.id}${query}`, actor ? { actor } : {});
    expect((await results("", anna.actor)).value.answer.cards.filter(({ mine }) => mine).map(({ helperId }) => helperId)).toEqual([helper.helperId]);
    expect((await results("&mine=1", anna.actor)).value.answer.cards.map(({ helperId }) => helperId)).toEqual([helper.helperId]);
    const stranger = (await results("&mine=1")).value;
    expect([stranger.answer.mine, stranger.answer.cards.length, stranger.ask.filters]).toEqual([false, 2, {}]);
  });

  it("is not found under an address that names nobody, in whatever script", async () => {
    for (const made of ["nobody", "\u{10348}", "%F0"]) expect((await answerOf(w, remember.loader, `/de/helpers/${encodeURIComponent(made)}/remember`, {})).status).toBe(404);
  });

  it("asks a visitor to sign in first, and is done then; a link alone remembers nobody", async () => {
    const root = await rootOf(w);
    const [anna, helper] = [await aCustomer(root), await aHelper(root)];
    const asked = await press(helper.helperId, {});
    expect(asked.to).toMatch(/^\/de\/sign-in\?returnTo=/);
    const to = new URL(asked.to ?? "", "http://x").searchParams.get("returnTo") ?? "";
    const session = await w.cookieOf(anna.actor);
    leadsTo(await answerOf(w, remember.loader, to, { cookie: session }), `/de/helpers/${helper.helperId}`);
    expect(await isFavourite(as(root, anna.actor), helper.helperId)).toBe(false);
    leadsTo(await answerOf(w, remember.loader, to, { cookie: `${session}; ${pairs([asked.headers.get("set-cookie") ?? ""])}` }), `/de/helpers/${helper.helperId}`);
    expect(await isFavourite(as(root, anna.actor), helper.helperId)).toBe(true);
    expect(await rememberedFor()).toEqual([helper.service.id]);
    for (const id of ["no-such-helper-x", "../../x"]) expect((await answerOf(w, remember.action, "/de/helpers/x/remember", { actor: anna.actor, params: { helperId: id }, form: { intent: "remember" } })).status).toBe(404);
  });
});

describe("Booking a finished visit again", () => {
  it("shows the same helper's times and others, and fills in everything that was typed", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper, reportedAt } = await aReportedBooking(root);
    w.clock.advance(reportedAt - w.clock.now() + hour);
    await aHelper(root);
    const shown = (await answerOf<{ own: { offer: string; days: { slots: number[] }[] }; next: { helpers: unknown[] }; isAgain: boolean }>(w, again.loader, at(id, "again"), { actor: guestOf(id) })).value;
    expect([shown.own.offer, shown.isAgain, shown.next.helpers.length]).toEqual([`listing:${helper.listingId}`, true, 1]);
    const held = await answerOf(w, again.action, at(id, "again"), { actor: guestOf(id), form: { offer: shown.own.offer, startsAt: String(shown.own.days[0]?.slots[0]) } });
    leadsTo(held, /^\/de\/bookings\/[0-9a-f-]+\/form$/);
    const next = await readBooking(root, held.to?.split("/")[3] ?? "");
    expect([next.street, next.concern, next.contact?.email]).toEqual(["Rheinsprung 7", aForm().concern, "anna@example.ch"]);
  });
});
