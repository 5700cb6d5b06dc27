import { defaultLocale, isLocale, type Locale } from "#app/domain/kernel/words.ts";

/** The language a reader wants: the cookie of the language switch, then Accept-Language, then German. */
export function preferredLocale(request: Request): Locale {
  const chosen = /(?:^|;\s*)locale=(\w\w)/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (isLocale(chosen)) return chosen;
  const wanted = (request.headers.get("accept-language") ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", q = "q=1"] = part.trim().split(";");
      return { language: tag.slice(0, 2).toLowerCase(), q: Number(q.replace(/\s*q=/, "")) || 0 };
    })
    .sort((a, b) => b.q - a.q)
    .find(({ language }) => isLocale(language));
  return (wanted?.language as Locale) ?? defaultLocale;
}
