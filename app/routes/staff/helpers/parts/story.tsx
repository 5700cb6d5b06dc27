import type { HelperEvent } from "#app/domain/helper/staff.queries.server.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { formatDate, formatMoney, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Muted } from "#app/ui/index.ts";
import type { HelperPage } from "./helper.server.ts";

/** What happened, from the journal, the newest first; reasons stand with their measures. */
export function Story({ events }: { events: HelperEvent[] }) {
  const t = useT();
  const locale = useLocale();
  const words = ({ name, facts }: HelperEvent) => {
    const values = Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number"));
    const said = t(`staffHelpers.story.${name}` as TextKey, values);
    return said.startsWith("staffHelpers.") ? name : said;
  };
  const who = ({ actorKind, actorName }: HelperEvent) => (actorKind === "system" ? t("staffHelpers.page.bySystem") : actorName ? t("staffHelpers.page.by", { name: actorName }) : "");
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.page.story")}</Heading>
      {events.length === 0 ? <Muted>{t("staffHelpers.page.noStory")}</Muted> : (
        <ol className="grid divide-y divide-line border-y border-line">
          {events.map((event) => (
            <li key={event.id} className="grid gap-x-4 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
              <span className="text-sm text-muted tabular-nums">{formatDate(event.at, locale)}, {formatTime(event.at, locale)}</span>
              <span className="min-w-0">
                <span className="wrap-anywhere">{words(event)}</span> <span className="text-sm text-muted">{who(event)}</span>
                {event.reason ? <span className="block text-sm whitespace-pre-line wrap-anywhere">{event.reason}</span> : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Measures as links to a page that says what each will do. */
export function Measures({ helper }: { helper: HelperPage }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="grid content-start gap-3">
      <div><Heading level={2} size={3}>{t("staffHelpers.page.measures")}</Heading><Muted>{t("staffHelpers.page.measuresLead")}</Muted></div>
      {helper.measures.length === 0 ? <Muted>{t("staffHelpers.page.noMeasures")}</Muted> : (
        <ul className="grid gap-3">
          {helper.measures.map((measure) => (
            <li key={measure} className="grid justify-items-start gap-1">
              <ButtonLink to={`/${locale}/staff/helpers/${helper.id}/measures/${measure}`} variant={measure === "suspend" ? "danger" : "secondary"}>{t(`staffHelpers.measure.${measure}.open`)}</ButtonLink>
              <Muted>{measure === "notice" && helper.proposal ? t("staffHelpers.measure.notice.waits", { name: helper.proposal.proposerName ?? "–", date: formatDate(helper.proposal.proposedAt, locale) }) : t(`staffHelpers.measure.${measure}.hint`)}</Muted>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Payouts({ payouts }: { payouts: NonNullable<HelperPage["payouts"]> }) {
  const t = useT();
  const locale = useLocale();
  const rows = [
    [t("staffHelpers.page.sent"), formatMoney(payouts.sentMinor)],
    [t("staffHelpers.page.planned"), `${formatMoney(payouts.openMinor)}${payouts.held ? `, ${t("staffHelpers.page.held", { count: payouts.held })}` : ""}`],
    [t("staffHelpers.page.account"), payouts.activeAt === null ? t("staffHelpers.page.accountMissing") : t("staffHelpers.page.accountReady", { date: formatDate(payouts.activeAt, locale) })],
  ];
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.page.payouts")}</Heading>
      <dl className="grid gap-1">{rows.map(([term, value]) => <div key={term} className="flex flex-wrap justify-between gap-x-4"><dt className="text-muted">{term}</dt><dd className="tabular-nums">{value}</dd></div>)}</dl>
    </section>
  );
}
