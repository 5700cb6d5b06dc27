import { beforeAll, expect, test } from "vitest";
import { closePostcodes, openPostcodes, wishForArea } from "#app/domain/area/area.commands.server.ts";
import { areaPostcodes, areaStanding, isOpen, wishesByPostcode } from "#app/domain/area/area.queries.server.ts";
import { staff, visitor } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { eachDatabase } from "../support/databases.ts";
import { as, contextOn, monday } from "../support/people.ts";

eachDatabase("the programme area", (open) => {
  let ctx: Context;
  const admin = staff("admin-person", ["admin"]);
  beforeAll(async () => {
    ctx = contextOn(await open(), visitor(), { settings: { areaEverywhere: false } });
  });

  test("nothing is open until an administrator opens it", async () => {
    expect(await areaStanding(ctx, "4051")).toEqual({ open: false, opensAt: null });
    expect(await openPostcodes(ctx, { postcodes: ["4051"], opensAt: monday })).toMatchObject({ ok: false, refusal: "not-allowed" });
    expect(await openPostcodes(as(ctx, staff("support-person", ["support"])), { postcodes: ["4051"], opensAt: monday })).toMatchObject({ refusal: "not-allowed" });
  });
  test("a postcode opens on its day, not before", async () => {
    const day = monday + 86_400_000;
    expect(await openPostcodes(as(ctx, admin), { postcodes: ["4051", "4051", "4052"], opensAt: day })).toMatchObject({ ok: true, value: { opened: 2 } });
    expect(await areaStanding(ctx, "4051")).toEqual({ open: false, opensAt: day });
    expect(await isOpen(as(ctx, visitor(), day), "4051")).toBe(true);
    expect((await areaPostcodes(ctx)).map(({ postcode }) => postcode)).toEqual(["4051", "4052"]);
  });
  test("a postcode that does not exist opens nothing", async () => {
    expect(await openPostcodes(as(ctx, admin), { postcodes: ["4053", "0001"], opensAt: monday })).toMatchObject({ ok: false, refusal: "unknown-postcode", detail: { postcodes: ["0001"] } });
    expect(await areaStanding(ctx, "4053")).toEqual({ open: false, opensAt: null });
  });
  test("wishes are counted by postcode, an address once", async () => {
    for (const email of ["anna@example.ch", "ANNA@example.ch ", null, null]) expect(await wishForArea(ctx, { postcode: "8001", email })).toMatchObject({ ok: true });
    await wishForArea(ctx, { postcode: "3011", email: null });
    expect(await wishesByPostcode(ctx)).toEqual([]);
    expect(await wishesByPostcode(as(ctx, staff("support-person", ["support"])))).toEqual([
      { postcode: "8001", wishes: 3, reachable: 1, last: monday },
      { postcode: "3011", wishes: 1, reachable: 0, last: monday },
    ]);
  });
  test("no wish is taken for what is open or does not exist", async () => {
    expect(await wishForArea(as(ctx, visitor(), monday + 2 * 86_400_000), { postcode: "4051", email: null })).toMatchObject({ refusal: "open-already" });
    expect(await wishForArea(ctx, { postcode: "0001", email: null })).toMatchObject({ refusal: "unknown-postcode" });
  });
  test("a closed postcode is outside again", async () => {
    await closePostcodes(as(ctx, admin), ["4052"]);
    expect(await isOpen(as(ctx, visitor(), monday + 2 * 86_400_000), "4052")).toBe(false);
  });
  test("everywhere means everywhere", async () => {
    expect(await isOpen({ ...ctx, settings: { ...ctx.settings, areaEverywhere: true } }, "9999")).toBe(true);
  });
});
