import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, cancelBooking, declineBooking, fileReport, finishVisit, startVisit } from "#app/domain/booking/booking.commands.server.ts";
import { type Actor, visitor } from "#app/domain/kernel/actor.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { openRescueOf } from "#app/domain/rescue/offer.server.ts";
import * as again from "#app/routes/customer/bookings/again.tsx";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as list from "#app/routes/customer/bookings/list.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as pay from "#app/routes/customer/bookings/pay.tsx";
import * as rescue from "#app/routes/customer/bookings/rescue.tsx";
import * as signOff from "#app/routes/customer/bookings/sign-off.tsx";
import * as sick from "#app/routes/helper/calendar-sick.tsx";
import * as request from "#app/routes/helper/request.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import * as staffPage from "#app/routes/staff/bookings/page.tsx";
import * as overview from "#app/routes/staff/overview.tsx";
import "#app/texts/all.server.ts";
import { anAskedBooking, aReport, aReportedBooking, hour, readBooking } from "../support/bookings.ts";
import { aCustomer, aHelper, aLane, as, aStaffMember } from "../support/people.ts";
import { debited, freeStart } from "../support/rescue.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, filled, guestOf, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
const at = (id: string, screen = "") => `/de/bookings/${id}${screen && `/${screen}`}`;
type Picked = { pick: { way: string; times: { offer: string; payableMinor: number; days: { slots: number[] }[] } | null; next: { helpers: { offer: string; startsAt: number; priceMinor: number }[] } } | null; ways: string[] };

beforeEach(async () => {
  w = await world();
  await aLane(await rootOf(w), { waitDays: 0 });
});

/** A visit that was made and paid; its customer is about to say that it did not help. */
async function reported() {
  const root = await rootOf(w);
  const story = await aReportedBooking(root);
  await debited(root, story.bookingId);
  w.clock.advance(story.reportedAt + hour - w.clock.now());
  return { ...story, guest: guestOf(story.bookingId) };
}

describe("A visit that did not help", () => {
  it("leads from the customer's no to a few words, a choice and a time, without a payment and nothing typed twice", async () => {
    const { bookingId: id, guest, helper } = await reported();
    leadsTo(await answerOf(w, signOff.action, at(id, "sign-off"), { actor: guest, form: { intent: "answer", solved: "no", right: "unknown" } }), at(id, "rescue"));
    const asked = await answerOf<Picked>(w, rescue.loader, at(id, "rescue"), { actor: guest });
    expect(asked.value).toMatchObject({ pick: null, ways: ["redo", "next_helper", "professional"] });
    const empty = await answerOf<{ refusal: string }>(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "open", words: "Immer noch langsam." } });
    expect([empty.status, empty.value]).toEqual([400, { refusal: "no-wish", words: "Immer noch langsam." }]);
    leadsTo(await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "open", words: "Immer noch langsam.", wish: "redo" } }), `${at(id, "rescue")}?way=redo`);
    const { value } = await answerOf<Picked>(w, rescue.loader, `${at(id, "rescue")}?way=redo`, { actor: guest });
    expect(value.pick).toMatchObject({ way: "redo", kept: true, times: { payableMinor: 0, offer: `listing:${helper.listingId}` } });
    const none = await answerOf<{ refusal: string }>(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "take", offer: value.pick?.times?.offer ?? "" } });
    expect([none.status, none.value.refusal]).toEqual([400, "no-time"]);
    const startsAt = String(value.pick?.times?.days[2]?.slots[0]);
    const taken = await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "take", offer: value.pick?.times?.offer ?? "", startsAt } });
    leadsTo(taken, /^\/de\/bookings\/[0-9a-f-]+$/);
    const next = taken.to?.split("/").at(-1) ?? "";
    expect(await readBooking(await rootOf(w), next)).toMatchObject({ state: "requested", follows: "redo", startsAt: Number(startsAt), street: "Rheinsprung 7" });
    const listed = await answerOf<{ coming: { id: string; part: string | null }[]; past: { id: string; unsolved: string | null }[] }>(w, list.loader, "/de/bookings", { actor: { ...guest, provenBookings: [id, next] } });
    expect(listed.value).toMatchObject({ coming: [{ id: next, part: "Nachbesserung" }], past: [{ id, unsolved: "Nicht gelöst" }] });
    // The browser carries the new booking's proof, so that the page opens at once.
    const shown = await answerOf<{ told: { ladder: { steps: { key: string }[] } | null }; rescue: { chain: { id: string; href: string; badge: { words: string } }[] } }>(w, page.loader, at(next), { cookie: taken.headers.get("set-cookie")?.split(";")[0] ?? "" });
    expect(shown.status).toBe(200);
    expect(shown.value.rescue.chain.map((one) => one.id)).toEqual([id, next]);
    // Nothing was paid for it, so that no step promises money back.
    expect(shown.value.told.ladder?.steps.map(({ key }) => key)).toEqual(["first", "others", "professional"]);
    // The story calls the first visit what its own page does: not solved.
    expect(shown.value.rescue.chain.map((one) => one.badge.words)).toEqual(["Nicht gelöst", "Angefragt"]);
    // The helper sees that it is a redo and what was said, on the request and on the first visit.
    expect((await answerOf<{ request: { redo: boolean; concern: string } }>(w, request.loader as never, `/de/helper/requests/${next}`, { actor: helper.actor })).value.request).toMatchObject({ redo: true, concern: expect.stringContaining("Immer noch langsam.") });
    expect((await answerOf<{ rescue: unknown }>(w, visit.loader as never, `/de/helper/visits/${id}`, { actor: helper.actor })).value.rescue).toMatchObject({ open: { words: "Immer noch langsam." }, chain: [{ id, href: `/de/helper/visits/${id}` }, { id: next }] });
  });

  it("leads from the first visit to the one that makes it good, and says afterwards that it is put right", async () => {
    type Shown = { told: { badge: { words: string } }; rescue: { on: { words: string; isMade: boolean } | null; chain: { badge: { words: string } }[] }; next: unknown };
    const { bookingId: id, guest, helper } = await reported();
    const root = await rootOf(w);
    const now = () => as(root, helper.actor, w.clock.now());
    await answerOf(w, signOff.action, at(id, "sign-off"), { actor: guest, form: { intent: "answer", solved: "no", right: "unknown" } });
    const first = async () => (await answerOf<Shown>(w, page.loader, at(id), { actor: guest })).value;
    expect(await first()).toMatchObject({ told: { badge: { words: "Nicht gelöst" } }, rescue: { on: null } });
    await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "open", words: "", wish: "redo" } });
    const { value } = await answerOf<Picked>(w, rescue.loader, `${at(id, "rescue")}?way=redo`, { actor: guest });
    const startsAt = value.pick?.times?.days[2]?.slots[0] ?? 0;
    const taken = await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "take", offer: value.pick?.times?.offer ?? "", startsAt: String(startsAt) } });
    const next = taken.to?.split("/").at(-1) ?? "";
    expect(await first()).toMatchObject({ told: { badge: { words: "Nicht gelöst" } }, rescue: { on: { words: expect.stringMatching(/ist angefragt/), isMade: false } } });
    must(await acceptBooking(now(), next));
    expect((await first()).rescue.on?.words).toMatch(/ kommt am /);
    w.clock.advance(startsAt - w.clock.now());
    must(await startVisit(now(), next));
    must(await finishVisit(now(), next));
    must(await fileReport(now(), next, aReport));
    // The answer that is missing is the customer's: their helper is not told that it is theirs.
    const told = await answerOf<{ rescue: { chain: { badge: { words: string } }[] } }>(w, visit.loader as never, `/de/helper/visits/${next}`, { actor: helper.actor });
    expect(told.value.rescue.chain.map((one) => one.badge.words)).toEqual(["Nicht gelöst", "Antwort fehlt noch"]);
    expect((await answerOf<Shown>(w, page.loader, at(next), { actor: guestOf(next) })).value.rescue.chain.map((one) => one.badge.words)).toEqual(["Nicht gelöst", "Ihre Antwort fehlt"]);
    leadsTo(await answerOf(w, signOff.action, at(next, "sign-off"), { actor: guestOf(next), form: { intent: "answer", solved: "yes", right: "yes" } }), at(next));
    expect(await first()).toMatchObject({ told: { badge: { words: "Nachgebessert" } }, rescue: { on: { words: expect.stringMatching(/ war heute um /), isMade: true }, chain: [{ badge: { words: "Nicht gelöst" } }, { badge: { words: "Abgeschlossen" } }] } });
  });

  it("goes on with the next choices when the new visit falls through, from its own page back to the story", async () => {
    const { bookingId: id, guest, helper } = await reported();
    await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "open", words: "", wish: "redo" } });
    const { value } = await answerOf<Picked>(w, rescue.loader, `${at(id, "rescue")}?way=redo`, { actor: guest });
    const taken = await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { offer: value.pick?.times?.offer ?? "", startsAt: String(value.pick?.times?.days[2]?.slots[0]) } });
    const next = taken.to?.split("/").at(-1) ?? "";
    must(await declineBooking(as(await rootOf(w), helper.actor, w.clock.now()), next));
    const fallen = await answerOf<{ rescue: { backTo: string }; next: unknown }>(w, page.loader, at(next), { actor: guestOf(next) });
    expect(fallen.value.next).toBeNull();
    expect(fallen.value.rescue.backTo).toMatch(new RegExp(`^${at(id, "rescue")}\\?key=`));
    const root = await rootOf(w);
    const other = await aHelper(root, { priceMinor: 5500 });
    const choices = await answerOf<Picked>(w, rescue.loader, at(id, "rescue"), { actor: guest });
    expect(choices.value.ways).toEqual(["next_helper", "professional"]);
    const offer = choices.value.pick?.next.helpers.find((one) => one.offer === `listing:${other.listingId}`);
    expect(offer).toMatchObject({ priceMinor: 0 });
    const times = await answerOf<Picked>(w, rescue.loader, `${at(id, "rescue")}?way=next_helper&offer=listing:${other.listingId}`, { actor: guest });
    expect(times.value.pick?.times?.payableMinor).toBe(0);
    leadsTo(await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { offer: offer?.offer ?? "", startsAt: String(offer?.startsAt) } }), /^\/de\/bookings\/[0-9a-f-]+$/);
    leadsTo(await answerOf(w, rescue.loader, at(id, "rescue"), { actor: guest }), at(id));
  });

  it("is nobody's but the customer's and support's, who open it on their behalf and see it among their open ones", async () => {
    const { bookingId: id, guest } = await reported();
    expect((await answerOf(w, rescue.loader, at(id, "rescue"), { actor: guestOf("another") })).status).toBe(404);
    expect((await answerOf(w, rescue.action, at(id, "rescue"), { actor: guestOf("another"), form: { intent: "open", wish: "redo" } })).status).toBe(404);
    const support = await aStaffMember(await rootOf(w), "support");
    const seen = await answerOf<{ view: { rescue: { mayOpen: boolean } } }>(w, staffPage.loader, `/de/staff/bookings/${id}`, { actor: support.actor });
    expect(seen.value.view.rescue.mayOpen).toBe(true);
    leadsTo(await answerOf(w, rescue.action, at(id, "rescue"), { actor: support.actor, form: { intent: "open", words: "Am Telefon.", wish: "professional" } }), `${at(id, "rescue")}?way=professional`);
    const listed = await answerOf<{ rescues: { rows: { bookingId: string; state: string }[]; budget: { limitMinor: number } } }>(w, overview.loader, "/de/staff", { actor: support.actor });
    expect(listed.value.rescues).toMatchObject({ rows: [{ bookingId: id, state: "open" }], budget: { spentMinor: 0 } });
    leadsTo(await answerOf(w, rescue.action, at(id, "rescue"), { actor: guest, form: { intent: "withdraw" } }), at(id));
    expect(await openRescueOf(await rootOf(w), id)).toBeNull();
  });
});

describe("A helper who falls out", () => {
  it("leaves others at the price agreed on the page, and the form of the one who is chosen asks for that price", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    const dear = await aHelper(root, { priceMinor: 6000 });
    await debited(root, story.bookingId);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    must(await cancelBooking(as(root, story.helper.actor), story.bookingId, "cannot_come"));
    const guest = guestOf(story.bookingId);
    const seen = await answerOf<{ next: { helpers: { offer: string; startsAt: number; priceMinor: number }[]; professional: { priceMinor: number } } }>(w, page.loader, at(story.bookingId), { actor: guest });
    const offer = seen.value.next.helpers.find((one) => one.offer === `listing:${dear.listingId}`);
    expect(offer?.priceMinor).toBe(4900);
    expect(seen.value.next.professional.priceMinor).toBe(4900);
    const taken = await answerOf(w, rescue.action, at(story.bookingId, "rescue"), { actor: guest, form: { offer: offer?.offer ?? "", startsAt: String(offer?.startsAt) } });
    leadsTo(taken, /\/form$/);
    const next = taken.to?.split("/").at(-2) ?? "";
    const shown = await answerOf<{ booking: { priceMinor: number; payableMinor: number }; values: Record<string, string>; creditMinor: number }>(w, form.loader, at(next, "form"), { actor: guestOf(next) });
    expect(shown.value).toMatchObject({ booking: { priceMinor: 6000, payableMinor: 4900 }, values: { name: "Anna Muster", street: "Rheinsprung 7" } });
    // Another time is chosen at the same price: the draft leads back to the story, not to the price list.
    const back = new RegExp(`/bookings/${story.bookingId}/rescue`);
    for (const screen of [again.loader, again.action]) leadsTo(await answerOf(w, screen, at(next, "again"), { actor: guestOf(next), ...(screen === again.action && { form: { offer: offer?.offer ?? "", startsAt: String((offer?.startsAt ?? 0) + hour) } }) }), back);
  });

  it("keeps the price agreed while the replacement waits for its payment: other times are the story's, and changing the form keeps it", async () => {
    const root = await rootOf(w);
    const anna = await aCustomer(root);
    const story = await anAskedBooking(root);
    await root.db.update(root.db.t.booking).set({ customerId: anna.personId }).where(eq(root.db.t.booking.id, story.bookingId));
    const dear = await aHelper(root, { priceMinor: 6000 });
    await debited(root, story.bookingId);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    must(await cancelBooking(as(root, story.helper.actor), story.bookingId, "cannot_come"));
    const startsAt = String(await freeStart(root, dear.listingId, w.clock.now()));
    const offer = `listing:${dear.listingId}`;
    const taken = await answerOf(w, rescue.action, at(story.bookingId, "rescue"), { actor: anna.actor, form: { offer, startsAt } });
    const next = taken.to?.split("/").at(-2) ?? "";
    await answerOf(w, form.action, at(next, "form"), { actor: anna.actor, body: multipart({ ...filled, intent: "pay" }), method: "POST" });
    expect(await readBooking(root, next)).toMatchObject({ state: "paying", payableMinor: 4900 });
    for (const screen of [again.loader, again.action]) leadsTo(await answerOf(w, screen, at(next, "again"), { actor: anna.actor, ...(screen === again.action && { form: { offer, startsAt } }) }), at(story.bookingId, "rescue"));
    const changed = await answerOf(w, pay.action, at(next, "pay"), { actor: anna.actor, form: { intent: "change" } });
    leadsTo(changed, /\/form$/);
    expect(await readBooking(root, changed.to?.split("/").at(-2) ?? "")).toMatchObject({ state: "draft", follows: "next_helper", followsBookingId: story.bookingId, priceMinor: 6000, payableMinor: 4900 });
  });

  it("is gone on with by a daughter in her mother's place: a form without the people, the payment, and a page that is the mother's", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    const { watcherId } = must(await addWatcher(as(root, story.guest), story.bookingId, { name: "Lea Muster", email: "lea.goes.on@example.ch", right: "act", locale: "fr" }));
    const { watcher } = root.db.t;
    const [row] = await root.db.select().from(watcher).where(eq(watcher.id, watcherId));
    const lea: Actor = { ...visitor(), watching: [row?.keyHash ?? ""] };
    const dear = await aHelper(root, { priceMinor: 6000 });
    await debited(root, story.bookingId);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    must(await cancelBooking(as(root, story.helper.actor), story.bookingId, "cannot_come"));
    const taken = await answerOf(w, rescue.action, at(story.bookingId, "rescue"), { actor: lea, form: { offer: `listing:${dear.listingId}`, startsAt: String(await freeStart(root, dear.listingId, w.clock.now())) } });
    leadsTo(taken, /\/form$/);
    // It is seen through the first visit: her browser gets no proof of its own.
    expect(taken.headers.get("set-cookie")).toBeNull();
    const next = taken.to?.split("/").at(-2) ?? "";
    const shown = await answerOf<{ stays: string; values: Record<string, string>; amountMinor: number }>(w, form.loader, at(next, "form"), { actor: lea });
    expect(shown.value).toMatchObject({ stays: "Anna Muster", amountMinor: 4900, values: { street: "Rheinsprung 7", email: "", mobile: "" } });
    const { name: _name, email: _email, mobile: _mobile, ...rest } = filled;
    const sent = await answerOf(w, form.action, at(next, "form"), { actor: lea, body: multipart({ ...rest, concern: "Bitte bald.", intent: "pay" }), method: "POST" });
    expect(sent.status).toBe(303);
    const first = await readBooking(root, story.bookingId);
    expect(await readBooking(root, next)).toMatchObject({ state: "paying", contact: first.contact, visited: first.visited, locale: first.locale, customerId: null, concern: "Bitte bald." });
    const cookie = sent.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await answerOf<{ until: number }>(w, pay.loader, at(next, "pay"), { cookie })).status).toBe(200);
    await debited(root, next);
    const seen = await answerOf<{ view: { sharedBy: string; watchers: unknown } }>(w, page.loader, at(next), { cookie });
    expect(seen.value.view).toMatchObject({ sharedBy: "Anna Muster", watchers: null });
    expect((await answerOf(w, page.loader, at(next), { actor: guestOf("another") })).status).toBe(404);
  });

  it("hands everything back with one confirmation and says what it brings before", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    const { value } = await answerOf<{ untilDate: string; rows: { id: string }[] }>(w, sick.loader as never, "/de/helper/calendar/sick", { actor: story.helper.actor });
    expect(value.rows).toEqual([]);
    const until = new Date(story.startsAt).toISOString().slice(0, 10);
    expect((await answerOf<{ rows: { id: string }[] }>(w, sick.loader as never, `/de/helper/calendar/sick?until=${until}`, { actor: story.helper.actor })).value.rows.map(({ id }) => id)).toEqual([story.bookingId]);
    expect((await answerOf(w, sick.action as never, "/de/helper/calendar/sick", { actor: story.helper.actor, form: { until: "2020-01-01" } })).status).toBeGreaterThanOrEqual(400);
    const done = await answerOf(w, sick.action as never, "/de/helper/calendar/sick", { actor: story.helper.actor, form: { until } });
    expect([done.status, done.to]).toEqual([302, "/de/helper?done=sick"]);
    expect((await readBooking(root, story.bookingId)).state).toBe("cancelled");
  });

  it("shows the visit that the ill helper is at among what stays, and says so when the rest is handed back", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    w.clock.advance(story.startsAt - w.clock.now());
    must(await startVisit(as(root, story.helper.actor, w.clock.now()), story.bookingId));
    const path = "/de/helper/calendar/sick";
    const { value } = await answerOf<{ untilDate: string; rows: { id: string; how: string }[] }>(w, sick.loader as never, path, { actor: story.helper.actor });
    expect(value.rows).toMatchObject([{ id: story.bookingId, how: "stays" }]);
    expect((await answerOf(w, sick.action as never, path, { actor: story.helper.actor, form: { until: value.untilDate } })).to).toBe("/de/helper?done=sick&left=1");
    expect((await readBooking(root, story.bookingId)).state).toBe("started");
  });

  it("waives a compensation with one tap on the visit's page", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    await debited(root, story.bookingId);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    w.clock.advance(story.startsAt - 5 * hour - w.clock.now());
    must(await cancelBooking(as(root, story.guest, w.clock.now()), story.bookingId, "other"));
    const path = `/de/helper/visits/${story.bookingId}`;
    expect((await answerOf<{ waivableMinor: number }>(w, visit.loader as never, path, { actor: story.helper.actor })).value.waivableMinor).toBe(2450);
    const done = await answerOf(w, visit.action as never, path, { actor: story.helper.actor, form: { intent: "waive", to: "0" } });
    expect([done.status, done.to]).toEqual([302, `${path}?done=waived`]);
    expect((await answerOf<{ waivableMinor: number | null }>(w, visit.loader as never, path, { actor: story.helper.actor })).value.waivableMinor).toBeNull();
    expect((await answerOf(w, visit.action as never, path, { actor: story.helper.actor, form: { intent: "waive", to: "many" } })).status).toBeGreaterThanOrEqual(400);
  });
});
