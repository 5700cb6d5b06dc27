import { formatDate } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, DefinitionList, Heading, Muted, Notice, Row, Stack } from "#app/ui/index.ts";
import type { HelperPage } from "./helper.server.ts";
import { HelperStateBadge } from "./state-badge.tsx";

/** Who it is, how they stand, and why: the reason never leaves this desk. */
export function Standing({ helper }: { helper: HelperPage }) {
  const t = useT();
  const locale = useLocale();
  const { person, missing } = helper;
  const isBarred = person.state === "suspended" || person.state === "notice" || person.state === "ended";
  const since = t("staffHelpers.page.stateSince", { state: t(`staffHelpers.state.${person.state}`), date: formatDate(person.stateSince, locale) });
  return (
    <Stack gap={4}>
      <Row gap={4}>
        <Avatar name={person.displayName} size="large" decorative {...(person.photoFileId && { src: `/files/${person.photoFileId}` })} />
        <div className="grid justify-items-start gap-1">
          <HelperStateBadge state={person.state} isPaused={person.pausedAt !== null} />
          <Muted>{since}</Muted>
          {person.endsAt !== null ? <p className="font-semibold">{t("staffHelpers.page.endsAt", { date: formatDate(person.endsAt, locale) })}</p> : null}
          {person.pausedAt !== null ? <Muted>{t("staffHelpers.page.pausedSince", { date: formatDate(person.pausedAt, locale) })}</Muted> : null}
        </div>
      </Row>
      {isBarred && person.reason ? <Notice tone="warn" title={t("staffHelpers.page.reason")}><span className="whitespace-pre-line wrap-anywhere">{person.reason}</span></Notice> : null}
      {missing.length > 0 ? (
        <Notice tone="info" title={t("staffHelpers.page.missing")}><ul className="list-disc pl-5">{missing.map((step) => <li key={step}>{t(`staffHelpers.page.steps.${step}`)}</li>)}</ul></Notice>
      ) : helper.isPublic ? <Notice tone="ok">{t("staffHelpers.page.complete")}</Notice> : null}
    </Stack>
  );
}

const languageName = (code: string, locale: string): string => new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;

export function Identity({ helper }: { helper: HelperPage }) {
  const t = useT();
  const locale = useLocale();
  const { person } = helper;
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.page.identity")}</Heading>
      <DefinitionList
        layout="stacked"
        items={[
          { term: t("staffHelpers.page.name"), value: person.name },
          { term: t("staffHelpers.page.publicName"), value: person.displayName },
          { term: t("staffHelpers.page.email"), value: person.contact?.email ? <a className="wrap-anywhere" href={`mailto:${person.contact.email}`}>{person.contact.email}</a> : t("staffHelpers.none") },
          { term: t("staffHelpers.page.mobile"), value: person.contact?.mobile ? <a href={`tel:${person.contact.mobile.replace(/[^+\d]/g, "")}`}>{person.contact.mobile}</a> : t("staffHelpers.page.noMobile") },
          { term: t("staffHelpers.page.address"), value: person.address ?? t("staffHelpers.page.noAddress") },
          { term: t("staffHelpers.page.radius"), value: t("staffHelpers.page.km", { km: person.radiusKm }) },
          { term: t("staffHelpers.page.languages"), value: person.languages.map((code) => languageName(code, locale)).join(", ") || t("staffHelpers.none") },
          { term: t("staffHelpers.page.since"), value: formatDate(person.createdAt, locale) },
          { term: t("staffHelpers.page.biography"), value: <span className="whitespace-pre-line wrap-anywhere">{person.biography || t("staffHelpers.page.noBiography")}</span> },
        ]}
      />
    </section>
  );
}
