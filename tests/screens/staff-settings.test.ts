import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { openPostcodes } from "#app/domain/area/area.commands.server.ts";
import { must } from "#app/domain/kernel/result.ts";
import { policyGroups, policyShown } from "#app/routes/staff/settings/parts/policy-groups.ts";
import * as settings from "#app/routes/staff/settings/settings.tsx";
import "#app/texts/all.server.ts";
import { aStaffMember } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { answerOf, leadsTo } from "./booking.support.ts";
import { rootOf } from "./helper.support.ts";

let w: World;
let admin: Awaited<ReturnType<typeof aStaffMember>>;
beforeEach(async () => {
  w = await world();
  admin = await aStaffMember(await rootOf(w), "admin");
});
type State = { values: Record<string, string>; errors: Record<string, string> };
const post = (part: string, form: Record<string, string>, actor = admin.actor) => answerOf<State>(w, settings.action, `/de/staff/settings/${part}`, { actor, form });

describe("The programme area", () => {
  beforeEach(async () => {
    must(await openPostcodes(await rootOf(w), { postcodes: ["4051", "4052", "4053", "8001"], opensAt: w.app.clock.business() }));
  });

  it("postcodes are taken out one by one or as a range, at once", async () => {
    leadsTo(await post("area", { intent: "close", closing: "8001" }) as never, "/de/staff/settings/area?saved");
    expect(await listed()).toEqual(["4051", "4052", "4053"]);
    leadsTo(await post("area", { intent: "close", closing: "4052-4059" }) as never, "/de/staff/settings/area?saved");
    expect(await listed()).toEqual(["4051"]);
  });

  it("what is not on the list comes back with what was typed, and nothing closes", async () => {
    for (const closing of ["4051, 3000", "1000-1100", "9999"]) {
      const wrong = await post("area", { intent: "close", closing });
      expect([wrong.status, wrong.value.errors, wrong.value.values.closing], closing).toEqual([400, { closing: "staffSettings.field.notListed" }, closing]);
    }
    expect((await post("area", { intent: "close", closing: "Basel" })).value.errors).toEqual({ closing: "errors.field.postcode" });
    expect(await listed()).toHaveLength(4);
  });

  it("only administrators close", async () => {
    const { actor } = await aStaffMember(await rootOf(w), "support");
    expect((await post("area", { intent: "close", closing: "4051" }, actor)).status).toBe(403);
    expect(await listed()).toHaveLength(4);
  });
});

/** The postcodes that stand on the list. */
async function listed(): Promise<string[]> {
  const { areaPostcode } = w.store.t;
  return (await w.store.db.select().from(areaPostcode).orderBy(asc(areaPostcode.postcode))).map(({ postcode }) => postcode);
}

describe("The policies", () => {
  const shown = async () => {
    const { policy } = await w.app.settings();
    return Object.fromEntries(policyGroups.flatMap(({ fields }) => fields.map((field) => [field, policyShown(field, policy[field]).value])));
  };

  it("are read and written in per cent, francs and times of day, and come back unchanged", async () => {
    const before = (await w.app.settings()).policy;
    const form = await shown();
    expect(form).toMatchObject({ commissionBp: "15", vatBp: "8.1", lateShareBp: "50", compensationCapMinor: "60.00", answerFromMinute: "07:00", answerUntilMinute: "21:00" });
    leadsTo(await post("policy", form) as never, "/de/staff/settings/policy?saved");
    expect((await w.app.settings()).policy).toEqual({ ...before, version: expect.any(String) });
    leadsTo(await post("policy", { ...form, commissionBp: "12,5", compensationCapMinor: "45.50", answerUntilMinute: "24:00" }) as never, "/de/staff/settings/policy?saved");
    expect((await w.app.settings()).policy).toMatchObject({ commissionBp: 1250, compensationCapMinor: 4550, answerUntilMinute: 1440 });
  });

  it("a number that cannot be comes back with what was typed", async () => {
    const wrong = await post("policy", { ...(await shown()), commissionBp: "120", answerFromMinute: "25 Uhr", compensationCapMinor: "viel", veryLateShareBp: "" });
    expect([wrong.status, wrong.value.errors]).toEqual([400, { commissionBp: "errors.field.range", answerFromMinute: "errors.field.time", compensationCapMinor: "errors.field.amount", veryLateShareBp: "errors.field.required" }]);
    expect(wrong.value.values).toMatchObject({ commissionBp: "120", answerFromMinute: "25 Uhr" });
  });
});
