import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sitePage } from "#app/domain/settings/site-pages.queries.server.ts";
import { isRequiredPage } from "#app/domain/settings/site-pages.ts";
import { found } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { Markdown } from "#app/routes/shared/markdown.tsx";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Heading, Muted, Prose, Section, Stack } from "#app/ui/index.ts";
import { Unwritten } from "./parts/unwritten.tsx";

/** Imprint, privacy, terms and whatever else staff write; an honest word where they have not yet. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const page = found(await sitePage(ctx, args.params.slug ?? ""));
  const t = translator(ctx.locale);
  const { name: company } = ctx.settings.brand;
  const title = page.title || (isRequiredPage(page.slug) ? t(`common.pages.${page.slug}`) : page.slug);
  return { locale: ctx.locale, company, page: { ...page, title }, unwritten: page.body === "" ? t("account.page.unwritten", { company }) : null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ locale: data.locale, path: `/pages/${data.page.slug}`, title: `${data.page.title} – ${data.company}`, noindex: data.unwritten !== null, description: data.unwritten ?? data.page.body.replace(/[#*[\]]/g, "").replace(/\s+/g, " ").slice(0, 155) }) : [];

export default function StaticPage() {
  const { page, unwritten } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Section>
      <Container width="text">
        <Stack gap={6}>
          <Heading level={1}>{page.title}</Heading>
          {unwritten === null ? <Prose><Markdown text={page.body} /></Prose> : <Unwritten words={unwritten} />}
          {unwritten === null && page.updatedAt !== null ? <Muted>{t("account.page.updated", { date: formatDate(page.updatedAt, locale) })}</Muted> : null}
        </Stack>
      </Container>
    </Section>
  );
}
