import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { afterLeaving } from "#app/routes/account/parts/leaving.ts";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import { serviceTypeById } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { searchHelpers } from "#app/domain/search/search.queries.server.ts";
import { readSearch, searchQuery } from "#app/domain/search/search.params.ts";
import { forgetHelper, rememberHelper } from "#app/domain/together/favourites.commands.server.ts";
import { favouriteIds, isFavourite, myHelpers } from "#app/domain/together/favourites.queries.server.ts";
import { addWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { aReportedBooking, day, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aGuest, aHelper, as, aServiceType, aStaffMember, basel, contextOn } from "../support/people.ts";

eachDatabase("helpers whom a customer remembers", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  it("are kept once, forgotten at a press, and are nobody else's", async () => {
    const [anna, eve, helper] = [await aCustomer(root), await aCustomer(root), await aHelper(root)];
    for (let i = 0; i < 2; i++) must(await rememberHelper(as(root, anna.actor), helper.helperId));
    expect([...((await favouriteIds(as(root, anna.actor))) ?? [])]).toEqual([helper.helperId]);
    expect([await isFavourite(as(root, eve.actor), helper.helperId), (await favouriteIds(as(root, eve.actor)))?.size]).toEqual([false, 0]);
    for (let i = 0; i < 2; i++) must(await forgetHelper(as(root, anna.actor), helper.helperId));
    expect(await isFavourite(as(root, anna.actor), helper.helperId)).toBe(false);
  });

  it("need an account, somebody who serves, and somebody else than oneself", async () => {
    const [anna, helper, support] = [await aCustomer(root), await aHelper(root), await aStaffMember(root)];
    expect(refusalOf(await rememberHelper(as(root, aGuest()), helper.helperId))).toBe("signed-out");
    expect(refusalOf(await rememberHelper(as(root, support.actor), helper.helperId))).toBe("signed-out");
    expect(refusalOf(await rememberHelper(as(root, helper.actor), helper.helperId))).toBe("own-listing");
    expect(refusalOf(await rememberHelper(as(root, anna.actor), "no-such-helper"))).toBe("not-found");
    expect(await favouriteIds(as(root, aGuest()))).toBeNull();
  });

  it("stand with a next time that can truly be booked, whoever is free first on top, and the last visit whose details come along", async () => {
    const { helper, bookingId, reportedAt } = await aReportedBooking(root);
    const { email } = (await readBooking(root, bookingId)).contact ?? { email: "" };
    const anna = await aCustomer(root, { email });
    const later = await aHelper(root, { hours: [{ weekday: 7, fromMinute: 600, untilMinute: 900 }] });
    const now = reportedAt + day;
    for (const { helperId } of [later, helper]) must(await rememberHelper(as(root, anna.actor, now), helperId));
    const rows = await myHelpers(as(root, anna.actor, now));
    expect(rows.map(({ id }) => id)).toEqual([helper.helperId, later.helperId]);
    expect(rows.map(({ last }) => last?.bookingId ?? null)).toEqual([bookingId, null]);
    const again = must(await holdSlot(as(root, anna.actor, now), { offer: { listingId: rows[0]?.offer?.listingId ?? "" }, startsAt: rows[0]?.offer?.nextFreeAt ?? 0, place: basel, replacesBookingId: bookingId }));
    const [before, draft] = [await readBooking(root, bookingId), await readBooking(root, again.bookingId)];
    expect(draft).toMatchObject({ state: "draft", customerId: anna.personId, contact: before.contact, visited: before.visited, street: before.street, intake: before.intake, concern: before.concern });
    expect(before.state).toBe("reported");
  });

  /** The same helper's second service, listed after the first. */
  async function alsoOffers(helperId: string, code: string): Promise<string> {
    const { content } = await aServiceType(root);
    const other = await aServiceType(root, { ...content, code });
    const id = root.newId();
    await root.db.insert(root.db.t.listing).values({ id, helperId, serviceTypeId: other.id, priceMinor: 6000, state: "live", createdAt: root.now + 1 });
    return id;
  }

  it("offer the service that they were remembered for, as long as it is listed; remembered again, the newer one", async () => {
    const [anna, helper] = [await aCustomer(root), await aHelper(root)];
    const [first, second] = [helper.listingId, await alsoOffers(helper.helperId, "printer-again")];
    const offered = async (actor = anna.actor) => (await myHelpers(as(root, actor)))[0]?.offer?.listingId;
    must(await rememberHelper(as(root, anna.actor), helper.helperId, "printer-again"));
    expect(await offered()).toBe(second);
    must(await rememberHelper(as(root, anna.actor), helper.helperId));
    expect(await offered()).toBe(second);
    await root.db.update(root.db.t.listing).set({ state: "paused" }).where(eq(root.db.t.listing.id, second));
    expect(await offered()).toBe(first);
    await root.db.update(root.db.t.listing).set({ state: "live" }).where(eq(root.db.t.listing.id, second));
    must(await rememberHelper(as(root, anna.actor), helper.helperId, "better-wlan"));
    expect(await offered()).toBe(first);
    const eve = await aCustomer(root);
    must(await rememberHelper(as(root, eve.actor), helper.helperId, "a-service-of-somebody-else"));
    expect(await offered(eve.actor)).toBe(first);
  });

  it("bring the last visit's details along only for the service of that visit, where another one was remembered", async () => {
    const { helper, bookingId, reportedAt } = await aReportedBooking(root);
    const anna = await aCustomer(root);
    await root.db.update(root.db.t.booking).set({ contactEmail: anna.email }).where(eq(root.db.t.booking.id, bookingId));
    const second = await alsoOffers(helper.helperId, "printer-once-more");
    const shown = async () => (await myHelpers(as(root, anna.actor, reportedAt + day))).filter(({ id }) => id === helper.helperId).map(({ offer, last }) => [offer?.listingId, offer?.code, last?.bookingId ?? null]);
    must(await rememberHelper(as(root, anna.actor), helper.helperId, "printer-once-more"));
    expect(await shown()).toEqual([[second, "printer-once-more", null]]);
    must(await rememberHelper(as(root, anna.actor), helper.helperId, "better-wlan"));
    expect(await shown()).toEqual([[helper.listingId, "better-wlan", bookingId]]);
  });

  it("never offer another's visit that was only shared with one", async () => {
    const { helper, bookingId, guest, reportedAt } = await aReportedBooking(root);
    const lea = await aCustomer(root);
    must(await addWatcher(as(root, guest), bookingId, { name: "Lea", email: lea.email, right: "act", locale: "de" }));
    must(await rememberHelper(as(root, lea.actor), helper.helperId));
    expect((await myHelpers(as(root, lea.actor, reportedAt + day))).map(({ id, last }) => [id, last])).toEqual([[helper.helperId, null]]);
  });

  it("who pauses or has left stays in the list, and cannot be booked", async () => {
    const [anna, helper] = [await aCustomer(root), await aHelper(root)];
    must(await rememberHelper(as(root, anna.actor), helper.helperId));
    await root.db.update(root.db.t.helper).set({ pausedAt: root.now });
    expect((await myHelpers(as(root, anna.actor))).map(({ id, offer }) => [id, offer])).toEqual([[helper.helperId, null]]);
    await root.db.update(root.db.t.helper).set({ pausedAt: null });
  });

  it("are alone in a search for them, which says how many more there would be", async () => {
    const [one, two] = [await aHelper(root), await aHelper(root)];
    const serviceType = await serviceTypeById(root, one.service.id);
    const [place] = root.places.byPostcode("4051");
    if (!serviceType || !place) throw new Error("No catalogue");
    const all = await searchHelpers(root, { serviceType, place, filters: {}, when: {}, sorting: "match", page: 1 });
    const mine = await searchHelpers(root, { serviceType, place, filters: { only: new Set([two.helperId]) }, when: {}, sorting: "match", page: 1 });
    expect(mine.cards.map(({ helperId }) => helperId)).toEqual([two.helperId]);
    expect(mine.keptAway).toEqual([{ filter: "mine", more: all.total - 1 }]);
    expect(await slotsForListing(root, two.listingId)).not.toBeNull();
  });
});

it("who is forgotten leaves the reader at the next in the list, or at the one before the end, or at what says that nobody is left", () => {
  const [maya, noa, lea] = ["maya", "noa", "lea"].map((id) => ({ id, name: id.toUpperCase() })) as [Who, Who, Who];
  expect(afterLeaving([maya, noa, lea], [maya, lea])).toEqual({ left: noa, next: "lea" });
  expect(afterLeaving([maya, noa, lea], [noa, maya])).toEqual({ left: lea, next: "maya" });
  expect(afterLeaving([maya], [])).toEqual({ left: maya, next: null });
  expect(afterLeaving([maya, noa], [noa, maya])).toBeNull();
});
type Who = { id: string; name: string };

it("a search for one's own helpers stands in its address", () => {
  const ask = readSearch(new URLSearchParams("service=better-wlan&place=4051-Basel&mine=1"));
  expect(ask.filters.mine).toBe(true);
  expect(searchQuery(ask)).toContain("mine=1");
  expect(readSearch(new URLSearchParams("mine=yes")).filters.mine).toBeUndefined();
});
