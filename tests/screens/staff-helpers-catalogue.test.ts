import { beforeEach, describe, expect, it } from "vitest";
import { contentOf } from "#app/domain/booking/service.queries.server.ts";
import { typedContent } from "#app/domain/catalogue/catalogue.form.ts";
import { type Actor, type StaffRole, staff, visitor } from "#app/domain/kernel/actor.ts";
import * as entry from "#app/routes/staff/catalogue/entry.tsx";
import * as list from "#app/routes/staff/catalogue/list.tsx";
import { betterWlan } from "#db/seed/content/connectivity/betterWlan.ts";
import { anAskedBooking, readBooking } from "../support/bookings.ts";
import { aHelper, aServiceType } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});
const by = (...roles: StaffRole[]): Actor => staff("s", roles);
const at = "/de/staff/catalogue/better-wlan";
const typed = (more: Record<string, string> = {}) => ({ ...typedContent(betterWlan), ...more });
const send = (form: Record<string, string>, actor = by("admin"), address = at) => ask(w, entry.action, address, { actor, form });
const stored = async () => (await w.store.db.select().from(w.store.t.serviceType))[0];

describe("Editing the catalogue", () => {
  it("publishes a new version, while a booking keeps the words it was made with", async () => {
    const root = await rootOf(w);
    const { bookingId } = await anAskedBooking(root);
    expect((await send(typed({ "name.de": "WLAN überall", intent: "publish" }))).to).toBe(`${at}?saved=2`);
    expect(await stored()).toMatchObject({ version: 2, state: "active", content: { name: { de: "WLAN überall" } } });
    const booking = await readBooking(root, bookingId);
    expect(booking.serviceTypeVersion).toBe(1);
    expect((await contentOf(root, booking.serviceTypeId, booking.serviceTypeVersion)).name.de).toBe("Besseres WLAN");
  });

  it("brings bad input back with everything that was typed, and publishes nothing", async () => {
    await aServiceType(await rootOf(w));
    const answer = await send(typed({ "name.it": "", "price.min": "viel", "short.de": "Neu geschrieben", intent: "publish" }));
    expect(answer).toMatchObject({ status: 400, value: { values: { "price.min": "viel", "short.de": "Neu geschrieben" }, errors: { "name.it": "errors.field.required", "price.min": "errors.field.amount" } } });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  it("shows a preview in the wished language without saving", async () => {
    await aServiceType(await rootOf(w));
    const answer = await send(typed({ "name.fr": "Le Wi-Fi partout", preview: "fr" }));
    expect(answer).toMatchObject({ status: 200, value: { preview: { locale: "fr", content: { name: { fr: "Le Wi-Fi partout" } } }, values: { "name.fr": "Le Wi-Fi partout" } } });
    expect(await stored()).toMatchObject({ version: 1, content: { name: { fr: betterWlan.name.fr } } });
  });

  it("is for administrators: others at the desk read, strangers find nothing", async () => {
    await aServiceType(await rootOf(w));
    for (const role of ["support", "certifier", "quality"] as const) {
      expect((await send(typed({ intent: "publish" }), by(role))).status).toBe(403);
      expect(((await ask(w, entry.loader, at, { actor: by(role) })).value as { mayEdit: boolean }).mayEdit).toBe(false);
      expect((await ask(w, entry.loader, "/de/staff/catalogue/new", { actor: by(role) })).status).toBe(403);
    }
    expect((await ask(w, entry.loader, at, { actor: by("finance") })).status).toBe(403);
    expect((await ask(w, entry.loader, at, { actor: visitor() })).status).toBe(404);
    expect((await ask(w, entry.loader, "/de/staff/catalogue/nothing", { actor: by("admin") })).status).toBe(404);
    expect(await stored()).toMatchObject({ version: 1 });
  });

  it("adds a new entry under a code of its own, and hides one that shall not be booked", async () => {
    await aServiceType(await rootOf(w));
    const fresh = "/de/staff/catalogue/new";
    expect(await send(typed({ intent: "publish" }), by("admin"), fresh)).toMatchObject({ status: 400, value: { errors: { code: "staffHelpers.catalogue.known" } } });
    expect((await send(typed({ code: "smart-lock", intent: "hide" }), by("admin"), fresh)).to).toBe("/de/staff/catalogue/smart-lock?saved=1");
    const rows = await w.store.db.select().from(w.store.t.serviceType);
    expect(rows.find(({ code }) => code === "smart-lock")).toMatchObject({ state: "hidden", version: 1 });
    // An entry's code is its address: nothing that is typed moves it.
    expect((await send(typed({ code: "other-code", intent: "publish" }))).to).toBe(`${at}?saved=2`);
  });

  it("shows the corridor beside what helpers really ask", async () => {
    const root = await rootOf(w);
    for (const priceMinor of [3900, 4900, 7500]) await aHelper(root, { priceMinor });
    const { groups } = (await ask(w, list.loader, "/de/staff/catalogue", { actor: by("support") })).value as { groups: { rows: object[] }[] };
    expect(groups[0]?.rows[0]).toMatchObject({ code: "better-wlan", corridor: { min: 3900, max: 7500 }, asked: { n: 3, min: 3900, median: 4900, max: 7500 } });
  });
});
