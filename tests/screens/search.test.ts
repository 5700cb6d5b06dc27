import { beforeAll, describe, expect, test } from "vitest";
import { openPostcodes } from "#app/domain/area/area.commands.server.ts";
import { suspendHelper } from "#app/domain/certification/measures.commands.server.ts";
import { pause, resume } from "#app/domain/helper/helper.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import { action as wish, loader as wishPage } from "#app/routes/customer/area-wish.tsx";
import { loader as mapLoader } from "#app/routes/customer/search-map.tsx";
import { loader, meta } from "#app/routes/customer/search.tsx";
import { gasHeater } from "#db/seed/content/energy/gasHeater.ts";
import { printer } from "#db/seed/content/connectivity/printer.ts";
import { aServiceType, as } from "../support/people.ts";
import type { World } from "../support/world.ts";
import { secrets, town } from "./search.support.ts";

let house: World;
let ctx: Awaited<ReturnType<typeof town>>["ctx"];
let people: Awaited<ReturnType<typeof town>>["people"];
beforeAll(async () => {
  ({ house, ctx, people } = await town([{ givenName: "Maya" }, { givenName: "Nora", place: { postcode: "4410", locality: "Liestal" }, radiusKm: 5 }, { givenName: "Otto", priceMinor: 3900, instant: true }]));
});

const answer = async (query: string) => (await loader(await house.request(`/de/search?${query}`))).answer;
const names = async (query: string): Promise<string[]> => {
  const found = await answer(query);
  return found.kind === "results" ? found.cards.map(({ name }) => name) : [];
};
const inBasel = "service=better-wlan&place=4051-basel";
const thrown = async (work: Promise<unknown>): Promise<Response> => {
  const problem = await work.then(() => null, (reason: unknown) => reason);
  if (!(problem instanceof Response)) throw new Error("Nothing was thrown");
  return problem;
};

describe("results", () => {
  test("words and a town that are clear lead straight to the list", async () => {
    const found = await answer("what=Besseres+WLAN&where=Basel");
    expect(found).toMatchObject({ kind: "results", total: 2, service: { code: "better-wlan" }, place: { id: "4051-basel", label: "4051 Basel" } });
  });
  test("a helper who would not travel that far is not shown", async () => {
    expect(await names(inBasel)).not.toContain("Nora B.");
    expect(await names("service=better-wlan&place=4410-liestal")).toContain("Nora B.");
  });
  test("a card says who, how far, what it costs, how well it went and when", async () => {
    const found = await answer(`${inBasel}&sort=price`);
    if (found.kind !== "results") throw new Error(found.kind);
    expect(found.cards[0]).toMatchObject({ name: "Otto B.", priceMinor: 3900, stars: null, solved: null, instant: true, languages: ["Deutsch", "Französisch"], locality: "Basel" });
    expect(found.cards[0]?.nextFreeAt).toBeGreaterThanOrEqual(house.clock.now() + 4 * 3_600_000);
    expect((found.cards[0]?.roundedKm ?? 0) % 0.5).toBe(0);
    expect(found.cards[0]?.certified).toBe(true);
  });
  test("whoever may not be booked at once has their first slot later than whoever may", async () => {
    const found = await answer(`${inBasel}&sort=earliest`);
    expect(found.kind === "results" && found.cards.map(({ name }) => name)).toEqual(["Otto B.", "Maya B."]);
  });
  test("neither list nor map nor page ever holds the true position, the street or the family name", async () => {
    const hidden = await secrets(house);
    const list = JSON.stringify(await loader(await house.request(`/de/search?${inBasel}`)));
    const map = JSON.stringify(await mapLoader(await house.request(`/de/search/map?${inBasel}&box=47,7,48,8&zoom=12`)));
    expect(hidden.length).toBeGreaterThan(6);
    for (const secret of hidden) for (const shown of [list, map]) expect(shown).not.toContain(secret);
  });
  test("the professional service stands beside with price, first slot and guarantee", async () => {
    const found = await answer(inBasel);
    if (found.kind !== "results") throw new Error(found.kind);
    expect(found.professional.priceMinor).toBeGreaterThan(0);
    expect(found.professional.nextFreeAt).toBeGreaterThan(house.clock.now() + 2 * 86_400_000 - 1);
    expect(found).toMatchObject({ redoDays: 14, contract: "helper", professional: { solved: null } });
  });
  test("a short list says which filter keeps people away and how many", async () => {
    const found = await answer(`${inBasel}&max=40`);
    expect(found).toMatchObject({ kind: "results", total: 1, serving: 2, keptAway: [{ filter: "price", more: 1 }] });
  });
  test("an evening that nobody has offers the next free moment", async () => {
    const found = await answer(`${inBasel}&day=2026-11-24&part=evening&language=it`);
    if (found.kind !== "results") throw new Error(found.kind);
    expect(found.total).toBe(0);
    const late = await answer(`${inBasel}&day=2026-11-24&part=morning`);
    if (late.kind !== "results") throw new Error(late.kind);
    expect(late).toMatchObject({ total: 0, keptAway: [{ filter: "time", more: 2 }] });
    expect(late.help?.later?.helpers).toBe(2);
  });
  test("a service at a place may be found by search engines, the same list filtered, sorted, empty or still unclear may not", async () => {
    const hidden = async (query: string) => {
      const data = await loader(await house.request(`/de/search?${query}`));
      return (meta({ data } as unknown as Parameters<NonNullable<typeof meta>>[0]) ?? []).some((tag) => "name" in tag && tag.name === "robots" && tag.content === "noindex");
    };
    expect(await hidden(inBasel)).toBe(false);
    for (const query of [`${inBasel}&sort=price`, `${inBasel}&day=2026-11-24&part=morning`, "what=Besseres+WLAN&where=Basel", "service=better-wlan", "service=better-wlan&place=7500-st-moritz"]) expect(await hidden(query), query).toBe(true);
  });
  test("the map answers for the box it shows and refuses nonsense", async () => {
    expect((await mapLoader(await house.request(`/de/search/map?${inBasel}&box=47.5,7.5,47.6,7.7&zoom=14`))).pins).toHaveLength(2);
    expect((await mapLoader(await house.request(`/de/search/map?${inBasel}&box=46,6,46.1,6.1&zoom=14`))).pins).toHaveLength(0);
    for (const box of ["", "1,2,3", "a,b,c,d", "48,8,47,7", "47,7,48,8,9"]) expect((await thrown(mapLoader(await house.request(`/de/search/map?${inBasel}&box=${box}&zoom=12`)))).status).toBe(404);
  });
});

describe("one decision a screen", () => {
  test("words for several services are asked back", async () => {
    await aServiceType(ctx, printer as never);
    expect(await answer("what=WLAN&place=4051-basel")).toMatchObject({ kind: "service", form: { place: "4051-basel" } });
    expect(await answer("what=Schuhe+putzen")).toMatchObject({ kind: "service", reason: "unknown" });
    expect(await answer("")).toMatchObject({ kind: "service", reason: "empty" });
  });
  test("a town name that several bear is asked back", async () => {
    const found = await answer("service=better-wlan&where=Buchs");
    expect(found).toMatchObject({ kind: "place", reason: "several" });
    expect(await answer("service=better-wlan&where=xyzzy")).toMatchObject({ kind: "place", reason: "unknown" });
    expect(await answer("service=better-wlan")).toMatchObject({ kind: "place", reason: "empty" });
  });
  test("work that only professionals may do leads to them", async () => {
    await aServiceType(ctx, gasHeater as never);
    const response = await thrown(loader(await house.request("/fr/search?service=gas-heater&place=4051-basel")));
    expect([response.status, response.headers.get("location")]).toEqual([302, "/fr/professional/gas-heater?place=4051-basel"]);
  });
});

describe("who can be found", () => {
  test("a paused helper is gone until they come back", async () => {
    const maya = people[0]?.helperId ?? "";
    must(await pause(ctx, maya));
    expect(await names(inBasel)).toEqual(["Otto B."]);
    must(await resume(ctx, maya));
    expect(await names(inBasel)).toContain("Maya B.");
  });
  test("a suspended helper vanishes at once", async () => {
    const otto = people[2]?.helperId ?? "";
    must(await suspendHelper(as(ctx, staff(people[0]?.personId ?? "", ["certifier"])), otto, "Ein Kunde hat einen Vorfall gemeldet."));
    expect(await names(inBasel)).toEqual(["Maya B."]);
  });
});

describe("outside the programme area", () => {
  beforeAll(async () => {
    await house.store.db.insert(house.store.t.setting).values({ id: "area", key: "areaEverywhere", value: false, validFrom: 0, createdAt: 0 });
    house.app.refreshSettings();
    must(await openPostcodes({ ...ctx, actor: system }, { postcodes: ["8001"], opensAt: house.clock.now() + 86_400_000 }));
  });
  test("the search says so, and when it opens", async () => {
    expect(await answer(inBasel)).toMatchObject({ kind: "outside", postcode: "4051", opensAt: null });
    expect(await answer("service=better-wlan&place=8001-zurich")).toMatchObject({ kind: "outside", opensAt: house.clock.now() + 86_400_000 });
  });
  test("a wish is taken with and without an address, thanked for and counted", async () => {
    for (const email of ["", "anna@example.ch"]) {
      const response = await thrown(wish(await house.request("/de/area-wish", { form: { postcode: "4051", email } })));
      expect(response.headers.get("location")).toBe("/de/area-wish?thanks&postcode=4051");
    }
    const rows = await house.store.db.select().from(house.store.t.areaWish);
    expect(rows.map(({ email }) => email).sort()).toEqual(["anna@example.ch", null]);
    expect(await wishPage(await house.request("/de/area-wish?thanks&postcode=4051"))).toMatchObject({ thanks: true, postcode: "4051", isOpen: false });
  });
  test("a wrong address comes back with what was typed and how to mend it", async () => {
    const again = (await wish(await house.request("/de/area-wish", { form: { postcode: "4051", email: "anna@" } }))) as { data: { values: object; errors: object } };
    expect(again.data).toMatchObject({ values: { postcode: "4051", email: "anna@" }, errors: { email: "errors.field.email" } });
    const unknown = (await wish(await house.request("/de/area-wish", { form: { postcode: "0001", email: "" } }))) as { data: { errors: object } };
    expect(unknown.data.errors).toEqual({ postcode: "errors.field.postcode" });
  });
});
