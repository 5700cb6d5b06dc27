import { randomBytes } from "node:crypto";
import type { Desk } from "./standin/desk.server.ts";
import { type Deliver, deliverDue, queueEvent, snapshotEvent, thinEvent } from "./standin/events.server.ts";
import { type Chaos, openFetch } from "./standin/http.server.ts";
import { lapse } from "./standin/sessions.server.ts";
import type { StandInStorage } from "./standin/storage.server.ts";

export { deliverTo, signatureOf } from "./standin/events.server.ts";
export { memoryStorage, storeStorage } from "./standin/storage.server.ts";
export type { Chaos, Deliver, Desk, StandInStorage };

export type StandInOptions = {
  storage: StandInStorage;
  /** The secret its webhooks are signed with: the one the webhook route checks. */
  webhookSecret: string;
  /** Origin that serves the play-money pages; a function when it is known only later. */
  pagesOrigin: string | (() => string);
  /** Takes an event to POST /webhooks/stripe: `deliverTo(url)`, or a function in tests. */
  deliver: Deliver;
  /** Business time in seconds: holds and sessions end by it. */
  clock: () => number;
  /** Wall clock in UTC milliseconds: signatures, retries of webhooks, idempotency keys, and what expires_at is measured against. */
  realNow: () => number;
  /** Random part of ids; 24 hexadecimal digits by default. */
  random?: () => string;
  chaos?: Chaos;
};

/** Stripe's double: the same answers and refusals, play money. */
export interface StandIn {
  /** The only key it accepts. */
  readonly apiKey: string;
  pagesOrigin(): string;
  readonly fetch: typeof fetch;
  /** One transaction, after all earlier ones; its events go out afterwards, without being waited for. */
  run<T>(work: (desk: Desk) => Promise<T>): Promise<T>;
  /** Ends what time has ended and delivers every event that is due; returns how many are still on their way. For a recurring job. */
  deliverDue(): Promise<number>;
  /** Waits for deliveries under way, for tests and for stopping. */
  idle(): Promise<void>;
}

/** One at a time, in the order asked; a failure does not stop the next. */
function openQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

export function openStandIn(options: StandInOptions): StandIn {
  const { storage, clock, realNow, webhookSecret, deliver } = options;
  const pagesOrigin = () => (typeof options.pagesOrigin === "string" ? options.pagesOrigin : options.pagesOrigin());
  const random = options.random ?? (() => randomBytes(12).toString("hex"));
  const newId = (prefix: string) => `${prefix}_${random()}`;
  const exclusive = openQueue();
  const postal = openQueue();
  let order = 0;
  let pending: Promise<unknown> = Promise.resolve();
  let called = false;

  const perform = <T>(work: (desk: Desk) => Promise<T>, inside?: () => void): Promise<{ value: T; events: number }> =>
    exclusive(() =>
      storage.transaction(async (rows) => {
        let events = 0;
        const now = Math.floor(clock());
        const queue = (event: { id: string } & Record<string, unknown>) => {
          events += 1;
          order += 1;
          return queueEvent(rows, event, realNow(), order);
        };
        const value = await work({
          rows,
          now,
          realNow: Math.floor(realNow() / 1000),
          pagesOrigin: pagesOrigin(),
          newId,
          emit: (type, object) => queue(snapshotEvent(newId("evt"), type, object, now)),
          emitThin: (type, related) => queue(thinEvent(newId("evt"), type, related, now)),
        });
        inside?.();
        return { value, events };
      }),
    );

  const deliverNow = () =>
    postal(() => {
      called = false;
      return deliverDue({ storage, exclusive, deliver, secret: webhookSecret, realNow });
    });
  // One round that has not begun yet takes everything queued until it begins.
  const callPostman = () => {
    if (called) return;
    called = true;
    pending = deliverNow().catch(() => undefined);
  };

  const run = async <T>(work: (desk: Desk) => Promise<T>, inside?: () => void): Promise<T> => {
    const { value, events } = await perform(work, inside);
    // A failed delivery stays queued for the job; it must not fail the payment it tells about.
    if (events > 0) callPostman();
    return value;
  };

  const apiKey = "sk_test_play_money";
  return {
    apiKey,
    pagesOrigin,
    fetch: openFetch({ apiKey, newId, run, ...(options.chaos && { chaos: options.chaos }) }),
    run: (work) => run(work),
    async deliverDue() {
      await perform(lapse);
      return deliverNow();
    },
    async idle() {
      for (let seen = pending; ; seen = pending) {
        await seen;
        if (seen === pending) return;
      }
    },
  };
}
