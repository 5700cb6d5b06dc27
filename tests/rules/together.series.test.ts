import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { type Actor, system, visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { seriesStarts } from "#app/domain/series/dates.ts";
import { cancelSeries, seriesEnd } from "#app/domain/series/together.commands.server.ts";
import { watcherKey } from "#app/domain/together/key.server.ts";
import { addWatcher, changeRight, removeWatcher } from "#app/domain/together/watchers.commands.server.ts";
import { openAsWatcher, visitsWatched, watchersOf } from "#app/domain/together/watchers.queries.server.ts";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as together from "#app/routes/customer/bookings/series-cancel.tsx";
import * as people from "#app/routes/customer/bookings/people.tsx";
import "#app/texts/all.server.ts";
import { aHeldBooking, anAskedBooking, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, as, contextOn, monday } from "../support/people.ts";
import { postOf } from "../support/post.ts";
import { pairs, type World, world } from "../support/world.ts";
import { answerOf } from "../screens/booking.support.ts";

const lea = { name: "Lea Muster", email: "lea@example.ch", right: "see" as const, locale: "fr" as const };

eachDatabase("people around a series", (open) => {
  let w: World;
  let root: Context;
  let post: ReturnType<typeof postOf>;
  beforeEach(async () => {
    w = await world({ at: monday, store: { ...(await open()), close: async () => undefined } });
    root = contextOn(w.store);
    post = postOf(w);
  });

  /** Four visits, paid and asked of one helper; the second is cancelled already. */
  async function aSeries() {
    const { startsAt, bookingId, guest, helper } = await aHeldBooking(root, {}, 7);
    const { bookingIds } = must(await makeSeries(as(root, guest), bookingId, { everyWeeks: 2, starts: seriesStarts(startsAt, "Europe/Zurich", { everyWeeks: 2, times: 4 }).slice(1) }));
    must(await submitBooking(as(root, guest), bookingId, aForm()));
    for (const id of bookingIds) must(await paymentArrived(as(root, system), id));
    const [one = "", two = "", three = "", four = ""] = bookingIds;
    const owner = aGuest(...bookingIds);
    must(await cancelBooking(as(root, owner), two, "other"));
    await post.deliver();
    return { one, two, three, four, bookingIds, owner, helper };
  }
  const rowOf = async (bookingId: string) => {
    const { watcher } = root.db.t;
    const [row] = await root.db.select().from(watcher).where(and(eq(watcher.bookingId, bookingId), eq(watcher.email, lea.email), isNull(watcher.removedAt)));
    return row;
  };
  const rights = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await rowOf(id))?.right ?? null));

  it("are let into every visit that is still to come in one step and with one mail, whose link opens all of them", async () => {
    const { one, two, three, four, owner } = await aSeries();
    must(await addWatcher(as(root, owner), three, { ...lea, all: true }));
    expect(await rights([one, two, three, four])).toEqual(["see", null, "see", "see"]);
    const letters = (await post.deliver()).filter(({ to }) => to === lea.email);
    expect(letters.map(({ topic }) => topic)).toEqual(["series.watching.watcher"]);
    expect(letters[0]?.subject).toContain("3 visites");
    const row = await rowOf(three);
    const opened = await openAsWatcher(root, row ? watcherKey(root, row) : "");
    const browser: Actor = { ...visitor(), watching: [opened?.keyHash ?? "", ...(opened?.others ?? [])] };
    for (const id of [one, three, four]) expect((await findBooking(as(root, browser), id))?.watching?.right).toBe("see");
    expect(await findBooking(as(root, browser), two)).toBeNull();
    expect((await visitsWatched(root, await readBooking(root, three))).get(row?.id ?? "")).toBe(3);
  });

  it("stay with one visit where the customer means only that", async () => {
    const { one, three, four, owner } = await aSeries();
    must(await addWatcher(as(root, owner), three, lea));
    expect(await rights([one, three, four])).toEqual([null, "see", null]);
    expect((await post.deliver()).filter(({ to }) => to === lea.email).map(({ topic }) => topic)).toEqual(["booking.watching.watcher"]);
    const row = await rowOf(three);
    expect((await openAsWatcher(root, row ? watcherKey(root, row) : ""))?.others).toEqual([]);
  });

  it("get another right and lose it for one visit or for all", async () => {
    const { one, three, four, owner } = await aSeries();
    const { watcherId } = must(await addWatcher(as(root, owner), one, { ...lea, all: true }));
    must(await changeRight(as(root, owner), one, watcherId, "act"));
    expect(await rights([one, three, four])).toEqual(["act", "see", "see"]);
    must(await changeRight(as(root, owner), one, watcherId, "act", true));
    expect(await rights([one, three, four])).toEqual(["act", "act", "act"]);
    const later = (await rowOf(four))?.id ?? "";
    must(await removeWatcher(as(root, owner), four, later));
    expect(await rights([one, three, four])).toEqual(["act", "act", null]);
    must(await removeWatcher(as(root, owner), one, watcherId, true));
    expect(await rights([one, three, four])).toEqual([null, null, null]);
    expect(refusalOf(await changeRight(as(root, owner), one, watcherId, "see", true))).toBe("not-found");
  });

  it("cannot be more than five at any of the visits, and nobody is let into some of them only", async () => {
    const { one, three, four, owner } = await aSeries();
    for (let i = 0; i < 5; i++) must(await addWatcher(as(root, owner), four, { ...lea, email: `other${i}@example.ch` }));
    expect(refusalOf(await addWatcher(as(root, owner), one, { ...lea, all: true }))).toBe("too-many-watchers");
    expect(await rights([one, three, four])).toEqual([null, null, null]);
    must(await addWatcher(as(root, owner), one, lea));
  });

  it("who may act on one visit neither see nor cancel the others, also by the address for all of them", async () => {
    const { one, two, three, four, owner } = await aSeries();
    must(await addWatcher(as(root, owner), three, { ...lea, right: "act" }));
    const browser: Actor = { ...visitor(), watching: [(await rowOf(three))?.keyHash ?? ""] };
    expect(await seriesEnd(as(root, browser), three)).toBeNull();
    expect(refusalOf(await cancelSeries(as(root, browser), three, { reason: "other", shownMinor: 99_999 }))).toBe("not-found");
    const at = `/de/bookings/${three}/series/cancel`;
    expect((await answerOf(w, together.loader, at, { actor: browser })).headers.get("location")).toBe(`/de/bookings/${three}`);
    expect((await answerOf(w, together.action, at, { actor: browser, form: { reason: "other", compensation: "99999" } })).status).toBeGreaterThanOrEqual(400);
    expect(await Promise.all([one, two, three, four].map(async (id) => (await readBooking(root, id)).state))).toEqual(["requested", "cancelled", "requested", "requested"]);
    must(await cancelBooking(as(root, browser), three, "other"));
    expect((await seriesEnd(as(root, owner), one))?.visits.map(({ id }) => id)).toEqual([one, four]);
  });

  it("are never let into another customer's visits", async () => {
    const { one, owner } = await aSeries();
    const other = await anAskedBooking(root);
    expect(refusalOf(await addWatcher(as(root, owner), other.bookingId, { ...lea, all: true }))).toBe("not-found");
    const { watcherId } = must(await addWatcher(as(root, owner), one, { ...lea, all: true }));
    expect(refusalOf(await removeWatcher(as(root, other.guest), one, watcherId, true))).toBe("not-found");
    expect(await watchersOf(as(root, other.guest), other.bookingId)).toEqual([]);
  });

  it("are let in by a form whose box is ticked before, and which works without JavaScript", async () => {
    const { one, three, four, owner } = await aSeries();
    const at = `/de/bookings/${one}/people`;
    const send = (form: Record<string, string>) => answerOf(w, people.action, at, { actor: owner, form });
    const { all: _none, ...fields } = { ...lea, intent: "add", all: "" };
    expect((await answerOf<{ series: number }>(w, people.loader, at, { actor: owner })).value.series).toBe(3);
    expect((await send({ ...fields, all: "on" })).status).toBe(302);
    expect(await rights([one, three, four])).toEqual(["see", "see", "see"]);
    const row = await rowOf(one);
    const opened = await answerOf(w, page.loader, `/de/bookings/${one}?key=${row ? watcherKey(await w.as(system), row) : ""}`);
    const cookie = pairs([opened.headers.get("set-cookie") ?? ""]);
    expect((await answerOf(w, page.loader, `/de/bookings/${four}`, { cookie })).status).toBe(200);
    expect((await send({ intent: "remove", watcher: row?.id ?? "", all: "on" })).status).toBe(302);
    expect(await rights([one, three, four])).toEqual([null, null, null]);
    expect((await answerOf(w, page.loader, `/de/bookings/${four}`, { cookie })).status).toBe(404);
    expect((await send(fields)).status).toBe(302);
    expect(await rights([one, three, four])).toEqual(["see", null, null]);
  });
});
