import type { LoaderFunctionArgs } from "@remix-run/node";
import { earnings } from "#app/domain/payment/payment.queries.server.ts";
import { csv } from "#app/http/csv.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { asHelper } from "./parts/helper.server.ts";

/** All payouts as a table for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const t = translator(ctx.locale);
  const francs = (minor: number) => (minor / 100).toFixed(2);
  const { rows } = await earnings(ctx, helper.id);
  return csv(
    "earnings.csv",
    rows.map((row) => ({
      [t("helper.earnings.csvHead.reference")]: row.reference,
      [t("helper.earnings.csvHead.kind")]: t(`helper.earnings.kinds.${row.kind}`),
      [t("helper.earnings.csvHead.date")]: formatDate(row.startsAt, ctx.locale),
      [t("helper.earnings.csvHead.gross")]: francs(row.grossMinor),
      [t("helper.earnings.csvHead.commission")]: francs(row.commissionMinor),
      [t("helper.earnings.csvHead.net")]: francs(row.netMinor),
      [t("helper.earnings.csvHead.state")]: t(`helper.earnings.stateWord.${row.state}`),
      [t("helper.earnings.csvHead.due")]: formatDate(row.dueAt, ctx.locale),
      [t("helper.earnings.csvHead.sent")]: row.sentAt === null ? "" : formatDate(row.sentAt, ctx.locale),
    })),
  );
}
