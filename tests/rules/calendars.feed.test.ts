import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { acceptBooking, cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { closeFeed, myFeed, readFeed, renewFeed } from "#app/domain/calendars/feed.server.ts";
import { system, visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import type { Store } from "#db/store.ts";
import { anAskedBooking, day, hour, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aHelper, as, contextOn } from "../support/people.ts";

eachDatabase("the feed", (open) => {
  let store: Store;
  let root: Context;
  beforeAll(async () => {
    store = await open();
    root = contextOn(store, system);
  });

  const tokenOf = async (ctx: Context) => /\/calendars\/([\w-]+)\.ics$/.exec((await myFeed(ctx)).address ?? "")?.[1] ?? "";
  const entriesOf = async (token: string, now = root.now) => must(await readFeed(as(root, visitor([]), now), token)).entries;

  test("the feed tells name and address from 24 hours before a visit until its end, and only the locality before and after", async () => {
    const { helper, bookingId, booking } = await anAskedBooking(root, {}, 3);
    const me = as(root, helper.actor);
    must(await renewFeed(me));
    const token = await tokenOf(me);
    const town = `${booking.postcode} ${booking.locality}`;
    expect(await entriesOf(token)).toMatchObject([{ bookingId, isTentative: true, name: null, place: town }]);
    must(await acceptBooking(me, bookingId));
    const shown = async (at: number) => (await entriesOf(token, at)).map(({ name, place, isTentative, changedAt }) => ({ name, place, isTentative, changedAt }));
    const quiet = { name: null, place: town, isTentative: false };
    const named = { name: "Rosa Muster", place: `Rheinsprung 7, ${town}`, isTentative: false };
    expect(await shown(booking.startsAt - day - 1)).toMatchObject([quiet]);
    expect(await shown(booking.startsAt - day)).toMatchObject([{ ...named, changedAt: booking.startsAt - day }]);
    expect(await shown(booking.endsAt - 1)).toMatchObject([named]);
    expect(await shown(booking.endsAt)).toMatchObject([{ ...quiet, changedAt: booking.endsAt }]);
  });

  test("a request inside its last day still names nobody, and once its time to answer is over it is gone", async () => {
    const { helper, booking } = await anAskedBooking(root, {}, 1);
    const me = as(root, helper.actor);
    must(await renewFeed(me));
    const token = await tokenOf(me);
    const late = (booking.answerBy ?? 0) - 1;
    expect(await entriesOf(token, late)).toMatchObject([{ isTentative: true, name: null }]);
    expect(await entriesOf(token, late + 1)).toEqual([]);
  });

  test("a cancelled visit leaves the feed", async () => {
    const { helper, bookingId } = await anAskedBooking(root);
    const me = as(root, helper.actor);
    must(await renewFeed(me));
    must(await acceptBooking(me, bookingId));
    must(await cancelBooking(me, bookingId, "cannot_come"));
    expect(await entriesOf(await tokenOf(me))).toEqual([]);
  });

  test("a new address ends the old one, switching off ends both, and a guessed one is not found", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    expect(await myFeed(me)).toEqual({ address: null, lastReadAt: null });
    must(await renewFeed(me));
    const first = await tokenOf(me);
    expect(first).toMatch(/^[\w-]{27}$/);
    expect(must(await readFeed(root, first)).locale).toBe("de");
    expect((await myFeed(me)).lastReadAt).toBe(root.now);
    must(await renewFeed(me));
    const second = await tokenOf(me);
    expect(second).not.toBe(first);
    expect(refusalOf(await readFeed(root, first))).toBe("not-found");
    expect(refusalOf(await readFeed(root, second))).toBe("ok");
    const hashes = await store.db.select().from(store.t.calendarFeed);
    expect(JSON.stringify(hashes)).not.toContain(second);
    must(await closeFeed(me));
    expect(refusalOf(await readFeed(root, second))).toBe("not-found");
    expect((await myFeed(me)).address).toBeNull();
    for (const guess of ["", "x", "A".repeat(27), `${second}x`, "../../etc/passwd"]) expect(refusalOf(await readFeed(root, guess))).toBe("not-found");
  });

  test("the feed of somebody who has left is not found, and one is read 120 times an hour at most", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    must(await renewFeed(me));
    const token = await tokenOf(me);
    for (let i = 0; i < 120; i++) await readFeed(root, token);
    expect(refusalOf(await readFeed(root, token))).toBe("too-many");
    expect(refusalOf(await readFeed(as(root, system, root.now + hour), token))).toBe("ok");
    await store.db.update(store.t.helper).set({ state: "ended" }).where(eq(store.t.helper.id, helper.helperId));
    expect(refusalOf(await readFeed(as(root, system, root.now + hour), token))).toBe("not-found");
  });
});
