import { type QualityAsk, type QualitySort, qualitySorts } from "#app/domain/quality/quality.queries.server.ts";
import { oneOf, textOf } from "../helpers/parts/asked.server.ts";

/** What the address asks of the quality table; nonsense is the default. */
export const qualityAsk = (params: URLSearchParams): QualityAsk & { sort: QualitySort } => {
  const [service, search] = [textOf(params, "service"), textOf(params, "q")];
  return { sort: oneOf(params, "sort", qualitySorts) ?? "solved", ...(service && { service }), ...(search && { search }) };
};
