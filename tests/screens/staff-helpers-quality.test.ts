import { beforeEach, describe, expect, it } from "vitest";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { type Actor, type StaffRole, staff, visitor } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import * as quality from "#app/routes/staff/quality/quality.tsx";
import * as qualityCsv from "#app/routes/staff/quality/quality-csv.ts";
import * as unresolved from "#app/routes/staff/unresolved/list.tsx";
import * as visit from "#app/routes/staff/unresolved/visit.tsx";
import { aReportedBooking, hour } from "../support/bookings.ts";
import { as, aStaffMember } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { ask, rootOf } from "./helper.support.ts";

let w: World;
beforeEach(async () => {
  w = await world();
});
const by = (...roles: StaffRole[]): Actor => staff("s", roles);

async function unsolved(givenName: string) {
  const root = await rootOf(w);
  const story = await aReportedBooking(root, { givenName });
  must(await signOff(as(root, story.guest, story.reportedAt + hour), story.bookingId, { solved: "no", right: "unknown" }));
  return story;
}
const waiting = async () => ((await ask(w, unresolved.loader, "/de/staff/unresolved", { actor: by("quality") })).value as { rows: { id: string }[] }).rows.map(({ id }) => id);

describe("Unresolved visits", () => {
  it("are worked through one after the other: a verdict leads to the next, and the list gets shorter", async () => {
    const [first, second] = [await unsolved("Maya"), await unsolved("Tim")];
    expect((await waiting()).sort()).toEqual([first.bookingId, second.bookingId].sort());
    const { actor } = await aStaffMember(await rootOf(w), "quality");
    const at = (id: string) => `/de/staff/unresolved/${id}`;
    const page = (await ask(w, visit.loader, at(first.bookingId), { actor })).value as { visit: object };
    expect(page.visit).toMatchObject({ voices: { solved: "no", right: "unknown", still: null }, report: { outcome: "solved", words: "Router verschoben." }, left: 2, nextId: second.bookingId });
    expect(JSON.stringify(page)).not.toContain("Rheinsprung");

    expect(await ask(w, visit.action, at(first.bookingId), { actor, form: { verdict: "remark", words: " " } })).toMatchObject({ status: 400, value: { values: { verdict: "remark" }, errors: { words: "errors.field.required" } } });
    expect((await ask(w, visit.action, at(first.bookingId), { actor, form: { verdict: "remark", words: "Verstärker fehlte" } })).to).toBe(`${at(second.bookingId)}?done=checked`);
    expect(await waiting()).toEqual([second.bookingId]);
    expect((await ask(w, visit.action, at(second.bookingId), { actor, form: { verdict: "right", words: "Alles richtig gemacht" } })).to).toBe("/de/staff/unresolved?done=checked");
    expect(await waiting()).toEqual([]);
  });

  it("are for quality alone", async () => {
    const { bookingId } = await unsolved("Maya");
    for (const role of ["certifier", "support", "finance"] as const) {
      expect((await ask(w, unresolved.loader, "/de/staff/unresolved", { actor: by(role) })).status).toBe(403);
      expect((await ask(w, visit.action, `/de/staff/unresolved/${bookingId}`, { actor: by(role), form: { verdict: "right", words: "x" } })).status).toBe(403);
    }
    expect((await ask(w, visit.loader, `/de/staff/unresolved/${bookingId}`, { actor: visitor() })).status).toBe(404);
    expect((await ask(w, visit.loader, "/de/staff/unresolved/unknown", { actor: by("quality") })).status).toBe(404);
  });
});

describe("The quality table", () => {
  it("shows certifiers and quality every figure with its n and range, sorted by the address", async () => {
    await unsolved("Maya");
    for (const role of ["quality", "certifier"] as const) {
      const { rows } = (await ask(w, quality.loader, "/de/staff/quality?sort=visits", { actor: by(role) })).value as { rows: { helperName: string; figures: { solved: object; solvedCorrectly: object } }[] };
      expect(rows).toMatchObject([{ helperName: "Maya B.", figures: { visits: 1, solved: { n: 1, successes: 0, share: 0 }, solvedCorrectly: { n: 0, share: null } } }]);
    }
    expect((await ask(w, quality.loader, "/de/staff/quality", { actor: by("support") })).status).toBe(403);
    for (const query of ["?sort=x", "?service=none", "?q=%25", "?page=9"]) expect((await ask(w, quality.loader, `/de/staff/quality${query}`, { actor: by("quality") })).status).toBe(200);
  });

  it("goes out as CSV with n and range beside each share", async () => {
    await unsolved("Maya");
    const answer = (await qualityCsv.loader(await w.request("/de/staff/quality.csv?q=maya", { actor: by("quality") }))) as Response;
    const [head = "", row = ""] = (await answer.text()).replace("\uFEFF", "").split("\r\n");
    expect(head).toContain("solved;solved_yes;solved_n;solved_low;solved_high");
    expect(row).toMatch(/^Maya B\.;[0-9a-f-]+;better-wlan;1;0;0;1;0;0\.79/);
  });
});
