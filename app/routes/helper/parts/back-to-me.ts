import { useLocale, useT } from "#app/texts/use.ts";
import { helperPath } from "./paths.ts";

/** Back to the screen "Ich". */
export function useBackToMe(): { to: string; label: string } {
  const t = useT();
  return { to: helperPath(useLocale(), "me"), label: t("helper.me.title") };
}
