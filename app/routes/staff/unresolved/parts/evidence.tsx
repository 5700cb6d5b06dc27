import { Check, Circle } from "#app/ui/icons.ts";
import { IntakeAnswers } from "#app/routes/shared/booking/intake.tsx";
import { Photos } from "#app/routes/shared/booking/photos.tsx";
import { formatNumber } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DefinitionList, Heading, Icon, Muted } from "#app/ui/index.ts";
import type { VisitToCheck } from "./visit.server.ts";

const Words = ({ children }: { children: string }) => <span className="whitespace-pre-line wrap-anywhere">{children}</span>;

/** The customer's side: what was wrong, and what they answered. */
export function CustomerSide({ visit }: { visit: VisitToCheck }) {
  const t = useT();
  const said = (voice: VisitToCheck["voices"]["solved"]) => t(`staffHelpers.unresolved.voices.${voice ?? "silent"}`);
  const { voices, review } = visit;
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.unresolved.customer")}</Heading>
      <DefinitionList
        items={[
          { term: t("staffHelpers.unresolved.solved"), value: <b>{said(voices.solved)}</b> },
          { term: t("staffHelpers.unresolved.right"), value: said(voices.right) },
          { term: t("staffHelpers.unresolved.still"), value: said(voices.still) },
          { term: t("staffHelpers.unresolved.review"), value: review ? <>{t("staffHelpers.unresolved.reviewValue", { stars: review.stars })}{review.words ? <span className="block"><Words>{review.words}</Words></span> : null}</> : t("staffHelpers.unresolved.noReview") },
          ...(visit.privateWord ? [{ term: t("staffHelpers.unresolved.private"), value: <Words>{visit.privateWord}</Words> }] : []),
          { term: t("staffHelpers.unresolved.concern"), value: <Words>{visit.concern || t("staffHelpers.unresolved.noConcern")}</Words> },
        ]}
      />
      <IntakeAnswers intake={visit.intake} answers={visit.answers} />
      <Photos ids={visit.photos} />
    </section>
  );
}

/** The helper's side: the report with its checklist and measures. */
export function ReportSide({ visit }: { visit: VisitToCheck }) {
  const t = useT();
  const locale = useLocale();
  const { report } = visit;
  const number = (value: number | null) => (value === null ? t("staffHelpers.none") : formatNumber(value, locale, Number.isInteger(value) ? 0 : 1));
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.unresolved.helperReport")}</Heading>
      {report === null ? <Muted>{t("staffHelpers.unresolved.noReport")}</Muted> : (
        <>
          <DefinitionList
            items={[
              { term: t("staffHelpers.unresolved.outcome"), value: <b>{t(`staffHelpers.unresolved.outcomes.${report.outcome}`)}</b> },
              { term: t("staffHelpers.unresolved.cause"), value: report.cause ?? t("staffHelpers.unresolved.noCause") },
              { term: t("staffHelpers.unresolved.words"), value: <Words>{report.words || t("staffHelpers.unresolved.noWords")}</Words> },
            ]}
          />
          <Heading level={3} size={4}>{t("staffHelpers.unresolved.checklist")}</Heading>
          <ul className="grid gap-1 text-sm">
            {report.checklist.map(({ code, words, done, value }) => (
              <li key={code} className="flex gap-2">
                <Icon icon={done ? Check : Circle} size={18} label={t(done ? "staffHelpers.unresolved.doneWord" : "staffHelpers.unresolved.openWord")} />
                <span className="min-w-0 flex-1">{words}</span>
                {value ? <span className="tabular-nums">{value}</span> : null}
              </li>
            ))}
          </ul>
          {report.measures.length ? (
            <>
              <Heading level={3} size={4}>{t("staffHelpers.unresolved.measures")}</Heading>
              <ul className="list-disc pl-5 text-sm">{report.measures.map(({ words, count, before, after, evidence }, at) => <li key={at}>{t("staffHelpers.unresolved.measure", { words, count, before: number(before), after: number(after) })}{evidence ? <span className="text-muted"> {evidence}</span> : null}</li>)}</ul>
            </>
          ) : null}
        </>
      )}
    </section>
  );
}
