import { beforeEach, describe, expect, it } from "vitest";
import { calendarHours, calendarRules, slotsFor } from "#app/domain/availability/availability.queries.server.ts";
import * as rules from "#app/routes/helper/calendar-rules.tsx";
import * as week from "#app/routes/helper/calendar-week.tsx";
import * as calendar from "#app/routes/helper/calendar.tsx";
import * as earnings from "#app/routes/helper/me-earnings.tsx";
import * as request from "#app/routes/helper/request.tsx";
import "#app/texts/all.server.ts";
import { anAskedBooking } from "../support/bookings.ts";
import { aHelper, everyDay } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});
type Screen = Parameters<typeof ask>[1];
const at = (path: string) => `/de/helper/${path}`;
const helperHere = async (more: Parameters<typeof aHelper>[1] = {}) => aHelper(await rootOf(w), more);
type Day = { date: string; state: string; spans: { fromMinute: number; untilMinute: number }[]; usual: unknown[]; taken: { kind: string; to: string | null; fromMinute: number }[] };
const dayAfter = (date: string, n: number) => new Date(Date.parse(date) + n * 86_400_000).toISOString().slice(0, 10);

describe("A week of one's own calendar", () => {
  const shown = async (actor: Parameters<typeof ask>[3], date = "") => (await ask(w, week.loader as Screen, at(`calendar/week?date=${date}`), actor)).value as unknown as { date: string; days: Day[] };

  it("shows hours and visits by day, and one day's hours are changed by its fields alone", async () => {
    const { helperId, actor } = await helperHere({ hours: everyDay(480, 720) });
    const today = (await shown({ actor })).date;
    const date = dayAfter(today, 8);
    const { days } = await shown({ actor }, date);
    expect(days).toHaveLength(7);
    expect(days.find((day) => day.date === date)).toMatchObject({ state: "open", spans: [{ fromMinute: 480, untilMinute: 720 }] });
    const form = { [`d.${date}.0.from`]: "09:00", [`d.${date}.0.until`]: "10:30", [`d.${date}.1.from`]: "14:00", [`d.${date}.1.until`]: "00:00", [`d.${date}.2.from`]: "", [`d.${date}.2.until`]: "" };
    expect((await ask(w, week.action as Screen, at(`calendar/week?date=${date}`), { actor, form })).to).toBe(at(`calendar/week?date=${date}&done=saved`));
    expect((await shown({ actor }, date)).days.find((day) => day.date === date)?.spans).toEqual([{ fromMinute: 540, untilMinute: 630 }, { fromMinute: 840, untilMinute: 1440 }]);
    expect((await ask(w, week.action as Screen, at(`calendar/week?date=${date}`), { actor, form: { usual: date } })).to).toContain("usualAgain");
    expect((await calendarHours(await rootOf(w), helperId)).exceptions).toEqual([]);
  });

  it("gives back what was typed with the sentence that mends it", async () => {
    const { actor } = await helperHere();
    const date = dayAfter((await shown({ actor })).date, 7);
    const said = await ask(w, week.action as Screen, at(`calendar/week?date=${date}`), { actor, form: { [`d.${date}.0.from`]: "18:00", [`d.${date}.0.until`]: "17:00" } });
    expect([said.status, said.value]).toMatchObject([400, { rows: { [date]: [{ from: "18:00", until: "17:00" }, { from: "", until: "" }] }, errors: { [`d.${date}.0.until`]: "helper.calendar.errorOrder" } }]);
  });

  it("leads to a request that stands in it", async () => {
    const { helper, booking } = await anAskedBooking(await rootOf(w));
    const { days } = await shown({ actor: helper.actor }, new Date(booking.startsAt).toISOString().slice(0, 10));
    expect(days.flatMap(({ taken }) => taken)).toMatchObject([{ kind: "request", to: at(`requests/${booking.id}`) }]);
  });
});

describe("Rules and holidays", () => {
  it("are set by a form; empty follows the company", async () => {
    const { helperId, actor } = await helperHere();
    const form = { means: "bicycle", bufferBeforeMinutes: "10", bufferAfterMinutes: "", visitsPerDay: "3", visitsPerWeek: "", longestDayMinutes: "300", leadMinutes: "1440", horizonDays: "14", stepMinutes: "15" };
    expect((await ask(w, rules.action as Screen, at("calendar/rules"), { actor, form })).to).toBe(at("calendar/rules?done=saved"));
    expect(await calendarRules(await rootOf(w), helperId)).toMatchObject({ own: { means: "bicycle", bufferBeforeMinutes: 10, bufferAfterMinutes: null, visitsPerWeek: null }, rules: { bufferAfterMinutes: 15, visitsPerWeek: 10, stepMinutes: 15, horizonDays: 14 } });
    const wrong = await ask(w, rules.action as Screen, at("calendar/rules"), { actor, form: { ...form, stepMinutes: "25", visitsPerDay: "99" } });
    expect([wrong.status, wrong.value]).toMatchObject([400, { errors: { stepMinutes: "errors.field.choice", visitsPerDay: "errors.field.range" } }]);
  });

  it("holidays are entered with a name, close their days, and say which promised visits lie in them", async () => {
    const { helperId, actor } = await helperHere();
    const today = new Date(w.clock.now()).toISOString().slice(0, 10);
    const [fromDate, untilDate] = [dayAfter(today, 3), dayAfter(today, 9)];
    expect((await ask(w, calendar.action as Screen, at("calendar"), { actor, form: { intent: "holiday", name: "Tessin", fromDate, untilDate } })).to).toBe(`${at("calendar?done=addedHoliday")}#holidays`);
    const { holidays } = (await ask(w, calendar.loader as Screen, at("calendar"), { actor })).value as unknown as { holidays: { id: string }[] };
    expect(holidays).toMatchObject([{ name: "Tessin", visits: 0, fromDate, untilDate }]);
    expect((await slotsFor(await rootOf(w), helperId, 60)).filter(({ day, slots }) => day >= fromDate && day <= untilDate && slots.length)).toEqual([]);
    expect((await ask(w, calendar.action as Screen, at("calendar"), { actor, form: { intent: "holiday", name: "", fromDate: untilDate, untilDate: fromDate } })).value).toMatchObject({ holiday: { errors: { untilDate: "helper.times.errorHoliday" } } });
    expect((await ask(w, calendar.action as Screen, at("calendar"), { actor, form: { intent: "removeHoliday", id: holidays[0]?.id ?? "" } })).to).toContain("removedHoliday");
  });
});

describe("Social insurance", () => {
  it("is named on the request that takes the year over the limit, and the year so far stands by the earnings", async () => {
    const { helper, booking } = await anAskedBooking(await rootOf(w), { priceMinor: 400_000 });
    const { actor } = helper;
    const opened = await request.loader({ ...((await w.request(at(`requests/${booking.id}`), { actor })) as object), params: { locale: "de", bookingId: booking.id } } as never);
    expect(opened).toMatchObject({ crossing: { expectedMinor: 340_000, limitMinor: 250_000 }, sameDay: [] });
    expect((await ask(w, earnings.loader as Screen, at("me/earnings"), { actor })).value).toMatchObject({ earned: { expectedMinor: 0, limitMinor: 250_000 } });
  });
});
