import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Photos } from "#app/routes/shared/booking/photos.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { DataTable, DefinitionList, Heading, Muted, Stack } from "#app/ui/index.ts";
import type { StaffView } from "./view.server.ts";

type Props = { view: StaffView };

/** One part of the page under its heading. */
export const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id}>
    <Heading level={2} size={3} id={id}>{title}</Heading>
    <Stack gap={4} className="mt-3">{children}</Stack>
  </section>
);

/** What the customer said and showed. */
export function Concern({ view: { booking, answers, photos } }: Props) {
  const t = useT();
  return (
    <Part id="concern" title={t("staffBookings.page.concern.title")}>
      {booking.concern ? <p className="max-w-[66ch] whitespace-pre-line wrap-anywhere">{booking.concern}</p> : <Muted>{t("staffBookings.page.concern.none")}</Muted>}
      {answers.length ? <DefinitionList items={answers.map(({ question, answer }) => ({ term: question, value: answer }))} /> : null}
      <Photos ids={photos} label={t("staffBookings.page.concern.photos")} />
    </Part>
  );
}

/** The account of the visit with its measures. */
export function Report({ view: { report, now } }: Props) {
  const t = useT();
  const when = useWhen(now);
  if (!report) return <Part id="report" title={t("staffBookings.page.report.title")}><Muted>{t("staffBookings.page.report.none")}</Muted></Part>;
  const number = (value: number | null) => (value === null ? "–" : String(value));
  return (
    <Part id="report" title={t("staffBookings.page.report.title")}>
      <Muted>{t("staffBookings.page.report.filed", { time: when.at(report.filedAt) })}</Muted>
      <DefinitionList
        items={[
          { term: t("staffBookings.page.report.outcome"), value: t(`staffBookings.page.report.outcomes.${report.outcome}`) },
          { term: t("staffBookings.page.report.cause"), value: report.cause ?? t("staffBookings.page.report.noCause") },
          ...(report.words ? [{ term: t("staffBookings.page.report.words"), value: <span className="whitespace-pre-line wrap-anywhere">{report.words}</span> }] : []),
          ...(report.checklist.length ? [{ term: t("staffBookings.page.report.checklist"), value: <ul className="grid gap-1">{report.checklist.map(({ words, done, value }) => <li key={words}>{words} <Muted as="span">{[t(done ? "staffBookings.page.report.done" : "staffBookings.page.report.open"), value].filter(Boolean).join(", ")}</Muted></li>)}</ul> }] : []),
        ]}
      />
      {report.measures.length ? (
        <DataTable
          caption={t("staffBookings.page.report.measures")}
          dense
          rows={report.measures.map((row, index) => ({ ...row, key: `${row.code}${index}` }))}
          rowKey={(row) => row.key}
          columns={[
            { key: "words", head: t("staffBookings.page.report.measure"), rowHead: true, cell: (row) => row.words },
            { key: "count", head: t("staffBookings.page.report.count"), numeric: true, cell: (row) => row.count },
            { key: "before", head: t("staffBookings.page.report.before"), numeric: true, cell: (row) => number(row.before) },
            { key: "after", head: t("staffBookings.page.report.after"), numeric: true, cell: (row) => number(row.after) },
            { key: "evidence", head: t("staffBookings.page.report.evidence"), cell: (row) => <span className="wrap-anywhere">{row.evidence}</span> },
          ]}
        />
      ) : null}
    </Part>
  );
}

/** What the customer, the report and the company say; the private word only the company reads. */
export function Voices({ view: { booking, report, outcome, review, checks } }: Props) {
  const [t, locale] = [useT(), useLocale()];
  if (!report) return null;
  const voice = (said: "yes" | "no" | "unknown" | null | undefined) => (said ? t(`staffBookings.page.voices.answers.${said}`) : t("staffBookings.page.voices.silent"));
  const checked = checks?.map(({ verdict, words, at }) => <p key={at} className="wrap-anywhere">{t("staffBookings.page.voices.verdict", { verdict: t(`staffBookings.page.voices.verdicts.${verdict}`), date: formatDate(at, locale), words: words || "–" })}</p>);
  return (
    <Part id="voices" title={t("staffBookings.page.voices.title")}>
      <DefinitionList
        items={[
          { term: t("staffBookings.page.voices.customer"), value: voice(outcome?.solved) },
          { term: t("staffBookings.page.voices.right"), value: voice(outcome?.right) },
          { term: t("staffBookings.page.voices.still"), value: voice(outcome?.still) },
          {
            term: t("staffBookings.page.voices.review"),
            value: review ? <>{t("staffBookings.page.voices.stars", { stars: review.stars })} <Muted as="span">{review.publishedAt === null ? t("staffBookings.page.voices.unpublished") : t("staffBookings.page.voices.published", { date: formatDate(review.publishedAt, locale) })}</Muted>{review.words ? <p className="whitespace-pre-line wrap-anywhere">{review.words}</p> : null}</> : t("staffBookings.page.voices.noReview"),
          },
          ...(review?.privateWord ? [{ term: t("staffBookings.page.voices.private"), value: <span className="whitespace-pre-line wrap-anywhere">{review.privateWord}</span> }] : []),
          { term: t("staffBookings.page.voices.check"), value: checks === null ? t("staffBookings.page.voices.hiddenCheck") : checks.length ? checked : <>{t("staffBookings.page.voices.noCheck")} <Link to={`/${locale}/staff/unresolved/${booking.id}`}>{t("staffBookings.page.voices.toCheck")}</Link></> },
        ]}
      />
    </Part>
  );
}
