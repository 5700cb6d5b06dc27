import type { LoaderFunctionArgs } from "@remix-run/node";
import { hasRole } from "#app/domain/kernel/actor.ts";
import { measureLines } from "#app/domain/insight/measures.queries.server.ts";
import { csv } from "#app/http/csv.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { periodOf } from "./parts/period.server.ts";

/** The proof that suppliers owe: one row a measure. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, (actor) => hasRole(actor, "quality", "finance"));
  const period = periodOf(new URL(args.request.url).searchParams, ctx);
  const lines = period.valid ? await measureLines(ctx, period) : [];
  return csv(`measures-${period.fromDate}-${period.untilDate}.csv`, lines.map(({ at, ...line }) => ({ date: formatDate(at, "de"), ...line })));
}
