import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { Outlet } from "@remix-run/react";
import { isLocale } from "#app/domain/kernel/words.ts";
import { loadTexts } from "#app/texts/load.ts";

/** Who comes here from the search without a new document gets the words of bookings and accounts first. */
export async function clientLoader({ params }: ClientLoaderFunctionArgs) {
  if (isLocale(params.locale)) await loadTexts(params.locale, "booking");
  return null;
}

export default function More() {
  return <Outlet />;
}
