import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { system } from "#app/domain/kernel/actor.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { payNow } from "#app/http/checkout.server.ts";
import { performOperation } from "#app/jobs/payment.server.ts";
import { eachDatabase } from "../support/databases.ts";
import { losing, type Loss, moneyWorld, type MoneyWorld, paid, settleAll, submitted, submittedOnly } from "../support/money.ts";
import { aGuest } from "../support/people.ts";

const minute = 60_000;

eachDatabase("a Checkout that is sent late", (open) => {
  let w: MoneyWorld;
  beforeEach(async () => {
    w = await moneyWorld({}, { store: { ...(await open()), close: async () => undefined } });
  });
  const bookingOf = async (id: string) => {
    const [row] = await w.store.db.select().from(w.store.t.booking).where(eq(w.store.t.booking.id, id));
    if (!row) throw new Error("No booking");
    return row;
  };
  const operation = async () => {
    const [row] = await w.store.db.select().from(w.store.t.paymentOperation).where(eq(w.store.t.paymentOperation.kind, "checkout"));
    if (!row) throw new Error("No Checkout was asked for");
    return row;
  };
  const lose = async (loss: Loss) => expect(performOperation(losing(w, loss), await w.as(system), (await operation()).id)).rejects.toThrow("was lost");
  const sessions = () => w.standIn.run((desk) => desk.rows.list("session"));

  it("after an outage of some minutes lives its whole time, and the slot is held longer than that", async () => {
    const id = await submittedOnly(w);
    await lose("request");
    const first = (await bookingOf(id)).holdUntil ?? 0;
    w.clock.advance(10 * minute);
    await settleAll(w);
    const payment = await paymentOf(await w.as(system), id);
    expect(payment).toMatchObject({ state: "open", checkoutUrl: expect.stringContaining("http"), sessionExpiresAt: w.clock.now() + 33 * minute });
    expect((await sessions())[0]?.expires_at).toBe((payment?.sessionExpiresAt ?? 0) / 1000);
    expect((await bookingOf(id)).holdUntil).toBe(w.clock.now() + 35 * minute);
    const [kept] = await w.store.db.select().from(w.store.t.occupancy).where(eq(w.store.t.occupancy.bookingId, id));
    expect(kept?.expiresAt).toBe(w.clock.now() + 35 * minute);
    w.clock.advance(first - w.clock.now() + minute);
    await settleAll(w);
    expect((await bookingOf(id)).state).toBe("paying");
    await paid(w, id, "card");
    expect((await bookingOf(id)).state).toBe("requested");
  });

  it("whose first answer was lost is the first one, not a second", async () => {
    const id = await submittedOnly(w);
    await lose("answer");
    w.clock.advance(10 * minute);
    await settleAll(w);
    expect(await sessions()).toHaveLength(1);
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ sessionId: (await sessions())[0]?.id, checkoutUrl: expect.stringContaining("http") });
    await paid(w, id, "card");
    expect((await bookingOf(id)).state).toBe("requested");
  });

  it("is given up when the slot's first window is over, and the customer is led to the times again", async () => {
    const id = await submittedOnly(w);
    w.clock.advance(34 * minute);
    await lose("request");
    expect((await bookingOf(id)).holdUntil).toBe(w.clock.now() + 35 * minute);
    w.clock.advance(6 * minute);
    expect(await payNow(await w.request(`/de/bookings/${id}/pay`, { actor: aGuest(id) }), id)).toBeNull();
    expect(await bookingOf(id)).toMatchObject({ state: "abandoned" });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "expired", sessionId: null });
    expect(await w.store.db.select().from(w.store.t.occupancy).where(eq(w.store.t.occupancy.bookingId, id))).toEqual([]);
    await settleAll(w);
    expect(await sessions()).toEqual([]);
  });

  it("is never opened for a booking that was given up before", async () => {
    const id = await submittedOnly(w);
    await lose("request");
    w.clock.advance(36 * minute);
    await settleAll(w);
    expect((await bookingOf(id)).state).toBe("abandoned");
    expect(await sessions()).toEqual([]);
    expect(await operation()).toMatchObject({ state: "refused" });
    expect(await paymentOf(await w.as(system), id)).toMatchObject({ state: "expired" });
  });

  it("is sent as it was frozen while its time is long enough", async () => {
    const id = await submittedOnly(w);
    const { holdUntil } = await bookingOf(id);
    const frozen = (await operation()).params.expiresAt;
    w.clock.advance(minute);
    await settleAll(w);
    expect((await paymentOf(await w.as(system), id))?.sessionExpiresAt).toBe(frozen);
    expect((await bookingOf(id)).holdUntil).toBe(holdUntil);
    expect(await submitted(w, 3)).not.toBe(id);
  });
});
