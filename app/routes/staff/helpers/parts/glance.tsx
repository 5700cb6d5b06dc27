import { Link } from "@remix-run/react";
import { X } from "#app/ui/icons.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, ButtonLink, Card, DefinitionList, Heading, Icon, Muted, Row, Stack } from "#app/ui/index.ts";
import type { Glance } from "./list.server.ts";
import { RateCell, useAnswerWords } from "./rate.tsx";
import { HelperStateBadge } from "./state-badge.tsx";

/** One helper beside the list, so that the list is not lost; wide screens only. */
export function GlancePanel({ glance, closeTo }: { glance: Glance; closeTo: string }) {
  const t = useT();
  const locale = useLocale();
  const answer = useAnswerWords();
  const { figures } = glance;
  return (
    <Card as="aside" className="sticky top-4 hidden max-h-[calc(100dvh-2rem)] self-start overflow-y-auto xl:block">
      <Stack gap={4}>
        <Row justify="between" gap={3}>
          <Heading level={2} size={3}>{t("staffHelpers.list.panel")}</Heading>
          <Link to={closeTo} preventScrollReset className="q-icon-button"><Icon icon={X} label={t("staffHelpers.list.close")} /></Link>
        </Row>
        <div className="flex items-center gap-3">
          <Avatar name={glance.displayName} decorative {...(glance.photoFileId && { src: `/files/${glance.photoFileId}` })} />
          <div className="min-w-0"><p className="font-semibold wrap-anywhere">{glance.name}</p><HelperStateBadge state={glance.state} isPaused={glance.isPaused} /></div>
        </div>
        <Muted>{t("staffHelpers.page.stateSince", { state: t(`staffHelpers.state.${glance.state}`), date: formatDate(glance.stateSince, locale) })}{glance.endsAt !== null && glance.state === "notice" ? `. ${t("staffHelpers.page.endsAt", { date: formatDate(glance.endsAt, locale) })}` : ""}</Muted>
        {glance.reason ? <p className="text-sm wrap-anywhere">{glance.reason}</p> : null}
        {glance.missing.length ? (
          <div className="text-sm">
            <p className="font-semibold">{t("staffHelpers.page.missing")}</p>
            <ul className="list-disc pl-5">{glance.missing.map((step) => <li key={step}>{t(`staffHelpers.page.steps.${step}`)}</li>)}</ul>
          </div>
        ) : null}
        <DefinitionList
          layout="stacked"
          items={[
            { term: t("staffHelpers.certificates.title"), value: glance.certificates.length ? <ul>{glance.certificates.map(({ number, programme, validUntil }) => <li key={number}>{programme} <span className="text-sm text-muted">{formatDate(validUntil, locale)}</span></li>)}</ul> : t("staffHelpers.certificates.none") },
            ...(figures ? [
              { term: t("staffHelpers.figures.visits"), value: String(figures.visits) },
              { term: t("staffHelpers.figures.solved"), value: <RateCell rate={figures.solved} /> },
              { term: t("staffHelpers.figures.solvedCorrectly"), value: <RateCell rate={figures.solvedCorrectly} /> },
              { term: t("staffHelpers.figures.answer"), value: answer(glance.answerMinutes) },
            ] : []),
          ]}
        />
        <ButtonLink to={`/${locale}/staff/helpers/${glance.id}`} wide>{t("staffHelpers.list.open")}</ButtonLink>
      </Stack>
    </Card>
  );
}
