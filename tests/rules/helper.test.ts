import { beforeAll, describe, expect, it } from "vitest";
import { addHoliday } from "#app/domain/availability/rules.commands.server.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { searchHelpers } from "#app/domain/search/search.queries.server.ts";
import { certify, endCertificate } from "#app/domain/certification/certification.commands.server.ts";
import { monthsLater, publicStanding } from "#app/domain/certification/certification.ts";
import { publicCertificate } from "#app/domain/certification/certification.queries.server.ts";
import { pause, resume, saveAddress, saveProfile, setPayoutAccount } from "#app/domain/helper/helper.commands.server.ts";
import { displace, missingSteps, positionOf, publicName } from "#app/domain/helper/helper.ts";
import { acceptHelperInvitation, inviteHelper } from "#app/domain/helper/invitation.commands.server.ts";
import { francs, typedFrancs } from "#app/domain/listing/listing.ts";
import { saveListing } from "#app/domain/listing/listing.commands.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { distanceM } from "#app/domain/search/search.ts";
import { signingWith } from "#app/http/compose.server.ts";
import type { Store } from "#db/store.ts";
import { eq } from "drizzle-orm";
import { eachDatabase } from "../support/databases.ts";
import { aHelper, as, aServiceType, aStaffMember, contextOn } from "../support/people.ts";

const day = 86_400_000;
const refusalOf = (result: { ok: true } | { ok: false; refusal: string }) => (result.ok ? "ok" : result.refusal);

describe("The public point", () => {
  const signing = signingWith("test");
  it("lies 200 to 500 m from the true position, for every address", () => {
    for (let i = 0; i < 2000; i++) {
      const position = { lat: 45.9 + (i % 50) * 0.037, lng: 6 + (i % 70) * 0.06 };
      const point = displace(position, `helper-${i}`, `Street ${i}`, signing);
      const metres = distanceM(position.lat, position.lng, point.lat, point.lng);
      expect(metres).toBeGreaterThanOrEqual(199.5);
      expect(metres).toBeLessThanOrEqual(500.5);
    }
  });
  it("is the same for the same helper and address, and another under another secret", () => {
    const ask = (secret: string, address = "Rheingasse 1") => displace({ lat: 47.5, lng: 7.6 }, "h", address, signingWith(secret));
    expect(ask("a")).toEqual(ask("a"));
    expect(ask("a")).not.toEqual(ask("b"));
    expect(ask("a")).not.toEqual(ask("a", "Rheingasse 2"));
  });
  it("of neighbours in one street do not give the locality's point away", () => {
    const place = { lat: 47.5, lng: 7.6 };
    expect(positionOf(place, " rheingasse 1 ", signing)).toEqual(positionOf(place, "Rheingasse 1", signing));
    expect(positionOf(place, "Rheingasse 1", signing)).not.toEqual(positionOf(place, "Rheingasse 2", signing));
  });
});

describe("Words of a helper", () => {
  it("show the first name and one letter", () => expect([publicName("Maya ", " berger"), publicName("Jean-Luc", "Ébner")]).toEqual(["Maya B.", "Jean-Luc É."]));
  it("name the missing steps in the order they are asked for", () => {
    const nothing = { biography: " ", languages: [], photoFileId: null, publicLat: null, hours: 0, payoutActiveAt: null, certificates: 0, listings: 0 };
    expect(missingSteps(nothing)).toEqual(["profile", "picture", "address", "hours", "payout", "certificate", "listing"]);
    expect(missingSteps({ biography: "x", languages: ["de"], photoFileId: "f", publicLat: 47, hours: 1, payoutActiveAt: 1, certificates: 1, listings: 1 })).toEqual([]);
  });
  it("read francs as people type them, and nothing else", () => {
    expect(["45", "45.5", "45,50", "1’200", "CHF 45.–", "Fr. 45"].map(francs)).toEqual([4500, 4550, 4550, 120_000, 4500, 4500]);
    expect(["", "4 Stunden", "-5", "45.555", "1e3", "∞"].map(francs)).toEqual([null, null, null, null, null, null]);
    expect([typedFrancs(4500), typedFrancs(4550), francs(typedFrancs(4505))]).toEqual(["45", "45.50", 4505]);
  });
});

describe("A certificate's standing", () => {
  const row = { issuedAt: 0, validUntil: 100, endedAt: null };
  it("is valid until it runs out, is ended or its holder is suspended; the earliest counts", () => {
    expect(publicStanding(row, null, 50)).toEqual({ valid: true, until: 100 });
    expect(publicStanding(row, null, 100)).toEqual({ valid: false, since: 100 });
    expect(publicStanding({ ...row, endedAt: 70 }, 60, 80)).toEqual({ valid: false, since: 60 });
  });
  it("counts validity in calendar months", () => expect(new Date(monthsLater(Date.UTC(2026, 10, 24), 24)).toISOString().slice(0, 10)).toBe("2028-11-24"));
});

eachDatabase("a helper", (open) => {
  let store: Store;
  let root: Context;
  beforeAll(async () => {
    store = await open();
    root = contextOn(store);
  });
  const row = async (helperId: string) => must({ ok: true as const, value: (await store.db.select().from(store.t.helper).where(eq(store.t.helper.id, helperId)))[0] });
  const findable = (helperId: string) => store.db.$count(store.t.searchEntry, eq(store.t.searchEntry.helperId, helperId));

  it("saves the address twice and keeps the same public point; a move moves it", async () => {
    const { helperId, actor } = await aHelper(root);
    const ctx = as(root, actor);
    const home = { street: "Rheingasse 1", postcode: "4058", locality: "Basel" };
    const [first, second] = [must(await saveAddress(ctx, helperId, home)), must(await saveAddress({ ...ctx, now: ctx.now + day }, helperId, home))];
    expect([second.publicLat, second.publicLng]).toEqual([first.publicLat, first.publicLng]);
    const metres = distanceM(first.lat ?? 0, first.lng ?? 0, first.publicLat ?? 0, first.publicLng ?? 0);
    expect(metres).toBeGreaterThanOrEqual(199.5);
    expect(metres).toBeLessThanOrEqual(500.5);
    const moved = must(await saveAddress(ctx, helperId, { ...home, street: "Rheingasse 2" }));
    expect(moved.publicLat).not.toBe(first.publicLat);
    const back = must(await saveAddress(ctx, helperId, home));
    expect([back.publicLat, back.publicLng]).toEqual([first.publicLat, first.publicLng]);
  });
  it("is found as public name and public point, without family name, street or true position", async () => {
    const { helperId, actor } = await aHelper(root);
    must(await saveProfile(as(root, actor), helperId, { givenName: "Maya", familyName: "Geheim", biography: "Gern.", languages: ["de"], searchOptIn: false }));
    const { publicHelper } = await import("#app/domain/helper/helper.queries.server.ts");
    const text = JSON.stringify(await publicHelper(root, helperId));
    const stored = await row(helperId);
    expect(text).toContain("Maya G.");
    for (const secret of ["Geheim", "Testweg", String(stored?.lat), String(stored?.lng)]) expect(text).not.toContain(secret);
  });
  it("changes nothing of somebody else", async () => {
    const [one, other] = [await aHelper(root), await aHelper(root)];
    expect(refusalOf(await saveProfile(as(root, one.actor), other.helperId, { givenName: "X", familyName: "Y", biography: "", languages: ["de"], searchOptIn: false }))).toBe("not-found");
    expect(refusalOf(await pause(as(root, one.actor), other.helperId))).toBe("not-found");
    expect(refusalOf(await saveListing(as(root, one.actor), other.helperId, { serviceTypeId: other.service.id, priceMinor: 4900, words: "", instant: false, live: true }))).toBe("not-found");
  });
  it("who comes back from a pause is found by time again, whatever happened to their calendar meanwhile", async () => {
    const { helperId, actor, service } = await aHelper(root);
    const tonight = async () => {
      const place = root.places.byPostcode("4051")[0];
      const serviceType = (await readCatalogue(root)).serviceTypes.find(({ id }) => id === service.id);
      if (!place || !serviceType) throw new Error("No place or service");
      const { ranked } = await searchHelpers(root, { serviceType, place, filters: {}, when: { part: "evening" }, sorting: "earliest", page: 1 });
      return ranked.some((each) => each.helperId === helperId);
    };
    expect(await tonight()).toBe(true);
    must(await pause(as(root, actor), helperId));
    must(await addHoliday(as(root, actor), helperId, { name: "Ferien", fromDate: "2027-07-01", untilDate: "2027-07-02" }));
    expect(await tonight()).toBe(false);
    must(await resume(as(root, actor), helperId));
    expect(await tonight()).toBe(true);
  });
  it("vanishes from the search while paused, and at once when the certificate ends", async () => {
    const { helperId, actor } = await aHelper(root);
    const ctx = as(root, actor);
    must(await pause(ctx, helperId));
    expect(await findable(helperId)).toBe(0);
    must(await resume(ctx, helperId));
    expect(await findable(helperId)).toBe(1);
    const staff = as(root, (await aStaffMember(root, "certifier")).actor);
    for (const { id } of await store.db.select().from(store.t.certificate).where(eq(store.t.certificate.helperId, helperId))) must(await endCertificate(staff, { certificateId: id, reason: "Test" }));
    expect(await findable(helperId)).toBe(0);
    const { id, number } = must(await certify(staff, { helperId, programmeCode: (await aServiceType(root)).content.programme ?? "" }));
    expect([await findable(helperId), (await publicCertificate(root, number.toLowerCase()))?.standing.valid]).toEqual([1, true]);
    must(await endCertificate(staff, { certificateId: id, reason: "Test" }));
    const shown = await publicCertificate(root, number);
    expect([await findable(helperId), shown?.standing]).toEqual([0, { valid: false, since: root.now }]);
    expect(JSON.stringify(shown)).not.toContain('"Test"');
  });
  it("offers only with a certificate, within the corridor, and live only with a payout account", async () => {
    const service = await aServiceType(root);
    const { token } = must(await inviteHelper(root, { givenName: "Nora", familyName: "Neu", email: `nora.${store.dialect}@example.ch`, locale: "de" }));
    const { helperId, personId } = must(await acceptHelperInvitation(root, token));
    expect(refusalOf(await acceptHelperInvitation(root, token))).toBe("not-found");
    const { person } = await import("#app/domain/kernel/actor.ts");
    const ctx = as(root, person(personId, helperId));
    const save = (more: Partial<Parameters<typeof saveListing>[2]> = {}) => saveListing(ctx, helperId, { serviceTypeId: service.id, priceMinor: 4900, words: "", instant: false, live: true, ...more });
    expect(refusalOf(await save())).toBe("not-certified");
    must(await certify(as(root, (await aStaffMember(root, "certifier")).actor), { helperId, programmeCode: service.content.programme ?? "" }));
    expect(refusalOf(await save())).toBe("payout-missing");
    expect(refusalOf(await save({ live: false }))).toBe("ok");
    must(await setPayoutAccount(ctx, helperId, { id: "acct_1", active: true }));
    expect(refusalOf(await save({ priceMinor: (service.content.price?.max ?? 0) + 1 }))).toBe("price-corridor");
    expect(refusalOf(await save({ instant: true }))).toBe("probation");
    expect(refusalOf(await save())).toBe("ok");
    expect(await store.db.$count(store.t.listing, eq(store.t.listing.helperId, helperId))).toBe(1);
  });
});
