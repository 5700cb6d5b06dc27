import { useRoot } from "#app/routes/shared/root-data.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Heading, Lead, Row, Section, Stack } from "#app/ui/index.ts";

const kinds: Record<number, "notFound" | "notAllowed" | "signedOut" | "tooMany" | "tooLarge"> = { 401: "signedOut", 403: "notAllowed", 404: "notFound", 410: "notFound", 413: "tooLarge", 429: "tooMany" };

/** What went wrong, why, and the way on; 404 covers a stranger's id as well. */
export function ErrorScreen({ status }: { status: number }) {
  const [t, locale, root] = [useT(), useLocale(), useRoot()];
  const kind = kinds[status] ?? "broken";
  return (
    <Section>
      <Container width="text">
        <Stack gap={6}>
          <Stack gap={3}>
            <Heading level={1}>{t(`errors.${kind}.title`)}</Heading>
            <Lead>{t(`errors.${kind}.words`)}</Lead>
          </Stack>
          {root ? <p>{t("errors.call", { telephone: root.brand.telephone, hours: root.brand.hours })}</p> : null}
          <Row>
            {status === 401 ? <a className="q-button q-primary" href={`/${locale}/sign-in`}><span>{t("common.signIn")}</span></a> : null}
            <a className="q-button q-secondary" href={`/${locale}`}><span>{t("errors.toStart")}</span></a>
          </Row>
        </Stack>
      </Container>
    </Section>
  );
}
