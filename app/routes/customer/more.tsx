import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { Outlet } from "@remix-run/react";
import { isLocale } from "#app/domain/kernel/words.ts";
import { loadTexts } from "#app/texts/load.ts";

/** Present, so that the page is served whole: without a server's loader the browser's would have to run before anything is shown. */
export const loader = () => null;

/** Who comes here from the search without a new document gets the words of bookings and accounts first. */
export async function clientLoader({ params }: ClientLoaderFunctionArgs) {
  if (isLocale(params.locale)) await loadTexts(params.locale, "booking");
  return null;
}

export default function More() {
  return <Outlet />;
}
