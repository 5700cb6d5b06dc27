import type { TypedContent } from "#app/domain/catalogue/catalogue.form.ts";
import { type Locale, locales } from "#app/domain/kernel/words.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { TextArea, TextField } from "#app/ui/index.ts";

export type Typed = { values: TypedContent; errors: Readonly<Record<string, string>> };

/** A field's name, what was typed and what is wrong with it. */
export function useField({ values, errors }: Typed) {
  const t = useT();
  return (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ? t(errors[name] as TextKey) : undefined, autoComplete: "off" });
}

const grid = "grid items-start gap-4 md:grid-cols-2 2xl:grid-cols-4";

/** One text in four languages, side by side. */
export function WordsFields({ typed, name, label, maxLength, isLong = false }: { typed: Typed; name: string; label: string; maxLength: number; isLong?: boolean }) {
  const t = useT();
  const field = useField(typed);
  return (
    <div className={grid}>
      {locales.map((locale) => {
        const props = { ...field(`${name}.${locale}`), label: `${label}, ${t(`staffHelpers.catalogue.languages.${locale}`)}`, lang: locale, maxLength };
        return isLong ? <TextArea key={locale} {...props} rows={3} /> : <TextField key={locale} {...props} />;
      })}
    </div>
  );
}

const rowsOf = (text: string | undefined): number => Math.min(24, Math.max(4, (text ?? "").split("\n").length + 1));

/** Several texts in four languages, a line each; lines do not wrap, so that the same point stands at the same height. */
export function LinesFields({ typed, name, label, codes }: { typed: Typed; name: string; label: string; codes?: string }) {
  const t = useT();
  const field = useField(typed);
  const rows = rowsOf(typed.values[`${name}.de`]);
  const language = (locale: Locale) => <TextArea key={locale} {...field(`${name}.${locale}`)} label={`${label}, ${t(`staffHelpers.catalogue.languages.${locale}`)}`} lang={locale} rows={rows} wrap="off" />;
  if (!codes) return <div className={grid}>{locales.map(language)}</div>;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <TextArea {...field(`${name}.codes`)} label={codes} rows={rows} wrap="off" spellCheck={false} />
      <div className={grid}>{locales.map(language)}</div>
    </div>
  );
}
