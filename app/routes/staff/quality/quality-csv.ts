import type { LoaderFunctionArgs } from "@remix-run/node";
import { maySeeQuality } from "#app/domain/quality/quality.policy.ts";
import { qualityRows } from "#app/domain/quality/quality.queries.server.ts";
import type { Rate } from "#app/domain/quality/quality.ts";
import { csv } from "#app/http/csv.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { qualityAsk } from "./asked.server.ts";

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
/** A share with what it rests on, as columns. */
const columns = (name: string, { successes, n, share, low, high }: Rate): Record<string, number | null> => ({ [name]: share === null ? null : round(share), [`${name}_yes`]: successes, [`${name}_n`]: n, [`${name}_low`]: n ? round(low) : null, [`${name}_high`]: n ? round(high) : null });

/** The whole table as it is filtered and sorted, every figure with its n and range. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeQuality);
  const rows = await qualityRows(ctx, qualityAsk(new URL(args.request.url).searchParams));
  return csv("quality.csv", rows.map(({ helperId, helperName, service, figures, answerMinutes }) => ({
    helper: helperName, helper_id: helperId, service: service.code, visits: figures.visits,
    ...columns("solved", figures.solved), ...columns("right_in_their_eyes", figures.right), ...columns("solved_correctly", figures.solvedCorrectly), ...columns("cancelled", figures.cancelled),
    stars: figures.stars === null ? null : round(figures.stars), reviews: figures.reviews, answer_minutes: answerMinutes,
  })));
}
