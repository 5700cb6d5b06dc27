import type { HelperState } from "#app/domain/helper/helper.ts";

/** What staff can do about a helper's standing; each has an address of its own. */
export const measures = ["reinstate", "notice", "suspend"] as const;
export type Measure = (typeof measures)[number];

export const stateAfter: Record<Measure, HelperState> = { reinstate: "active", notice: "notice", suspend: "suspended" };
