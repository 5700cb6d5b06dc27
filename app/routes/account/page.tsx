import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sitePage } from "#app/domain/settings/site-pages.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { Markdown } from "#app/routes/shared/markdown.tsx";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Heading, Muted, Prose, Section, Stack } from "#app/ui/index.ts";

/** Imprint, privacy, terms and whatever else staff write. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  return { locale: ctx.locale, company: ctx.settings.brand.name, page: found(await sitePage(ctx, args.params.slug ?? "")) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ locale: data.locale, path: `/pages/${data.page.slug}`, title: `${data.page.title} – ${data.company}`, description: data.page.body.replace(/[#*[\]]/g, "").replace(/\s+/g, " ").slice(0, 155) }) : [];

export default function StaticPage() {
  const { page } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Section>
      <Container width="text">
        <Stack gap={6}>
          <Heading level={1}>{page.title}</Heading>
          <Prose><Markdown text={page.body} /></Prose>
          <Muted>{t("account.page.updated", { date: formatDate(page.updatedAt, locale) })}</Muted>
        </Stack>
      </Container>
    </Section>
  );
}
