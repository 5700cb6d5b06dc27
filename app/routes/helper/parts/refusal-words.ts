import type { TextKey } from "#app/texts/keys.ts";
import type { Translate } from "#app/texts/registry.ts";

/** A refusal in words: the text of its own name in a group, or the general one. */
export function refusalWords(t: Translate, group: string, name: string, otherwise: TextKey, values: Record<string, string | number> = {}): string {
  const key = `${group}.${name}` as TextKey;
  const said = t(key, values);
  return said === key ? t(otherwise, values) : said;
}
