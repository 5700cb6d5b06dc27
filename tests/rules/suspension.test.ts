import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { acceptBooking, setOff, submitBooking } from "#app/domain/booking/booking.commands.server.ts";
import { paymentArrived } from "#app/domain/booking/paid.commands.server.ts";
import { reinstateHelper, suspendHelper } from "#app/domain/certification/measures.commands.server.ts";
import { staff, system } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { must } from "#app/domain/kernel/result.ts";
import { aHeldBooking, anAskedBooking, mailsAbout, readBooking, refusalOf } from "../support/bookings.ts";
import { eachDatabase } from "../support/databases.ts";
import { aForm, as, contextOn } from "../support/people.ts";

eachDatabase("suspending a helper for safety", (open) => {
  let root: Context;
  const suspend = async (helperId: string) => must(await suspendHelper(as(root, staff("one", ["quality"])), helperId, "Ein Vorfall wird geklärt."));
  beforeAll(async () => {
    root = contextOn(await open());
  });

  it("gives an asked visit back to its customer", async () => {
    const { helper, bookingId } = await anAskedBooking(root);
    expect((await suspend(helper.helperId)).visitsCancelled).toBe(1);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "staff", compensationMinor: 0 });
  });

  it("turns back whoever is already on the way", async () => {
    const { helper, bookingId } = await anAskedBooking(root);
    must(await acceptBooking(as(root, helper.actor), bookingId));
    const { startsAt } = await readBooking(root, bookingId);
    must(await setOff(as(root, helper.actor, startsAt - 20 * 60_000), bookingId));
    expect(must(await suspendHelper(as(root, staff("one", ["quality"]), startsAt - 10 * 60_000), helper.helperId, "Ein Vorfall wird geklärt.")).visitsCancelled).toBe(1);
    expect(await readBooking(root, bookingId)).toMatchObject({ state: "cancelled", cancelledBy: "staff", compensationMinor: 0 });
  });

  it("takes the slot from whoever fills in the form", async () => {
    const { helper, bookingId, guest } = await aHeldBooking(root);
    await suspend(helper.helperId);
    expect(refusalOf(await submitBooking(as(root, guest), bookingId, aForm()))).toBe("wrong-state");
    expect((await readBooking(root, bookingId)).state).toBe("abandoned");
  });

  it("lets who is reinstated be found by their next free time again", async () => {
    const { helper } = await anAskedBooking(root);
    const bound = async () => (await root.db.select({ at: root.db.t.helper.nextFreeAt }).from(root.db.t.helper).where(eq(root.db.t.helper.id, helper.helperId)))[0]?.at ?? null;
    const before = await bound();
    await suspend(helper.helperId);
    expect(await bound()).toBeNull();
    must(await reinstateHelper(as(root, staff("one", ["quality"])), helper.helperId));
    expect(await bound()).toBe(before);
    expect(before).not.toBeNull();
  });

  it("refuses the money of somebody who is paying, so that nobody is sent to them", async () => {
    const { helper, bookingId, guest } = await aHeldBooking(root, { instant: true });
    must(await submitBooking(as(root, guest), bookingId, aForm()));
    await suspend(helper.helperId);
    expect(refusalOf(await paymentArrived(as(root, system), bookingId))).toBe("too-late");
    expect((await readBooking(root, bookingId)).state).toBe("abandoned");
    // Whoever has given their address does not find out at the door.
    expect(await mailsAbout(root, bookingId)).toEqual(["booking.gone.customer"]);
  });
});
