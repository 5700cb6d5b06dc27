import { eq } from "drizzle-orm";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it } from "vitest";
import { acceptBooking, cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { forgetMailWords } from "#app/jobs/forget.server.ts";
import { MailPreview } from "#app/routes/staff/system/parts/mail-parts.tsx";
import { loader as mailLoader } from "#app/routes/staff/system/mail.tsx";
import "#app/texts/all.server.ts";
import { translator } from "#app/texts/registry.ts";
import { day, hour } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn, monday } from "../support/people.ts";
import { postOf } from "../support/post.ts";
import { thursday } from "../support/waves.ts";
import { type World, world } from "../support/world.ts";

eachDatabase("what was written about a booking", (open) => {
  let w: World;
  let root: Context;
  let post: ReturnType<typeof postOf>;
  beforeEach(async () => {
    w = await world({ at: monday, store: { ...(await open()), close: async () => undefined } });
    root = contextOn(w.store);
    post = postOf(w);
  });

  /** Accepted with an address and a telephone in its mails, then cancelled. */
  async function aCancelledVisit() {
    const maya = await aHelper(root, { givenName: "Maya" });
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: maya.listingId }, startsAt: thursday, place: basel }));
    const guest = aGuest(bookingId);
    must(await submitBooking(as(root, guest), bookingId, { ...aForm(), visited: { name: "Rosa Muster", telephone: "+41 61 123 45 67", email: "rosa@example.ch", locale: "it" } }));
    must(await paymentArrived(as(root, system), bookingId));
    must(await addWatcher(as(root, guest), bookingId, { name: "Lea Muster", email: "lea@example.ch", right: "see", locale: "fr" }));
    must(await acceptBooking(as(root, maya.actor), bookingId));
    await post.deliver();
    await post.deliver(thursday - day);
    must(await cancelBooking(as(root, guest, thursday - day), bookingId, "other"));
    await post.deliver();
    return { bookingId };
  }
  const mailsOf = (bookingId: string) => root.db.select().from(root.db.t.mail).where(eq(root.db.t.mail.bookingId, bookingId));

  it("holds neither street nor telephone nor names once the booking is blurred; that it was written, when and to whom stays", async () => {
    const one = await aCancelledVisit();
    const two = await aCancelledVisit();
    const before = await mailsOf(one.bookingId);
    expect(JSON.stringify(before)).toMatch(/Rheinsprung 7/);
    await tickBooking(as(root, system, thursday + 95 * day), one.bookingId);
    const after = await mailsOf(one.bookingId);
    expect(JSON.stringify(after)).not.toMatch(/Rheinsprung|61 123 45 67|79 123 45 67|Rosa|rosa@|lea@/);
    expect(after.map(({ subject, html, text }) => subject + html + text).join("")).toBe("");
    const facts = ({ id, kind, createdAt, sentAt, locale }: (typeof after)[number]) => [id, kind, createdAt, sentAt, locale];
    expect(after.map(facts).sort()).toEqual(before.map(facts).sort());
    expect(after.find(({ kind }) => kind === "booking.accepted.customer")?.toAddress).toBe("anna@example.ch");
    // Another booking's are not touched.
    expect(JSON.stringify(await mailsOf(two.bookingId))).toMatch(/Rheinsprung 7/);
  });

  it("is emptied at night where it was written before mails went with their booking, or after it", async () => {
    const { bookingId } = await aCancelledVisit();
    const { booking } = root.db.t;
    const open = await aCancelledVisit();
    await root.db.update(booking).set({ blurredAt: monday + hour }).where(eq(booking.id, bookingId));
    await forgetMailWords(w.app, root);
    expect((await mailsOf(bookingId)).every(({ html, text }) => html + text === "")).toBe(true);
    expect(JSON.stringify(await mailsOf(open.bookingId))).toMatch(/Rheinsprung 7/);
  });

  it("says on the screens of staff and of the outbox that the words were deleted, in every language", async () => {
    const { bookingId } = await aCancelledVisit();
    await tickBooking(as(root, system, thursday + 95 * day), bookingId);
    const [mail] = await mailsOf(bookingId);
    if (!mail) throw new Error("No mail");
    const asked = await w.request(`/de/staff/system/mails/${mail.id}`, { actor: staff("s", ["support"]) });
    expect(await mailLoader(asked as never)).toMatchObject({ title: "Worte gelöscht" });
    for (const [locale, says] of [["de", "sind gelöscht"], ["fr", "est supprimé"], ["it", "è eliminato"], ["en", "are deleted"]] as const) {
      const shown = renderToStaticMarkup(createElement(MailPreview, { mail, body: "/body", sends: true, t: translator(locale), moment: String }));
      expect(shown).toContain(says);
      expect(shown).toContain(mail.kind);
      expect(shown).not.toContain("iframe");
    }
  });
});
