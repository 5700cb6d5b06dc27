import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextFor } from "#app/http/context.server.ts";
import { answered, readOnly } from "./answer.server.ts";
import { openApi } from "./openapi.server.ts";

/** `GET /api/v1/openapi.json`. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  return answered(args.request, openApi({ origin: ctx.origin, company: ctx.settings.brand.name, support: ctx.settings.brand.supportEmail }), 300);
}
export const action = readOnly;
