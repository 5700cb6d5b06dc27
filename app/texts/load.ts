import type { Locale } from "#app/domain/kernel/words.ts";
import { type Dictionary, registerTexts } from "./registry.ts";

export type Area = "customer" | "helper" | "staff";
const bundles = import.meta.glob<{ default: Dictionary }>("./bundles/*.ts");

/** Loads the texts of one language and area before the page wakes. */
export async function loadTexts(locale: Locale, area: Area): Promise<void> {
  const load = bundles[`./bundles/${locale}.${area}.ts`];
  if (load) registerTexts(locale, (await load()).default);
}
