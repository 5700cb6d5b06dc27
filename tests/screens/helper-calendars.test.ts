import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptBooking } from "#app/domain/booking/booking.commands.server.ts";
import type { CalendarFetcher, Fetched } from "#app/domain/calendars/calendars.ts";
import { must } from "#app/domain/kernel/result.ts";
import { demoCalendar } from "#app/gateways/calendars/standin.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import { queueRecurring } from "#app/jobs/schedule.ts";
import { action, loader } from "#app/routes/helper/me-calendars.tsx";
import { loader as meLoader } from "#app/routes/helper/me.tsx";
import { loader as feed } from "#app/routes/api/calendar-feed.ts";
import "#app/texts/all.server.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { translator } from "#app/texts/registry.ts";
import { anAskedBooking, day, hour, minute } from "../support/bookings.ts";
import { aCustomer, aHelper, as } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

type Shown = { conflicts: { bookingId: string; service: string }[]; sources: { id: string; name: string; state: string; problem: string | null; spans: number }[]; feed: { address: string | null } };

const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, "");
const entry = (from: number, until: number) => ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:e@elsewhere.example", `DTSTART:${stamp(from)}`, `DTEND:${stamp(until)}`, "END:VEVENT", "END:VCALENDAR"].join("\n");
const said = (problem: string) => translator("de")(`calendars.problem.${problem}` as TextKey);
const at = "/de/helper/me/calendars";

let w: World;
let answer: Fetched;
const asked: string[] = [];
const calendars: CalendarFetcher = {
  async fetch(url) {
    asked.push(url);
    return answer;
  },
};
const text = (body: string): Fetched => ({ ok: true, unchanged: false, text: body, etag: null, lastModified: null });

beforeAll(async () => {
  w = await world({ calendars });
});
type Who = Awaited<ReturnType<typeof aHelper>>["actor"];
const send = (actor: Who, form: Record<string, string | Blob>) => ask(w, action as never, at, { form, actor });
const look = async (actor: Who) => (await ask(w, loader as never, at, { actor })).value as Shown;

describe("a helper's other calendars", () => {
  test("are for helpers: a visitor signs in first, a customer finds nothing", async () => {
    expect((await ask(w, loader as never, at)).to).toMatch(/\/de\/sign-in\?returnTo=/);
    const { actor } = await aCustomer(await rootOf(w));
    expect((await ask(w, loader as never, at, { actor })).status).toBe(404);
    expect((await send(actor, { intent: "open" })).status).toBe(404);
  });

  test("an address is read at once, and removed again", async () => {
    const { actor } = await aHelper(await rootOf(w));
    answer = text(entry(w.clock.now() + day, w.clock.now() + day + hour));
    expect(await send(actor, { intent: "address", address: "webcal://a.example.org/x.ics", name: "" })).toMatchObject({ status: 302, to: `${at}?done=added#import` });
    expect(asked.at(-1)).toBe("https://a.example.org/x.ics");
    const [source] = (await look(actor)).sources;
    expect(source).toMatchObject({ name: "a.example.org", state: "ok", spans: 1 });
    expect(((await ask(w, meLoader as never, "/de/helper/me", { actor })).value as { calendars: number }).calendars).toBe(1);
    expect((await send(actor, { intent: "remove", id: source?.id ?? "" })).to).toBe(`${at}?done=removed#import`);
    expect((await look(actor)).sources).toEqual([]);
  });

  test("an address that does not work comes back as it was typed, with a sentence", async () => {
    const { actor } = await aHelper(await rootOf(w));
    answer = { ok: false, problem: "private-network" };
    const typed = { intent: "address", address: "https://intranet.example/x.ics", name: "Arbeit" };
    expect(await send(actor, typed)).toMatchObject({ status: 400, value: { values: typed, errors: { address: said("private-network") } } });
    expect(await send(actor, { ...typed, address: "" })).toMatchObject({ status: 400, value: { errors: { address: said("missing") } } });
    expect((await look(actor)).sources).toEqual([]);
  });

  test("a file is read; one that is none, or none at all, is answered with a sentence", async () => {
    const { actor } = await aHelper(await rootOf(w));
    const file = (body: string, name = "Schichtplan.ics") => new File([body], name, { type: "text/calendar" });
    expect((await send(actor, { intent: "file", file: file(entry(w.clock.now() + day, w.clock.now() + day + hour)) })).to).toBe(`${at}?done=added#import`);
    expect((await look(actor)).sources).toMatchObject([{ name: "Schichtplan", spans: 1 }]);
    expect(await send(actor, { intent: "file", file: file("%PDF-1.7") })).toMatchObject({ status: 400, value: { errors: { file: said("not-a-calendar") } } });
    expect(await send(actor, { intent: "file", file: file("x".repeat(1_048_577)) })).toMatchObject({ status: 400, value: { errors: { file: said("too-large") } } });
    expect(await send(actor, { intent: "file" })).toMatchObject({ status: 400, value: { errors: { file: said("missingFile") } } });
  });

  test("nobody reads, removes or answers for another helper", async () => {
    const root = await rootOf(w);
    const [mine, other] = [await aHelper(root), await aHelper(root)];
    answer = text(entry(w.clock.now() + day, w.clock.now() + day + hour));
    await send(mine.actor, { intent: "address", address: "https://b.example.org/x.ics", name: "" });
    const id = (await look(mine.actor)).sources[0]?.id ?? "";
    for (const intent of ["read", "remove"]) expect((await send(other.actor, { intent, id })).status).toBe(404);
    expect((await send(other.actor, { intent: "fits", bookingId: "nobody's" })).status).toBe(404);
    expect((await send(other.actor, { intent: "something" })).status).toBe(400);
    expect((await look(mine.actor)).sources).toHaveLength(1);
  });

  test("the job looks again, shows a failure, and finds what was accepted into a busy time since", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root);
    const { actor } = story.helper;
    answer = text(entry(story.startsAt, story.startsAt + hour));
    await send(actor, { intent: "address", address: "https://c.example.org/x.ics", name: "Chor" });
    must(await acceptBooking(as(root, actor), story.bookingId));
    answer = { ok: false, problem: "timeout" };
    await queueRecurring(w.app);
    const before = asked.filter((url) => url.includes("c.example.org")).length;
    w.clock.advance(41 * minute);
    await runDue(w.app, { only: ["recurring"] });
    await runDue(w.app, { only: ["calendar.refresh"] });
    expect(asked.filter((url) => url.includes("c.example.org"))).toHaveLength(before + 1);
    const shown = await look(actor);
    expect(shown.sources).toMatchObject([{ name: "Chor", state: "failing", problem: said("timeout"), spans: 1 }]);
    expect(shown.conflicts).toMatchObject([{ bookingId: story.bookingId }]);
    await runDue(w.app, { only: ["mail"] });
    const mails = await w.store.db.select().from(w.store.t.mail);
    const [told] = mails.filter(({ kind, bookingId }) => kind === "calendar.conflict.helper" && bookingId === story.bookingId);
    expect(told?.toAddress).toBe(story.helper.email);
    expect(told?.html).toContain("/de/helper/me/calendars");
    expect((await send(actor, { intent: "fits", bookingId: story.bookingId })).to).toBe(`${at}?done=fits`);
    expect((await look(actor)).conflicts).toEqual([]);
  });

  test("the demo's own calendar works without a network", async () => {
    const { actor } = await aHelper(await rootOf(w));
    const count = asked.length;
    await send(actor, { intent: "address", address: demoCalendar, name: "Chor" });
    expect(asked).toHaveLength(count);
    expect((await look(actor)).sources[0]?.spans).toBeGreaterThan(50);
  });
});

describe("the secret address", () => {
  const fetched = async (address: string, headers: Record<string, string> = {}) => {
    const given = await (feed as unknown as (args: never) => Promise<Response>)((await w.request(new URL(address).pathname, { headers })) as never);
    return { status: given.status, headers: given.headers, text: await given.text() };
  };

  test("opens the visits as a calendar, and says nothing new when nothing is new", async () => {
    const root = await rootOf(w);
    const story = await anAskedBooking(root, {}, 4);
    const { actor } = story.helper;
    expect((await send(actor, { intent: "open" })).to).toBe(`${at}?done=address#feed`);
    const address = (await look(actor)).feed.address ?? "";
    const first = await fetched(address);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(first.headers.get("x-robots-tag")).toContain("noindex");
    for (const line of ["BEGIN:VCALENDAR", "METHOD:PUBLISH", "STATUS:TENTATIVE", `UID:${story.bookingId}@localhost`, "REFRESH-INTERVAL;VALUE=DURATION:PT1H", `LOCATION:${story.booking.postcode} ${story.booking.locality}`]) expect(first.text).toContain(line);
    expect(first.text).not.toMatch(/Rheinsprung|Muster|\+41 79|\+41 61 123/);
    const etag = first.headers.get("etag") ?? "";
    w.clock.advance(minute);
    expect(await fetched(address, { "if-none-match": etag })).toMatchObject({ status: 304, text: "" });
    must(await acceptBooking(as(await rootOf(w), actor), story.bookingId));
    const second = await fetched(address, { "if-none-match": etag });
    expect(second.status).toBe(200);
    expect(second.text).toContain("STATUS:CONFIRMED");
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequence(second.text)).toBeGreaterThan(sequence(first.text));
    w.clock.advance(story.startsAt - hour - w.clock.now());
    const near = await fetched(address);
    expect(near.text).toContain("Rheinsprung 7");
    expect(near.text).toContain("Rosa Muster");
    expect(near.text).not.toMatch(/\+41 61 123|\+41 79 123/);
  });

  test("leads nowhere once there is a new one or none", async () => {
    const { actor } = await aHelper(await rootOf(w));
    await send(actor, { intent: "open" });
    const first = (await look(actor)).feed.address ?? "";
    expect((await send(actor, { intent: "renew" })).to).toBe(`${at}?done=renewed#feed`);
    const second = (await look(actor)).feed.address ?? "";
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    await send(actor, { intent: "close" });
    expect((await fetched(second)).status).toBe(404);
    expect((await look(actor)).feed.address).toBeNull();
    for (const guess of ["/calendars/x.ics", `/calendars/${"A".repeat(27)}.ics`, `/calendars/${"A".repeat(27)}`]) expect((await fetched(`http://localhost${guess}`)).status).toBe(404);
  });

  test("is written in the helper's language", async () => {
    const helper = await aHelper(await rootOf(w));
    await w.store.db.update(w.store.t.person).set({ locale: "fr" }).where(eq(w.store.t.person.id, helper.personId));
    await send(helper.actor, { intent: "open" });
    expect((await fetched((await look(helper.actor)).feed.address ?? "")).text).toContain("X-WR-CALNAME:Interventions");
  });
});

