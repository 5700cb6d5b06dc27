import type { TextKey } from "#app/texts/keys.ts";
import type { Translate } from "#app/texts/registry.ts";

/** Why something around a visit was not possible, in the words of the refusal's own name or the general ones. */
export function visitRefusal(name: string, t: Translate): string {
  const key = `visit.refusal.${name}` as TextKey;
  const said = t(key);
  return said === key ? t("visit.refusal.other") : said;
}
