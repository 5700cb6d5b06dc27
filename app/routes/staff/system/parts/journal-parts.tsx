import { Form, Link } from "@remix-run/react";
import { BookOpen } from "#app/ui/icons.ts";
import type { ChainState, JournalRow } from "#app/domain/journal/journal.queries.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, ButtonLink, type Column, DataTable, EmptyState, Muted, Notice, Row, TextField } from "#app/ui/index.ts";
import { useMoment } from "./moment.ts";

type Head = { sealed: number; waiting: number; head: string | null };

/** Whether the chain is whole, as far as somebody has looked. */
export function Chain({ head, checked }: { head: Head; checked: ChainState | null }) {
  const t = useT();
  const link = <ButtonLink to="?verify=1" variant="secondary" size="small">{t("staffSystem.journal.verify")}</ButtonLink>;
  if (checked && !checked.ok) return <Notice tone="bad" role="alert" title={t("staffSystem.journal.broken", { seq: checked.brokenAt ?? 0 })}>{t("staffSystem.journal.brokenWords")}</Notice>;
  const title = checked ? t("staffSystem.journal.whole", { count: checked.sealed }) : t("staffSystem.journal.chain", { count: head.sealed, waiting: head.waiting });
  return (
    <Notice tone={checked ? "ok" : "info"} title={title} role={checked ? "status" : undefined} actions={checked ? undefined : link}>
      {head.head ? <span className="text-sm wrap-anywhere">{t("staffSystem.journal.head", { hash: head.head })}</span> : null}
    </Notice>
  );
}

/** The filters live in the address, so that a view can be passed on. */
export function JournalFilters({ filter }: { filter: { subject: string; name: string; from: string; until: string } }) {
  const t = useT();
  return (
    <Form method="get" role="search">
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField name="subject" label={t("staffSystem.journal.subject")} hint={t("staffSystem.journal.subjectHint")} defaultValue={filter.subject} key={`s${filter.subject}`} maxLength={100} />
        <TextField name="name" label={t("staffSystem.journal.name")} hint={t("staffSystem.journal.nameHint")} defaultValue={filter.name} key={`n${filter.name}`} maxLength={100} />
        <TextField name="from" type="date" label={t("staffSystem.journal.from")} defaultValue={filter.from} key={`f${filter.from}`} />
        <TextField name="until" type="date" label={t("staffSystem.journal.until")} defaultValue={filter.until} key={`u${filter.until}`} />
      </div>
      <Row className="mt-4">
        <Button size="small">{t("staffSystem.journal.filter")}</Button>
        <ButtonLink to="?" variant="quiet" size="small">{t("staffSystem.journal.reset")}</ButtonLink>
      </Row>
    </Form>
  );
}

/** Entries, newest first. */
export function JournalTable({ rows }: { rows: JournalRow[] }) {
  const t = useT();
  const locale = useLocale();
  const moment = useMoment();
  const who = (row: JournalRow): string => row.actor ?? (row.actorKind === "system" ? t("staffSystem.journal.system") : t("staffSystem.journal.visitor"));
  const columns: Column<JournalRow>[] = [
    { key: "seq", head: t("staffSystem.journal.seq"), numeric: true, cell: (row) => row.seq ?? <Muted as="span">{t("staffSystem.journal.unsealed")}</Muted> },
    { key: "at", head: t("staffSystem.journal.at"), cell: (row) => moment(row.at) },
    { key: "what", head: t("staffSystem.journal.what"), rowHead: true, cell: (row) => row.name },
    { key: "whom", head: t("staffSystem.journal.whom"), cell: (row) => <Link to={`/${locale}/staff/system/journal?subject=${encodeURIComponent(row.subjectId)}`} className="wrap-anywhere">{row.subjectKind} {row.subjectId.slice(-12)}</Link> },
    { key: "who", head: t("staffSystem.journal.who"), cell: who },
    {
      key: "facts", head: t("staffSystem.journal.facts"),
      cell: (row) => (
        <>
          <span className="text-sm wrap-anywhere">{Object.entries(row.facts).map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join(", ")}</span>
          {row.personal === "none" ? null : <Muted>{t(`staffSystem.journal.personal.${row.personal}`)}</Muted>}
        </>
      ),
    },
  ];
  return <DataTable caption={t("staffSystem.journal.caption")} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState icon={BookOpen} title={t("staffSystem.journal.none")}>{t("staffSystem.journal.noneWords")}</EmptyState>} />;
}
