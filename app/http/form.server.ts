import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";

/** What a form's action answers: what was typed and, per field, the keys of the sentences that mend it. */
export type FormState = { values: Record<string, string | string[]>; errors: Record<string, string>; refusal?: string; detail?: Record<string, unknown> };

/** Reads a form against its schema: the value, or the state to show the form again with nothing lost. */
export function readForm<S extends z.ZodType>(form: FormData, schema: S): { ok: true; value: z.output<S>; values: FormState["values"] } | { ok: false; state: FormState } {
  const values = typedValues(form);
  const submission = parseWithZod(form, { schema });
  if (submission.status === "success") return { ok: true, value: submission.value as z.output<S>, values };
  const errors: Record<string, string> = {};
  for (const [field, messages] of Object.entries(submission.error ?? {})) {
    const first = (messages as string[] | null)?.[0];
    if (first) errors[field || "form"] = isKey(first) ? first : "errors.field.invalid";
  }
  return { ok: false, state: { values, errors } };
}

/** What zod says of its own accord is no sentence of ours, in one language only, and does not say how to mend it. */
const isKey = (message: string): boolean => /^[a-z]\w*(\.[\w-]+)+$/i.test(message);

/** What was typed, to be shown again; files cannot be. */
export function typedValues(form: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const key of new Set(form.keys())) {
    const all = form.getAll(key).filter((value): value is string => typeof value === "string");
    values[key] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return values;
}

/** The form again, with status 400 (or the refusal's own). */
export const formAgain = (state: FormState, status = 400) => data(state, { status });

/** The form of a request; what is no form, breaks off or holds a zero byte, which no keyboard types and PostgreSQL refuses, is answered with 400. */
export async function sentForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null);
  if (!form || holdsZero(form)) throw new Response("invalid", { status: 400 });
  return form;
}

export const holdsZero = (form: FormData): boolean => [...form].some(([name, value]) => name.includes("\0") || (typeof value === "string" ? value : value.name).includes("\0"));
