import { createContext, useContext } from "react";
import { defaultLocale, type Locale } from "#app/domain/kernel/words.ts";
import { type Translate, translator } from "./registry.ts";

export const LocaleContext = createContext<Locale>(defaultLocale);
export const useLocale = (): Locale => useContext(LocaleContext);

const translators = new Map<Locale, Translate>();
/** `const t = useT(); t("booking.title", { name })`. */
export function useT(): Translate {
  const locale = useLocale();
  let t = translators.get(locale);
  if (!t) translators.set(locale, (t = translator(locale)));
  return t;
}
