import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "./answer.server.ts";

/** Whatever else is asked below /api is not there, and says so as the API does. */
export const loader = ({ context }: LoaderFunctionArgs) => problem(context.app.config.origin, 404, { detail: "See /api/v1/openapi.json" });
export const action = loader;
