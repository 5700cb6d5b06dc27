import type { VisitShown } from "#app/domain/visit/visit.queries.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { useT } from "#app/texts/use.ts";

/** Whether an agreed extra is paid, and what of it went back. */
export const paidWords = ({ paidAt, refundedMinor }: Pick<VisitShown["extras"][number], "paidAt" | "refundedMinor">, t: ReturnType<typeof useT>): string =>
  paidAt === null ? t("visit.extras.unpaid") : refundedMinor > 0 ? t("visit.extras.givenBack", { amount: formatMoney(refundedMinor) }) : t("visit.extras.paid");
