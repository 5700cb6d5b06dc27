import { beforeEach, describe, expect, it } from "vitest";
import { and, eq, ne } from "drizzle-orm";
import { acceptBooking, cancelBooking, setOff } from "#app/domain/booking/booking.commands.server.ts";
import { findBooking } from "#app/domain/booking/booking.queries.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { suspendHelper } from "#app/domain/certification/measures.commands.server.ts";
import { asksOf } from "#app/domain/dispatch/asks.server.ts";
import { system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { postMessage } from "#app/domain/messaging/messaging.commands.server.ts";
import { extraToPay } from "#app/domain/payment/extras.commands.server.ts";
import { applyPaymentFacts } from "#app/domain/payment/facts.commands.server.ts";
import { arriveAt } from "#app/domain/visit/arrival.commands.server.ts";
import { answerExtra, proposeExtra } from "#app/domain/visit/extras.commands.server.ts";
import { extrasOf } from "#app/domain/visit/extras.server.ts";
import { day, hour, mailsAbout, minute, readBooking } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aStaffMember, as, contextOn, monday } from "../support/people.ts";
import { aRequest, thursday } from "../support/waves.ts";

const four = [{}, {}, {}, {}];

eachDatabase("waves after a yes", (open) => {
  let root: Context;
  beforeEach(async () => {
    root = contextOn(await open());
  });

  describe("a helper who falls out", () => {
    it("is replaced: the visit is asked of others, counts for the helper, and nothing of it is theirs any more", async () => {
      const { helper, others, bookingId, guest } = await aRequest(root, { others: four });
      must(await acceptBooking(as(root, helper.actor, monday + hour), bookingId));
      must(await postMessage(as(root, helper.actor, monday + hour), bookingId, { words: "Ich freue mich." }));
      must(await cancelBooking(as(root, helper.actor, monday + day), bookingId, "ill"));
      const asked = await readBooking(root, bookingId);
      expect([asked.state, asked.helperId, asked.acceptedAt, asked.cancelledBy, asked.wave]).toEqual(["requested", null, null, null, 1]);
      expect(await findBooking(as(root, helper.actor), bookingId)).toBeNull();
      expect((await mailsAbout(root, bookingId)).filter((kind) => kind.startsWith("booking.cancelled"))).toEqual([]);
      const { helperFigures } = root.db.t;
      expect((await root.db.select().from(helperFigures).where(eq(helperFigures.helperId, helper.helperId))).map(({ cancelledByHelper }) => cancelledByHelper)).toEqual([1]);
      const open = (await asksOf(root, bookingId)).filter(({ state }) => state === "open").map(({ helperId }) => helperId);
      const winner = others.find(({ helperId }) => open.includes(helperId));
      if (!winner) throw new Error("Others were asked");
      expect((await bookingPage(as(root, winner.actor, monday + day), bookingId))?.messages).toEqual([]);
      must(await acceptBooking(as(root, winner.actor, monday + day + hour), bookingId));
      const page = await bookingPage(as(root, guest, monday + day + hour), bookingId);
      expect(page?.messages.map(({ words, by }) => [words, by])).toEqual([["Ich freue mich.", "Maya B."]]);
      expect(page?.ladder).toMatchObject({ isSubstitute: true, first: { state: "returned" } });
      must(await setOff(as(root, winner.actor, thursday - hour), bookingId));
      must(await cancelBooking(as(root, winner.actor, thursday - 30 * minute), bookingId, "cannot_come"));
      expect((await readBooking(root, bookingId)).state).toBe("cancelled");
    });

    it("takes along what was agreed with them at the door: it lapses, and what was paid goes back", async () => {
      const { helper, bookingId, guest } = await aRequest(root, { others: four });
      must(await acceptBooking(as(root, helper.actor, monday + hour), bookingId));
      const early = thursday - 3 * hour;
      must(await arriveAt(as(root, helper.actor, early), bookingId));
      for (const words of ["Kabel", "Stecker"]) {
        const extra = must(await proposeExtra(as(root, helper.actor, early), bookingId, { kind: "material", words, amountMinor: 3000 }));
        must(await answerExtra(as(root, guest, early), extra.id, true));
      }
      const [paid, open] = await extrasOf(root, bookingId);
      const payment = must(await extraToPay(as(root, guest, early), paid?.id ?? ""));
      must(await extraToPay(as(root, guest, early), open?.id ?? ""));
      must(await applyPaymentFacts(as(root, system, early), payment.id, { intentId: "pi_extra", chargeId: "ch_extra", status: "captured", method: "twint", amountMinor: 3000, capturedMinor: 3000, refundedMinor: 0, refundFailedMinor: 0, captureBefore: null, capturableMinor: 0, declineCode: null }));
      must(await cancelBooking(as(root, helper.actor, early + minute), bookingId, "unsafe"));
      expect((await readBooking(root, bookingId)).state).toBe("requested");
      expect((await extrasOf(root, bookingId)).map(({ state }) => state)).toEqual(["lapsed", "lapsed"]);
      const { paymentOperation: call, payment: table } = root.db.t;
      const calls = await root.db.select({ kind: call.kind, params: call.params }).from(call).innerJoin(table, eq(table.id, call.paymentId)).where(and(eq(table.bookingId, bookingId), eq(table.purpose, "extra"), ne(call.kind, "checkout")));
      expect(calls.map(({ kind, params }) => [kind, params.amountMinor]).sort()).toEqual([["expire", undefined], ["refund", 3000]]);
    });

    it("cancels as before when nobody else can come", async () => {
      const { helper, bookingId } = await aRequest(root);
      must(await acceptBooking(as(root, helper.actor, monday + hour), bookingId));
      must(await cancelBooking(as(root, helper.actor, monday + day), bookingId, "ill"));
      const ended = await readBooking(root, bookingId);
      expect([ended.state, ended.cancelledBy, ended.helperId]).toEqual(["cancelled", "helper", helper.helperId]);
    });

    it("and one who is suspended: their visits and what they are asked go on without them", async () => {
      const { helper, others, bookingId } = await aRequest(root, { others: [{}] });
      const second = await aRequest(root, { others: [], startsAt: thursday + day });
      must(await acceptBooking(as(root, helper.actor, monday + hour), bookingId));
      const [stand] = others;
      if (!stand) throw new Error("There is another");
      const certifier = await aStaffMember(root, "certifier");
      must(await suspendHelper(as(root, certifier.actor, monday + 2 * hour), helper.helperId, "Sicherheit"));
      const asked = await readBooking(root, bookingId);
      expect([asked.state, asked.wave]).toEqual(["requested", 1]);
      must(await suspendHelper(as(root, certifier.actor, monday + 3 * hour), stand.helperId, "Sicherheit"));
      const states = (await asksOf(root, bookingId)).map(({ wave, state }) => `${wave} ${state}`);
      expect(states.slice(0, 2)).toEqual(["0 returned", "1 withdrawn"]);
      expect((await readBooking(root, second.bookingId)).state).toBe("requested");
    });
  });
});
