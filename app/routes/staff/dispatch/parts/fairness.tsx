import type { Fairness } from "#app/domain/dispatch/board.queries.server.ts";
import { formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Figure, Heading } from "#app/ui/index.ts";

/** Whether requests reach all who wait for some: one figure with what it rests on. */
export function FairnessPart({ spread: { gini, helpers, requests, notAsked } }: { spread: Fairness }) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <section aria-labelledby="fairness" className="grid gap-4 border-t border-line pt-6">
      <Heading level={2} size={3} id="fairness">{t("staffBookings.dispatch.fairness.title")}</Heading>
      <div className="grid gap-6 sm:grid-cols-3">
        <Figure label={t("staffBookings.dispatch.fairness.gini")} value={gini === null ? "–" : formatNumber(gini, locale, 2)} n={t("staffBookings.dispatch.fairness.n", { helpers, requests })} note={t("staffBookings.dispatch.fairness.giniWords")} />
        <Figure label={t("staffBookings.dispatch.fairness.notAsked")} value={formatNumber(notAsked, locale)} n={t("staffBookings.dispatch.fairness.of", { helpers })} note={t("staffBookings.dispatch.fairness.notAskedWords")} />
      </div>
    </section>
  );
}
