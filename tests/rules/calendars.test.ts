import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { slotsForListing } from "#app/domain/availability/availability.queries.server.ts";
import { acceptBooking, cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { type CalendarFetcher, expandedAhead, type Fetched, hostOf, type Known, nextLook, readAddress } from "#app/domain/calendars/calendars.ts";
import { dismissConflict, myConflicts, raiseConflicts } from "#app/domain/calendars/conflicts.server.ts";
import { addAddress, addFile, refreshSource, removeSource } from "#app/domain/calendars/sources.commands.server.ts";
import { dueSources, mySources } from "#app/domain/calendars/sources.queries.server.ts";
import { person, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import type { Store } from "#db/store.ts";
import { anAskedBooking, day, hour, mailsAbout, minute, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aHelper, as, contextOn } from "../support/people.ts";
import { aRequest } from "../support/waves.ts";

const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, "");
const calendar = (...spans: [number, number][]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...spans.flatMap(([from, until], i) => ["BEGIN:VEVENT", `UID:${i}@elsewhere.example`, "SUMMARY:Geheim", `DTSTART:${stamp(from)}`, `DTEND:${stamp(until)}`, "END:VEVENT"]), "END:VCALENDAR"].join("\r\n");

/** A server that answers what it is told to, and remembers what it was asked. */
function server(first: Fetched | string) {
  let answer = first;
  const asked: { url: string; known: Known }[] = [];
  const fetcher: CalendarFetcher = {
    async fetch(url, known) {
      asked.push({ url, known: { etag: known.etag, lastModified: known.lastModified } });
      return typeof answer === "string" ? { ok: true, unchanged: false, text: answer, etag: '"v"', lastModified: null } : answer;
    },
  };
  return { fetcher, asked, now: (next: Fetched | string) => {
      answer = next;
    } };
}
const url = "https://calendar.example.org/secret-abc/basic.ics";
const add = (ctx: Context, { fetcher }: ReturnType<typeof server>, address = url) => addAddress(ctx, fetcher, { address, name: "Familie" });

test("an address is read as one pastes it", () => {
  expect(readAddress("  webcal://calendar.example.org/a.ics#top ")).toEqual({ ok: true, url: "https://calendar.example.org/a.ics" });
  for (const [typed, problem] of [["", "missing"], ["calendar.example.org/a.ics", "address"], ["ftp://a.example/b.ics", "address"], ["https://anna:geheim@a.example/b.ics", "password"], [`https://a.example/${"x".repeat(2000)}`, "address"]]) expect(readAddress(typed ?? "")).toEqual({ ok: false, problem });
  expect(hostOf(url)).toBe("calendar.example.org");
});

test("a calendar is looked at every half hour, after failures less and less often", () => {
  expect([0, 1, 2, 3, 5, 50].map((failures) => nextLook(0, failures, 0.5) / minute)).toEqual([30, 60, 120, 240, 720, 720]);
  expect(nextLook(0, 0, 0) / minute).toBe(25);
  expect(nextLook(0, 0, 1) / minute).toBe(35);
});

eachDatabase("calendars", (open) => {
  let store: Store;
  let root: Context;
  beforeAll(async () => {
    store = await open();
    root = contextOn(store, system);
  });
  const rowsOf = async (helperId: string) => store.db.select().from(store.t.calendarBusy).where(eq(store.t.calendarBusy.calendarId, helperId));
  const freeOf = async (listingId: string) => ((await slotsForListing(root, listingId)) ?? []).flatMap(({ slots }) => slots);

  test("an imported time is offered no more, nor a start whose buffer reaches into it, and comes back when the calendar is removed", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    const before = await freeOf(helper.listingId);
    const busyFrom = (before[20] ?? 0) + 10 * minute;
    const { sourceId } = must(await add(me, server(calendar([busyFrom, busyFrom + 3 * hour]))));
    const after = await freeOf(helper.listingId);
    expect(after.length).toBeLessThan(before.length);
    const visit = 60 * minute;
    for (const at of after) expect(at + visit <= busyFrom || at >= busyFrom + 3 * hour).toBe(true);
    expect(after).not.toContain(before[20]);
    must(await removeSource(me, sourceId));
    expect(await freeOf(helper.listingId)).toEqual(before);
    expect(await rowsOf(helper.helperId)).toEqual([]);
    expect((await mySources(me)).length).toBe(0);
  });

  test("the lower bound that searches rest on moves with the import", async () => {
    const helper = await aHelper(root);
    const bound = async () => (await store.db.select({ at: store.t.helper.nextFreeAt }).from(store.t.helper).where(eq(store.t.helper.id, helper.helperId)))[0]?.at ?? 0;
    const before = await bound();
    must(await add(as(root, helper.actor), server(calendar([root.now, root.now + 5 * day]))));
    expect(await bound()).toBeGreaterThan(before + 4 * day);
  });

  test("neither titles nor the whole address leave the store", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    must(await add(me, server(calendar([root.now + day, root.now + day + hour]))));
    const [shown] = await mySources(me);
    expect(shown).toMatchObject({ name: "Familie", host: "calendar.example.org", spans: 1, state: "ok" });
    expect(JSON.stringify(shown)).not.toContain("secret");
    const journal = await store.db.select().from(store.t.journalEntry).where(eq(store.t.journalEntry.subjectId, helper.helperId));
    expect(journal.map(({ name }) => name)).toContain("calendar.sourceAdded");
    expect(JSON.stringify([journal, await rowsOf(helper.helperId)])).not.toMatch(/secret|Geheim/);
  });

  test("an address that gives no calendar is refused with the reason, and nothing is kept", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    for (const problem of ["private-network", "not-https", "timeout", "gone"] as const) expect(refusalOf(await add(me, server({ ok: false, problem })))).toBe(problem);
    expect(refusalOf(await add(me, server("<html></html>")))).toBe("not-a-calendar");
    expect(refusalOf(await addFile(me, { text: "PK\u0003\u0004", name: "plan" }))).toBe("not-a-calendar");
    expect(await mySources(me)).toEqual([]);
  });

  test("the same address twice, a sixth calendar and a stranger are refused", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    const one = server(calendar());
    must(await add(me, one));
    expect(refusalOf(await add(me, one))).toBe("known");
    for (let i = 0; i < 4; i++) must(await addFile(me, { text: calendar(), name: `plan ${i}` }));
    expect(refusalOf(await addFile(me, { text: calendar(), name: "zu viel" }))).toBe("too-many-sources");
    expect(refusalOf(await add(as(root, person("somebody")), one))).toBe("not-found");
    const [source] = await mySources(me);
    const other = await aHelper(root);
    expect(refusalOf(await removeSource(as(root, other.actor), source?.id ?? ""))).toBe("not-found");
    expect(refusalOf(await refreshSource(as(root, other.actor), one.fetcher, source?.id ?? ""))).toBe("not-found");
    expect(await mySources(as(root, other.actor))).toEqual([]);
  });

  test("after thirty looks in an hour there is a rest", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    const gone = server({ ok: false, problem: "gone" });
    for (let i = 0; i < 30; i++) await add(me, gone);
    expect(refusalOf(await add(me, gone))).toBe("too-many");
    expect(gone.asked).toHaveLength(30);
  });

  test("a refresh asks with the proof of what is known; unchanged keeps the times, changed replaces them", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    const one = server(calendar([root.now + day, root.now + day + hour]));
    const { sourceId } = must(await add(me, one));
    one.now({ ok: true, unchanged: true });
    must(await refreshSource(as(root, system, root.now + hour), one.fetcher, sourceId));
    expect(one.asked.map(({ known }) => known.etag)).toEqual([null, '"v"']);
    expect(await rowsOf(helper.helperId)).toHaveLength(1);
    one.now(calendar([root.now + 2 * day, root.now + 2 * day + hour], [root.now + 3 * day, root.now + 3 * day + hour]));
    must(await refreshSource(as(root, system, root.now + 2 * hour), one.fetcher, sourceId));
    expect((await rowsOf(helper.helperId)).map(({ fromAt }) => fromAt).sort()).toEqual([root.now + 2 * day, root.now + 3 * day]);
    expect((await mySources(me))[0]).toMatchObject({ spans: 2, lastFetchedAt: root.now + 2 * hour });
  });

  test("when what is written out runs short, the whole text is asked for again", async () => {
    const helper = await aHelper(root);
    const weekly = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:w@elsewhere.example", `DTSTART:${stamp(root.now)}`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY", "END:VEVENT", "END:VCALENDAR"].join("\n");
    const one = server(weekly);
    const { sourceId } = must(await add(as(root, helper.actor), one));
    const last = async () => Math.max(...(await rowsOf(helper.helperId)).map(({ fromAt }) => fromAt));
    const before = await last();
    const later = root.now + expandedAhead.whole - expandedAhead.least + day;
    must(await refreshSource(as(root, system, later), one.fetcher, sourceId));
    expect(one.asked.at(-1)?.known.etag).toBeNull();
    expect(await last()).toBeGreaterThan(before + 200 * day);
  });

  test("a failure keeps the known times, is shown, rests longer each time, and recovers", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    const one = server(calendar([root.now + day, root.now + day + hour]));
    const { sourceId } = must(await add(me, one));
    one.now({ ok: false, problem: "timeout" });
    const rests: number[] = [];
    for (let i = 1; i <= 3; i++) {
      must(await refreshSource(as(root, system, root.now + i * hour), one.fetcher, sourceId));
      const [row] = await store.db.select().from(store.t.calendarSource).where(eq(store.t.calendarSource.id, sourceId));
      rests.push(Math.round(((row?.nextAt ?? 0) - (root.now + i * hour)) / (30 * minute)));
    }
    expect(rests).toEqual([2, 4, 8]);
    expect((await mySources(me))[0]).toMatchObject({ state: "failing", problem: "timeout", lastFetchedAt: root.now, lastTriedAt: root.now + 3 * hour });
    expect(await rowsOf(helper.helperId)).toHaveLength(1);
    one.now("<html>Sign in</html>");
    must(await refreshSource(as(root, system), one.fetcher, sourceId));
    expect((await mySources(me))[0]).toMatchObject({ state: "failing", problem: "not-a-calendar" });
    one.now({ ok: true, unchanged: true });
    must(await refreshSource(as(root, system), one.fetcher, sourceId));
    expect((await mySources(me))[0]).toMatchObject({ state: "ok", problem: null });
  });

  test("only what is due is looked at, and nothing of people who have left", async () => {
    const helper = await aHelper(root);
    const { sourceId } = must(await add(as(root, helper.actor), server(calendar())));
    must(await addFile(as(root, helper.actor), { text: calendar(), name: "plan" }));
    const due = async (after: number) => (await dueSources(as(root, system, root.now + after), 1000)).filter(({ id }) => id === sourceId).length;
    expect(await due(20 * minute)).toBe(0);
    expect(await due(36 * minute)).toBe(1);
    await store.db.update(store.t.helper).set({ state: "ended" }).where(eq(store.t.helper.id, helper.helperId));
    expect(await due(36 * minute)).toBe(0);
  });

  test("a source that was removed while its server was asked stays removed", async () => {
    const helper = await aHelper(root);
    const me = as(root, helper.actor);
    const { sourceId } = must(await add(me, server(calendar())));
    const slow: CalendarFetcher = {
      async fetch() {
        must(await removeSource(me, sourceId));
        return { ok: true, unchanged: false, text: calendar([root.now + day, root.now + day + hour]), etag: null, lastModified: null };
      },
    };
    expect(refusalOf(await refreshSource(as(root, system), slow, sourceId))).toBe("not-found");
    expect(await rowsOf(helper.helperId)).toEqual([]);
  });

  test("an import over a promised visit is raised once and never moves the visit; the helper may say that it fits", async () => {
    const story = await anAskedBooking(root);
    const { helper, bookingId, startsAt } = story;
    const me = as(root, helper.actor);
    const one = server(calendar([startsAt + 30 * minute, startsAt + 2 * hour]));
    const { sourceId } = must(await add(me, one));
    // A request is not promised: nothing to tell yet.
    expect(await myConflicts(me)).toEqual([]);
    must(await acceptBooking(me, bookingId));
    const about = async () => (await mailsAbout(root, bookingId)).filter((kind) => kind === "calendar.conflict.helper").length;
    expect((await myConflicts(me)).map(({ bookingId: id, overlaps }) => [id, overlaps[0]?.source])).toEqual([[bookingId, "Familie"]]);
    expect(await about()).toBe(0);
    await raiseConflicts(as(root, system));
    await raiseConflicts(as(root, system));
    expect(await about()).toBe(1);
    one.now(calendar([startsAt, startsAt + 2 * hour]));
    must(await refreshSource(as(root, system), one.fetcher, sourceId));
    expect(await about()).toBe(1);
    expect((await readBooking(root, bookingId)).state).toBe("accepted");
    const stranger = await aHelper(root);
    expect(refusalOf(await dismissConflict(as(root, stranger.actor), bookingId))).toBe("not-found");
    expect(await myConflicts(as(root, stranger.actor))).toEqual([]);
    must(await dismissConflict(me, bookingId));
    expect(await myConflicts(me)).toEqual([]);
    await raiseConflicts(as(root, system));
    expect(await about()).toBe(1);
  });

  test("whoever comes in another's place is told of their own conflict, whatever the one before said", async () => {
    const { helper, others, bookingId, booking, startsAt } = await aRequest(root, { chosen: { priceMinor: 4000 }, others: [{ priceMinor: 3900 }] });
    const [first, second] = [as(root, helper.actor), as(root, others[0]?.actor ?? system)];
    const told = async () => (await mailsAbout(root, bookingId)).filter((kind) => kind === "calendar.conflict.helper").length;
    const busy = (name: string) => ({ text: calendar([startsAt, booking.endsAt]), name });
    must(await acceptBooking(first, bookingId));
    must(await addFile(first, busy("Plan")));
    must(await dismissConflict(first, bookingId));
    must(await cancelBooking(first, bookingId, "cannot_come"));
    must(await acceptBooking(second, bookingId));
    must(await addFile(second, busy("Familie")));
    expect((await myConflicts(second)).map(({ bookingId: id, overlaps }) => [id, overlaps.map(({ source }) => source)])).toEqual([[bookingId, ["Familie"]]]);
    expect(await told()).toBe(2);
    await raiseConflicts(as(root, system));
    expect(await told()).toBe(2);
    must(await dismissConflict(second, bookingId));
    expect(await myConflicts(second)).toEqual([]);
    expect(await raiseConflicts(as(root, system))).toBe(0);
  });

  test("an import that only touches a visit is no conflict, and one of a visit that was cancelled neither", async () => {
    const { helper, bookingId, booking } = await anAskedBooking(root);
    const me = as(root, helper.actor);
    must(await acceptBooking(me, bookingId));
    must(await add(me, server(calendar([booking.startsAt - hour, booking.startsAt], [booking.endsAt, booking.endsAt + hour]))));
    expect(await myConflicts(me)).toEqual([]);
    must(await addFile(me, { text: calendar([booking.startsAt, booking.endsAt]), name: "plan" }));
    expect(await myConflicts(me)).toHaveLength(1);
    must(await cancelBooking(me, bookingId, "cannot_come"));
    expect(await myConflicts(me)).toEqual([]);
  });

  test("our own visit that comes back through another calendar is no conflict and takes no time", async () => {
    const { helper, bookingId, booking } = await anAskedBooking(root);
    const me = as(root, helper.actor);
    must(await acceptBooking(me, bookingId));
    const echo = calendar([booking.startsAt, booking.endsAt]).replace("0@elsewhere.example", `${bookingId}@localhost`);
    must(await addFile(me, { text: echo, name: "echo" }));
    expect(await myConflicts(me)).toEqual([]);
    expect(await rowsOf(helper.helperId)).toEqual([]);
  });
});
