import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, cancelBooking, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { cancelForIllness } from "#app/domain/booking/illness.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { type Actor, person, staff, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { violation } from "#db/violation.ts";
import { aHeldBooking, hour, mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aCustomer, aForm, as, aStaffMember, contextOn, monday } from "../support/people.ts";

let number = 0;
const anAddress = () => `krank.${process.pid}.${++number}@example.ch`;

eachDatabase("free once a year for illness", (open) => {
  let root: Context;
  beforeAll(async () => {
    root = contextOn(await open());
  });

  /** An accepted visit of somebody, seen five hours before it begins: half of CHF 49 is at stake. */
  async function late({ email = anAddress(), by, from = root }: { email?: string; by?: Actor; from?: Context } = {}) {
    const story = await aHeldBooking(from);
    const { bookingId, startsAt, helper } = story;
    const actor = by ? { ...by, provenBookings: [bookingId] } : story.guest;
    must(await submitBooking(as(from, actor), bookingId, aForm({ email })));
    must(await paymentArrived(as(from, system), bookingId));
    must(await acceptBooking(as(from, helper.actor), bookingId));
    const now = startsAt - 5 * hour;
    return { ...story, actor, at: as(from, actor, now), now, email };
  }
  const standing = async (ctx: Context, id: string) => (await bookingPage(ctx, id))?.illness;
  const journal = async (id: string) => root.db.select().from(root.db.t.journalEntry).where(eq(root.db.t.journalEntry.subjectId, id));
  const postings = async (id: string) => (await root.db.select().from(root.db.t.ledgerPosting).where(eq(root.db.t.ledgerPosting.bookingId, id))).map(({ debit, credit, amountMinor }) => ({ debit, credit, amountMinor }));

  it("costs the customer nothing, and the company pays the helper what the rule would have cost", async () => {
    const { bookingId: id, at, helper, now } = await late();
    expect((await bookingPage(at, id))?.terms).toMatchObject({ compensationMinor: 2450, refundMinor: 2450 });
    expect(await standing(at, id)).toEqual({ offered: true, perYear: 1, usedAt: [], againAt: Date.parse("2028-01-01T00:00:00+01:00"), paidMinor: 2450 });
    expect(must(await cancelForIllness(at, id))).toMatchObject({ state: "cancelled", cancelledBy: "customer", cancelReason: "ill", compensationMinor: 0 });
    const { payout } = root.db.t;
    expect(await root.db.select().from(payout).where(eq(payout.bookingId, id))).toMatchObject([{ kind: "compensation", netMinor: 2450, commissionMinor: 0, fundedBy: "company", helperId: helper.helperId }]);
    expect(await postings(id)).toEqual([{ debit: "illness", credit: "helpers", amountMinor: 2450 }]);
    expect(await mailsAbout(root, id)).toEqual(expect.arrayContaining(["booking.cancelled.customer", "booking.cancelled.helper"]));
    const story = await journal(id);
    expect(story.find(({ name }) => name === "booking.illnessUsed")?.facts).toEqual({ year: 2027, nth: 1, of: 1, paidByCompanyMinor: 2450 });
    expect(story.find(({ name }) => name === "booking.cancel")?.facts).toMatchObject({ by: "customer", reason: "ill", compensationMinor: 0, refundMinor: 4900, paidByCompanyMinor: 2450 });
    const seen = await bookingPage(as(root, helper.actor, now), id);
    expect(seen).toMatchObject({ waivedMinor: 2450, illness: null, booking: { cancelReason: null } });
  });

  it("a second one in the same year is refused and says when the first was; the normal rule stays open, and the new year brings another", async () => {
    const email = anAddress();
    const first = await late({ email });
    must(await cancelForIllness(first.at, first.bookingId));
    const second = await late({ email: email.toUpperCase() });
    expect(await standing(second.at, second.bookingId)).toMatchObject({ offered: false, usedAt: [first.now] });
    expect(refusalOf(await cancelForIllness(second.at, second.bookingId))).toBe("illness-used");
    expect((await readBooking(root, second.bookingId)).state).toBe("accepted");
    expect(must(await cancelBooking(second.at, second.bookingId, "ill"))).toMatchObject({ cancelReason: "ill", compensationMinor: 2450 });
    expect(await postings(second.bookingId)).toEqual([]);
    const nextYear = { ...root, now: monday + 365 * 24 * hour, realNow: monday + 365 * 24 * hour };
    const third = await late({ email, from: nextYear });
    expect(must(await cancelForIllness(third.at, third.bookingId)).compensationMinor).toBe(0);
  });

  it("knows a guest by the address, and somebody signed in by account and address alike", async () => {
    const anna = await aCustomer(root, { email: anAddress() });
    const own = await late({ email: anna.email });
    must(await cancelForIllness(own.at, own.bookingId));
    const elsewhere = await late({ email: anAddress(), by: person(anna.personId) });
    expect(refusalOf(await cancelForIllness(elsewhere.at, elsewhere.bookingId))).toBe("illness-used");
    const stranger = await late();
    expect(must(await cancelForIllness(stranger.at, stranger.bookingId)).state).toBe("cancelled");
  });

  it("is not used up by a cancellation that costs nothing anyway, nor by one sent twice", async () => {
    const email = anAddress();
    const early = await late({ email });
    const soon = as(root, early.actor, early.startsAt - 30 * hour);
    expect(await standing(soon, early.bookingId)).toBeNull();
    must(await cancelForIllness(soon, early.bookingId));
    const next = await late({ email });
    for (const _ of [1, 2]) must(await cancelForIllness(next.at, next.bookingId));
    expect((await journal(next.bookingId)).filter(({ name }) => name === "booking.illnessUsed").length).toBe(1);
  });

  it("support gives the same reason for a caller, as the customer's own cancellation; a helper and other staff cannot", async () => {
    const { bookingId: id, now, helper } = await late();
    const support = await aStaffMember(root, "support");
    expect(await standing(as(root, support.actor, now), id)).toMatchObject({ offered: true, paidMinor: 2450 });
    expect(refusalOf(await cancelForIllness(as(root, helper.actor, now), id))).toBe("not-allowed");
    expect(refusalOf(await cancelForIllness(as(root, staff("q", ["quality"]), now), id))).toBe("not-allowed");
    expect(refusalOf(await cancelForIllness(as(root, person("nobody"), now), id))).toBe("not-found");
    expect(must(await cancelForIllness(as(root, support.actor, now), id))).toMatchObject({ cancelledBy: "customer", compensationMinor: 0 });
    const [entry] = (await journal(id)).filter(({ name }) => name === "booking.cancel");
    expect(entry).toMatchObject({ actorKind: "staff", actorId: support.personId });
  });

  it("two visits cancelled at once use it once: one is free, the other stands", async () => {
    for (let i = 0; i < 5; i++) {
      const email = anAddress();
      const both = [await late({ email }), await late({ email })];
      const answers = await Promise.all([...both, ...both].map(({ at, bookingId }) => cancelForIllness(at, bookingId)));
      const states = await Promise.all(both.map(async ({ bookingId }) => (await readBooking(root, bookingId)).state));
      expect(states.sort()).toEqual(["accepted", "cancelled"]);
      expect(answers.map(refusalOf).sort()).toEqual(["illness-used", "illness-used", "ok", "ok"]);
      const { payout } = root.db.t;
      const paid = await Promise.all(both.map(({ bookingId }) => root.db.$count(payout, and(eq(payout.bookingId, bookingId), eq(payout.kind, "compensation")))));
      expect(paid.sort()).toEqual([0, 1]);
    }
  }, 60_000);

  it("the database has the last word: a second use of a year, written past every command", async () => {
    const { bookingId, at } = await late();
    must(await cancelForIllness(at, bookingId));
    const { illnessWaiver } = root.db.t;
    const [row] = await root.db.select().from(illnessWaiver).where(eq(illnessWaiver.bookingId, bookingId));
    if (!row) throw new Error("Nothing was used");
    expect(row.identity).not.toContain("@");
    const told = await Promise.resolve(root.db.insert(illnessWaiver).values({ ...row, id: "past" })).then(() => "written", (problem: unknown) => violation(problem)?.kind);
    expect(told).toBe("unique");
  });

  it("follows the policy of the booking: switched off there is nothing to use, twice a year there are two", async () => {
    const withRule = (illnessPerYear: number) => ({ ...root, settings: { ...root.settings, policy: { ...root.settings.policy, illnessPerYear } } });
    const off = await late({ from: withRule(0) });
    expect(await standing(off.at, off.bookingId)).toBeNull();
    expect(refusalOf(await cancelForIllness(off.at, off.bookingId))).toBe("illness-used");
    const email = anAddress();
    const answers: string[] = [];
    for (const _ of [1, 2, 3]) {
      const visit = await late({ email, from: withRule(2) });
      answers.push(refusalOf(await cancelForIllness(visit.at, visit.bookingId)));
    }
    expect(answers).toEqual(["ok", "ok", "illness-used"]);
  });
});
