import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { dropEnd, endWithNotice, noticeDays, proposeEnd } from "#app/domain/certification/ending.commands.server.ts";
import { endHelper } from "#app/domain/certification/measures.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { violation } from "#db/violation.ts";
import { day, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aHelper, as, contextOn } from "../support/people.ts";

const [one, two, finance] = [staff("one", ["certifier"]), staff("two", ["quality"]), staff("three", ["finance"])];

eachDatabase("ending a helper's work", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });
  const helperOf = async (id: string) => (await root.db.select().from(root.db.t.helper).where(eq(root.db.t.helper.id, id)))[0];

  it("takes two people, a reason and thirty days", async () => {
    const { helperId } = await aHelper(root);
    expect(refusalOf(await proposeEnd(as(root, finance), helperId, "Grund"))).toBe("not-allowed");
    expect(refusalOf(await proposeEnd(as(root, one), helperId, "  "))).toBe("reason-missing");
    expect(must(await proposeEnd(as(root, one), helperId, "Grund")).state).toBe("active");
    expect(refusalOf(await endWithNotice(as(root, one), helperId))).toBe("second-person");
    expect(must(await endWithNotice(as(root, two), helperId)).state).toBe("notice");
    expect(refusalOf(await endWithNotice(as(root, two), helperId))).toBe("no-proposal");
    expect(await helperOf(helperId)).toMatchObject({ state: "notice", stateReason: "Grund", endsAt: root.now + noticeDays * day });
    const story = await root.db.select().from(root.db.t.journalEntry).where(eq(root.db.t.journalEntry.subjectId, helperId));
    expect(story.map(({ name, actorId }) => [name, actorId])).toEqual(expect.arrayContaining([["helper.endProposed", "one"], ["helper.noticeGiven", "two"]]));
    must(await endHelper(as(root, system, root.now + noticeDays * day), helperId));
    expect((await helperOf(helperId))?.state).toBe("ended");
  });

  it("one proposal is open at a time, also when two propose or decide at once", async () => {
    const { helperId } = await aHelper(root);
    const asked = await Promise.all([proposeEnd(as(root, one), helperId, "A"), proposeEnd(as(root, two), helperId, "B")]);
    expect(asked.map(refusalOf).sort()).toEqual(["already-proposed", "ok"]);
    const third = staff("three", ["support"]);
    const decided = await Promise.all([endWithNotice(as(root, third), helperId), dropEnd(as(root, third), helperId)]);
    expect(decided.map(refusalOf).sort()).toEqual(["no-proposal", "ok"]);
    expect((await helperOf(helperId))?.state).toBe(decided[0]?.ok ? "notice" : "active");
  });

  it("the database refuses a confirmation by whoever proposed it, or by nobody", async () => {
    const { helperId } = await aHelper(root);
    const { endProposal } = root.db.t;
    const row = { id: root.newId(), helperId, reason: "Grund", proposedBy: "one", proposedAt: 1, decision: "confirmed" as const, decidedAt: 2 };
    for (const decidedBy of ["one", null]) {
      const told = await Promise.resolve(root.db.insert(endProposal).values({ ...row, decidedBy })).then(() => "written", (problem: unknown) => violation(problem)?.name);
      expect(told).toBe("end_proposal_second_person");
    }
  });
});
