import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mailKinds } from "#app/emails/catalogue.ts";
import { mailCalendar } from "#app/emails/mail-calendar.ts";
import { renderMail } from "#app/emails/render.ts";
import "#app/texts/all.server.ts";
import { someBooking, someFacts } from "../support/mail.ts";
import { otherZone, zoneTests } from "../zones.ts";

const hour = 3_600_000;

/** On the nights of 28 March and 31 October 2027 the clocks change; an offset of yesterday would tell a visit one hour off. */
const examples: { at: string; day: string; time: string; end: string; from: string; until: string }[] = [
  { at: "2027-03-27T10:00:00+01:00", day: "27. März", time: "10:00", end: "11:00", from: "20270327T090000Z", until: "20270327T100000Z" },
  { at: "2027-03-28T10:00:00+02:00", day: "28. März", time: "10:00", end: "11:00", from: "20270328T080000Z", until: "20270328T090000Z" },
  { at: "2027-10-30T18:30:00+02:00", day: "30. Okt", time: "18:30", end: "19:30", from: "20271030T163000Z", until: "20271030T173000Z" },
  { at: "2027-10-31T18:30:00+01:00", day: "31. Okt", time: "18:30", end: "19:30", from: "20271031T173000Z", until: "20271031T183000Z" },
];

describe("a visit beside the change of the clocks, wherever the machine stands", () => {
  for (const { at, day, time, end, from, until } of examples)
    it(`on ${day} at ${time} is told and filed at that time`, () => {
      const startsAt = Date.parse(at);
      const booking = someBooking({ startsAt, endsAt: startsAt + hour, acceptedAt: startsAt - 48 * hour, freeUntil: startsAt - 24 * hour });
      const facts = someFacts("de", "customer", { booking, now: startsAt - 48 * hour });
      const { subject, text } = renderMail("booking.reminder.customer", facts);
      expect(subject).toMatch(new RegExp(`${day}\\S*, ${time} Uhr$`));
      expect(text).toMatch(new RegExp(`^Wann: \\w\\w\\., ${day}\\S* 2027, ${time} bis ${end} Uhr$`, "m"));
      const file = mailCalendar(mailKinds["booking.accepted.customer"], facts)[0]?.content ?? "";
      expect(file).toContain(`DTSTART:${from}`);
      expect(file).toContain(`DTEND:${until}`);
    });
});

it("the run on the other side of the world names files that exist", () => {
  expect(otherZone).toBe("Pacific/Auckland");
  for (const file of zoneTests) expect([file, existsSync(new URL(`../../${file}`, import.meta.url))]).toEqual([file, true]);
});
