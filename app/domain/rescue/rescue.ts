import { day } from "../kernel/time.ts";

export const rescueReasons = ["broke_again", "not_solved", "helper_absent", "helper_cancelled"] as const;
export type RescueReason = (typeof rescueReasons)[number];

/** How a visit is made good: by the same helper, by the next one, or by the professional service. */
export const rescueWays = ["redo", "next_helper", "professional"] as const;
export type RescueWay = (typeof rescueWays)[number];

export const rescueStates = ["open", "booked", "solved", "withdrawn", "lapsed"] as const;
export type RescueState = (typeof rescueStates)[number];

/** One attempt, as it is stored. Times are UTC milliseconds, money minor units. */
export type Rescue = {
  id: string;
  rootBookingId: string;
  bookingId: string;
  reason: RescueReason;
  wish: RescueWay | null;
  words: string;
  state: RescueState;
  newBookingId: string | null;
  frozenMinor: number;
  paidMinor: number;
  openedBy: "customer" | "helper" | "staff" | "system";
  openedAt: number;
  endedAt: number | null;
};

/** An open rescue that nobody booked lapses after this. */
export const openDays = 30;

/** When an open rescue lapses: counted from its last new visit that fell through, or from its opening. */
export const lapsesAt = ({ openedAt }: Pick<Rescue, "openedAt">, fellThroughAt: number | null): number => Math.max(openedAt, fellThroughAt ?? 0) + openDays * day;

/** Was the visit made and paid, so that its price stays and nothing more is to pay? Otherwise everything went back. */
export const isKept = (reason: RescueReason): boolean => reason === "broke_again" || reason === "not_solved";

export type RescuePrice = { priceMinor: number; payableMinor: number };

/**
 * What a new visit costs: `priceMinor` is the price of the work, `payableMinor` what the customer still pays. After a visit that was made
 * and paid that is nothing; where everything went back, at most what was agreed. A redo under the guarantee is worth nothing to anybody.
 */
export function rescuePrice(reason: RescueReason, way: RescueWay, offerMinor: number, agreedMinor: number): RescuePrice {
  if (way === "redo") return { priceMinor: 0, payableMinor: 0 };
  return { priceMinor: offerMinor, payableMinor: isKept(reason) ? 0 : Math.min(offerMinor, agreedMinor) };
}
