import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { addException, removeException, setWeeklyHours } from "#app/domain/availability/availability.commands.server.ts";
import { calendarHours, nextFree, slotsFor, slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { eachDatabase } from "../support/databases.ts";
import { aGuest, aHelper, aLane, aStaffMember, as, basel, contextOn, everyDay } from "../support/people.ts";

const hour = 3_600_000;
const day = 24 * hour;

eachDatabase("hours", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });
  const nextFreeOf = async (id: string) => (await root.db.select({ at: root.db.t.helper.nextFreeAt }).from(root.db.t.helper).where(eq(root.db.t.helper.id, id)))[0]?.at;

  it("are kept by the helper, and the lower bound for searches follows", async () => {
    const helper = await aHelper(root, { hours: [] });
    const mine = as(root, helper.actor);
    expect(await nextFreeOf(helper.helperId)).toBeNull();
    must(await setWeeklyHours(mine, helper.helperId, [{ weekday: 3, fromMinute: 1080, untilMinute: 1260 }]));
    expect(await nextFreeOf(helper.helperId)).toBe(Date.UTC(2027, 5, 9, 16));
    const { id } = must(await addException(mine, helper.helperId, { date: "2027-06-09", kind: "closed", fromMinute: 0, untilMinute: 1440 }));
    expect(await nextFreeOf(helper.helperId)).toBe(Date.UTC(2027, 5, 16, 16));
    must(await addException(mine, helper.helperId, { date: "2027-06-08", kind: "open", fromMinute: 540, untilMinute: 660 }));
    expect(await nextFreeOf(helper.helperId)).toBe(Date.UTC(2027, 5, 8, 7));
    for (const _ of [1, 2]) must(await removeException(mine, id));
    expect((await calendarHours(root, helper.helperId)).exceptions.map(({ date }) => date)).toEqual(["2027-06-08"]);
  });

  it("of others are not found, and lanes are support's", async () => {
    const [helper, other] = [await aHelper(root), await aHelper(root)];
    const lane = await aLane(root);
    const support = as(root, (await aStaffMember(root, "support")).actor);
    for (const ctx of [as(root, other.actor), as(root, aGuest()), support]) expect(await setWeeklyHours(ctx, helper.helperId, [])).toMatchObject({ refusal: "not-found" });
    expect(await setWeeklyHours(as(root, helper.actor), lane, [])).toMatchObject({ refusal: "not-found" });
    must(await setWeeklyHours(support, lane, everyDay(600, 720)));
    expect((await calendarHours(root, lane)).weekly.length).toBe(7);
  });

  it("that make no sense are refused", async () => {
    const helper = await aHelper(root);
    const mine = as(root, helper.actor);
    for (const span of [{ weekday: 8, fromMinute: 0, untilMinute: 60 }, { weekday: 1, fromMinute: 60, untilMinute: 60 }, { weekday: 1, fromMinute: 0, untilMinute: 1441 }, { weekday: 1.5, fromMinute: 0, untilMinute: 60 }]) expect(await setWeeklyHours(mine, helper.helperId, [span])).toMatchObject({ refusal: "invalid" });
    for (const date of ["2027-02-31x", "yesterday", "2020-01-01"]) expect(await addException(mine, helper.helperId, { date, kind: "closed", fromMinute: 0, untilMinute: 60 })).toMatchObject({ refusal: "invalid" });
  });

  it("of many calendars at once give the same next free start as of each alone", async () => {
    const helpers = [await aHelper(root), await aHelper(root, { hours: everyDay(1140, 1260) }), await aHelper(root, { hours: [] })];
    const ids = helpers.map(({ helperId }) => helperId);
    const together = await nextFree(root, ids, { durationMinutes: 90 });
    for (const id of ids) expect(together.get(id)).toBe((await slotsFor(root, id, 90)).flatMap(({ slots }) => slots)[0] ?? null);
    expect(together.get(ids[2] ?? "")).toBeNull();
  });

  it("are empty while a helper pauses, and end with their notice", async () => {
    const helper = await aHelper(root);
    const { helper: table } = root.db.t;
    const free = async () => ((await slotsForListing(root, helper.listingId)) ?? []).flatMap(({ slots }) => slots);
    await root.db.update(table).set({ state: "notice", endsAt: root.now + 3 * day }).where(eq(table.id, helper.helperId));
    expect(Math.max(...(await free()))).toBeLessThan(root.now + 3 * day);
    await root.db.update(table).set({ pausedAt: root.now }).where(eq(table.id, helper.helperId));
    expect(await slotsForListing(root, helper.listingId)).toBeNull();
    expect((await slotsFor(root, helper.helperId, 90)).flatMap(({ slots }) => slots)).toEqual([]);
  });

  it("are full for a day after two visits, held ones included, and free again when a hold runs out", async () => {
    const helper = await aHelper(root);
    const offer = { listingId: helper.listingId };
    const days = (await slotsForListing(root, helper.listingId)) ?? [];
    const its = days[4]?.slots ?? [];
    for (const startsAt of [its[0], its.at(-1)]) must(await holdSlot(as(root, aGuest()), { offer, startsAt: startsAt ?? 0, place: basel }));
    expect((await slotsForListing(root, helper.listingId))?.[4]?.slots).toEqual([]);
    expect((await slotsForListing(as(root, root.actor, root.now + hour), helper.listingId))?.[4]?.slots).toEqual(its);
  });
});
