import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useRoot } from "#app/root.tsx";
import { ErrorScreen } from "#app/routes/shared/error-screen.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Container, EmptyState, Section } from "#app/ui/index.ts";

/** A booking that this browser may not see, or that does not exist: the same words for both, and the ways to one's own. */
export function ErrorBoundary() {
  const problem = useRouteError();
  const t = useT();
  const locale = useLocale();
  const root = useRoot();
  const status = isRouteErrorResponse(problem) ? problem.status : 500;
  if (status !== 404) return <ErrorScreen status={status} />;
  return (
    <Container width="text">
      <Section>
        <EmptyState icon={KeyRound} title={t("booking.find.title")} actions={<ButtonLink to={`/${locale}/sign-in?returnTo=${encodeURIComponent(`/${locale}/bookings`)}`}>{t("booking.find.signIn")}</ButtonLink>}>
          <p>{t("booking.find.link")}</p>
          <p className="mt-2">{t("booking.find.words")}</p>
          <p className="mt-2">{t("booking.find.call", { telephone: root?.brand.telephone ?? "", hours: root?.brand.hours ?? "" })}</p>
        </EmptyState>
      </Section>
    </Container>
  );
}
