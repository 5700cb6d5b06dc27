import type { Locale } from "#app/domain/kernel/words.ts";
import type { Bundle } from "./parts.ts";
import { type Dictionary, registerTexts } from "./registry.ts";

const bundles = import.meta.glob<{ default: Dictionary }>("./bundles/*.ts");

/** Loads texts of one language before the page wakes, or before a screen that needs them is shown. */
export async function loadTexts(locale: Locale, wanted: readonly Bundle[]): Promise<void> {
  const loaded = await Promise.all(wanted.map((each) => bundles[`./bundles/${locale}.${each}.ts`]?.()));
  for (const bundle of loaded) if (bundle) registerTexts(locale, bundle.default);
}
