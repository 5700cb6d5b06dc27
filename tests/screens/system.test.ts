import { beforeEach, describe, expect, it } from "vitest";
import { person, staff, type StaffRole, system, visitor } from "#app/domain/kernel/actor.ts";
import { later } from "#app/domain/kernel/later.server.ts";
import { runDue } from "#app/jobs/runner.server.ts";
import * as outboxBody from "#app/routes/dev/outbox-body.tsx";
import { loader as outboxStart } from "#app/routes/dev/outbox-start.ts";
import * as outboxMail from "#app/routes/dev/outbox-mail.tsx";
import * as outbox from "#app/routes/dev/outbox.tsx";
import * as clock from "#app/routes/staff/system/clock.tsx";
import * as jobs from "#app/routes/staff/system/jobs.tsx";
import * as journal from "#app/routes/staff/system/journal.tsx";
import * as mailBody from "#app/routes/staff/system/mail-body.tsx";
import * as mails from "#app/routes/staff/system/mails.tsx";
import "#app/texts/all.server.ts";
import { world } from "../support/world.ts";

let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});
type Loader = (args: never) => Promise<unknown>;
const answer = async (loader: Loader, address: string, asked: Parameters<typeof w.request>[1] = {}) => {
  try {
    return await loader((await w.request(address, asked)) as never);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
};
const status = async (...asked: Parameters<typeof answer>) => {
  const given = await answer(...asked);
  return given instanceof Response ? given.status : 200;
};
const write = async () => {
  await later(await w.as(system), "mail", { kind: "sign-in", email: "anna@example.ch", locale: "de", data: { code: "493017", link: "http://localhost:3000/de/sign-in/link/t", minutes: 10 } });
  await runDue(w.app, { only: ["mail"] });
  const [row] = await w.store.db.select().from(w.store.t.mail);
  return row?.id ?? "";
};

describe("The system's pages", () => {
  const pages: [string, Loader, StaffRole][] = [
    ["/de/staff/system/jobs", jobs.loader, "support"],
    ["/en/staff/system/mails", mails.loader, "support"],
    ["/de/staff/system/journal?verify=1", journal.loader, "quality"],
  ];
  it.each(pages)("%s opens for its role and for administrators only", async (address, loader, role) => {
    expect(await status(loader, address, { actor: staff("s", [role]) })).toBe(200);
    expect(await status(loader, address, { actor: staff("s", ["admin"]) })).toBe(200);
    expect(await status(loader, address, { actor: staff("s", ["finance"]) })).toBe(403);
    expect(await status(loader, address, { actor: person("p") })).toBe(404);
    expect(await status(loader, address, { actor: visitor() })).toBe(404);
  });

  it("take any filter without breaking", async () => {
    const actor = staff("s", ["admin"]);
    for (const search of ["?page=-1", "?page=x", "?from=2026-02-31", "?from=9999-99-99&until=nonsense", "?name=%25_\\", "?subject='--", "?from=275761-01-01"]) {
      expect(await status(journal.loader, `/de/staff/system/journal${search}`, { actor })).toBe(200);
      expect(await status(jobs.loader, `/de/staff/system/jobs${search}&state=x`, { actor })).toBe(200);
      expect(await status(mails.loader, `/de/staff/system/mails${search}&to=%25`, { actor })).toBe(200);
    }
  });

  it("move the clock and show what ran; not in production", async () => {
    const actor = staff("s", ["support"]);
    const before = w.app.clock.business();
    const moved = await answer(clock.action, "/de/staff/system/clock", { actor, form: { hours: "24" } });
    expect(moved).toMatchObject({ status: 302 });
    expect(w.app.clock.business()).toBe(before + 24 * 3_600_000);
    expect(await answer(clock.loader, "/de/staff/system/clock?moved=last", { actor })).toMatchObject({ moved: { hours: 24, from: before } });
    expect(await answer(clock.action, "/de/staff/system/clock", { actor, form: { hours: "-1" } })).toMatchObject({ init: { status: 400 } });
    expect(await status(clock.action, "/de/staff/system/clock", { actor: person("p"), form: { hours: "24" } })).toBe(404);
    w = await world({ config: { mode: "production" } });
    expect(await status(clock.loader, "/de/staff/system/clock", { actor })).toBe(403);
  });
});

describe("A mail's preview", () => {
  it("comes with a policy of its own that allows nothing but looks", async () => {
    const id = await write();
    const body = (await answer(mailBody.loader, `/de/staff/system/mails/${id}/body`, { actor: staff("s", ["support"]) })) as Response;
    expect(body.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; .*frame-ancestors 'self'; sandbox/);
    expect(body.headers.get("content-security-policy")).not.toContain("allow-scripts");
    expect(await body.text()).toContain("493017");
    expect(await status(mailBody.loader, `/de/staff/system/mails/${id}/body`, { actor: visitor() })).toBe(404);
    expect(await status(mailBody.loader, "/de/staff/system/mails/unknown/body", { actor: staff("s", ["support"]) })).toBe(404);
  });

  it("is found under the outbox's short address in the reader's language", async () => {
    for (const [wish, locale] of [["fr-CH,fr;q=0.9", "fr"], ["it-CH", "it"], ["en-GB", "en"], ["", "de"]] as const) {
      const asked = await w.request("/dev/outbox?to=anna");
      if (wish) asked.request.headers.set("accept-language", wish);
      const led = (await outboxStart(asked as never)) as Response;
      expect([led.status, led.headers.get("location")]).toEqual([302, `/${locale}/dev/outbox?to=anna`]);
    }
  });

  it("lies in the demo's outbox for everybody, and nowhere in production", async () => {
    const id = await write();
    expect(await answer(outbox.loader, "/it/dev/outbox?to=ANNA")).toMatchObject({ rows: [{ id, toAddress: "anna@example.ch" }], sends: false });
    expect(await answer(outbox.loader, "/fr/dev/outbox?to=beat")).toMatchObject({ rows: [] });
    expect(await answer(outboxMail.loader, `/fr/dev/outbox/${id}`)).toMatchObject({ mail: { id } });
    const production = await world({ config: { mode: "production" }, store: { ...w.store, close: async () => undefined } });
    w = production;
    for (const [loader, address] of [[outboxStart, "/dev/outbox"], [outbox.loader, "/de/dev/outbox"], [outboxMail.loader, `/de/dev/outbox/${id}`], [outboxBody.loader, `/de/dev/outbox/${id}/body`]] as const)
      expect(await status(loader, address)).toBe(404);
  });
});
