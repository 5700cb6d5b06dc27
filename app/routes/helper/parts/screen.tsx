import { isRouteErrorResponse, useLocation, useRouteError, useSearchParams } from "@remix-run/react";
import { WifiOff } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import type { FormState } from "#app/http/form.server.ts";
import { namedProblems } from "#app/routes/shared/problems.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink, ButtonLink, Container, ErrorSummary, Heading, Lead, Notice, Row, Stack } from "#app/ui/index.ts";
import { useNoLine } from "./bad-line.ts";
import { helperPath } from "./paths.ts";

/** The frame of one screen: the way back, one title, one sentence, what was just saved. */
export function Screen({ title, lead, back, saved, width = "text", children }: { title: ReactNode; lead?: ReactNode; back?: { to: string; label: string }; saved?: string | null; width?: "narrow" | "text" | "normal"; children: ReactNode }) {
  return (
    <Container width={width} className="py-6 md:py-10">
      <Stack gap={6}>
        <div className="grid gap-2">
          {back ? <BackLink to={back.to}>{back.label}</BackLink> : null}
          <Heading level={1} size={2}>{title}</Heading>
          {lead ? <Lead>{lead}</Lead> : null}
        </div>
        <NoLine />
        {saved ? <Notice tone="ok" role="status">{saved}</Notice> : null}
        {children}
      </Stack>
    </Container>
  );
}

/** The line broke while a form was sent: it stands there still. */
function NoLine() {
  const t = useT();
  return useNoLine() ? <Notice tone="warn" icon={WifiOff} role="alert" title={t("helper.offline.title")}>{t("helper.offline.words")}</Notice> : null;
}

/** Which word of success the address carries after a redirect, for instance `?done=saved`. */
export const useDone = (): string | null => useSearchParams()[0].get("done");

/** Reads a form's state: what was typed, the sentence for a field. */
export function useForm(state: FormState | undefined) {
  const t = useT();
  const errors = state?.errors ?? {};
  const values = state?.values ?? {};
  return {
    error: (field: string): string | undefined => (errors[field] ? t(errors[field] as TextKey) : undefined),
    typed: (field: string, otherwise: string): string => {
      const value = values[field];
      return value === undefined ? otherwise : Array.isArray(value) ? (value[0] ?? "") : value;
    },
    typedAll: (field: string, otherwise: readonly string[]): readonly string[] => {
      if (!state) return otherwise;
      const value = values[field];
      return value === undefined ? [] : Array.isArray(value) ? value : [value];
    },
    problems: Object.entries(errors).map(([field, key]) => ({ field: field === "form" ? "" : field, message: t(key as TextKey) })),
  };
}

/** What must be mended, above the form; with labels where several fields may be refused in the same words. */
export function Problems({ state, labels = {}, more = [] }: { state: FormState | undefined; labels?: Record<string, string>; more?: readonly { field: string; message: string }[] }) {
  const [t, locale] = [useT(), useLocale()];
  const problems = namedProblems(useForm(state).problems, labels, locale);
  return <ErrorSummary title={t("errors.summary.title")} errors={[...problems, ...more]} />;
}

/** Inside the frame: a stranger's address, or a line that broke while something was sent. */
export function Trouble() {
  const t = useT();
  const locale = useLocale();
  const problem = useRouteError();
  const { pathname } = useLocation();
  if (isRouteErrorResponse(problem)) {
    const kind = problem.status === 404 ? "notFound" : problem.status === 403 ? "notAllowed" : problem.status === 429 ? "tooMany" : "broken";
    return <Screen title={t(`errors.${kind}.title`)} lead={t(`errors.${kind}.words`)}><Row><ButtonLink to={helperPath(locale)} variant="secondary">{t("helper.frame.toToday")}</ButtonLink></Row></Screen>;
  }
  return (
    <Screen title={t("helper.offline.title")}>
      <Notice tone="warn" icon={WifiOff} role="alert" actions={<a className="q-button q-primary" href={pathname}>{t("helper.offline.again")}</a>}>
        {t("helper.offline.words")}
      </Notice>
    </Screen>
  );
}
