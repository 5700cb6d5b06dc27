import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { KeyRound } from "#app/ui/icons.ts";
import { ErrorScreen } from "#app/routes/shared/error-screen.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Container, Heading, Icon, Section } from "#app/ui/index.ts";

/** A booking that this browser may not see, or that does not exist: the same words for both, and the ways to one's own. */
export function ErrorBoundary() {
  const problem = useRouteError();
  const t = useT();
  const locale = useLocale();
  const status = isRouteErrorResponse(problem) ? problem.status : 500;
  if (status !== 404) return <ErrorScreen status={status} />;
  return (
    <Container width="text">
      <Section>
        <div className="grid justify-items-start gap-4">
          <span className="q-empty-icon"><Icon icon={KeyRound} size={28} /></span>
          <Heading level={1}>{t("booking.find.title")}</Heading>
          <p>{t("booking.find.link")}</p>
          <p>{t("booking.find.words")}</p>
          <ButtonLink to={`/${locale}/sign-in?returnTo=${encodeURIComponent(`/${locale}/bookings`)}`}>{t("booking.find.signIn")}</ButtonLink>
        </div>
      </Section>
    </Container>
  );
}
