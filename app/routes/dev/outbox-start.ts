import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { preferredLocale } from "#app/http/locale.server.ts";
import { demoContext } from "./demo-only.server.ts";

/** The outbox's short address leads to the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  await demoContext(args);
  const { pathname, search } = new URL(args.request.url);
  return redirect(`/${preferredLocale(args.request)}${pathname}${search}`);
}
