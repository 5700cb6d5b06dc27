import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { contextFor } from "#app/http/context.server.ts";

/** The short address that mails name. */
export const loader = async (args: LoaderFunctionArgs) => redirect(`/${(await contextFor(args)).locale}/helper/me/earnings`, 301);
