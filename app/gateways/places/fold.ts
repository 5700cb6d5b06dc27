const cantonCodes = new Set(
  "ag ai ar be bl bs fr ge gl gr ju lu ne nw ow sg sh so sz tg ti ur vd vs zg zh fl".split(" "),
);

const saints: Record<string, string> = { sankt: "st", saint: "st", sainte: "st", ste: "st", san: "st", santa: "sta" };

/** Lower case without accents, umlauts, punctuation; "ue" and "ü" alike, so that each spelling meets the other. */
export function fold(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’`]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (plain === "") return [];
  return plain.split(" ").map((word) => saints[word] ?? word.replace(/([aou])e/g, "$1"));
}

export type Folded = {
  /** Words without spaces, canton and numbers. */
  key: string;
  words: string[];
  /** The canton written behind the name, in capitals, or null. */
  canton: string | null;
};

/** A place name taken apart: "Buchs (SG)" is `buchs` in SG; "Lausanne 25" is `lausanne`. */
export function foldName(text: string): Folded {
  const words = fold(text).filter((word) => !/^\d+$/.test(word));
  const last = words.at(-1);
  const canton = words.length > 1 && last !== undefined && cantonCodes.has(last) ? last.toUpperCase() : null;
  const kept = canton ? words.slice(0, -1) : words;
  return { key: kept.join(""), words: kept, canton };
}

/** The readable part of an id; keeps the canton, because "Buchs AG" and "Buchs SG" are two. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
