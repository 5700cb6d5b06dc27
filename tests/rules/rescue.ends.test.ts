import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { declineBooking } from "#app/domain/booking/booking.commands.server.ts";
import { tickBooking } from "#app/domain/booking/tick.server.ts";
import { type Actor, proving, person, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { bookRescue, lapseRescue, openRescue, withdrawRescue } from "#app/domain/rescue/rescue.commands.server.ts";
import { openRescues } from "#app/domain/rescue/rescue.queries.server.ts";
import { anAskedBooking, day, hour, mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aLane, as, aStaffMember, contextOn } from "../support/people.ts";
import { anotherHelper, aSignedOffBooking, freeStart, madeUpTo, madeVisit } from "../support/rescue.ts";

eachDatabase("a promise to make good", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
    await aLane(root, { waitDays: 0 });
  });

  const rowsOf = (bookingId: string) => root.db.select().from(root.db.t.rescue).where(eq(root.db.t.rescue.bookingId, bookingId));
  const redo = async (solved: "yes" | "no" = "no", from = root) => {
    const first = await aSignedOffBooking(root, solved);
    const rescue = must(await openRescue(as(from, first.guest, first.now), first.bookingId, { words: "Wieder langsam.", wish: "redo" }));
    return { ...first, rescue };
  };
  const book = async (first: { guest: Actor; bookingId: string; now: number }, offer: { listingId: string } | { professional: string }, startsAt: number, from = root) => {
    const booked = must(await bookRescue(as(from, first.guest, first.now), first.bookingId, { offer, startsAt }));
    return { ...booked, customer: proving(first.guest, booked.bookingId) };
  };

  it("is the customer's for 14 days after the report, support's afterwards too, and nobody else's", async () => {
    const first = await aSignedOffBooking(root, "yes");
    const late = first.reportedAt + 14 * day;
    const want = { words: "", wish: "redo" as const };
    expect(refusalOf(await openRescue(as(root, first.guest, late), first.bookingId, want))).toBe("too-late");
    expect(refusalOf(await openRescue(as(root, first.helper.actor, first.now), first.bookingId, want))).toBe("not-found");
    expect(refusalOf(await openRescue(as(root, person("stranger"), first.now), first.bookingId, want))).toBe("not-found");
    const quality = await aStaffMember(root, "quality");
    expect(refusalOf(await openRescue(as(root, quality.actor, first.now), first.bookingId, want))).toBe("not-allowed");
    const support = await aStaffMember(root, "support");
    expect(must(await openRescue(as(root, support.actor, late), first.bookingId, want))).toMatchObject({ openedBy: "staff" });
    expect((await openRescues(as(root, support.actor, late))).map(({ bookingId }) => bookingId)).toContain(first.bookingId);
    expect(await openRescues(as(root, first.guest, late))).toEqual([]);
    const asked = await anAskedBooking(root);
    expect(refusalOf(await openRescue(as(root, asked.guest), asked.bookingId, want))).toBe("wrong-state");
  });

  it("opened twice it is one, also when both come at once", async () => {
    const first = await aSignedOffBooking(root, "no");
    const both = await Promise.all([1, 2, 3].map(() => openRescue(as(root, first.guest, first.now), first.bookingId, { words: "", wish: "redo" })));
    expect(new Set(both.map((each) => must(each).id)).size).toBe(1);
    expect(await rowsOf(first.bookingId)).toHaveLength(1);
  });

  it("ends after 30 days that nobody booked, counted anew from a visit that fell through, and can be withdrawn before", async () => {
    const first = await redo();
    const { bookingId } = await book(first, { listingId: first.helper.listingId }, await freeStart(root, first.helper.listingId, first.now));
    must(await declineBooking(as(root, first.helper.actor, first.now + hour), bookingId));
    must(await lapseRescue(as(root, system, first.now + 30 * day), first.rescue.id));
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "open" }]);
    must(await lapseRescue(as(root, system, first.now + hour + 30 * day), first.rescue.id));
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "lapsed" }]);
    expect(await mailsAbout(root, first.bookingId)).toContain("rescue.lapsed.customer");
    const { job } = root.db.t;
    const woken = (await root.db.select().from(job).where(eq(job.kind, "rescue.tick"))).filter(({ payload }) => payload.rescueId === first.rescue.id).map(({ runAt }) => runAt);
    expect(woken.sort()).toEqual([first.now + 30 * day, first.now + hour + 30 * day]);
    const other = await redo();
    must(await withdrawRescue(as(root, other.guest, other.now), other.bookingId));
    expect(refusalOf(await withdrawRescue(as(root, other.guest, other.now), other.bookingId))).toBe("not-found");
    expect(must(await openRescue(as(root, other.guest, other.now), other.bookingId, { words: "", wish: "professional" })).id).not.toBe(other.rescue.id);
  });

  it("a new visit signed off by time ends the story without calling it solved", async () => {
    const first = await redo("yes");
    const next = await anotherHelper(root, first.now);
    const { bookingId } = await book(first, { listingId: next.helper.listingId }, next.startsAt);
    const at = await madeUpTo(root, bookingId, next.helper.actor);
    await tickBooking(as(root, system, at + 73 * hour), bookingId);
    expect((await readBooking(root, bookingId)).signedOffBy).toBe("time");
    expect(await rowsOf(first.bookingId)).toMatchObject([{ state: "lapsed" }]);
  });

  it("nobody who said that it broke is asked on day 7 whether it still works, unless they took that back", async () => {
    const [broken, works] = [await redo("yes"), await redo("yes")];
    must(await withdrawRescue(as(root, works.guest, works.now), works.bookingId));
    for (const { bookingId, now } of [broken, works]) await tickBooking(as(root, system, now + 8 * day), bookingId);
    const asked = async (bookingId: string) => (await mailsAbout(root, bookingId)).filter((kind) => kind === "booking.still.customer").length;
    expect([await asked(broken.bookingId), await asked(works.bookingId)]).toEqual([0, 1]);
  });

  it("what a customer wrote about it is gone with the address after 90 days", async () => {
    const first = await redo();
    must(await withdrawRescue(as(root, first.guest, first.now), first.bookingId));
    for (const days of [70, 200]) await tickBooking(as(root, system, first.now + days * day), first.bookingId);
    expect(await readBooking(root, first.bookingId)).toMatchObject({ state: "closed", concern: "", street: null });
    expect((await rowsOf(first.bookingId)).map(({ words }) => words)).toEqual([""]);
  });

  it("a redo counts neither as a visit nor as a voice of its own", async () => {
    const first = await redo();
    const { helperFigures, helper } = root.db.t;
    const figures = async () => (await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, first.helper.helperId)))[0];
    const before = await figures();
    const { bookingId, customer } = await book(first, { listingId: first.helper.listingId }, await freeStart(root, first.helper.listingId, first.now));
    await madeVisit(root, bookingId, first.helper.actor, customer, "yes");
    expect(await figures()).toMatchObject({ visits: before?.visits, answered: before?.answered, solved: before?.solved });
    expect((await root.db.select().from(helper).where(eq(helper.id, first.helper.helperId)))[0]?.visitsClosed).toBe(11);
  });
});
