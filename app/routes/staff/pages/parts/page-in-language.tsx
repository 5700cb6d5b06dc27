import type { Locale } from "#app/domain/kernel/words.ts";
import { Markdown } from "#app/routes/shared/markdown.tsx";
import { problemAt, typedAt } from "#app/routes/shared/problems.ts";
import { useT } from "#app/texts/use.ts";
import { Heading, Muted, Prose, Stack, TextArea, TextField } from "#app/ui/index.ts";
import type { PageState } from "../page.tsx";

/** Title and text in one language, and how they will look. */
export function PageInLanguage({ language, words, state }: { language: Locale; words: { title: Record<string, string>; body: Record<string, string> }; state: PageState | undefined }) {
  const t = useT();
  const title = typedAt(state, `title.${language}`) ?? words.title[language] ?? "";
  const body = typedAt(state, `body.${language}`) ?? words.body[language] ?? "";
  return (
    <section aria-labelledby={`in-${language}`}>
      <Heading level={2} size={3} id={`in-${language}`}>{t(`staffSettings.language.${language}`)}</Heading>
      <div className="mt-3 grid gap-8 xl:grid-cols-2">
        <Stack gap={4}>
          <TextField name={`title.${language}`} label={t("staffSettings.pages.name")} lang={language} maxLength={120} required defaultValue={title} error={problemAt(state, t, `title.${language}`)} />
          <TextArea name={`body.${language}`} label={t("staffSettings.pages.body")} lang={language} rows={16} maxLength={40_000} required defaultValue={body} error={problemAt(state, t, `body.${language}`)} />
        </Stack>
        <div className="min-w-0">
          <p className="q-label">{t("staffSettings.pages.preview")}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll by keyboard. */}
          <section className="mt-2 max-h-[32rem] overflow-y-auto rounded-md border border-line bg-surface p-5" lang={language} tabIndex={0} aria-label={`${t("staffSettings.pages.preview")}, ${t(`staffSettings.language.${language}`)}`}>
            {title || body ? <Prose><p className="q-heading q-heading-2">{title}</p><Markdown text={body} /></Prose> : <Muted>{t("staffSettings.pages.none")}</Muted>}
          </section>
        </div>
      </div>
    </section>
  );
}
