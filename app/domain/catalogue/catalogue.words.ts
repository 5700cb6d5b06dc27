import { locales, type Locale, type Words } from "../kernel/words.ts";

/** For each field the key of the sentence that mends it. */
export type Problems = Record<string, string>;

const mostLines = 60;
const longestLine = 300;

/** The lines of a field without empty ones. */
export const lines = (text: string | undefined): string[] => (text ?? "").split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean);

/** One language of several texts, a line each. */
export const wordsLines = (rows: readonly Words[], locale: Locale): string => rows.map((row) => row[locale]).join("\n");

/** One text in four languages; each is needed. */
export function readWords(typed: Readonly<Record<string, string>>, name: string, most: number, errors: Problems): Words {
  const words = { de: "", fr: "", it: "", en: "" };
  for (const locale of locales) {
    const text = (typed[`${name}.${locale}`] ?? "").trim();
    if (!text) errors[`${name}.${locale}`] = "errors.field.required";
    else if (text.length > most) errors[`${name}.${locale}`] = "errors.field.tooLong";
    words[locale] = text;
  }
  return words;
}

/** Lines that are neither too many nor too long. */
export function tooMany(typed: Readonly<Record<string, string>>, name: string, errors: Problems): string[] {
  const rows = lines(typed[name]);
  if (rows.length > mostLines || rows.some((row) => row.length > longestLine)) errors[name] = "errors.field.tooLong";
  return rows;
}

/** Several texts in four languages, a line each: all languages need the same number of lines, `count` where codes stand beside them. */
export function readWordsLines(typed: Readonly<Record<string, string>>, name: string, errors: Problems, least: number, count?: number): Words[] {
  const rows = locales.map((locale) => tooMany(typed, `${name}.${locale}`, errors));
  const wanted = count ?? rows[0]?.length ?? 0;
  locales.forEach((locale, at) => {
    const own = rows[at]?.length ?? 0;
    if (own < least) errors[`${name}.${locale}`] ??= "errors.field.required";
    else if (own !== wanted) errors[`${name}.${locale}`] ??= count === undefined ? "staffHelpers.catalogue.problem.lines" : "staffHelpers.catalogue.problem.codeLines";
  });
  const [de = [], fr = [], it = [], en = []] = rows;
  return de.map((text, at) => ({ de: text, fr: fr[at] ?? "", it: it[at] ?? "", en: en[at] ?? "" }));
}
