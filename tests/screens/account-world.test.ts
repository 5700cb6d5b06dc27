import { expect, test } from "vitest";
import { person } from "#app/domain/kernel/actor.ts";
import { contextFor } from "#app/http/context.server.ts";
import { world } from "#tests/support/world.ts";

test("a request with a session's cookie is that person's", async () => {
  const w = await world();
  const args = await w.request("/fr/account", { actor: person("p1", null, ["b1", "b2"]) });
  const ctx = await contextFor(args);
  expect(ctx.actor).toMatchObject({ kind: "person", personId: "p1", provenBookings: ["b1", "b2"] });
  expect(ctx.locale).toBe("fr");
});
