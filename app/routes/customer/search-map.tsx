import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextFor } from "#app/http/context.server.ts";
import { found } from "#app/http/answer.server.ts";
import { mapAnswer } from "./parts/search-box.server.ts";

/** What the results' map shows of a box, for whoever moves it. */
export async function loader(args: LoaderFunctionArgs) {
  return found(await mapAnswer(await contextFor(args), new URL(args.request.url).searchParams));
}
