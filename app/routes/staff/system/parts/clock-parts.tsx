import { Form } from "@remix-run/react";
import { Clock as ClockIcon } from "#app/ui/icons.ts";
import type { ClockMove } from "#app/jobs/jobs.queries.server.ts";
import { formatDayTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { type Column, DataTable, EmptyState, Figure, Heading, Muted, Notice, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import { useMoment } from "./moment.ts";
import { hour } from "#app/domain/kernel/time.ts";

const countOf = (jobs: Record<string, number>): number => Object.values(jobs).reduce((sum, n) => sum + n, 0);

/** Both clocks, and the buttons that move business time. */
export function ClockForm({ business, real }: { business: number; real: number }) {
  const t = useT();
  const locale = useLocale();
  const ahead = Math.round((business - real) / hour);
  return (
    <Stack gap={4}>
      <Row gap={8} className="items-start">
        <Figure label={t("staffSystem.clock.business")} value={formatDayTime(business, locale)} range={ahead > 0 ? t("staffSystem.clock.ahead", { hours: ahead }) : undefined} />
        <Figure label={t("staffSystem.clock.real")} value={formatDayTime(real, locale)} />
      </Row>
      <Form method="post" preventScrollReset>
        <Row>
          {([[1, "hour"], [24, "day"], [168, "week"]] as const).map(([hours, name]) => (
            <SubmitButton key={name} name="hours" value={hours} variant={name === "day" ? "primary" : "secondary"} pendingLabel={t("staffSystem.clock.moving")}>{t(`staffSystem.clock.${name}`)}</SubmitButton>
          ))}
        </Row>
      </Form>
      <Muted>{t("staffSystem.clock.forwardOnly")}</Muted>
    </Stack>
  );
}

type Done = { id: string; kind: string; at: number; about: string | null };

/** What one move set going, in the order of its own time. */
export function LastRun({ moved }: { moved: ClockMove & { rows: Done[] } }) {
  const t = useT();
  const moment = useMoment();
  const columns: Column<Done>[] = [
    { key: "when", head: t("staffSystem.clock.when"), cell: (row) => moment(row.at) },
    { key: "kind", head: t("staffSystem.clock.kind"), cell: (row) => row.kind },
    { key: "about", head: t("staffSystem.clock.about"), cell: (row) => <span className="wrap-anywhere">{row.about}</span> },
  ];
  return (
    <Stack gap={4} as="section">
      <Notice tone="ok" role="status" title={t("staffSystem.clock.moved", { hours: moved.hours })}>{t("staffSystem.clock.ran", { count: countOf(moved.jobs) })}</Notice>
      {moved.rows.length ? <DataTable caption={t("staffSystem.clock.what")} dense columns={columns} rows={moved.rows} rowKey={(row) => row.id} /> : null}
    </Stack>
  );
}

/** Earlier moves. */
export function Moves({ moves }: { moves: ClockMove[] }) {
  const t = useT();
  const moment = useMoment();
  const columns: Column<ClockMove>[] = [
    { key: "from", head: t("staffSystem.clock.from"), cell: (row) => moment(row.from) },
    { key: "hours", head: t("staffSystem.clock.hours"), numeric: true, cell: (row) => row.hours },
    { key: "by", head: t("staffSystem.clock.by"), cell: (row) => row.by ?? "" },
    { key: "jobs", head: t("staffSystem.clock.jobs"), cell: (row) => Object.entries(row.jobs).map(([name, n]) => `${n} × ${name}`).join(", ") },
  ];
  return (
    <Stack gap={2} as="section">
      <Heading level={2} size={3}>{t("staffSystem.clock.moves")}</Heading>
      <DataTable caption={t("staffSystem.clock.moves")} hideCaption dense columns={columns} rows={moves} rowKey={(row) => row.id} empty={<EmptyState level={3} icon={ClockIcon} title={t("staffSystem.clock.noMoves")}>{t("staffSystem.clock.noMovesWords")}</EmptyState>} />
    </Stack>
  );
}
