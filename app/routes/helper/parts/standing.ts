import type { Rate } from "#app/domain/quality/quality.ts";

/** Below this many answers a range says nothing that a person could act on. */
const enough = 5;
export type Standing = "few" | "normal" | "above" | "below";

/** Whether a figure differs from what is usual by more than chance: the usual share lies outside its range. */
export function standingOf({ n, low, high }: Pick<Rate, "n" | "low" | "high">, usual: number | null): Standing {
  if (n < enough || usual === null) return "few";
  if (usual < low) return "above";
  return usual > high ? "below" : "normal";
}
