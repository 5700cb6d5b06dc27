import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { person } from "#app/domain/kernel/actor.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { pay as payAt } from "#app/gateways/payments/standInCheckout.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { serveFile } from "#app/http/files.server.ts";
import * as again from "#app/routes/customer/bookings/again.tsx";
import * as form from "#app/routes/customer/bookings/form.tsx";
import * as pay from "#app/routes/customer/bookings/pay.tsx";
import "#app/texts/all.server.ts";
import { aHeldBooking, hour, minute, readBooking } from "../support/bookings.ts";
import { aCustomer, aHelper, aLane } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { type Answer, answerOf, filled, guestOf, leadsTo, multipart } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
let held: Awaited<ReturnType<typeof aHeldBooking>>;
let jpeg: Uint8Array;
type State = { values: Record<string, string>; errors: Record<string, string>; refusal?: string; refusedPhotos?: { name: string; refusal: string }[] };
type View = { photos: string[]; values: Record<string, string>; booking: { holdUntil: number; priceMinor: number }; mode: string; rule: { freeUntil: number | null; lateMinor: number | null; veryLateMinor: number }; cover: string; signedIn: boolean };

const at = (screen: string, id = held.bookingId) => `/de/bookings/${id}/${screen}`;
const send = (fields: Record<string, string>, pictures: Parameters<typeof multipart>[1] = [], actor = guestOf(held.bookingId)) => answerOf<State>(w, form.action, at("form"), { actor, body: multipart(fields, pictures) });
const see = async (actor = guestOf(held.bookingId)) => (await answerOf<View>(w, form.loader, at("form"), { actor })).value;
const booking = async (id = held.bookingId) => readBooking(await rootOf(w), id);

beforeAll(async () => {
  jpeg = new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a33" } }).withExif({ IFD0: { Copyright: "secret place" } }).jpeg().toBuffer());
});
beforeEach(async () => {
  w = await world();
  held = await aHeldBooking(await rootOf(w));
});

describe("The booking form", () => {
  it("says the whole price, the rule in francs and dates, the cover and what is debited before the click", async () => {
    const view = await see();
    expect(view.booking.priceMinor).toBe(4900);
    expect(view.mode).toBe("reserve");
    expect(view.rule).toMatchObject({ freeUntil: held.startsAt - 24 * 60 * minute, lateMinor: 2450, veryLateMinor: 4900 });
    expect(view.cover).toContain("CHF 5 Mio.");
  });

  it("is not found for a stranger, neither to see nor to send", async () => {
    const stranger = { actor: guestOf("another") };
    expect((await answerOf(w, form.loader, at("form"), stranger)).status).toBe(404);
    expect((await answerOf(w, form.action, at("form"), { ...stranger, body: multipart(filled) })).status).toBe(404);
    expect((await booking()).state).toBe("draft");
  });

  it("goes on to Checkout when everything is filled in", async () => {
    const sent = await send({ ...filled, intent: "pay" });
    leadsTo(sent as never, /\/play-money\/checkout\//);
    expect(await booking()).toMatchObject({ state: "paying", street: "Rheinsprung 7", contact: { email: "anna@example.ch" }, visited: { name: "Anna Muster", telephone: "079 123 45 67" } });
  });

  it("gives every typed word back when something is missing, with a sentence for each field", async () => {
    const { status, value } = await send({ ...filled, email: "anna@", "intake.where": "", elsewhere: "on", visitedName: "Rosa Muster", visitedTelephone: "" });
    expect(status).toBe(400);
    expect(value.values).toMatchObject({ street: "Rheinsprung 7", concern: filled.concern, email: "anna@", visitedName: "Rosa Muster", "intake.rooms": "4" });
    expect(value.errors).toMatchObject({ email: "errors.field.email", "intake.where": "errors.field.choice", visitedTelephone: "errors.field.telephone" });
    expect((await booking()).state).toBe("draft");
  });

  it("keeps what was typed in the draft, so that a reload or signing in loses nothing", async () => {
    leadsTo((await send({ ...filled, email: "", intent: "sign-in" })) as never, `/de/sign-in?returnTo=${encodeURIComponent(at("form"))}`);
    expect((await see()).values).toMatchObject({ name: "Anna Muster", street: "Rheinsprung 7", concern: filled.concern, "intake.where": "one-room" });
    const { actor } = await aCustomer(await rootOf(w), { email: "anna.signed@example.ch" });
    const signedIn = await see(person(actor.personId ?? "", null, [held.bookingId]));
    expect(signedIn).toMatchObject({ signedIn: true, values: { name: "Anna Muster", email: "anna.signed@example.ch" } });
  });

  it("does not open the draft to whoever owns a mail address that was only typed", async () => {
    const { actor, email } = await aCustomer(await rootOf(w));
    await send({ ...filled, email, street: "", intent: "pay" });
    expect((await answerOf(w, form.loader, at("form"), { actor })).status).toBe(404);
  });

  it("keeps photos over a form error, as pictures without metadata behind the policy", async () => {
    expect((await send({ ...filled, street: "" }, [{ name: "router.jpg", bytes: jpeg, type: "image/jpeg" }])).status).toBe(400);
    const [id = ""] = (await see()).photos;
    const file = async (proven: string) => serveFile((await w.request(`/files/${id}`, { actor: guestOf(proven), params: { fileId: id } })) as never).catch((thrown: Response) => thrown);
    const mine = await file(held.bookingId);
    const bytes = Buffer.from(await mine.arrayBuffer());
    expect([mine.status, mine.headers.get("x-content-type-options")]).toEqual([200, "nosniff"]);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect((await file("another")).status).toBe(404);
    leadsTo((await send(filled)) as never, /\/play-money\/checkout\//);
    expect(await w.store.db.$count(w.store.t.file)).toBe(1);
  });

  it("says why a photo is refused and keeps the others and the words", async () => {
    const { status, value } = await send(filled, [
      { name: "router.jpg", bytes: jpeg, type: "image/jpeg" },
      { name: "note.jpg", bytes: new TextEncoder().encode("no picture at all"), type: "image/jpeg" },
    ]);
    expect([status, value.refusedPhotos, value.values.street]).toEqual([400, [{ name: "note.jpg", refusal: "picture-type" }], "Rheinsprung 7"]);
    expect((await see()).photos).toHaveLength(1);
    expect((await booking()).state).toBe("draft");
  });

  it("refuses a photo over 10 MB and a ninth photo by name", async () => {
    const large = await send(filled, [{ name: "large.jpg", bytes: new Uint8Array(10 * 1_048_576 + 1), type: "image/jpeg" }]);
    expect(large.value.refusedPhotos).toEqual([{ name: "large.jpg", refusal: "picture-too-large" }]);
    const nine = Array.from({ length: 9 }, (_, i) => ({ name: `${i + 1}.jpg`, bytes: jpeg, type: "image/jpeg" }));
    expect((await send({ ...filled, intent: "photos" }, nine)).value.refusedPhotos).toEqual([{ name: "9.jpg", refusal: "too-many-pictures" }]);
    expect((await see()).photos).toHaveLength(8);
  });

  it("takes a photo away again and keeps the words", async () => {
    await send({ ...filled, intent: "photos" }, [{ name: "router.jpg", bytes: jpeg, type: "image/jpeg" }]);
    const [id = ""] = (await see()).photos;
    const { status, value } = await send({ ...filled, remove: id });
    expect([status, value.values.concern]).toEqual([200, filled.concern]);
    expect((await see()).photos).toEqual([]);
  });

  it("breaks off a form of more than 20 MB, and answers what is no form as such", async () => {
    const huge = multipart(filled, [1, 2, 3].map((i) => ({ name: `${i}.jpg`, bytes: new Uint8Array(8 * 1_048_576), type: "image/jpeg" })));
    expect((await answerOf(w, form.action, at("form"), { actor: guestOf(held.bookingId), body: huge })).status).toBe(413);
    const broken = await answerOf(w, form.action, at("form"), { actor: guestOf(held.bookingId), body: "--x\r\nnothing", headers: { "content-type": "multipart/form-data; boundary=x" } });
    expect(broken.status).toBe(400);
  });

  it("holds the slot for longer once", async () => {
    const { holdUntil } = (await see()).booking;
    expect((await send({ ...filled, intent: "prolong" })).status).toBe(200);
    expect((await see()).booking.holdUntil).toBe(holdUntil + 30 * minute);
    expect((await send({ ...filled, intent: "prolong" })).value).toMatchObject({ refusal: "already-prolonged", values: { street: "Rheinsprung 7" } });
  });

  it("offers the times around the one that is held as well: it gives way to the next", async () => {
    const { value } = await answerOf<{ own: { offer: string; days: { slots: number[] }[] } }>(w, again.loader, at("again"), { actor: guestOf(held.bookingId) });
    const later = held.startsAt + 30 * minute;
    expect(value.own.days.flatMap(({ slots }) => slots)).toEqual(expect.arrayContaining([held.startsAt, later]));
    const taken = await answerOf(w, again.action, at("again"), { actor: guestOf(held.bookingId), form: { offer: value.own.offer, startsAt: String(later) } });
    expect(await booking(taken.to?.split("/")[3] ?? "")).toMatchObject({ state: "draft", startsAt: later, replacesBookingId: held.bookingId });
  });

  it("leads to free times when the hold is over, with the words still there", async () => {
    await send({ ...filled, street: "", intent: "pay" });
    w.clock.advance(31 * minute);
    leadsTo((await send(filled)) as never, at("again"));
    leadsTo((await answerOf(w, form.loader, at("form"), { actor: guestOf(held.bookingId) })) as never, at("again"));
    const { value } = await answerOf<{ isOver: boolean; own: { offer: string; days: { slots: number[] }[] } }>(w, again.loader, at("again"), { actor: guestOf(held.bookingId) });
    expect(value.isOver).toBe(true);
    const chosen = value.own.days[2]?.slots[0] ?? 0;
    const taken = await answerOf(w, again.action, at("again"), { actor: guestOf(held.bookingId), form: { offer: value.own.offer, startsAt: String(chosen) } });
    leadsTo(taken as never, /^\/de\/bookings\/[0-9a-f-]+\/form$/);
    const id = taken.to?.split("/")[3] ?? "";
    expect(taken.headers.get("set-cookie")).toContain(id);
    expect(await booking(id)).toMatchObject({ state: "draft", startsAt: chosen, concern: filled.concern, contact: { name: "Anna Muster" } });
  });
});

describe("Paying", () => {
  const paying = async () => void (await send(filled));

  it("opens Checkout again for who came back without having paid, and says until when", async () => {
    await paying();
    const { value } = await answerOf<{ until: number; declined: boolean }>(w, pay.loader, at("pay"), { actor: guestOf(held.bookingId) });
    expect(value).toMatchObject({ until: w.clock.now() + 35 * minute, declined: false });
    leadsTo((await answerOf(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "pay" } })) as never, /\/play-money\/checkout\//);
  });

  it("offers other free times when the time is over", async () => {
    await paying();
    w.clock.advance(36 * minute);
    leadsTo((await answerOf(w, pay.loader, at("pay"), { actor: guestOf(held.bookingId) })) as never, at("again"));
  });

  it("makes a form of it again for who wants to change something, with the same slot and every word", async () => {
    await paying();
    const changed = await answerOf(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "change" } });
    leadsTo(changed as never, /\/form$/);
    const id = changed.to?.split("/")[3] ?? "";
    expect((await booking()).state).toBe("abandoned");
    expect(await booking(id)).toMatchObject({ state: "draft", startsAt: held.startsAt, street: "Rheinsprung 7", replacesBookingId: held.bookingId });
  });

  it("closes the payment page before the time is anybody's again, and gives it back at once where the provider is silent", async () => {
    const leave = () => answerOf(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "leave" } });
    const sessionOf = async () => (await paymentOf(await rootOf(w), held.bookingId))?.sessionId ?? "";
    const { payments } = w.app;
    const order: string[] = [];
    let silent = false;
    const expireCheckout: typeof payments.expireCheckout = async (sessionId, key) => {
      order.push(`asked while ${(await booking()).state}`);
      return silent ? new Promise(() => undefined) : payments.expireCheckout(sessionId, key);
    };
    Object.assign(w.app, { payments: { ...payments, expireCheckout } });
    await paying();
    leadsTo((await leave()) as never, at("again"));
    expect([order, (await booking()).state, (await payments.readSession(await sessionOf())).sessionStatus]).toEqual([["asked while paying"], "abandoned", "expired"]);
    await runDue(w.app);
    expect((await paymentOf(await rootOf(w), held.bookingId))?.state).toBe("expired");
    held = await aHeldBooking(await rootOf(w));
    await paying();
    silent = true;
    leadsTo((await leave()) as never, at("again"));
    expect([(await booking()).state, (await payments.readSession(await sessionOf())).sessionStatus]).toEqual(["abandoned", "open"]);
    silent = false;
    await runDue(w.app);
    expect((await payments.readSession(await sessionOf())).sessionStatus).toBe("expired");
  });

  it("gives nothing back that was paid for on another page meanwhile", async () => {
    await paying();
    const session = (await paymentOf(await rootOf(w), held.bookingId))?.sessionId ?? "";
    if (!w.app.standIn) throw new Error("No stand-in");
    await payAt(w.app.standIn, session, "card");
    leadsTo((await answerOf(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "leave" } })) as never, `/de/bookings/${held.bookingId}`);
    expect((await booking()).state).toBe("requested");
  });

  it("never takes an old order for a changed one: the form sent again from the browser's history opens with the changes", async () => {
    await paying();
    const changed = await send({ ...filled, street: "Spalenberg 12" });
    leadsTo(changed as never, /\/bookings\/[^/]+\/form$/);
    expect(await booking(changed.to?.split("/")[3] ?? "")).toMatchObject({ state: "draft", startsAt: held.startsAt, street: "Spalenberg 12" });
  });

  it("says that a change counts no more where the reservation may not be held anew, and keeps the order as it was", async () => {
    await paying();
    const { booking: table } = w.store.t;
    await w.store.db.update(table).set({ firstHeldAt: w.clock.now() - 3 * hour }).where(eq(table.id, held.bookingId));
    leadsTo((await send({ ...filled, street: "Spalenberg 12" })) as never, `${at("pay")}?unchanged`);
    expect(await booking()).toMatchObject({ state: "paying", street: filled.street });
    const looked = async (address: string) => (await answerOf<{ unchanged: boolean }>(w, pay.loader, address, { actor: guestOf(held.bookingId) })).value.unchanged;
    expect([await looked(at("pay")), await looked(`${at("pay")}?unchanged`)]).toEqual([false, true]);
  });

  it("says so when the payment page cannot be opened, keeps the slot and the words, and opens it on the next try", async () => {
    const { payments } = w.app;
    const open = payments.createCheckout;
    payments.createCheckout = () => Promise.reject(new Error("no answer"));
    leadsTo((await send(filled)) as never, at("pay"));
    const tried = await answerOf<{ unreachable: boolean }>(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "pay" } });
    expect([tried.status, tried.value.unreachable, (await booking()).state]).toEqual([503, true, "paying"]);
    payments.createCheckout = open;
    leadsTo((await answerOf(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "pay" } })) as never, /\/play-money\/checkout\//);
  });

  it("gives the slot back to who does not want to book after all", async () => {
    await paying();
    leadsTo((await answerOf(w, pay.action, at("pay"), { actor: guestOf(held.bookingId), form: { intent: "leave" } })) as never, at("again"));
    expect((await booking()).state).toBe("abandoned");
  });

  it("answers a slot that somebody else took with the next free ones", async () => {
    const root = await rootOf(w);
    const other = await aHelper(root, { givenName: "Nora" });
    await aLane(root);
    const rival = await aHeldBooking(root);
    const answer: Answer<{ refusal: string; next: number[] }> = await answerOf(w, again.action, at("again"), { actor: guestOf(held.bookingId), form: { offer: `listing:${rival.helper.listingId}`, startsAt: String(rival.startsAt) } });
    expect([answer.status, answer.value.refusal]).toEqual([409, "slot-taken"]);
    expect(answer.value.next.length).toBeGreaterThan(0);
    const { value } = await answerOf<{ next: { helpers: { offer: string; sameTime: boolean }[]; professional: { priceMinor: number } } }>(w, again.loader, at("again"), { actor: guestOf(held.bookingId) });
    expect(value.next.helpers[0]).toMatchObject({ offer: `listing:${other.listingId}`, sameTime: true });
    expect(value.next.professional.priceMinor).toBe(16_900);
  });
});
