import type { Translate } from "#app/texts/registry.ts";

/** "E-Mail: …", and after a question only a space. */
export const problemWords = (label: string, error = ""): string => `${label}${/[?:]$/.test(label) ? "" : ":"} ${error}`;

const known = ["not-found", "not-allowed", "wrong-state", "too-late", "too-early", "slot-taken", "outside-area", "unknown-place", "too-far", "not-bookable", "own-listing", "already-prolonged", "held-too-long"] as const;
/** The sentence of a named refusal. */
export function refusalWords(refusal: string, t: Translate): string {
  const name = known.find((one) => one === refusal);
  return t(name ? `booking.refused.${name}` : "booking.refused.other");
}
