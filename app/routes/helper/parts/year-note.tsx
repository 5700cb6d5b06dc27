import type { YearOfEarnings } from "#app/domain/booking/earnings.queries.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Muted, Notice } from "#app/ui/index.ts";

const values = ({ year, expectedMinor, limitMinor }: YearOfEarnings) => ({ year, amount: formatMoney(expectedMinor), limit: formatMoney(limitMinor) });

/** The year so far; once it is over the limit, what that can mean. */
export function YearNote({ earned }: { earned: YearOfEarnings }) {
  const t = useT();
  if (earned.limitMinor === 0) return null;
  return earned.expectedMinor >= earned.limitMinor ? <Notice tone="warn" title={t("helper.earnings.yearTitle")}>{t("helper.earnings.yearCrossed", values(earned))}</Notice> : <Muted>{t("helper.earnings.yearSoFar", values(earned))}</Muted>;
}

/** A request that takes the year over the limit says so before the answer. */
export function CrossingNote({ crossing }: { crossing: YearOfEarnings | undefined }) {
  const t = useT();
  return crossing ? <Notice tone="warn" title={t("helper.earnings.yearTitle")}>{t("helper.earnings.yearCrosses", values(crossing))}</Notice> : null;
}
