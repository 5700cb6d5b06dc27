import { createContext, useContext } from "react";
import { defaultLocale, type Locale } from "#app/domain/kernel/words.ts";
import { type Translate, translator } from "./registry.ts";

export const LocaleContext = createContext<Locale>(defaultLocale);
export const useLocale = (): Locale => useContext(LocaleContext);

const translators = new Map<Locale, Translate>();
/** `const t = useT(); t("booking.title", { name })`. */
export function useT(): Translate {
  const locale = useLocale();
  const kept = translators.get(locale);
  if (kept) return kept;
  const made = translator(locale);
  translators.set(locale, made);
  return made;
}
