import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { addException, refreshNextFree, setWeeklyHours } from "#app/domain/availability/availability.commands.server.ts";
import { calendarHours, calendarRules, isFree, nextFree, slotsFor, slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { addHoliday, removeHoliday, setCalendarRules, setDayHours } from "#app/domain/availability/rules.commands.server.ts";
import { noOwnRules, type OwnRules } from "#app/domain/availability/rules.ts";
import { localityPoint, travelMinutes } from "#app/domain/availability/travel.ts";
import { submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { crosses, yearOfEarnings } from "#app/domain/booking/earnings.queries.server.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { saveSetting } from "#app/domain/settings/settings.commands.server.ts";
import { refreshPassedBounds } from "#app/jobs/next-free.server.ts";
import { aReportedBooking, anAskedBooking, day, hour, minute, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, aGuest, aHelper, aLane, aStaffMember, as, basel, contextOn, everyDay, seeded } from "../support/people.ts";

const riehen = { postcode: "4125", locality: "Riehen" };
const laufen = { postcode: "4242", locality: "Laufen" };
const own = (more: Partial<OwnRules>): OwnRules => ({ ...noOwnRules, ...more });

eachDatabase("a helper's own rules", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });
  const boundOf = async (id: string) => (await root.db.select({ at: root.db.t.helper.nextFreeAt }).from(root.db.t.helper).where(eq(root.db.t.helper.id, id)))[0]?.at ?? null;
  const hold = (listingId: string, startsAt: number, place = basel) => holdSlot(as(root, aGuest()), { offer: { listingId }, startsAt, place });

  it("are the company's until they set their own, and the slots and the kept bound follow at once", async () => {
    const helper = await aHelper(root);
    const mine = as(root, helper.actor);
    expect((await calendarRules(root, helper.helperId)).rules).toMatchObject({ bufferBeforeMinutes: 15, bufferAfterMinutes: 15, visitsPerDay: 2, visitsPerWeek: 10, leadMinutes: 360, instantLeadMinutes: 240, horizonDays: 28, means: "car" });
    expect(await boundOf(helper.helperId)).toBe(root.now + 6 * hour);
    must(await setCalendarRules(mine, helper.helperId, own({ leadMinutes: 2880, stepMinutes: 60, horizonDays: 7, means: "foot" })));
    const slots = (await slotsFor(root, helper.helperId, 90)).flatMap((each) => each.slots);
    expect(Math.min(...slots)).toBe(root.now + 48 * hour);
    expect(Math.max(...slots)).toBeLessThan(root.now + 7 * day);
    expect(slots.every((at) => at % hour === 0)).toBe(true);
    expect(await boundOf(helper.helperId)).toBe(root.now + 48 * hour);
    must(await setCalendarRules(mine, helper.helperId, noOwnRules));
    expect(await boundOf(helper.helperId)).toBe(root.now + 6 * hour);
  });

  it("reach no farther ahead than the company, and make no sense outside their limits", async () => {
    const helper = await aHelper(root);
    const mine = as(root, helper.actor);
    must(await setCalendarRules(mine, helper.helperId, own({ horizonDays: 60 })));
    expect((await calendarRules(root, helper.helperId)).rules.horizonDays).toBe(28);
    for (const wrong of [{ bufferAfterMinutes: -1 }, { visitsPerDay: 0 }, { visitsPerWeek: 1.5 }, { longestDayMinutes: 30 }, { stepMinutes: 25 }, { leadMinutes: 1e9 }]) expect(refusalOf(await setCalendarRules(mine, helper.helperId, own(wrong)))).toBe("invalid");
  });

  it("are nobody else's to set, and a lane has none", async () => {
    const [helper, other] = [await aHelper(root), await aHelper(root)];
    const support = as(root, (await aStaffMember(root, "support")).actor);
    for (const ctx of [as(root, other.actor), as(root, aGuest()), support]) {
      expect(refusalOf(await setCalendarRules(ctx, helper.helperId, noOwnRules))).toBe("not-found");
      expect(refusalOf(await addHoliday(ctx, helper.helperId, { name: "", fromDate: "2027-07-01", untilDate: "2027-07-02" }))).toBe("not-found");
      expect(refusalOf(await setDayHours(ctx, helper.helperId, []))).toBe("not-found");
    }
    expect(refusalOf(await setCalendarRules(support, await aLane(root), noOwnRules))).toBe("not-found");
  });

  it("keep whole holidays free, until they are taken back", async () => {
    const helper = await aHelper(root);
    const mine = as(root, helper.actor);
    const { id } = must(await addHoliday(mine, helper.helperId, { name: "Tessin", fromDate: "2027-06-07", untilDate: "2027-06-13" }));
    must(await addException(mine, helper.helperId, { date: "2027-06-10", kind: "open", fromMinute: 480, untilMinute: 720 }));
    expect(dateAt("Europe/Zurich", (await boundOf(helper.helperId)) ?? 0)).toBe("2027-06-14");
    expect((await calendarHours(root, helper.helperId)).holidays).toMatchObject([{ name: "Tessin", fromDate: "2027-06-07", untilDate: "2027-06-13" }]);
    expect(refusalOf(await removeHoliday(as(root, aGuest()), id))).toBe("not-found");
    for (const _ of [1, 2]) must(await removeHoliday(mine, id));
    expect(dateAt("Europe/Zurich", (await boundOf(helper.helperId)) ?? 0)).toBe("2027-06-07");
    for (const wrong of [{ fromDate: "2027-06-01", untilDate: "2027-06-09" }, { fromDate: "2027-07-02", untilDate: "2027-07-01" }, { fromDate: "2027-07-01", untilDate: "2027-12-01" }, { fromDate: "2027-02-30", untilDate: "2027-07-01" }]) expect(refusalOf(await addHoliday(mine, helper.helperId, { name: "", ...wrong }))).toBe("invalid");
  });

  it("give single days their own hours, and none are left where a day is as every week again", async () => {
    const helper = await aHelper(root, { hours: everyDay(480, 720) });
    const mine = as(root, helper.actor);
    const exceptions = async () => (await calendarHours(root, helper.helperId)).exceptions.map(({ date, kind, fromMinute, untilMinute }) => [date, kind, fromMinute, untilMinute]);
    must(await setDayHours(mine, helper.helperId, [{ date: "2027-06-09", spans: [{ fromMinute: 540, untilMinute: 600 }, { fromMinute: 780, untilMinute: 840 }] }, { date: "2027-06-10", spans: [] }]));
    expect(await exceptions()).toEqual([["2027-06-09", "closed", 480, 540], ["2027-06-09", "closed", 600, 720], ["2027-06-09", "open", 780, 840], ["2027-06-10", "closed", 480, 720]]);
    const found = await slotsFor(root, helper.helperId, 60);
    expect(found.find((each) => each.day === "2027-06-09")?.slots.map((at) => (at - Date.UTC(2027, 5, 9)) / hour)).toEqual([7, 11]);
    expect(found.find((each) => each.day === "2027-06-10")?.slots).toEqual([]);
    must(await setDayHours(mine, helper.helperId, [{ date: "2027-06-09", spans: [{ fromMinute: 480, untilMinute: 600 }, { fromMinute: 600, untilMinute: 720 }] }]));
    expect(await exceptions()).toEqual([["2027-06-10", "closed", 480, 720]]);
    for (const wrong of [{ date: "2027-06-01", spans: [] }, { date: "2027-06-11", spans: [{ fromMinute: 60, untilMinute: 60 }] }]) expect(refusalOf(await setDayHours(mine, helper.helperId, [wrong]))).toBe("invalid");
  });

  it("count the way to the place that is booked: near fits where far does not, for what is shown and for what is taken", async () => {
    const helper = await aHelper(root, { radiusKm: 40 });
    const mine = as(root, helper.actor);
    must(await setCalendarRules(mine, helper.helperId, own({ means: "bicycle", visitsPerDay: 5, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 })));
    const ten = Date.UTC(2027, 5, 9, 8);
    must(await hold(helper.listingId, ten, basel));
    const [here, near, far] = [localityPoint(root.places, basel), localityPoint(root.places, riehen), localityPoint(root.places, laufen)];
    if (!here || !near || !far) throw new Error("No such places");
    const [nearWay, farWay] = [travelMinutes(here, near, "bicycle"), travelMinutes(here, far, "bicycle")];
    expect(nearWay).toBeLessThan(60);
    expect(farWay).toBeGreaterThan(60);
    // The visit takes until 11:30; on the bicycle Riehen is reached by 12:30, Laufen much later.
    const slots = async (at: typeof near) => (await slotsForListing(root, helper.listingId, { at }))?.find((each) => each.day === "2027-06-09")?.slots ?? [];
    const after = (list: number[]) => list.find((at) => at > ten) ?? 0;
    expect(after(await slots(near)) - (ten + 90 * minute)).toBeGreaterThanOrEqual(nearWay * minute);
    expect(after(await slots(far)) - (ten + 90 * minute)).toBeGreaterThanOrEqual(farWay * minute);
    const wish = after(await slots(near));
    const refused = await hold(helper.listingId, wish, laufen);
    expect(refusalOf(refused)).toBe("slot-taken");
    const next = (refused.ok ? [] : refused.detail?.next) as number[];
    expect(next[0]).toBe(after(await slots(far)));
    must(await hold(helper.listingId, wish, riehen));
  });

  it("look again when the form names another place than the slot was held for", async () => {
    const helper = await aHelper(root, { radiusKm: 40 });
    const mine = as(root, helper.actor);
    must(await setCalendarRules(mine, helper.helperId, own({ means: "bicycle", bufferBeforeMinutes: 0, bufferAfterMinutes: 0 })));
    const ten = Date.UTC(2027, 5, 9, 8);
    must(await hold(helper.listingId, ten, basel));
    const { bookingId } = must(await hold(helper.listingId, ten + 2 * hour, basel));
    const guest = as(root, aGuest(bookingId));
    expect(refusalOf(await submitBooking(guest, bookingId, { ...aForm(), ...laufen }))).toBe("slot-taken");
    must(await submitBooking(guest, bookingId, aForm()));
    const { occupancy } = root.db.t;
    const [row] = await root.db.select().from(occupancy).where(eq(occupancy.bookingId, bookingId));
    expect([row?.lat, row?.lng]).toEqual(Object.values(localityPoint(root.places, basel) ?? {}));
    expect([row?.visitFromAt, row?.visitUntilAt]).toEqual([ten + 2 * hour, ten + 2 * hour + 90 * minute]);
  });

  it("keep the limit of a week, and of a working day", async () => {
    const helper = await aHelper(root);
    must(await setCalendarRules(as(root, helper.actor), helper.helperId, own({ visitsPerWeek: 2, longestDayMinutes: 300 })));
    const nine = Date.UTC(2027, 5, 9, 7);
    must(await hold(helper.listingId, nine));
    const onDay = (await slotsFor(root, helper.helperId, 90, { days: 1, from: nine }))[0]?.slots ?? [];
    expect(Math.max(...onDay)).toBe(nine + 300 * minute - 90 * minute);
    must(await hold(helper.listingId, Date.UTC(2027, 5, 10, 7)));
    const week = await slotsFor(root, helper.helperId, 90);
    expect(week.filter(({ day: date, slots }) => date < "2027-06-14" && slots.length)).toEqual([]);
    expect(week.find(({ day: date }) => date === "2027-06-14")?.slots.length).toBeGreaterThan(0);
    expect(refusalOf(await hold(helper.listingId, Date.UTC(2027, 5, 11, 7)))).toBe("slot-taken");
  });

  it("leave the kept bound a true lower bound, whatever happens and wherever the visit is, holds that end by themselves included", async () => {
    const chance = seeded(20271031);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance.next() * list.length)] as T;
    const helper = await aHelper(root, { radiusKm: 40 });
    const mine = as(root, helper.actor);
    const deeds: (() => Promise<unknown>)[] = [
      async () => {
        const free = (await slotsForListing(root, helper.listingId, { at: localityPoint(root.places, basel) }))?.flatMap(({ slots }) => slots) ?? [];
        if (free.length) await hold(helper.listingId, chance.next() < 0.7 ? (free[0] ?? 0) : pick(free));
      },
      () => setWeeklyHours(mine, helper.helperId, [1, 3, 5, 6].map((weekday) => ({ weekday, fromMinute: pick([480, 600, 1020]), untilMinute: pick([1080, 1200, 1320]) }))),
      () => setCalendarRules(mine, helper.helperId, own({ leadMinutes: pick([60, 720, 2880]), visitsPerWeek: pick([1, 2, 10]), horizonDays: pick([7, 28]), means: pick(["foot", "car"]) })),
      () => addHoliday(mine, helper.helperId, { name: "", fromDate: "2027-06-08", untilDate: pick(["2027-06-08", "2027-06-15"]) }),
      () => addException(mine, helper.helperId, { date: pick(["2027-06-08", "2027-06-20"]), kind: pick(["open", "closed"] as const), fromMinute: 480, untilMinute: 900 }),
    ];
    for (let i = 0; i < 16; i++) {
      await pick(deeds)();
      const bound = (await boundOf(helper.helperId)) ?? Number.POSITIVE_INFINITY;
      for (const now of [root.now, root.now + hour, root.now + 3 * day])
        for (const place of [basel, laufen]) {
          const exact = (await nextFree(as(root, root.actor, now), [helper.helperId], { durationMinutes: 90, at: localityPoint(root.places, place) })).get(helper.helperId) ?? null;
          if (exact !== null) expect(bound).toBeLessThanOrEqual(exact);
        }
    }
  }, 90_000);

  it("and the company's new policy reach the kept bound within the hour", async () => {
    const helper = await aHelper(root);
    const admin = as(root, (await aStaffMember(root, "admin")).actor);
    must(await saveSetting(admin, "policy", { ...root.settings.policy, leadMinutes: 120 }));
    const later = { ...as(root, root.actor, root.now + hour), settings: { ...root.settings, policy: { ...root.settings.policy, leadMinutes: 60 } } };
    await refreshPassedBounds(later);
    expect(await boundOf(helper.helperId)).toBe(root.now + 2 * hour);
    await root.store.tx((db) => refreshNextFree({ ...root, db, inTransaction: true }, helper.helperId));
  });

  it("let nobody in their first visits be booked at shorter notice than requests allow, whatever a listing says", async () => {
    const fresh = await aHelper(root, { instant: true, visitsClosed: 0 });
    const known = await aHelper(root, { instant: true });
    const first = async (id: string) => (await nextFree(root, [id], { durationMinutes: 90, instant: true })).get(id);
    expect([await first(fresh.helperId), await first(known.helperId)]).toEqual([root.now + 6 * hour, root.now + 4 * hour]);
    expect(await isFree(root, fresh.helperId, root.now + 4 * hour, 90, { instant: true })).toBe(false);
  });
});

eachDatabase("a year of earnings", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  it("counts what was made and what is promised, each once, and says which request takes it over the limit", async () => {
    const { helper, booking } = await aReportedBooking(root, { priceMinor: 100_000 });
    const year = () => yearOfEarnings(root, helper.helperId, root.now);
    expect(await year()).toEqual({ year: 2027, expectedMinor: 85_000, limitMinor: 250_000 });
    expect(crosses(await year(), 165_000)).toBe(true);
    expect(crosses(await year(), 164_999)).toBe(false);
    expect((await yearOfEarnings(root, helper.helperId, booking.startsAt + 365 * day)).expectedMinor).toBe(0);
  });

  it("does not count what is only asked for, and is silent above the limit and where the company sets none", async () => {
    const { helper } = await anAskedBooking(root);
    expect((await yearOfEarnings(root, helper.helperId, root.now)).expectedMinor).toBe(0);
    expect(crosses({ year: 2027, expectedMinor: 250_000, limitMinor: 250_000 }, 1000)).toBe(false);
    expect(crosses({ year: 2027, expectedMinor: 0, limitMinor: 0 }, 1000)).toBe(false);
  });
});
