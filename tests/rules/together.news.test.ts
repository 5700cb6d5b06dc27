import { beforeEach, expect, it } from "vitest";
import { acceptBooking, cancelBooking, declineBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { asksOf } from "#app/domain/dispatch/asks.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { seriesStarts } from "#app/domain/series/dates.ts";
import { answerSeries, cancelSeries } from "#app/domain/series/together.commands.server.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { endAbsence, noteAbsence, noteCall } from "#app/domain/visit/absence.commands.server.ts";
import { aHeldBooking, hour, minute, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, as, basel, contextOn, type HelperMore, monday } from "../support/people.ts";
import { inCalendar, postOf } from "../support/post.ts";
import { type Offering, thursday } from "../support/waves.ts";
import { world } from "../support/world.ts";

const rosa = { name: "Rosa Muster", telephone: "+41 61 123 45 67", email: "rosa@example.ch", locale: "it" as const };
const lea = { name: "Lea Muster", email: "lea@example.ch", right: "see" as const, locale: "fr" as const };

eachDatabase("the news of a visit", (open) => {
  let root: Context;
  let post: ReturnType<typeof postOf>;
  beforeEach(async () => {
    const w = await world({ at: monday, store: { ...(await open()), close: async () => undefined } });
    root = contextOn(w.store);
    post = postOf(w);
  });
  /** What somebody was written in the last delivery: kinds, and what their calendar is told. */
  const to = (letters: Awaited<ReturnType<typeof post.deliver>>, address: string) => letters.filter((letter) => letter.to === address).map((letter) => [letter.topic, inCalendar(letter)]);

  /** Maya is asked for a visit to Rosa, which Lea watches; others are asked where Maya cannot. */
  async function toRosa(others: HelperMore[] = [{}], startsAt = thursday) {
    const maya = await aHelper(root, { givenName: "Maya" });
    const rest: Offering[] = [];
    for (const more of others) rest.push(await aHelper(root, { givenName: "Nora", ...more }));
    const { bookingId } = must(await holdSlot(as(root, aGuest()), { offer: { listingId: maya.listingId }, startsAt, place: basel }));
    const guest = aGuest(bookingId);
    must(await submitBooking(as(root, guest), bookingId, { ...aForm(), visited: rosa, substitution: "same_time" }));
    must(await paymentArrived(as(root, system), bookingId));
    must(await addWatcher(as(root, guest), bookingId, lea));
    await post.deliver();
    return { maya, rest, bookingId, guest };
  }
  const nora = async (bookingId: string, rest: readonly Offering[]) => {
    const [ask] = (await asksOf(root, bookingId)).filter(({ state }) => state === "open");
    const asked = rest.find(({ helperId }) => helperId === ask?.helperId);
    if (!asked) throw new Error("Nobody was asked");
    return asked;
  };

  it("names another helper to whom was told of the first: who is visited expects no wrong person at the door", async () => {
    const { maya, rest, bookingId } = await toRosa();
    must(await acceptBooking(as(root, maya.actor), bookingId));
    expect(to(await post.deliver(), rosa.email)).toEqual([["booking.accepted.watcher", "CONFIRMED 1"]]);
    must(await cancelBooking(as(root, maya.actor, monday + hour), bookingId, "ill"));
    const back = await post.deliver(monday + hour);
    for (const { email } of [rosa, lea]) expect(to(back, email)).toEqual([["booking.othersAsked.watcher", "TENTATIVE 2"]]);
    expect(back.find((letter) => letter.to === rosa.email)?.text).toContain("Maya");
    must(await acceptBooking(as(root, (await nora(bookingId, rest)).actor, monday + 2 * hour), bookingId));
    const again = await post.deliver(monday + 2 * hour);
    for (const { email } of [rosa, lea]) expect(to(again, email)).toEqual([["booking.substitute.watcher", "CONFIRMED 3"]]);
    const word = again.find((letter) => letter.to === rosa.email);
    expect(word?.subject).toContain("Nora");
    expect(word?.text).toContain("Non è la persona");
    expect(again.find((letter) => letter.to === lea.email)?.text).toContain("Nora");
  });

  it("says of a substitute simply that they come where nobody had been announced", async () => {
    const { maya, rest, bookingId } = await toRosa();
    must(await declineBooking(as(root, maya.actor, monday + hour), bookingId));
    expect(to(await post.deliver(monday + hour), rosa.email)).toEqual([]);
    must(await acceptBooking(as(root, (await nora(bookingId, rest)).actor, monday + 2 * hour), bookingId));
    const [word] = (await post.deliver(monday + 2 * hour)).filter((letter) => letter.to === rosa.email);
    expect([word?.topic, inCalendar(word)]).toEqual(["booking.substitute.watcher", "CONFIRMED 1"]);
    expect(word?.text).not.toContain("Non è la persona");
  });

  it("takes the visit out of every calendar that has it when nobody can come in the end, the first helper's too where a file had gone to them", async () => {
    const { maya, bookingId } = await toRosa();
    const { mail } = root.db.t;
    must(await acceptBooking(as(root, maya.actor), bookingId));
    await post.deliver();
    // As after a time that Maya took: the file went with that mail.
    await root.db.insert(mail).values({ id: root.newId(), kind: "booking.rescheduled.helper", toAddress: maya.email, locale: "de", subject: "", html: "", text: "", bookingId, createdAt: monday });
    must(await cancelBooking(as(root, maya.actor, monday + hour), bookingId, "cannot_come"));
    const back = await post.deliver(monday + hour);
    expect(to(back, "anna@example.ch")).toEqual([["booking.othersAsked.customer", "TENTATIVE 2"]]);
    expect(to(back, maya.email)).toEqual([["booking.fellOut.helper", "CANCELLED 2"]]);
    for (let at = monday + hour, n = 0; n < 30; n++) {
      const booking = await readBooking(root, bookingId);
      if (booking.state !== "requested") break;
      at = Math.max(at, booking.nextWaveAt ?? booking.answerBy ?? at);
      await tickBooking(as(root, system, at), bookingId);
    }
    expect((await readBooking(root, bookingId)).state).toBe("lapsed");
    const end = await post.deliver(thursday);
    expect(to(end, "anna@example.ch")).toEqual([["booking.lapsed.customer", "CANCELLED 3"]]);
    for (const { email } of [rosa, lea]) expect(to(end, email)).toEqual([["booking.lapsed.watcher", "CANCELLED 3"]]);
  });

  it("puts nothing into a calendar that never had the visit, and troubles nobody who is visited with a request that came to nothing", async () => {
    const { maya, bookingId } = await toRosa([]);
    must(await declineBooking(as(root, maya.actor, monday + hour), bookingId));
    const end = await post.deliver(monday + hour);
    expect(to(end, "anna@example.ch")).toEqual([["booking.declined.customer", null]]);
    expect(to(end, lea.email)).toEqual([["booking.declined.watcher", null]]);
    expect(to(end, rosa.email)).toEqual([]);
  });

  it("tells a helper who falls out that it has arrived, without a file where none had gone to them", async () => {
    const { maya, bookingId } = await toRosa();
    must(await acceptBooking(as(root, maya.actor), bookingId));
    must(await cancelBooking(as(root, maya.actor, monday + hour), bookingId, "ill"));
    expect(to(await post.deliver(monday + hour), maya.email)).toEqual([["booking.fellOut.helper", null]]);
  });

  it("says that the helper did not come, to whoever waits with the customer", async () => {
    const { maya, bookingId, guest } = await toRosa([]);
    must(await acceptBooking(as(root, maya.actor), bookingId));
    await post.deliver();
    const at = thursday + minute;
    must(await noteAbsence(as(root, guest, at), bookingId));
    must(await noteCall(as(root, guest, at + minute), bookingId, 1));
    must(await noteCall(as(root, guest, at + 7 * minute), bookingId, 2));
    must(await endAbsence(as(root, guest, at + 20 * minute), bookingId));
    const end = await post.deliver(at + 20 * minute);
    for (const { email } of [rosa, lea]) expect(to(end, email)).toEqual([["booking.missed.watcher", "CANCELLED 2"]]);
    expect(JSON.stringify(end.filter((letter) => letter.to === lea.email || letter.to === rosa.email))).not.toMatch(/CHF|49\.00/);
  });

  /** Three visits to Rosa, paid and asked; Lea watches the last two, Theo the second. */
  async function seriesToRosa(more: HelperMore = {}) {
    const { helper, startsAt, bookingId, guest } = await aHeldBooking(root, more, 7);
    const { bookingIds } = must(await makeSeries(as(root, guest), bookingId, { everyWeeks: 2, starts: seriesStarts(startsAt, "Europe/Zurich", { everyWeeks: 2, times: 3 }).slice(1) }));
    must(await submitBooking(as(root, guest), bookingId, { ...aForm(), visited: rosa }));
    for (const id of bookingIds) must(await paymentArrived(as(root, system), id));
    const [one = "", two = "", three = ""] = bookingIds;
    const owner = aGuest(...bookingIds);
    for (const id of [two, three]) must(await addWatcher(as(root, owner), id, lea));
    must(await addWatcher(as(root, owner), two, { ...lea, email: "theo@example.ch" }));
    return { helper, one, two, three, bookingIds, owner };
  }

  it("of a series is one mail for each person about the visits that concern them, when it is answered and when it is cancelled", async () => {
    const { helper, one, two, three, bookingIds, owner } = await seriesToRosa();
    await post.deliver();
    must(await answerSeries(as(root, helper.actor), one, [one, three]));
    const answered = await post.deliver();
    expect(to(answered, rosa.email)).toEqual([["series.accepted.watcher", "CONFIRMED 1"]]);
    expect(answered.find((letter) => letter.to === rosa.email)?.attachments).toHaveLength(2);
    expect(to(answered, lea.email)).toEqual([["series.accepted.watcher", "CONFIRMED 1"]]);
    const [first, second, third] = await Promise.all(bookingIds.map((id) => readBooking(root, id)));
    const letter = answered.find((each) => each.to === lea.email);
    const dates = letter?.attachments?.map(({ name }) => name);
    expect(dates).toEqual([`${third?.reference}.ics`]);
    expect(letter?.text).not.toContain(first?.reference ?? "");
    expect(letter?.text).toMatch(new RegExp(`/fr/bookings/${three}\\?key=`));
    // Theo watches the one that was declined.
    expect(to(answered, "theo@example.ch")).toEqual([["booking.declined.watcher", null]]);
    expect(second?.state).toBe("declined");
    must(await cancelSeries(as(root, owner), two, { reason: "other", shownMinor: 99_999 }));
    const off = await post.deliver();
    expect(to(off, rosa.email)).toEqual([["series.cancelled.watcher", "CANCELLED 2"]]);
    expect(to(off, lea.email)).toEqual([["series.cancelled.watcher", "CANCELLED 2"]]);
    expect(to(off, "theo@example.ch")).toEqual([]);
    expect(JSON.stringify(off.filter(({ to: address }) => address === lea.email || address === rosa.email))).not.toMatch(/CHF|49\.00/);
  });

  it("of a series that lapses reaches whoever watches once, and not who is visited: nobody had said yes", async () => {
    const { one, bookingIds } = await seriesToRosa();
    await post.deliver();
    const { answerBy } = await readBooking(root, one);
    for (const id of bookingIds) await tickBooking(as(root, system, (answerBy ?? 0) + minute), id);
    const end = await post.deliver((answerBy ?? 0) + minute);
    expect([to(end, lea.email), to(end, "theo@example.ch"), to(end, rosa.email)]).toEqual([[["series.lapsed.watcher", null]], [["booking.lapsed.watcher", null]], []]);
  });

  it("of a series that is booked at once tells who is visited of all visits in one mail", async () => {
    const { bookingIds } = await seriesToRosa({ instant: true });
    const letters = (await post.deliver()).filter((letter) => letter.to === rosa.email);
    expect(letters.map(({ topic }) => topic)).toEqual(["series.accepted.watcher"]);
    expect(letters[0]?.attachments).toHaveLength(bookingIds.length);
  });
});
