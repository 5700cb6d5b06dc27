import { createHmac } from "node:crypto";
import { publicView } from "./desk.server.ts";
import type { StoredDelivery } from "./objects.ts";
import type { StandInRows, StandInStorage } from "./storage.server.ts";

/** Takes one signed event to the webhook; true when it was accepted (2xx). */
export type Deliver = (payload: string, signature: string) => Promise<boolean>;

export const apiVersion = "2026-10-28.endive";

/** Delivery over HTTP to the real webhook route. */
export const deliverTo =
  (url: string): Deliver =>
  async (payload, signature) => {
    const headers = { "content-type": "application/json; charset=utf-8", "stripe-signature": signature };
    const response = await fetch(url, { method: "POST", headers, body: payload, redirect: "manual", signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.ok;
  };

/** The stripe-signature header of a payload at a second of real time. */
export const signatureOf = (payload: string, secret: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${payload}`).digest("hex")}`;

/** Queues one event in the transaction of what it tells. */
export async function queueEvent(rows: StandInRows, event: Record<string, unknown> & { id: string }, realMs: number, order: number): Promise<void> {
  await rows.put("delivery", { id: event.id, payload: JSON.stringify(event), attempts: 0, since: realMs, order, nextAt: realMs });
}

export const snapshotEvent = (id: string, type: string, object: object, seconds: number) => ({
  id,
  object: "event",
  api_version: apiVersion,
  created: seconds,
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
  data: { object: publicView(object) },
});

export const thinEvent = (id: string, type: string, related_object: { id: string; type: string; url: string }, seconds: number) => ({
  id,
  object: "v2.core.event",
  type,
  created: new Date(seconds * 1000).toISOString(),
  livemode: false,
  related_object,
});

const threeDays = 3 * 86_400_000;
/** 2 s, 4 s, 8 s … at most an hour. */
const pause = (attempts: number) => Math.min(2 ** attempts * 1000, 3_600_000);

type Postman = { storage: StandInStorage; exclusive: <T>(work: () => Promise<T>) => Promise<T>; deliver: Deliver; secret: string; realNow: () => number };

/** Delivers every event whose time has come, in order; returns how many are still on their way. Given up after three days, as Stripe does. */
export async function deliverDue({ storage, exclusive, deliver, secret, realNow }: Postman): Promise<number> {
  const waiting = await exclusive(() => storage.transaction((rows) => rows.list("delivery")));
  const due = waiting.filter((one) => one.nextAt <= realNow()).sort((a, b) => a.since - b.since || a.order - b.order);
  let gone = 0;
  for (const delivery of due) {
    const accepted = await deliver(delivery.payload, signatureOf(delivery.payload, secret, Math.floor(realNow() / 1000))).catch(() => false);
    const attempts = delivery.attempts + 1;
    const next: StoredDelivery | null =
      accepted || realNow() - delivery.since > threeDays ? null : { ...delivery, attempts, nextAt: realNow() + pause(attempts) };
    if (!next) gone += 1;
    await exclusive(() => storage.transaction((rows) => (next ? rows.put("delivery", next) : rows.remove("delivery", delivery.id))));
  }
  return waiting.length - gone;
}
