import type { Translate } from "#app/texts/registry.ts";

const named = ["already-open", "limit-reached", "too-late", "wrong-state", "slot-taken", "not-allowed"] as const;

/** Why a step with other times was not possible, in words. */
export const timesRefusal = (name: string, t: Translate): string => t(`reschedule.refusal.${named.find((each) => each === name) ?? "other"}`);
