import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { certify } from "#app/domain/certification/certification.commands.server.ts";
import { saveRadius } from "#app/domain/helper/helper.commands.server.ts";
import { missingFor } from "#app/domain/helper/helper.queries.server.ts";
import { staff } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { completeOnboarding } from "#app/gateways/payments/standInCheckout.server.ts";
import * as address from "#app/routes/helper/me-address.tsx";
import * as csv from "#app/routes/helper/me-earnings-csv.ts";
import * as earnings from "#app/routes/helper/me-earnings.tsx";
import * as figures from "#app/routes/helper/me-figures.tsx";
import * as calendar from "#app/routes/helper/calendar.tsx";
import * as listing from "#app/routes/helper/me-listing.tsx";
import * as listings from "#app/routes/helper/me-listings.tsx";
import * as payout from "#app/routes/helper/me-payout.tsx";
import * as picture from "#app/routes/helper/me-picture.tsx";
import * as profile from "#app/routes/helper/me-profile.tsx";
import * as radius from "#app/routes/helper/me-radius.tsx";
import * as welcome from "#app/routes/helper/welcome.tsx";
import "#app/texts/all.server.ts";
import { aReportedBooking, anAskedBooking, day, hour } from "../support/bookings.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { aHelper, as } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { aNewHelper, ask, helperRow, rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});
const at = (path: string) => `/de/helper/${path}`;
const missingOf = async (helperId: string) => missingFor(await rootOf(w), await helperRow(w, helperId));
type Screen = Parameters<typeof ask>[1];

describe("First steps after the invitation", () => {
  it("name what is missing in order, and each done step disappears", async () => {
    const { helperId, actor } = await aNewHelper(w);
    const send = (screen: { action: unknown }, path: string, form: Record<string, string | string[] | Blob>) => ask(w, screen.action as Screen, at(path), { actor, form });
    expect(await missingOf(helperId)).toEqual(["profile", "picture", "address", "hours", "payout", "certificate", "listing"]);

    await send(profile, "me/profile", { givenName: "Nora", familyName: "Neu", biography: "Ich erkläre gern.", languages: ["de", "fr"], mobile: "079 555 44 33" });
    const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#336644" } }).png().toBuffer();
    await send(picture, "me/picture", { picture: new Blob([new Uint8Array(png)], { type: "image/png" }) });
    await send(address, "me/address", { street: "Rheingasse 1", postcode: "4058", locality: "Basel" });
    await send(calendar, "calendar", { intent: "weekly", "h.3.0.from": "17:30", "h.3.0.until": "20:00" });
    expect(await missingOf(helperId)).toEqual(["payout", "certificate", "listing"]);

    const { to } = await send(payout, "me/payout", { x: "" });
    const accountId = to?.split("/").at(-1) ?? "";
    if (w.app.standIn) must(await completeOnboarding(w.app.standIn, accountId));
    expect((await ask(w, payout.loader as Screen, at("me/payout"), { actor })).value).toMatchObject({ state: "active" });
    const [service] = await w.store.db.select().from(w.store.t.serviceType);
    must(await certify(await rootOf(w), { helperId, programmeCode: service?.programmeCode ?? "" }));
    expect(await missingOf(helperId)).toEqual(["listing"]);
    expect((await send(listing, "me/listings/better-wlan", { price: "59.50", words: "Altbau", state: "live" })).to).toBe(at("me/listings?done=saved"));
    expect((await ask(w, welcome.loader as Screen, at("welcome"), { actor })).value).toMatchObject({ missing: [], live: true });
  });
});

describe("The payout account", () => {
  it("is made once, however often its button is pressed, and is not ready before the provider says so", async () => {
    const { helperId, actor } = await aNewHelper(w);
    const press = () => ask(w, payout.action as Screen, at("me/payout"), { actor, form: { x: "" } });
    const [first, second] = [await press(), await press()];
    expect([first.status, second.to]).toEqual([303, first.to]);
    const operations = await w.store.db.select().from(w.store.t.paymentOperation).where(eq(w.store.t.paymentOperation.kind, "account"));
    expect(operations.map(({ key, state }) => [key, state])).toEqual([[`account:${helperId}`, "done"]]);
    expect((await ask(w, payout.loader as Screen, at("me/payout"), { actor })).value).toMatchObject({ state: "pending", isSilent: false });
    expect((await helperRow(w, helperId)).payoutActiveAt).toBeNull();
  });
  it("stays as it is when the provider is silent, and the screen says so", async () => {
    const { actor } = await aNewHelper(w);
    const silent = { ...w.app, payments: { ...w.app.payments, createAccount: () => Promise.reject(new Error("no line")) } };
    const args = await w.request(at("me/payout"), { actor, form: { x: "" } });
    const given = (await payout.action({ ...args, context: { ...args.context, app: silent } } as never)) as { data: unknown; init: { status: number } };
    expect([given.init.status, given.data]).toEqual([503, { refusal: "provider-silent" }]);
  });
});

describe("Listings", () => {
  const send = (actor: Awaited<ReturnType<typeof aHelper>>["actor"], form: Record<string, string>) => ask(w, listing.action as Screen, at("me/listings/better-wlan"), { actor, form });
  it("refuse a price outside the corridor and name the corridor", async () => {
    const { actor, helperId, service } = await aHelper(await rootOf(w));
    const { status, value } = await send(actor, { price: "500", words: "mit Gruss", state: "live" });
    expect(status).toBe(409);
    expect(value).toMatchObject({ refused: { refusal: "price-corridor", detail: { min: service.content.price?.min, max: service.content.price?.max } }, state: { values: { price: "500", words: "mit Gruss" } } });
    const [row] = await w.store.db.select().from(w.store.t.listing).where(eq(w.store.t.listing.helperId, helperId));
    expect(row?.priceMinor).toBe(4900);
  });
  it("do not go live before the payout account is ready, but wait as paused", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    await w.store.tx((db) => db.update(w.store.t.helper).set({ payoutActiveAt: null }).where(eq(w.store.t.helper.id, helperId)));
    expect((await send(actor, { price: "49", state: "live" })).value).toMatchObject({ refused: { refusal: "payout-missing" } });
    expect((await send(actor, { price: "49", state: "paused" })).status).toBe(302);
  });
  it("cannot be booked at once during probation", async () => {
    const { actor } = await aHelper(await rootOf(w), { visitsClosed: 4 });
    expect((await send(actor, { price: "49", state: "live", instant: "on" })).value).toMatchObject({ refused: { refusal: "probation" } });
  });
  it("of a service without certificate are shown with the reason and have no form", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    await w.store.tx((db) => db.delete(w.store.t.listing).where(eq(w.store.t.listing.helperId, helperId)));
    await w.store.tx((db) => db.delete(w.store.t.certificate).where(eq(w.store.t.certificate.helperId, helperId)));
    const { value } = await ask(w, listings.loader as Screen, at("me/listings"), { actor });
    expect((value as { offers: { why: string; programme: string }[] }).offers[0]).toMatchObject({ why: "not-certified" });
    expect((await ask(w, listing.loader as Screen, at("me/listings/better-wlan"), { actor })).status).toBe(404);
  });
  it.each(["45", "45.5", "45,50", "CHF 45.–", "Fr. 45"])("read %s as francs", async (price) => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    expect((await send(actor, { price, state: "live" })).status).toBe(302);
    const [row] = await w.store.db.select().from(w.store.t.listing).where(eq(w.store.t.listing.helperId, helperId));
    expect([4500, 4550]).toContain(row?.priceMinor);
  });
});

describe("Address and radius", () => {
  it("an unknown postcode comes back with what was typed", async () => {
    const { actor } = await aNewHelper(w);
    const { status, value } = await ask(w, address.action as Screen, at("me/address"), { actor, form: { street: "Nirgends 1", postcode: "9999", locality: "Nirgendwo" } });
    expect(status).toBe(409);
    expect(value).toMatchObject({ errors: { postcode: "helper.refusal.postcode-unknown" }, values: { street: "Nirgends 1" } });
  });
  it("the map shows the public point and never the true position", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    const { value } = await ask(w, radius.loader as Screen, at("me/radius"), { actor });
    const row = await helperRow(w, helperId);
    expect(value).toMatchObject({ point: { lat: row.publicLat, lng: row.publicLng } });
    expect(JSON.stringify(value)).not.toContain(String(row.lat));
  });
  it("a radius outside 3–25 km is refused by the form and by the command", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    expect((await ask(w, radius.action as Screen, at("me/radius"), { actor, form: { radiusKm: "80" } })).status).toBe(400);
    expect(await saveRadius(as(await rootOf(w), actor), helperId, 80)).toMatchObject({ refusal: "radius" });
  });
});

describe("The calendar", () => {
  const send = (actor: Awaited<ReturnType<typeof aHelper>>["actor"], form: Record<string, string>) => ask(w, calendar.action as Screen, at("calendar"), { actor, form });
  it("takes several spans a day, leaves out empty ones and names the one that is wrong", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w), { hours: [] });
    expect((await send(actor, { intent: "weekly", "h.1.0.from": "08:00", "h.1.0.until": "12:00", "h.1.1.from": "11:00", "h.1.1.until": "14:00" })).value).toMatchObject({ hours: { errors: { "h.1.1.until": "helper.calendar.errorOverlap" }, values: { "h.1.1.from": "11:00" } } });
    expect((await send(actor, { intent: "weekly", "h.1.0.from": "08:00", "h.1.0.until": "12:00", "h.1.1.from": "13:00", "h.1.1.until": "00:00", "h.2.0.from": "", "h.2.0.until": "" })).status).toBe(302);
    const rows = await w.store.db.select().from(w.store.t.weeklySpan).where(eq(w.store.t.weeklySpan.calendarId, helperId));
    expect(rows.map(({ weekday, fromMinute, untilMinute }) => [weekday, fromMinute, untilMinute])).toEqual([[1, 480, 720], [1, 780, 1440]]);
  });
  it("holidays of a week are one line that closes every day of it and is taken back at once", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    expect((await send(actor, { intent: "exception", kind: "closed", date: "2026-12-21", dateUntil: "2026-12-27" })).status).toBe(302);
    const { value } = await ask(w, calendar.loader as Screen, at("calendar"), { actor });
    const { exceptions } = value as { exceptions: { ids: string[]; date: string; until: string }[] };
    expect(exceptions).toMatchObject([{ date: "2026-12-21", until: "2026-12-27" }]);
    const args = await w.request(at("calendar"), { actor, form: { intent: "remove", id: exceptions[0]?.ids ?? [] } });
    await calendar.action(args as never);
    expect(await w.store.db.$count(w.store.t.dayException, eq(w.store.t.dayException.calendarId, helperId))).toBe(0);
  });
  it("shows a day in the order of the clock, and no gap that is too short for any offer", async () => {
    const { helper, startsAt } = await anAskedBooking(await rootOf(w));
    const clock = (ms: number) => new Intl.DateTimeFormat("de-CH", { timeZone: "Europe/Zurich", hour: "2-digit", minute: "2-digit" }).format(ms);
    const weekday = new Date(startsAt).getUTCDay() || 7;
    const kindsFrom = async (from: number) => {
      expect((await send(helper.actor, { intent: "weekly", [`h.${weekday}.0.from`]: clock(from), [`h.${weekday}.0.until`]: clock(startsAt + 4 * hour) })).status).toBe(302);
      const { value } = await ask(w, calendar.loader as Screen, at("calendar"), { actor: helper.actor });
      const { days } = value as { days: { spans: { kind: string; startsAt: number }[] }[] };
      return days.find(({ spans }) => spans.some((span) => span.startsAt === startsAt))?.spans.map(({ kind }) => kind);
    };
    expect(await kindsFrom(startsAt - hour)).toEqual(["request", "free"]);
    expect(await kindsFrom(startsAt - 3 * hour)).toEqual(["free", "request", "free"]);
  });
  it("refuses a day that is over", async () => {
    const { actor } = await aHelper(await rootOf(w));
    expect((await send(actor, { intent: "exception", kind: "closed", date: "2026-11-23" })).value).toMatchObject({ exception: { errors: { date: "helper.calendar.errorPast" } } });
  });
  it("nobody takes back an exception of somebody else", async () => {
    const [one, other] = [await aHelper(await rootOf(w)), await aHelper(await rootOf(w))];
    await send(one.actor, { intent: "exception", kind: "closed", date: "2026-12-21" });
    const [row] = await w.store.db.select().from(w.store.t.dayException);
    expect((await send(other.actor, { intent: "remove", id: row?.id ?? "" })).status).toBe(404);
  });
  it("a pause hides from the search and comes back whole", async () => {
    const { actor, helperId } = await aHelper(await rootOf(w));
    const entries = () => w.store.db.$count(w.store.t.searchEntry, eq(w.store.t.searchEntry.helperId, helperId));
    expect(await entries()).toBe(1);
    await send(actor, { intent: "pause" });
    expect(await entries()).toBe(0);
    await send(actor, { intent: "resume" });
    expect(await entries()).toBe(1);
  });
});

describe("Earnings and figures", () => {
  it("a signed-off visit is planned with its date, gross, commission and net, in the list and in the file", async () => {
    const story = await aReportedBooking(await rootOf(w));
    const signedOff = story.reportedAt + 3 * day + 60_000;
    await tickBooking(as(await rootOf(w), (await rootOf(w)).actor, signedOff), story.bookingId);
    const { value } = await ask(w, earnings.loader as Screen, at("me/earnings"), { actor: story.helper.actor });
    expect(value).toMatchObject({ openMinor: 4165, sentMinor: 0, rows: [{ grossMinor: 4900, commissionMinor: 735, netMinor: 4165, state: "planned" }] });
    const file = await csv.loader((await w.request(at("me/earnings.csv"), { actor: story.helper.actor })) as never);
    const text = await file.text();
    expect([file.headers.get("content-type"), text.split("\r\n").length]).toEqual(["text/csv; charset=utf-8", 3]);
    expect(text).toContain(";49.00;7.35;41.65;geplant;");
  });
  it("one helper's earnings are not another's", async () => {
    const story = await aReportedBooking(await rootOf(w));
    const other = await aHelper(await rootOf(w));
    await tickBooking(as(await rootOf(w), (await rootOf(w)).actor, story.reportedAt + 4 * day), story.bookingId);
    expect((await ask(w, earnings.loader as Screen, at("me/earnings"), { actor: other.actor })).value).toMatchObject({ rows: [], openMinor: 0 });
  });
  it("figures come with n and range, and compare only where others count too", async () => {
    const { actor, helperId, service } = await aHelper(await rootOf(w));
    const counts = { visits: 12, answered: 10, solved: 9, right: 8, rightAnswered: 10, reviews: 4, starsSum: 18 };
    await w.store.tx((db) => db.insert(w.store.t.helperFigures).values({ id: "f1", helperId, serviceTypeId: service.id, ...counts }));
    const alone = (await ask(w, figures.loader as Screen, at("me/figures"), { actor })).value as { usual: number | null; whole: { solved: { n: number; low: number; high: number; share: number }; stars: number } };
    expect(alone.whole.solved).toMatchObject({ n: 10, share: 0.9 });
    expect([alone.usual, alone.whole.solved.low < 0.7, alone.whole.solved.high > 0.95, alone.whole.stars]).toEqual([null, true, true, 4.5]);
    const other = await aHelper(await rootOf(w));
    await w.store.tx((db) => db.insert(w.store.t.helperFigures).values({ id: "f2", helperId: other.helperId, serviceTypeId: service.id, ...counts, solved: 7 }));
    expect((await ask(w, figures.loader as Screen, at("me/figures"), { actor })).value).toMatchObject({ usual: 0.8 });
  });
});

describe("The picture", () => {
  it("that is no picture is refused with a reason, and nothing changes", async () => {
    const { actor, helperId } = await aNewHelper(w);
    const { status, value } = await ask(w, picture.action as Screen, at("me/picture"), { actor, form: { picture: new Blob(["no picture"], { type: "image/png" }) } });
    expect([status, value]).toEqual([400, { refusal: "picture-type" }]);
    expect((await helperRow(w, helperId)).photoFileId).toBeNull();
  });
  it("staff have no helper screens of their own", async () => {
    expect((await ask(w, welcome.loader as Screen, at("welcome"), { actor: staff("s1", ["admin"]) })).status).toBe(404);
  });
});
