/** An expected outcome: refusals are values that the screen explains; bugs are thrown. */
export type Result<T, R extends string = string> = { ok: true; value: T } | { ok: false; refusal: R; detail?: Record<string, unknown> };
export const ok = <T>(value: T) => ({ ok: true as const, value });
export const refuse = <const R extends string>(refusal: R, detail?: Record<string, unknown>) => ({ ok: false as const, refusal, ...(detail && { detail }) });

/** The value of a result that cannot be refused here; a refusal is a bug and throws. */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`Refused where it cannot be: ${result.refusal}`);
  return result.value;
}
