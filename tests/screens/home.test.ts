import { beforeAll, expect, test } from "vitest";
import { loader } from "#app/routes/customer/home.tsx";
import { loader as places } from "#app/routes/api/suggest-places.ts";
import { loader as services } from "#app/routes/api/suggest-services.ts";
import type { World } from "../support/world.ts";
import { town } from "./search.support.ts";

let house: World;
beforeAll(async () => {
  const made = await town([{}, {}]);
  house = made.house;
  const [person] = made.people;
  await house.store.db.insert(house.store.t.helperFigures).values({ id: "f", helperId: person?.helperId ?? "", serviceTypeId: person?.service.id ?? "", visits: 12, answered: 10, solved: 9, reviews: 4, starsSum: 18 });
});

test("the start page shows the catalogue in the reader's words and figures with what they rest on", async () => {
  const page = await loader(await house.request("/fr"));
  expect(page.categories.flatMap((category) => category.services).map(({ code }) => code)).toEqual(["better-wlan"]);
  expect(page.proof).toMatchObject({ helpers: 2, visits: 12, solved: { n: 10, share: 0.9 }, right: null, stars: { mean: 4.5, n: 4 } });
  expect(page.title).toContain("Entraide");
});
test("places are suggested while typing, other languages' names included", async () => {
  const ask = async (query: string) => ((await (await places(await house.request(`/places.json?${query}`))).json()) as { items: { value: string; label: string }[] }).items;
  expect((await ask("q=Geneva&locale=en"))[0]).toMatchObject({ value: "1204-geneve", label: "1204 Genève" });
  expect((await ask("q=4051&locale=de&labels=1"))[0]?.value).toBe("4051 Basel");
  expect((await ask("lat=47.56&lng=7.59"))[0]?.label).toContain("Basel");
  expect(await ask("")).toEqual([]);
  expect(await ask("lat=0.00&lng=0.00&locale=zz")).toEqual([]);
});
test("services are suggested from words of the concern", async () => {
  const { items } = (await (await services(await house.request("/services.json?q=wlan&locale=de"))).json()) as { items: object[] };
  expect(items[0]).toMatchObject({ value: "better-wlan", label: "Besseres WLAN" });
});
