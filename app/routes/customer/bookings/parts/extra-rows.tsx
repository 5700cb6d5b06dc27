import type { VisitShown } from "#app/domain/visit/visit.queries.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { paidWords } from "#app/routes/shared/visit/paid-words.ts";
import { PriceLines } from "#app/ui/index.ts";

type Props = { visit: Pick<VisitShown, "extras"> };

/** All extras with what became of them. */
export function ExtraRows({ visit: { extras } }: Props) {
  const t = useT();
  return (
    <PriceLines
      rows={extras.map(({ words, amountMinor, state, paidAt, refundedMinor }) => ({ label: words || t("visit.extras.blurred"), detail: state === "accepted" ? `${t("visit.added.states.accepted")}, ${paidWords({ paidAt, refundedMinor }, t)}` : refundedMinor > 0 ? `${t(`visit.added.states.${state}`)}, ${paidWords({ paidAt, refundedMinor }, t)}` : t(`visit.added.states.${state}`), amount: formatMoney(amountMinor) }))}
      total={{ label: t("visit.extras.title"), amount: formatMoney(extras.reduce((sum, each) => (each.state === "accepted" ? sum + each.amountMinor : sum), 0)) }}
    />
  );
}
