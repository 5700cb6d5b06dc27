import { containedVat } from "#app/domain/kernel/money.ts";
import { useRoot } from "#app/root.tsx";
import { type HourlyBooking, isAtMost } from "#app/domain/booking/hourly.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { formatHours, formatMoney, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { PriceLines } from "#app/ui/index.ts";

/**
 * The whole price of a booking in its parts; `vatBp` where the company is the contract's party and its VAT is in the price. `payableMinor` is what
 * the customer pays of it where the company covers the rest, `creditMinor` what of that is credit.
 */
export function BookingPrice({ serviceName, minutes, priceMinor, contract, vatBp, note, payableMinor = null, creditMinor = 0, extras = [], hourly, isOver = false }: {
  serviceName: string; minutes: number; priceMinor: number; contract: "helper" | "company"; vatBp: number; note?: string; payableMinor?: number | null; creditMinor?: number;
  /** Extras that were agreed to at the visit; they are paid apart. */
  extras?: readonly { words: string; detail: string; amountMinor: number }[];
  /** A visit that is paid by the hour says its rate and its cap, or the time that was worked. */
  hourly: Pick<HourlyBooking, "hourlyMinor" | "capMinutes" | "workedMinutes">;
  /** The visit will not take place: nobody needs to know any more how its time would be counted. */
  isOver?: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  const price = useBookingPrice();
  const brand = useRoot()?.brand.name ?? "";
  const paysMinor = payableMinor ?? priceMinor;
  const atMost = isAtMost(hourly) && paysMinor > 0;
  const time = formatHours(hourly.workedMinutes ?? hourly.capMinutes ?? minutes);
  const addedMinor = extras.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const vat = contract === "company" ? t("booking.price.vat", { rate: formatNumber(vatBp / 100, locale, 1), amount: formatMoney(containedVat(priceMinor + addedMinor, vatBp)) }) : null;
  return (
    <PriceLines
      rows={[
        { label: serviceName, detail: hourly.hourlyMinor === null ? t("booking.price.minutes", { minutes: hourly.capMinutes ?? minutes }) : t(atMost ? "booking.price.cap" : "booking.price.worked", { rate: t("common.price.hour", { amount: formatMoney(hourly.hourlyMinor) }), time }), amount: price(priceMinor, atMost) },
        { label: t("booking.price.way"), amount: t("booking.price.included") },
        ...(paysMinor < priceMinor ? [{ label: t("rescue.credit.covered", { brand }), amount: formatMoney(paysMinor - priceMinor) }] : []),
        ...(creditMinor > 0 ? [{ label: t("rescue.credit.line"), amount: formatMoney(-creditMinor) }] : []),
        ...extras.map(({ words, detail, amountMinor }) => ({ label: words, detail, amount: formatMoney(amountMinor) })),
      ]}
      total={{ label: t(creditMinor > 0 ? "rescue.credit.toPay" : atMost ? "booking.price.atMost" : "booking.price.total"), amount: formatMoney(paysMinor + addedMinor - creditMinor) }}
      note={[vat, atMost && !isOver ? t("booking.price.capNote") : "", note].filter(Boolean).join(" ") || undefined}
    />
  );
}
