import { Form, Link } from "@remix-run/react";
import type { ReportState } from "#app/routes/shared/visit/report-form.server.ts";
import { ReportForm, type ReportSubject } from "#app/routes/shared/visit/report-form.tsx";
import { formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Muted, Notice, Row, Stack, SubmitButton } from "#app/ui/index.ts";

export type LaneVisit = ReportSubject & { state: string; answerBy: number | null; payableMinor: number | null; waits: "customer" | "helper" | "may" | null; moves: Record<"accept" | "decline" | "setOff" | "arrive" | "start" | "finish" | "report", string | null> };

/** The one thing to do now for a professional visit, by the same commands that helpers use. */
export function VisitNow({ visit, report }: { visit: LaneVisit; report: ReportState | undefined }) {
  const t = useT();
  const locale = useLocale();
  const { moves } = visit;
  // Nothing was paid for it, so that no money goes back.
  const isFree = visit.payableMinor === 0;
  const may = (Object.keys(moves) as (keyof typeof moves)[]).filter((move) => moves[move] === null);
  if (may.includes("report")) return <Stack gap={4}><Heading level={2} size={3}>{t("staffHelpers.lanes.visit.report")}</Heading><ReportForm visit={visit} state={report} /></Stack>;
  const steps = (["accept", "setOff", "arrive", "start", "finish"] as const).filter((move) => may.includes(move));
  const waiting = `/${locale}/staff/lanes/visits/${visit.id}/waiting`;
  return (
    <Stack gap={3}>
      <Heading level={2} size={3}>{t("staffHelpers.lanes.visit.next")}</Heading>
      {visit.waits === "helper" ? <Notice tone="warn" title={t("staffHelpers.lanes.visit.awaitedTitle")} actions={<ButtonLink to={waiting} size="small">{t("staffHelpers.lanes.visit.answer")}</ButtonLink>}>{t("staffHelpers.lanes.visit.awaited")}</Notice> : null}
      {visit.state === "requested" && visit.answerBy !== null ? <p>{t(isFree ? "staffHelpers.lanes.visit.requestedFree" : "staffHelpers.lanes.visit.requested", { time: `${formatShortDay(visit.answerBy, locale)}, ${formatTime(visit.answerBy, locale)}` })}</p> : null}
      {steps.length === 0 && !may.includes("decline") ? <Muted>{t(visit.state === "accepted" ? "staffHelpers.lanes.visit.accepted" : "staffHelpers.lanes.visit.nothing")}</Muted> : (
        <Form method="post">
          <Row>
            {steps.map((move, at) => <SubmitButton key={move} name="intent" value={move} variant={at === 0 ? "primary" : "secondary"} pendingLabel={t("common.sending")}>{t(`staffHelpers.lanes.visit.${move}`)}</SubmitButton>)}
            {may.includes("decline") ? <SubmitButton name="intent" value="decline" variant="quiet" pendingLabel={t("common.sending")}>{t("staffHelpers.lanes.visit.decline")}</SubmitButton> : null}
          </Row>
          {may.includes("decline") ? <Muted>{t("staffHelpers.lanes.visit.decline")}: {t(isFree ? "staffHelpers.lanes.visit.declineFree" : "staffHelpers.lanes.visit.declineHint")}</Muted> : null}
        </Form>
      )}
      {visit.waits === "may" || visit.waits === "customer" ? <p><Link to={waiting} className="inline-flex min-h-11 items-center">{t(visit.waits === "may" ? "visit.waiting.openHelper" : "visit.waiting.title")}</Link></p> : null}
    </Stack>
  );
}
