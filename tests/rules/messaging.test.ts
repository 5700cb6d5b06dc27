import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { storePicture, removePicture } from "#app/domain/files/files.commands.server.ts";
import { fileFor } from "#app/domain/files/files.queries.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { looksSecret } from "#app/domain/messaging/messaging.ts";
import { messagesOf } from "#app/domain/messaging/messaging.queries.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, aGuest, aHelper, aStaffMember, as, basel, contextOn } from "../support/people.ts";

describe("a message looks secret", () => {
  for (const words of ["Das Passwort ist Sommer2027", "PIN: 482910", "mot de passe du wifi : abc12345", "My password is hunter22", "Karte 4242 4242 4242 4242", "Kennwort rheinsprung7"]) it(words, () => expect(looksSecret(words)).toBe(true));
  for (const words of ["Ich habe mein Passwort vergessen.", "Klingeln Sie bei Muster, 3. Stock, Code brauchen Sie keinen.", "Meine Nummer ist 079 123 45 67", "Das Modell heisst FB7590", "Wir treffen uns um 14:30"]) it(`but not: ${words}`, () => expect(looksSecret(words)).toBe(false));
});

eachDatabase("messages and pictures of a booking", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  async function asked() {
    const helper = await aHelper(root);
    const startsAt = ((await slotsForListing(root, helper.listingId)) ?? [])[2]?.slots[0] ?? 0;
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: helper.listingId }, startsAt, place: basel }));
    const guest = as(root, aGuest(bookingId));
    return { bookingId, helper: as(root, helper.actor), guest, pay: async () => must(await submitBooking(guest, bookingId, aForm())) && must(await paymentArrived(as(root, system), bookingId)) };
  }
  const picture = (id: string) => ({ id, mime: "image/webp", width: 10, height: 10, bytes: 100 });

  it("reach the other side, and nobody else reads them", async () => {
    const { bookingId, guest, helper, pay } = await asked();
    expect(await postMessage(guest, bookingId, { words: "Guten Tag" })).toMatchObject({ refusal: "not-allowed" });
    await pay();
    must(await postMessage(guest, bookingId, { words: " Guten Tag, haben Sie Fragen? " }));
    must(await postMessage(helper, bookingId, { words: "Welches Modell ist der Router?" }));
    expect((await messagesOf(guest, bookingId)).map(({ author, words }) => [author, words])).toEqual([["customer", "Guten Tag, haben Sie Fragen?"], ["helper", "Welches Modell ist der Router?"]]);
    const stranger = as(root, (await aCustomer(root)).actor);
    expect(await messagesOf(stranger, bookingId)).toEqual([]);
    expect(await postMessage(stranger, bookingId, { words: "Hallo" })).toMatchObject({ refusal: "not-found" });
    const mails = (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "mail"))).filter(({ payload }) => payload.bookingId === bookingId && String(payload.kind).startsWith("booking.message"));
    expect(mails.map(({ payload }) => payload.kind).sort()).toEqual(["booking.message.customer", "booking.message.helper"]);
  });

  it("count once when they are sent twice, and warn of a password", async () => {
    const { bookingId, guest, pay } = await asked();
    await pay();
    const first = must(await postMessage(guest, bookingId, { words: "Das Passwort ist Sommer2027" }));
    expect(first.looksSecret).toBe(true);
    expect(must(await postMessage(guest, bookingId, { words: "Das Passwort ist Sommer2027" })).messageId).toBe(first.messageId);
    expect(await postMessage(guest, bookingId, { words: "  " })).toMatchObject({ refusal: "invalid" });
    expect(await postMessage(guest, bookingId, { words: "x".repeat(2001) })).toMatchObject({ refusal: "invalid" });
    expect((await messagesOf(guest, bookingId)).length).toBe(1);
  });

  it("support writes to both, a helper who declined to nobody", async () => {
    const { bookingId, helper, pay } = await asked();
    await pay();
    must(await postMessage(as(root, (await aStaffMember(root, "support")).actor), bookingId, { words: "Wir sind da." }));
    const mails = (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "mail"))).map(({ payload }) => payload as { kind: string; bookingId: string; data?: { author?: string } });
    const told = mails.filter((mail) => mail.bookingId === bookingId && mail.kind.startsWith("booking.message."));
    expect(told.map(({ kind, data }) => [kind, data?.author]).sort()).toEqual([["booking.message.customer", "staff"], ["booking.message.helper", "staff"]]);
    expect(await postMessage(as(root, (await aStaffMember(root, "finance")).actor), bookingId, { words: "Wir auch." })).toMatchObject({ refusal: "not-allowed" });
    must(await declineBooking(helper, bookingId));
    expect(await postMessage(helper, bookingId, { words: "Tut mir leid." })).toMatchObject({ refusal: "not-allowed" });
  });

  it("support's words about the professional service go to the customer, not to support itself", async () => {
    const { bookingId, guest, pay } = await asked();
    await pay();
    await root.db.update(root.db.t.booking).set({ provider: "professional", helperId: null }).where(eq(root.db.t.booking.id, bookingId));
    const told = async () => (await root.db.select().from(root.db.t.job).where(eq(root.db.t.job.kind, "mail"))).map(({ payload }) => payload as { kind: string; bookingId: string }).filter((mail) => mail.bookingId === bookingId && mail.kind.startsWith("booking.message.")).map(({ kind }) => kind).sort();
    must(await postMessage(as(root, (await aStaffMember(root, "support")).actor), bookingId, { words: "Wir kommen um neun." }));
    expect(await told()).toEqual(["booking.message.customer"]);
    must(await postMessage(guest, bookingId, { words: "Danke" }));
    expect(await told()).toEqual(["booking.message.customer", "booking.message.helper"]);
  });

  it("carry pictures, which the two and staff see and strangers do not", async () => {
    const { bookingId, guest, helper, pay } = await asked();
    const id = root.newId();
    must(await storePicture(guest, { picture: picture(id), purpose: "booking", bookingId }));
    expect(await fileFor(helper, id)).toBeNull();
    await pay();
    const inMessage = root.newId();
    must(await storePicture(helper, { picture: picture(inMessage), purpose: "message", bookingId }));
    must(await postMessage(helper, bookingId, { words: "", fileIds: [inMessage, id, "none"] }));
    expect((await messagesOf(guest, bookingId))[0]?.fileIds).toEqual([inMessage]);
    for (const each of [id, inMessage]) {
      expect((await fileFor(guest, each))?.storedAs).toBe(each);
      expect(await fileFor(helper, each)).not.toBeNull();
      expect(await fileFor(as(root, (await aCustomer(root)).actor), each)).toBeNull();
      expect(await fileFor(as(root, aGuest()), each)).toBeNull();
    }
    expect(await removePicture(guest, id)).toMatchObject({ refusal: "wrong-state" });
    must(await acceptBooking(helper, bookingId));
  });

  it("are stored for one's own booking only, eight at most", async () => {
    const { bookingId, guest, helper } = await asked();
    expect(await storePicture(as(root, aGuest()), { picture: picture(root.newId()), purpose: "booking", bookingId })).toMatchObject({ refusal: "not-found" });
    expect(await storePicture(helper, { picture: picture(root.newId()), purpose: "booking", bookingId })).toMatchObject({ refusal: "not-found" });
    const ids = Array.from({ length: 8 }, () => root.newId());
    for (const id of ids) must(await storePicture(guest, { picture: picture(id), purpose: "booking", bookingId }));
    expect(await storePicture(guest, { picture: picture(root.newId()), purpose: "booking", bookingId })).toMatchObject({ refusal: "too-many-pictures" });
    for (const _ of [1, 2]) must(await removePicture(guest, ids[0] ?? ""));
    must(await storePicture(guest, { picture: picture(root.newId()), purpose: "booking", bookingId }));
  });
});
