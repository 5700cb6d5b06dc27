import type { Locale } from "../kernel/words.ts";
import type { ServiceTypeContent } from "./catalogue.ts";

const fold = (text: string): string =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/[^a-z0-9]+/g, " ").trim();
const small = new Set(["der", "die", "das", "den", "ein", "eine", "im", "in", "mit", "und", "auf", "am", "ich", "mein", "meine", "le", "la", "les", "un", "une", "de", "du", "des", "dans", "et", "mon", "ma", "il", "lo", "gli", "di", "del", "nel", "e", "the", "a", "my", "of", "to", "is", "for", "on"]);
const wordsOf = (text: string): string[] => fold(text).split(" ").filter((word) => word && !small.has(word));

/** How well the words a customer typed meet a service type: 0 for nothing; the reader's language counts more than the others. */
export function matchScore(query: string, content: ServiceTypeContent, locale: Locale): number {
  const asked = wordsOf(query);
  if (asked.length === 0) return 0;
  let best = 0;
  for (const [language, synonyms] of Object.entries(content.synonyms) as [Locale, string[]][]) {
    const weight = language === locale ? 1 : 0.8;
    const texts = [content.name[language], content.name[language], content.short[language], ...synonyms];
    for (const text of texts) {
      const known = wordsOf(text);
      const met = asked.reduce((sum, word) => sum + wordScore(word, known), 0);
      const whole = fold(text) === fold(query) ? 0.5 : 0;
      best = Math.max(best, weight * (met / asked.length + whole));
    }
  }
  return best;
}

function wordScore(word: string, known: string[]): number {
  let best = 0;
  for (const other of known) {
    if (other === word) return 1;
    if (word.length >= 3 && other.startsWith(word)) best = Math.max(best, 0.85);
    else if (other.length >= 4 && word.startsWith(other)) best = Math.max(best, 0.75);
    else if (word.length >= 5 && (other.includes(word) || oneSlip(word, other))) best = Math.max(best, 0.7);
  }
  return best;
}

/** True when one letter is wrong, missing, too many, or two neighbours are swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.length - start - end, b.length - start - end];
  return (left <= 1 && right <= 1) || (left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]);
}

/** Service types that meet the words, best first; ties by the catalogue's own order. */
export function matchServiceTypes<T extends { content: ServiceTypeContent; number: number }>(query: string, types: readonly T[], locale: Locale): T[] {
  return types
    .map((type) => ({ type, score: matchScore(query, type.content, locale) }))
    .filter(({ score }) => score >= 0.34)
    .sort((a, b) => b.score - a.score || a.type.number - b.type.number)
    .map(({ type }) => type);
}
