import { data, redirect } from "@remix-run/node";
import { saveServiceType } from "#app/domain/catalogue/catalogue.commands.server.ts";
import { readContent, typedContent, type TypedContent } from "#app/domain/catalogue/catalogue.form.ts";
import { readCatalogue } from "#app/domain/catalogue/catalogue.queries.server.ts";
import type { ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { isLocale, type Locale } from "#app/domain/kernel/words.ts";
import { answer } from "#app/http/answer.server.ts";

/** The address of an entry that does not exist yet. */
export const newCode = "new";

/** What the form answers: everything as typed, what to mend, and the preview where one was asked for. */
export type EntryState = { values: TypedContent; errors: Record<string, string>; preview?: { locale: Locale; content: ServiceTypeContent } };

const nothing: TypedContent = { riskClass: "standard", durationMinutes: "60", "professional.durationMinutes": "60", icon: "wrench" };

/** The entry behind an address with its form; null when there is none. */
export async function entryFor(ctx: Context, code: string) {
  const { serviceTypes, categories, programmes } = await readCatalogue(ctx);
  const known = serviceTypes.find((type) => type.code === code) ?? null;
  if (!known && code !== newCode) return null;
  return {
    code,
    name: known ? known.content.name[ctx.locale] : null,
    version: known?.version ?? 0,
    state: known?.state ?? null,
    typed: known ? typedContent(known.content) : nothing,
    categories: categories.map((each) => ({ value: each.code, label: each.name[ctx.locale] })),
    programmes: programmes.map((each) => ({ value: each.code, label: each.name[ctx.locale] })),
  };
}
export type Entry = NonNullable<Awaited<ReturnType<typeof entryFor>>>;

const mostTyped = 20_000;
/** Every field as text; what is far too long for any field is cut, because nothing of it could be published. */
function typedFrom(form: FormData): TypedContent {
  const typed: TypedContent = {};
  for (const [name, value] of form) if (typeof value === "string" && name !== "intent" && name !== "preview") typed[name] = value.slice(0, mostTyped);
  return typed;
}

/** Shows a preview without saving, or publishes a new version; whatever is refused comes back as it was typed. */
export async function sendEntry(ctx: Context, code: string, form: FormData) {
  const entry = await entryFor(ctx, code);
  if (!entry) throw new Response("not-found", { status: 404 });
  const values = { ...typedFrom(form), ...(code === newCode ? {} : { code }) };
  const again = (state: Partial<EntryState>, status: number) => data<EntryState>({ values, errors: {}, ...state }, { status });
  const read = readContent(values);
  if (!read.ok) return again({ errors: read.errors }, 400);
  const { content } = read;
  const { serviceTypes } = await readCatalogue(ctx);
  const errors: EntryState["errors"] = {};
  if (!entry.categories.some(({ value }) => value === content.category)) errors.category = "errors.field.choice";
  if (content.programme !== null && !entry.programmes.some(({ value }) => value === content.programme)) errors.programme = "errors.field.choice";
  if (code === newCode && (content.code === newCode || serviceTypes.some((type) => type.code === content.code))) errors.code = "staffHelpers.catalogue.known";
  if (Object.keys(errors).length) return again({ errors }, 400);
  const wanted = form.get("preview");
  if (isLocale(wanted)) return again({ preview: { locale: wanted, content } }, 200);
  const saved = await saveServiceType(ctx, content, form.get("intent") === "hide" ? "hidden" : "active");
  if (!saved.ok && saved.refusal === "pricing-in-use") return again({ errors: { pricing: "staffHelpers.catalogue.problem.pricing-in-use" } }, 409);
  const { version } = answer(saved);
  return redirect(`/${ctx.locale}/staff/catalogue/${content.code}?saved=${version}`);
}
