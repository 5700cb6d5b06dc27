import type { Result } from "#app/domain/kernel/result.ts";

/** HTTP status of each refusal that is not simply "what was asked cannot be done now" (409). */
const statuses: Record<string, number> = { "not-found": 404, "not-allowed": 403, "signed-out": 401, invalid: 400, "too-many": 429, "slot-taken": 409 };
export const statusOf = (refusal: string): number => statuses[refusal] ?? 409;

/** The value of a result, or the error response that its refusal means: for loaders, where a refusal has no form to return to. */
export function answer<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Response(result.refusal, { status: statusOf(result.refusal) });
}

/** A stranger's id is "not found". */
export const notFound = (): Response => new Response("not-found", { status: 404 });
/** The row, or "not found". */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw notFound();
  return row;
}
