import { Form } from "@remix-run/react";
import { CircleCheck } from "#app/ui/icons.ts";
import type { JobRow, JobState, RecurringRow } from "#app/jobs/jobs.queries.server.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { type Column, DataTable, Disclosure, EmptyState, Heading, Muted, Stack, SubmitButton } from "#app/ui/index.ts";
import { useMoment } from "./moment.ts";

/** Jobs of one state; those given up can be run again. */
export function JobTable({ state, rows }: { state: JobState; rows: JobRow[] }) {
  const t = useT();
  const moment = useMoment();
  const columns: Column<JobRow>[] = [
    { key: "kind", head: t("staffSystem.jobs.kind"), cell: (row) => row.kind },
    { key: "about", head: t("staffSystem.jobs.about"), cell: (row) => <span className="wrap-anywhere">{row.about}</span> },
    { key: "runAt", head: t("staffSystem.jobs.runAt"), cell: (row) => moment(row.runAt) },
    { key: "attempts", head: t("staffSystem.jobs.attempts"), numeric: true, cell: (row) => row.attempts },
  ];
  if (state === "done") columns.push({ key: "doneAt", head: t("staffSystem.jobs.doneAt"), cell: (row) => (row.doneAt === null ? "" : moment(row.doneAt)) });
  else columns.push({ key: "problem", head: t("staffSystem.jobs.problem"), cell: (row) => <Problem row={row} /> });
  if (state === "dead") columns.push({ key: "action", head: t("staffSystem.jobs.action"), cell: (row) => <Rerun id={row.id} /> });
  return (
    <DataTable
      caption={t(`staffSystem.jobs.${state}`)} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.id}
      empty={<EmptyState icon={CircleCheck} title={t(`staffSystem.jobs.none.${state}`)}>{t("staffSystem.jobs.noneWords")}</EmptyState>}
    />
  );
}

function Problem({ row }: { row: JobRow }) {
  const t = useT();
  const moment = useMoment();
  if (!row.lastError) return null;
  return (
    <>
      {row.retryAt !== null && row.state === "queued" ? <Muted>{t("staffSystem.jobs.retryAt", { at: moment(row.retryAt), clock: t("staffSystem.realTime") })}</Muted> : null}
      <Disclosure summary={row.lastError.split("\n")[0]?.slice(0, 80) || t("staffSystem.jobs.details")}>
        <pre className="max-w-full overflow-x-auto text-sm whitespace-pre-wrap wrap-anywhere">{row.lastError}</pre>
      </Disclosure>
    </>
  );
}

function Rerun({ id }: { id: string }) {
  const t = useT();
  return (
    <Form method="post" preventScrollReset>
      <SubmitButton name="job" value={id} size="small" variant="secondary" pendingLabel={t("staffSystem.jobs.rerunPending")}>{t("staffSystem.jobs.rerun")}</SubmitButton>
    </Form>
  );
}

/** All recurring work with its last and next time. */
export function RecurringTable({ rows }: { rows: RecurringRow[] }) {
  const t = useT();
  const moment = useMoment();
  const columns: Column<RecurringRow>[] = [
    { key: "name", head: t("staffSystem.jobs.name"), cell: (row) => workName(t(`staffSystem.jobs.works.${row.name}` as TextKey), row.name) },
    { key: "clock", head: t("staffSystem.jobs.clock"), cell: (row) => t(row.clock === "real" ? "staffSystem.realTime" : "staffSystem.businessTime") },
    { key: "last", head: t("staffSystem.jobs.last"), cell: (row) => (row.nextAt === null ? "" : row.lastAt === null ? t("staffSystem.jobs.never") : moment(row.lastAt)) },
    { key: "next", head: t("staffSystem.jobs.next"), cell: (row) => (row.nextAt === null ? t("staffSystem.jobs.everySecond") : moment(row.nextAt)) },
    { key: "problem", head: t("staffSystem.jobs.problem"), cell: (row) => row.lastError?.split("\n")[0] ?? "" },
  ];
  return (
    <Stack gap={2} as="section">
      <Heading level={2} size={3}>{t("staffSystem.jobs.recurring")}</Heading>
      <Muted>{t("staffSystem.jobs.recurringWords")}</Muted>
      <DataTable caption={t("staffSystem.jobs.recurring")} hideCaption dense columns={columns} rows={rows} rowKey={(row) => row.name} />
    </Stack>
  );
}
/** Work without words of its own shows its name in the code. */
const workName = (text: string, name: string): string => (text.startsWith("staffSystem.") ? name : text);
