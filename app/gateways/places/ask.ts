/** What somebody wrote into "where": the postcode or its beginning, and the words. */
export type Asked = { digits: string; text: string };

/**
 * Takes a query apart. In an address the last four digits that are a postcode count, with the words behind
 * them; a house number does not, nor what stands before the last comma when words follow it.
 */
export function takeApart(query: string, isPostcode: (code: string) => boolean): Asked {
  const clean = query.slice(0, 200).replace(/\b(CH|FL)\s*-\s*(?=\d)/gi, "").trim();
  if (/^\d{1,4}$/.test(clean)) return { digits: clean, text: "" };
  const codes = [...clean.matchAll(/(?<!\d)\d{4}(?!\d)/g)].filter((match) => isPostcode(match[0]));
  const code = codes.at(-1);
  if (code) {
    const behind = clean.slice(code.index + 4).split(",")[0] ?? "";
    const before = clean.slice(0, code.index).split(",").at(-1) ?? "";
    const isNameBefore = behind.trim() === "" && !/\d/.test(before);
    return { digits: code[0], text: (isNameBefore ? before : behind).trim() };
  }
  const parts = clean.split(",").map((part) => part.trim()).filter(Boolean);
  const land = /^(schweiz|suisse|svizzera|svizra|switzerland|ch)$/i;
  const kept = parts.length > 1 ? parts.filter((part) => !land.test(part)) : parts;
  const last = kept.at(-1) ?? "";
  const begun = /^(\d{1,4})\s+(\D+)$/.exec(last);
  if (begun) return { digits: begun[1] ?? "", text: begun[2] ?? "" };
  // "Bahnhofstrasse 12 Zürich": what follows a house number is the town.
  const behindNumber = /^\D+\s\d+\s?[a-z]?\s+(\p{L}{2}\D*)$/iu.exec(last);
  if (behindNumber) return { digits: "", text: behindNumber[1]?.trim() ?? "" };
  return { digits: "", text: last.replace(/\s*\d+\s*\w?$/, "") };
}
