import type { Db, Store } from "#db/store.ts";
import type { Settings } from "../settings/settings.ts";
import type { Actor } from "./actor.ts";
import type { Places } from "./places.ts";
import type { Locale } from "./words.ts";

/** Chance, handed in so that a test can repeat it. */
export type Random = {
  /** A float in [0, 1). */
  next(): number;
  bytes(length: number): Uint8Array;
};

/** Keyed digests and signatures; the secrets never leave the implementation. */
export type Signing = {
  /** URL-safe HMAC-SHA256 of `text` for one purpose. */
  mac(purpose: string, text: string): string;
  matches(purpose: string, text: string, mac: string): boolean;
  /** SHA-256 in hex, for tokens that are random already. */
  digest(text: string): string;
};

/** Everything a query or a command may reach outside its arguments. Times are UTC milliseconds. */
export type Context = {
  readonly actor: Actor;
  readonly locale: Locale;
  /** Business time, which the demo can move forward. */
  readonly now: number;
  /** Real time, for sessions, one-time codes, throttles and signatures. */
  readonly realNow: number;
  readonly newId: () => string;
  readonly random: Random;
  /** Committed rows outside a transaction, the transaction itself inside one. */
  readonly db: Db;
  readonly store: Store;
  readonly inTransaction: boolean;
  readonly settings: Settings;
  readonly places: Places;
  readonly signing: Signing;
  /** Scheme and host of every link that we write. */
  readonly origin: string;
  /** The seed tells the past without waking mails, payments and other effects. */
  readonly quiet: boolean;
  /** Wakes the runner of jobs in this process; without it, it looks every second. */
  readonly ring?: () => void;
};
