import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { Outlet } from "@remix-run/react";
import { isLocale } from "#app/domain/kernel/words.ts";
import { loadTexts } from "#app/texts/load.ts";
import { bundlesOf } from "#app/texts/parts.ts";

/** Present, so that the page is served whole: without a server's loader the browser's would have to run before anything is shown. */
export const loader = () => null;

/** Who comes here from another part of the area without a new document gets the words of these screens first. */
export async function clientLoader({ params, request }: ClientLoaderFunctionArgs) {
  if (isLocale(params.locale)) await loadTexts(params.locale, bundlesOf(new URL(request.url).pathname));
  return null;
}

export default function Words() {
  return <Outlet />;
}
