import type { Locale } from "#app/domain/kernel/words.ts";
import type { FormState } from "#app/http/form.server.ts";
import { labelled } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import type { Translate } from "#app/texts/registry.ts";

/** The problems of a form in words, for `ErrorSummary`; `refusal` is the sentence for a refusal of the whole form. */
export function problemsOf(state: FormState | undefined, t: Translate, refusal?: string | null): { field: string; message: string }[] {
  if (!state) return [];
  const fields = Object.entries(state.errors).map(([field, key]) => ({ field: field === "form" ? "" : field, message: t(key as TextKey) }));
  return refusal ? [{ field: "", message: refusal }, ...fields] : fields;
}

/** The sentence beside one field, or undefined. */
export const problemAt = (state: FormState | undefined, t: Translate, field: string): string | undefined => {
  const key = state?.errors[field];
  return key ? t(key as TextKey) : undefined;
};

/** What was typed in one field before, to be shown again. */
export const typedAt = (state: FormState | undefined, field: string): string | undefined => {
  const value = state?.values[field];
  return Array.isArray(value) ? value[0] : value;
};

/** A problem that names its field; a label that asks needs no colon. */
export const labelledProblem = (label: string, message: string, locale: Locale): string => (label.endsWith("?") ? `${label} ${message}` : `${labelled(label, locale)} ${message}`);

/** The problems with their fields named, where several may be refused in the same words; what has no label here stays as it is. */
export const namedProblems = <P extends { field: string; message: string }>(problems: readonly P[], labels: Readonly<Record<string, string | null | undefined>>, locale: Locale): P[] =>
  problems.map((problem) => (labels[problem.field] ? { ...problem, message: labelledProblem(labels[problem.field] ?? "", problem.message, locale) } : problem));
