import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, cancelBooking, declineBooking } from "#app/domain/booking/booking.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { person, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import * as again from "#app/routes/customer/bookings/again.tsx";
import * as calendar from "#app/routes/customer/bookings/calendar.ts";
import * as cancel from "#app/routes/customer/bookings/cancel.tsx";
import * as list from "#app/routes/customer/bookings/list.tsx";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as sheet from "#app/routes/customer/bookings/sheet.tsx";
import * as signOff from "#app/routes/customer/bookings/sign-off.tsx";
import * as still from "#app/routes/customer/bookings/still.tsx";
import "#app/texts/all.server.ts";
import { aHeldBooking, anAskedBooking, aReportedBooking, day, hour, minute, readBooking } from "../support/bookings.ts";
import { aCustomer, aHelper, aLane, as, aStaffMember } from "../support/people.ts";
import { pairs, type World, world } from "../support/world.ts";
import { answerOf, guestOf, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
const at = (id: string, screen = "") => `/de/bookings/${id}${screen && `/${screen}`}`;
const booking = async (id: string) => readBooking(await rootOf(w), id);
type PageData = { booking: { state: string }; view: { helper: { telephone: string | null; certificates: { number: string }[] }; terms: { compensationMinor: number }; messages: { words: string; looksSecret: boolean; fileIds: string[] }[]; mayCancel: boolean; outcome: { solved: string; right: string } | null }; next: { helpers: { offer: string; startsAt: number; sameTime: boolean }[]; professional: { offer: string; priceMinor: number } | null } | null };
const see = (id: string, actor = guestOf(id)) => answerOf<PageData>(w, page.loader, at(id), { actor });

beforeEach(async () => {
  w = await world();
});

describe("Who sees a booking", () => {
  it("a stranger finds nothing on any of its screens", async () => {
    const { bookingId: id } = await aReportedBooking(await rootOf(w));
    for (const [screen, module] of Object.entries({ "": page, cancel, "sign-off": signOff, still, again, sheet, "calendar.ics": calendar })) {
      expect((await answerOf(w, module.loader, at(id, screen), { actor: guestOf("another") })).status, screen).toBe(404);
      if ("action" in module) expect((await answerOf(w, module.action as never, at(id, screen), { actor: guestOf("another"), form: { solved: "no", right: "no", reason: "other" } })).status, screen).toBe(404);
    }
    expect((await booking(id)).state).toBe("reported");
  });

  it("a guest opens it by the link of the mail, which leaves the address and is remembered", async () => {
    const { bookingId: id, accessKey } = await anAskedBooking(await rootOf(w));
    const opened = await answerOf(w, page.loader, `${at(id)}?key=${accessKey}`);
    leadsTo(opened as never, at(id));
    const cookie = pairs([opened.headers.get("set-cookie") ?? ""]);
    expect((await answerOf<PageData>(w, page.loader, at(id), { cookie })).value.booking.state).toBe("requested");
    const rows = await answerOf<{ coming: { id: string }[]; visitor: boolean }>(w, list.loader, "/de/bookings", { cookie });
    expect(rows.value).toMatchObject({ visitor: true, coming: [{ id }] });
  });

  it("a wrong key, or another booking's, opens nothing", async () => {
    const root = await rootOf(w);
    const one = await anAskedBooking(root);
    const two = await anAskedBooking(root);
    for (const key of ["wrong", two.accessKey]) {
      const opened = await answerOf(w, page.loader, `${at(one.bookingId)}?key=${key}`);
      expect([opened.to, opened.headers.get("set-cookie")]).toEqual([at(one.bookingId), null]);
    }
  });

  it("whoever signs in with the address finds the guest booking; its helper does not see the customer's page", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper } = await anAskedBooking(root);
    const { actor } = await aCustomer(root, { email: "anna@example.ch" });
    expect((await answerOf<{ coming: { id: string }[] }>(w, list.loader, "/de/bookings", { actor })).value.coming).toMatchObject([{ id }]);
    expect((await see(id, actor)).status).toBe(200);
    expect((await see(id, helper.actor)).status).toBe(404);
    expect((await see(id, (await aStaffMember(root, "support")).actor)).status).toBe(200);
  });

  it("never sends keys, contact or the helper's family name to the browser", async () => {
    const { bookingId: id, accessKey, booking: row } = await anAskedBooking(await rootOf(w));
    const text = JSON.stringify((await see(id)).value);
    for (const secret of [accessKey, row.accessKeyHash, "anna@example.ch", "Beispiel"]) expect(text).not.toContain(secret);
  });
});

describe("The booking page", () => {
  it("leads a draft to its form and an unpaid booking to its payment", async () => {
    const { bookingId: id } = await aHeldBooking(await rootOf(w));
    leadsTo((await see(id)) as never, at(id, "form"));
  });

  it("shows the helper's telephone only after acceptance, with a certificate that can be checked", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper } = await anAskedBooking(root);
    expect((await see(id)).value.view.helper).toMatchObject({ telephone: null, certificates: [{ number: `Z-${helper.helperId.slice(-10)}` }] });
    must(await acceptBooking(as(root, helper.actor), id));
    expect((await see(id)).value.view.helper.telephone).toBe("+41 79 000 00 01");
  });

  it("takes messages, and asks before it sends what looks like a password", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    const write = (fields: Record<string, string>) => answerOf<{ looksSecret?: boolean; values: Record<string, string>; errors: Record<string, string> }>(w, page.action, at(id), { actor: guestOf(id), body: multipart({ intent: "message", ...fields }) });
    const secret = { words: "Das Passwort ist Katze2024" };
    const asked = await write(secret);
    expect([asked.status, asked.value.looksSecret, asked.value.values.words]).toEqual([400, true, secret.words]);
    expect((await see(id)).value.view.messages).toEqual([]);
    leadsTo((await write({ ...secret, anyway: "1" })) as never, `${at(id)}#messages`);
    w.clock.advance(minute);
    leadsTo((await write({ words: "Guten Tag" })) as never, `${at(id)}#messages`);
    expect((await see(id)).value.view.messages).toMatchObject([{ words: secret.words, looksSecret: true }, { words: "Guten Tag", looksSecret: false }]);
    expect((await write({ words: " " })).value.errors).toEqual({ words: "errors.field.required" });
  });

  it("gives the visit to calendars: one UID, a sequence that grows, cancelled in the end", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper } = await anAskedBooking(root);
    const file = async () => {
      const response = (await calendar.loader((await w.request(at(id, "calendar.ics"), { actor: guestOf(id) })) as never)) as Response;
      const text = (await response.text()).replace(/\r\n /g, "");
      return { type: response.headers.get("content-type"), uid: /UID:(.*)\r/.exec(text)?.[1], sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1]), status: /STATUS:(\w+)/.exec(text)?.[1], text };
    };
    const asked = await file();
    expect(asked).toMatchObject({ type: "text/calendar; charset=utf-8", uid: `${id}@localhost`, sequence: 0, status: "TENTATIVE" });
    expect(asked.text).not.toContain("key=");
    must(await acceptBooking(as(root, helper.actor), id));
    expect(await file()).toMatchObject({ uid: asked.uid, sequence: 1, status: "CONFIRMED" });
    must(await cancelBooking(as(root, guestOf(id)), id, "other"));
    expect(await file()).toMatchObject({ uid: asked.uid, sequence: 2, status: "CANCELLED" });
  });
});

describe("A no, a silence, a helper's cancellation", () => {
  it("offers the next free helpers and the professional service, with everything filled in", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper, startsAt } = await anAskedBooking(root);
    const others = [];
    for (const givenName of ["Nora", "Ivo", "Lia", "Ben"]) others.push(await aHelper(root, { givenName }));
    await aLane(root);
    must(await declineBooking(as(root, helper.actor), id));
    const { next } = (await see(id)).value;
    expect(next?.helpers).toHaveLength(3);
    for (const { sameTime, startsAt: then } of next?.helpers ?? []) expect([sameTime, then]).toEqual([true, startsAt]);
    expect(next?.helpers.map(({ offer }) => offer)).not.toContain(`listing:${helper.listingId}`);
    expect(next?.professional?.priceMinor).toBe(16_900);
    const [first] = next?.helpers ?? [];
    const taken = await answerOf(w, again.action, at(id, "again"), { actor: guestOf(id), form: { offer: first?.offer ?? "", startsAt: String(first?.startsAt) } });
    leadsTo(taken as never, /\/form$/);
    expect(await booking(taken.to?.split("/")[3] ?? "")).toMatchObject({ state: "draft", replacesBookingId: id, street: "Rheinsprung 7", contact: { email: "anna@example.ch" }, intake: { where: "one-room" }, startsAt });
    expect(others.some(({ listingId }) => first?.offer === `listing:${listingId}`)).toBe(true);
  });

  it("offers them too when nobody answered in time, but not after one's own cancellation", async () => {
    const root = await rootOf(w);
    const silent = await anAskedBooking(root);
    const own = await anAskedBooking(root);
    await aHelper(root, { givenName: "Nora" });
    must(await cancelBooking(as(root, guestOf(own.bookingId)), own.bookingId, "other_time"));
    w.clock.advance((silent.booking.answerBy ?? 0) - w.clock.now() + minute);
    await tickBooking(await w.ctx(system), silent.bookingId);
    expect((await see(silent.bookingId)).value).toMatchObject({ booking: { state: "lapsed" }, next: { helpers: [{}, {}] } });
    expect((await see(own.bookingId)).value.next).toBeNull();
  });

  it("refuses an offer that is none", async () => {
    const root = await rootOf(w);
    const { bookingId: id, helper } = await anAskedBooking(root);
    must(await declineBooking(as(root, helper.actor), id));
    for (const form of [{ offer: "listing:", startsAt: "1" }, { offer: "x:1", startsAt: "1" }, { offer: `listing:${helper.listingId}`, startsAt: "soon" }]) expect((await answerOf(w, again.action, at(id, "again"), { actor: guestOf(id), form })).status).toBe(400);
  });
});

describe("Cancelling", () => {
  const accepted = async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
    return story;
  };
  const ask = (id: string) => answerOf<{ view: { terms: { compensationMinor: number; refundMinor: number } } }>(w, cancel.loader, at(id, "cancel"), { actor: guestOf(id) });
  const send = (id: string, form: Record<string, string>) => answerOf<{ refusal?: string; errors: Record<string, string> }>(w, cancel.action, at(id, "cancel"), { actor: guestOf(id), form });

  it("shows the exact amount before the click, and takes exactly that", async () => {
    const { bookingId: id, startsAt } = await accepted();
    expect((await ask(id)).value.view.terms).toMatchObject({ compensationMinor: 0, refundMinor: 4900 });
    w.clock.advance(startsAt - 5 * hour - w.clock.now());
    expect((await ask(id)).value.view.terms).toMatchObject({ compensationMinor: 2450, refundMinor: 2450 });
    leadsTo((await send(id, { reason: "other_time", compensation: "2450" })) as never, at(id));
    expect(await booking(id)).toMatchObject({ state: "cancelled", cancelledBy: "customer", cancelReason: "other_time", compensationMinor: 2450 });
  });

  it("offers illness free of charge beside the rule, with both amounts, and once used says when", async () => {
    const one = await accepted();
    const two = await accepted();
    w.clock.advance(one.startsAt - 5 * hour - w.clock.now());
    type Choices = { view: { terms: { compensationMinor: number } }; illness: { offered: boolean; paidMinor: number; usedAt: number[]; againAt: number } | null };
    const choices = async (id: string) => (await answerOf<Choices>(w, cancel.loader, at(id, "cancel"), { actor: guestOf(id) })).value;
    expect(await choices(one.bookingId)).toMatchObject({ view: { terms: { compensationMinor: 2450 } }, illness: { offered: true, paidMinor: 2450 } });
    const when = w.clock.now();
    leadsTo((await send(one.bookingId, { intent: "illness" })) as never, at(one.bookingId));
    expect(await booking(one.bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "customer", cancelReason: "ill", compensationMinor: 0 });
    expect(await choices(two.bookingId)).toMatchObject({ view: { terms: { compensationMinor: 2450 } }, illness: { offered: false } });
    expect(Math.abs(((await choices(two.bookingId)).illness?.usedAt[0] ?? 0) - when)).toBeLessThan(minute);
    const { status, value } = await send(two.bookingId, { intent: "illness" });
    expect([status, value.refusal, (await booking(two.bookingId)).state]).toEqual([409, "illness-used", "accepted"]);
  });

  it("shows the new amount first when a deadline has passed since the page was opened", async () => {
    const { bookingId: id, startsAt } = await accepted();
    w.clock.advance(startsAt - hour - w.clock.now());
    const { status, value } = await send(id, { reason: "other", compensation: "2450" });
    expect([status, value.refusal, (await booking(id)).state]).toEqual([409, "dearer", "accepted"]);
  });

  it("asks for a reason, and is over once the visit has begun", async () => {
    const { bookingId: id, startsAt } = await accepted();
    expect((await send(id, { compensation: "0" })).value.errors).toEqual({ reason: "errors.field.choice" });
    w.clock.advance(startsAt + minute - w.clock.now());
    leadsTo((await ask(id)) as never, at(id));
  });
});

describe("Afterwards", () => {
  const answers = { solved: "yes", right: "unknown" };
  const stars = { punctual: "5", friendly: "4", competent: "5" };
  const send = (id: string, form: Record<string, string>, actor = guestOf(id)) => answerOf<{ errors: Record<string, string>; values: Record<string, string> }>(w, signOff.action, at(id, "sign-off"), { actor, form });

  it("signs off with two answers, and the stars, words and the private word come along", async () => {
    const { bookingId: id } = await aReportedBooking(await rootOf(w));
    leadsTo((await send(id, { ...answers, ...stars, words: "Ruhig erklärt.", privateWord: "Etwas spät." })) as never, at(id));
    expect(await booking(id)).toMatchObject({ state: "signed_off", signedOffBy: "customer" });
    const [review] = await w.store.db.select().from(w.store.t.review).where(eq(w.store.t.review.bookingId, id));
    expect(review).toMatchObject({ stars: 5, words: "Ruhig erklärt.", privateWord: "Etwas spät." });
    expect(JSON.stringify((await see(id)).value)).not.toContain("Etwas spät.");
  });

  it("signs off once: a second answer changes nothing and leads back to the booking", async () => {
    const { bookingId: id } = await aReportedBooking(await rootOf(w));
    await send(id, answers);
    leadsTo((await send(id, { solved: "no", right: "no", ...stars })) as never, at(id));
    expect((await see(id)).value.view.outcome).toMatchObject(answers);
    leadsTo((await answerOf(w, signOff.loader, at(id, "sign-off"), { actor: guestOf(id) })) as never, at(id));
  });

  it("gives every answer back when one is missing, and stores none of them", async () => {
    const { bookingId: id } = await aReportedBooking(await rootOf(w));
    const { status, value } = await send(id, { solved: "yes", punctual: "5", words: "Gut erklärt." });
    expect([status, Object.keys(value.errors).sort()]).toEqual([400, ["competent", "friendly", "right"]]);
    expect(value.values).toMatchObject({ solved: "yes", punctual: "5", words: "Gut erklärt." });
    expect(await w.store.db.$count(w.store.t.review)).toBe(0);
    expect((await booking(id)).state).toBe("reported");
  });

  it("is not asked before the report", async () => {
    const { bookingId: id } = await anAskedBooking(await rootOf(w));
    leadsTo((await answerOf(w, signOff.loader, at(id, "sign-off"), { actor: guestOf(id) })) as never, at(id));
    expect((await send(id, answers)).status).toBe(409);
  });

  it("asks on day 7 whether it still works, and acts only on a press of a button", async () => {
    const { bookingId: id, reportedAt } = await aReportedBooking(await rootOf(w));
    await send(id, answers);
    w.clock.advance(reportedAt + 7 * day + minute - w.clock.now());
    await tickBooking(await w.ctx(system), id);
    const asked = { actor: guestOf(id) };
    expect((await answerOf(w, still.loader, `${at(id, "still")}?answer=no`, asked)).status).toBe(200);
    expect((await see(id)).value.view.outcome).toMatchObject({ still: null });
    leadsTo((await answerOf(w, still.action, at(id, "still"), { ...asked, form: { still: "no" } })) as never, at(id, "rescue"));
    expect((await see(id)).value.view.outcome).toMatchObject({ still: "no" });
    leadsTo((await answerOf(w, still.loader, at(id, "still"), asked)) as never, at(id));
  });

  it("lets support pass on the customer's answers, but never a review in their name", async () => {
    const root = await rootOf(w);
    const { bookingId: id } = await aReportedBooking(root);
    const { actor } = await aStaffMember(root, "support");
    leadsTo((await send(id, { ...answers, ...stars }, actor)) as never, at(id));
    expect((await booking(id)).signedOffBy).toBe("staff");
    expect(await w.store.db.$count(w.store.t.review)).toBe(0);
  });
});

describe("My bookings", () => {
  it("says nothing about anybody to a visitor, and is empty for a new person", async () => {
    const root = await rootOf(w);
    await anAskedBooking(root);
    expect((await answerOf<{ coming: unknown[]; past: unknown[] }>(w, list.loader, "/de/bookings")).value).toMatchObject({ visitor: true, coming: [], past: [] });
    expect((await answerOf<{ coming: unknown[] }>(w, list.loader, "/de/bookings", { actor: person("new") })).value).toMatchObject({ visitor: false, coming: [] });
  });
});
