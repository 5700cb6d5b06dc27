import type { Locale } from "#app/domain/kernel/words.ts";
import { type Dictionary, registerTexts } from "./registry.ts";

/** What a page speaks about; `booking` comes on top of `customer`. */
export type Area = "customer" | "booking" | "helper" | "staff";
const bundles = import.meta.glob<{ default: Dictionary }>("./bundles/*.ts");

/** The screens before somebody books; every other page of a customer speaks about bookings or the account as well. */
const before = ["", "search", "helpers", "professional", "certificates", "area-wish"];

/** The area of an address: whoever only searches is not sent the words of a booking. */
export function areaOf(pathname: string): Area {
  const [, first, second = ""] = pathname.split("/");
  if (first === "dev" || second === "staff") return "staff";
  if (second === "helper") return "helper";
  return before.includes(second) ? "customer" : "booking";
}

/** Loads the texts of one language and area before the page wakes, or before a screen of that area is shown. */
export async function loadTexts(locale: Locale, area: Area): Promise<void> {
  const wanted: Area[] = area === "booking" ? ["customer", "booking"] : [area];
  const loaded = await Promise.all(wanted.map((each) => bundles[`./bundles/${locale}.${each}.ts`]?.()));
  for (const bundle of loaded) if (bundle) registerTexts(locale, bundle.default);
}
