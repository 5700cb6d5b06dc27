import type { StandInRows } from "./storage.server.ts";

/** What one request of the stand-in works with: its rows in one transaction, its clocks, its ids. */
export interface Desk {
  readonly rows: StandInRows;
  /** Business time in seconds: holds and sessions lapse by it. */
  readonly now: number;
  /** Wall clock in seconds: what a caller's expires_at is measured against. */
  readonly realNow: number;
  readonly pagesOrigin: string;
  newId(prefix: string): string;
  /** Puts a signed event on its way to the webhook, in the same transaction as what it tells. */
  emit(type: string, object: object): Promise<void>;
  /** A thin event of API v2: the id of what changed, no contents. */
  emitThin(type: string, related: { id: string; type: string; url: string }): Promise<void>;
}

export type Reply = { status: number; body: Record<string, unknown> };
export type Params = Record<string, unknown>;
export type Handler = (desk: Desk, params: Params, id: string) => Promise<Reply>;

export const answer = (object: object): Reply => ({ status: 200, body: publicView(object) });

/** An error in Stripe's own form; what the parameter or state was goes into `extra`. */
export const decline = (status: number, code: string | undefined, message: string, extra: Record<string, unknown> = {}): Reply => ({
  status,
  body: { error: { type: "invalid_request_error", ...(code && { code }), message, ...extra } },
});

export const missing = (what: string, id: string, param = "id"): Reply =>
  decline(404, "resource_missing", `No such ${what}: '${id}'`, { param });

/** The object as a caller of Stripe would see it. */
export function publicView(object: object): Record<string, unknown> {
  const { play: _private, ...rest } = object as Record<string, unknown>;
  return rest;
}

export const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
export const whole = (value: unknown): number | null => (typeof value === "number" && Number.isSafeInteger(value) ? value : null);
/** Stripe keeps metadata as text. */
export const metadataOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((value ?? {}) as Record<string, unknown>).map(([key, one]) => [key, String(one)]));
export const expands = (params: Params, path: string): boolean =>
  ((params.expand ?? []) as string[]).some((one) => one === path || one.startsWith(`${path}.`));

/** Moves the company's own balance; positive is money coming in. */
export async function moveBalance(desk: Desk, minor: number): Promise<void> {
  const balance = (await desk.rows.get("balance", "chf")) ?? { id: "chf", available: 0 };
  await desk.rows.put("balance", { ...balance, available: balance.available + minor });
}
