import { containedVat } from "#app/domain/kernel/money.ts";
import { formatMoney, formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { PriceLines } from "#app/ui/index.ts";

/** The whole price of a booking in its parts; `vatBp` where the company is the contract's party and its VAT is in the price. */
export function BookingPrice({ serviceName, minutes, priceMinor, contract, vatBp, note, extras = [] }: {
  serviceName: string; minutes: number; priceMinor: number; contract: "helper" | "company"; vatBp: number; note?: string;
  /** Extras that were agreed to at the visit. */
  extras?: readonly { words: string; amountMinor: number }[];
}) {
  const t = useT();
  const locale = useLocale();
  const wholeMinor = extras.reduce((sum, { amountMinor }) => sum + amountMinor, priceMinor);
  const vat = contract === "company" ? t("booking.price.vat", { rate: formatNumber(vatBp / 100, locale, 1), amount: formatMoney(containedVat(wholeMinor, vatBp)) }) : null;
  return (
    <PriceLines
      rows={[
        { label: serviceName, detail: t("booking.price.minutes", { minutes }), amount: formatMoney(priceMinor) },
        { label: t("booking.price.way"), amount: t("booking.price.included") },
        ...extras.map(({ words, amountMinor }) => ({ label: words, amount: formatMoney(amountMinor) })),
      ]}
      total={{ label: t("booking.price.total"), amount: formatMoney(wholeMinor) }}
      note={[vat, note].filter(Boolean).join(" ") || undefined}
    />
  );
}
