import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myHelpers } from "#app/domain/together/favourites.queries.server.ts";
import { signedIn } from "#app/http/sign-in.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { BackLink, Container, Heading, Lead, Section, Stack } from "#app/ui/index.ts";
import { HelperList } from "./parts/helper-list.tsx";

/** Everybody whom a customer remembered, whoever is free first on top. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await signedIn(args);
  const rows = (await myHelpers(ctx)).map(({ offer, ...row }) => ({ ...row, offer: offer && { ...offer, service: offer.service[ctx.locale] } }));
  return { locale: ctx.locale, now: ctx.now, rows, title: translator(ctx.locale)("together.helpers.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, title: data.title, path: "/account/helpers", noindex: true }) : []);

export default function MyHelpers() {
  const { locale, now, rows, title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BackLink to={`/${locale}/account`}>{t("account.home.title")}</BackLink>
          <Stack gap={2}><Heading level={1}>{title}</Heading>{rows.length ? <Lead>{t("together.helpers.lead")}</Lead> : null}</Stack>
          <HelperList rows={rows} now={now} />
        </Stack>
      </Section>
    </Container>
  );
}
