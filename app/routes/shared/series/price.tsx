import { type HourlyBooking, isAtMost } from "#app/domain/booking/hourly.ts";
import { containedVat } from "#app/domain/kernel/money.ts";
import type { SeriesShown } from "#app/domain/series/series.queries.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { formatMoney, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { PriceLines } from "#app/ui/index.ts";
import { sumOf } from "./sum.ts";

/** Every visit of a series as one line, with the sum, which is the most that it can be where visits are paid by the hour; `vatBp` where the company is the contract's party and its VAT is in the price. */
export function SeriesPrice({ series, now, contract, vatBp, note, hourly }: { series: SeriesShown; now: number; contract: "helper" | "company"; vatBp: number; note?: string; hourly: Pick<HourlyBooking, "hourlyMinor" | "workedMinutes"> }) {
  const t = useT();
  const locale = useLocale();
  const when = useWhen(now);
  const price = useBookingPrice();
  const atMost = isAtMost(hourly);
  const sum = sumOf(series);
  const vat = contract === "company" ? t("booking.price.vat", { rate: formatNumber(vatBp / 100, locale, 1), amount: formatMoney(containedVat(sum, vatBp)) }) : null;
  return (
    <PriceLines
      rows={series.visits.map(({ startsAt, priceMinor }) => ({ label: when.shortDay(startsAt), detail: when.time(startsAt), amount: price(priceMinor, atMost) }))}
      total={{ label: t(atMost ? "series.chosen.totalAtMost" : "series.chosen.total"), amount: formatMoney(sum) }}
      note={[vat, atMost ? t("booking.price.capNote") : "", note].filter(Boolean).join(" ") || undefined}
    />
  );
}
