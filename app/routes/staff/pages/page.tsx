import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ExternalLink } from "#app/ui/icons.ts";
import { type Actor, hasRole } from "#app/domain/kernel/actor.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { saveSitePage } from "#app/domain/settings/settings.commands.server.ts";
import { sitePageSchema } from "#app/domain/settings/settings.schema.ts";
import { sitePages } from "#app/domain/settings/site-pages.queries.server.ts";
import { isRequiredPage } from "#app/domain/settings/site-pages.ts";
import { answer, found } from "#app/http/answer.server.ts";
import type { Args } from "#app/http/context.server.ts";
import { formAgain, type FormState, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { problemsOf } from "#app/routes/shared/problems.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Icon, Notice, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import { PageInLanguage } from "./parts/page-in-language.tsx";

const admins = (actor: Actor) => hasRole(actor, "admin");
const open = async (args: Args) => {
  const ctx = await contextIf(args, admins);
  return { ctx, row: found((await sitePages(ctx)).find(({ slug }) => slug === args.params.slug)) };
};

/** One page in its four languages. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, row } = await open(args);
  const t = translator(ctx.locale);
  return { ...titled(ctx, `${t("staffSettings.pages.edit")}: ${row.title[ctx.locale] || row.title.de || (isRequiredPage(row.slug) ? t(`common.pages.${row.slug}`) : row.slug)}`), slug: row.slug, words: { title: row.title, body: row.body }, saved: new URL(args.request.url).searchParams.has("saved") };
}

export type PageState = FormState & { preview?: boolean };

export async function action(args: ActionFunctionArgs) {
  const { ctx, row } = await open(args);
  const form = await sentForm(args.request);
  if (form.get("intent") === "preview") return data<PageState>({ values: typedValues(form), errors: {}, preview: true });
  const read = readForm(form, sitePageSchema);
  if (!read.ok) return formAgain(read.state);
  answer(await saveSitePage(ctx, { slug: row.slug, ...read.value }));
  throw redirect(`/${ctx.locale}/staff/pages/${row.slug}?saved`);
}

export const meta = deskMeta;

export default function EditPage() {
  const { title, slug, words, saved } = useLoaderData<typeof loader>();
  const state = useActionData<PageState>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Desk
      title={title} lead={t("staffSettings.pages.lead")} done={saved && !state ? t("staffSettings.pages.saved") : null}
      back={{ to: `/${locale}/staff/pages`, label: t("staffSettings.pages.back") }}
      actions={<a href={`/${locale}/pages/${slug}`} className="q-button q-secondary"><Icon icon={ExternalLink} /><span>{t("staffSettings.pages.show")}</span></a>}
    >
      <Form method="post" noValidate>
        <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t)} />
        {state?.preview ? <Notice role="status">{t("staffSettings.pages.previewNote")}</Notice> : null}
        <Stack gap={12} className="mt-2">
          {locales.map((language) => <PageInLanguage key={language} language={language} words={words} state={state} />)}
          <div className="sticky bottom-0 border-t border-line bg-paper py-3">
            <Row gap={3}>
              <SubmitButton name="intent" value="save" pendingLabel={t("common.sending")}>{t("staffSettings.pages.save")}</SubmitButton>
              <SubmitButton name="intent" value="preview" variant="secondary">{t("staffSettings.pages.previewShow")}</SubmitButton>
            </Row>
          </div>
        </Stack>
      </Form>
    </Desk>
  );
}
