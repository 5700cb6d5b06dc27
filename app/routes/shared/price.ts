import { useCallback } from "react";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";

/** How an offer's price is said: the whole price of a visit, or that of an hour. */
export function useOfferPrice(): (minor: number, hourly: boolean) => string {
  const t = useT();
  return useCallback((minor, hourly) => (hourly ? t("common.price.hour", { amount: formatMoney(minor) }) : formatMoney(minor)), [t]);
}

/** How a booking's price is said: as it is, or as the most it can be. */
export function useBookingPrice(): (minor: number, atMost: boolean) => string {
  const t = useT();
  return (minor, atMost) => (atMost && minor > 0 ? t("common.price.atMost", { amount: formatMoney(minor) }) : formatMoney(minor));
}
