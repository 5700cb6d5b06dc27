import { createContext, useContext } from "react";
import { defaultLocale, type Locale } from "#app/domain/kernel/words.ts";
import { type Translate, translator } from "./registry.ts";

export const LocaleContext = createContext<Locale>(defaultLocale);
export const useLocale = (): Locale => useContext(LocaleContext);

/** `const t = useT(); t("booking.title", { name })`. */
export const useT = (): Translate => translator(useLocale());
