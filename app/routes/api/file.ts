import type { LoaderFunctionArgs } from "@remix-run/node";
import { serveFile } from "#app/http/files.server.ts";

/** A stored picture, behind the policy. */
export const loader = (args: LoaderFunctionArgs) => serveFile(args);
