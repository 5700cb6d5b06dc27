import Ajv2020 from "ajv/dist/2020.js";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { loader as certificate } from "#app/routes/api/certificate.ts";
import { action as post, loader as helpers } from "#app/routes/api/helpers.ts";
import { loader as openapi } from "#app/routes/api/openapi.ts";
import { loader as places } from "#app/routes/api/places.ts";
import { loader as services } from "#app/routes/api/services.ts";
import { loader as unknown } from "#app/routes/api/unknown.ts";
import { gasHeater } from "#db/seed/content/energy/gasHeater.ts";
import { aServiceType } from "../support/people.ts";
import type { World } from "../support/world.ts";
import { secrets, town } from "./search.support.ts";

let house: World;
type Schema = Record<string, unknown>;
type Document = { openapi: string; paths: Record<string, { get: { parameters: { name: string; in: string; required: boolean; schema: Schema }[]; responses: Record<string, { content: Record<string, { schema: Schema }> }> } }>; components: { schemas: { Problem: Schema } } };
let document: Document;
beforeAll(async () => {
  const made = await town([{ givenName: "Maya" }, { givenName: "Nora" }]);
  house = made.house;
  await aServiceType(made.ctx, gasHeater as never);
  await house.store.db.insert(house.store.t.helperFigures).values({ id: "f", helperId: made.people[0]?.helperId ?? "", serviceTypeId: made.people[0]?.service.id ?? "", answered: 10, solved: 9, reviews: 4, starsSum: 18 });
  await house.store.db.update(house.store.t.certificate).set({ number: "Q-2026-TEST-0001" }).where(eq(house.store.t.certificate.helperId, made.people[0]?.helperId ?? ""));
}, 60_000);
beforeAll(async () => {
  document = (await (await openapi(await house.request("/api/v1/openapi.json"))).json()) as Document;
});

type Loader = typeof helpers;
const ask = async (loader: Loader, path: string, headers?: Record<string, string>): Promise<Response> => loader(await house.request(path, headers ? { headers } : {}));
const search = "/api/v1/helpers?place=4051&service=better-wlan";
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const problemOf = async (response: Response) => {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = (await response.json()) as { status: number; type: string; title: string; errors?: { field: string }[] };
  expect(ajv.validate(document.components.schemas.Problem, body), JSON.stringify(ajv.errors)).toBe(true);
  expect(body.status).toBe(response.status);
  return body;
};

describe("the public API", () => {
  test("answers as its own description says", async () => {
    expect(document.openapi).toBe("3.1.0");
    const asked: [string, Loader, string][] = [
      ["/api/v1/places", places, "/api/v1/places?q=Basel&lang=fr"],
      ["/api/v1/services", services, "/api/v1/services?lang=it"],
      ["/api/v1/helpers", helpers, `${search}&sort=price&radius=10&date=2026-11-25&page=1`],
    ];
    for (const [path, loader, address] of asked) {
      const response = await ask(loader, address);
      const body = (await response.json()) as Record<string, unknown[]>;
      const schema = document.paths[path]?.get.responses["200"]?.content["application/json"]?.schema ?? {};
      expect(response.status, path).toBe(200);
      expect(ajv.validate(schema, body), `${path} ${JSON.stringify(ajv.errors)}`).toBe(true);
      expect(Object.values(body).some((value) => Array.isArray(value) && value.length > 0), path).toBe(true);
    }
  });
  test("every parameter that is described has a type, and the needed ones are marked", () => {
    const { parameters } = document.paths["/api/v1/helpers"]?.get ?? { parameters: [] };
    expect(parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(["place", "service"]);
    for (const path of Object.values(document.paths)) for (const { name, schema } of path.get.parameters) expect(Object.keys(schema).length, name).toBeGreaterThan(0);
    expect(document.paths["/api/v1/certificates/{number}"]?.get.parameters[0]).toMatchObject({ name: "number", in: "path", required: true });
  });
  test("gives first name and initial, the public point and a rounded distance, never more", async () => {
    const text = await (await ask(helpers, search)).text();
    const { helpers: found } = JSON.parse(text) as { helpers: { name: string; distanceKm: number; lat: number }[] };
    expect(found.map(({ name }) => name).sort()).toEqual(["Maya B.", "Nora B."]);
    for (const { distanceKm } of found) expect((distanceKm * 2) % 1).toBe(0);
    for (const secret of await secrets(house)) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/email|mobile|street|personId/);
  });
  test("names come in the language asked for", async () => {
    const name = async (lang: string) => ((await (await ask(services, `/api/v1/services?lang=${lang}`)).json()) as { services: { name: string }[] }).services[0]?.name;
    expect([await name("de"), await name("en")]).toEqual(["Besseres WLAN", "Better WLAN"]);
  });
  test("what only professionals may do has no helpers", async () => {
    expect(await (await ask(helpers, "/api/v1/helpers?place=4051&service=gas-heater")).json()).toMatchObject({ total: 0, helpers: [] });
  });
  test("an unchanged answer is not sent twice", async () => {
    const first = await ask(helpers, search);
    const etag = first.headers.get("etag") ?? "";
    expect([first.status, etag.length > 10, first.headers.get("cache-control")]).toEqual([200, true, "public, max-age=60"]);
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask(helpers, search, { "if-none-match": sent });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await ask(helpers, `${search}&page=1&lang=fr`, { "if-none-match": etag })).status).toBe(200);
  });
});

describe("the API's errors", () => {
  test("each wrong field is named as problem details", async () => {
    const body = await problemOf(await ask(helpers, "/api/v1/helpers?place=4051&service=better-wlan&date=2026-02-30&radius=900&sort=luck&page=0"));
    expect(body.status).toBe(400);
    expect(body.errors?.map(({ field }) => field).sort()).toEqual(["date", "page", "radius", "sort"]);
    expect((await problemOf(await ask(places, "/api/v1/places"))).errors?.map(({ field }) => field)).toEqual(["q"]);
  });
  test("a service or a place that does not exist is said to be so", async () => {
    expect((await problemOf(await ask(helpers, "/api/v1/helpers?place=xyzzy&service=haircut"))).errors?.map(({ field }) => field)).toEqual(["service", "place"]);
    expect((await problemOf(await ask(helpers, "/api/v1/helpers?place=Buchs&service=better-wlan"))).errors?.map(({ field }) => field)).toEqual(["place"]);
  });
  test("an unknown address below /api and an unknown certificate are not found", async () => {
    expect((await problemOf(unknown(await house.request("/api/v2/anything")))).status).toBe(404);
    expect((await problemOf(await ask(certificate, "/api/v1/certificates/Q-2020-AAAA-BBBB"))).status).toBe(404);
  });
  test("the API only reads", async () => {
    const refused = post(await house.request(search, { form: {} }));
    expect([(await problemOf(refused)).status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
  test("a certificate is valid or not valid since", async () => {
    const response = await ask(certificate, "/api/v1/certificates/q-2026-test-0001");
    const body = await response.json();
    expect(body).toMatchObject({ number: "Q-2026-TEST-0001", valid: true, notValidSince: null });
    expect(ajv.validate(document.paths["/api/v1/certificates/{number}"]?.get.responses["200"]?.content["application/json"]?.schema ?? {}, body)).toBe(true);
  });
});
