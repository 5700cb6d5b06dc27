import { beforeEach, describe, expect, it } from "vitest";
import { acceptBooking, setOff } from "#app/domain/booking/booking.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { locales } from "#app/domain/kernel/words.ts";
import * as page from "#app/routes/customer/bookings/page.tsx";
import * as visit from "#app/routes/helper/visit.tsx";
import { formatTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import "#app/texts/all.server.ts";
import { anAskedBooking, minute, readBooking } from "../support/bookings.ts";
import { as } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
let story: Awaited<ReturnType<typeof anAskedBooking>>;
const t = translator("de");

const helperAt = () => `/de/helper/visits/${story.bookingId}`;
const customerAt = () => `/de/bookings/${story.bookingId}`;
const read = async <V>(screen: { loader: unknown }, path: string, actor = story.guest) => (await ask(w, screen.loader as never, path, { actor })).value as V;
const byHelper = (form: Record<string, string>) => ask(w, visit.action as never, helperAt(), { actor: story.helper.actor, form });
const row = async () => readBooking(await rootOf(w), story.bookingId);

beforeEach(async () => {
  w = await world();
  const root = await rootOf(w);
  story = await anAskedBooking(root, {}, 3);
  must(await acceptBooking(as(root, story.helper.actor), story.bookingId));
  w.clock.advance(story.startsAt - 30 * minute - w.clock.now());
});

describe("When somebody comes", () => {
  it("a time announced that has passed without an arrival is told as past, to both, until a new one is announced", async () => {
    await byHelper({ intent: "setOff", in: "30", clock: "" });
    const told = async () => {
      const shown = await read<{ told: { words: string[] } }>(page, customerAt());
      const mine = await read<{ door: { arrival: { over: boolean } } }>(visit, helperAt(), story.helper.actor);
      return [shown.told.words.join(" "), mine.door.arrival.over] as const;
    };
    const window = (key: "visit.arrival.coming" | "visit.arrival.over", { arrivalFromAt, arrivalUntilAt }: Awaited<ReturnType<typeof row>>) => t(key, { who: "Maya B.", from: formatTime(arrivalFromAt ?? 0, "de"), until: formatTime(arrivalUntilAt ?? 0, "de") });
    const before = await row();
    expect(await told()).toEqual([window("visit.arrival.coming", before), false]);
    w.clock.advance((before.arrivalUntilAt ?? 0) - w.clock.now() + minute);
    expect(await told()).toEqual([window("visit.arrival.over", before), true]);
    await byHelper({ intent: "arrival", in: "45", clock: "" });
    expect(await told()).toEqual([window("visit.arrival.coming", await row()), false]);
    for (const locale of locales) expect(new Set([translator(locale)("visit.way.told"), translator(locale)("visit.way.over"), translator(locale)("visit.arrival.over")]).size).toBe(3);
  });

  it("without an announced time the visit's own is told as past once it is", async () => {
    must(await setOff(as(await rootOf(w), story.helper.actor, w.clock.now()), story.bookingId));
    const words = async () => (await read<{ told: { words: string[] } }>(page, customerAt())).told.words;
    const time = formatTime(story.startsAt, "de");
    expect(await words()).toEqual([t("booking.now.underway.words", { time })]);
    w.clock.advance(40 * minute);
    expect(await words()).toEqual([t("booking.now.underway.wordsOver", { time })]);
  });

  it("a visit that nobody set off for is told as past once its time is, and leads to where it can be said that nobody came", async () => {
    const told = async () => (await read<{ told: { timeline: unknown; words: string[] } }>(page, customerAt())).told;
    expect(JSON.stringify((await told()).timeline)).toContain("Maya B. kommt");
    w.clock.advance(31 * minute);
    const { timeline, words } = await told();
    expect(JSON.stringify(timeline)).toContain("Ihr Termin mit Maya B. war");
    expect(words.join(" ")).toBe(`${t("booking.now.accepted.wordsOver")} ${t("booking.now.accepted.tellOver")}`);
  });
});
