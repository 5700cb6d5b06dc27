import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ClipboardCheck } from "#app/ui/icons.ts";
import { mayWorkOnQuality } from "#app/domain/quality/quality.policy.ts";
import { unresolvedVisits } from "#app/domain/quality/quality.queries.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, type Column, DataTable, EmptyState } from "#app/ui/index.ts";
import { textOf } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";

/** Visits that somebody calls not solved and no expert has looked at, the oldest first. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayWorkOnQuality);
  const visits = await unresolvedVisits(ctx);
  return {
    ...titled(ctx, translator(ctx.locale)("staffHelpers.unresolved.title")),
    done: textOf(new URL(args.request.url).searchParams, "done") === "checked",
    rows: visits.map(({ id, reference, reportedAt, service, helperName, said, still, reported, privateWord }) => ({ id, reference, reportedAt, service: service.content.name[ctx.locale], helperName, said, still, reported, hasPrivate: privateWord !== "" })),
  };
}

export const meta = deskMeta;
type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

export default function Unresolved() {
  const { rows, done } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const at = `/${locale}/staff/unresolved`;
  const voice = (said: "yes" | "no" | "unknown" | null) => (said === "no" ? <Badge tone="bad">{t("staffHelpers.unresolved.voices.no")}</Badge> : t(`staffHelpers.unresolved.voices.${said ?? "silent"}`));
  const columns: Column<Row>[] = [
    { key: "visit", head: t("staffHelpers.unresolved.visit"), rowHead: true, cell: (row) => <Link className="whitespace-nowrap" to={`${at}/${row.id}`}>{row.reference}</Link> },
    { key: "reported", head: t("staffHelpers.unresolved.reported"), numeric: true, cell: (row) => (row.reportedAt === null ? t("staffHelpers.none") : formatDate(row.reportedAt, locale)) },
    { key: "service", head: t("staffHelpers.unresolved.service"), cell: (row) => row.service },
    { key: "helper", head: t("staffHelpers.unresolved.helper"), cell: (row) => row.helperName ?? t("staffHelpers.unresolved.professional") },
    { key: "said", head: t("staffHelpers.unresolved.says"), cell: (row) => voice(row.said) },
    { key: "still", head: t("staffHelpers.unresolved.still"), cell: (row) => voice(row.still) },
    { key: "report", head: t("staffHelpers.unresolved.report"), cell: (row) => (row.reported === "not_solved" ? <span className="whitespace-nowrap"><Badge tone="bad">{t("staffHelpers.unresolved.outcomes.not_solved")}</Badge></span> : row.reported ? t(`staffHelpers.unresolved.outcomes.${row.reported}`) : t("staffHelpers.none")) },
    { key: "private", head: t("staffHelpers.unresolved.private"), cell: (row) => (row.hasPrivate ? <Badge tone="info">{t("staffHelpers.unresolved.voices.yes")}</Badge> : t("staffHelpers.none")) },
  ];
  const first = rows[0];
  return (
    <Desk
      title={t("staffHelpers.unresolved.title")} lead={t("staffHelpers.unresolved.lead")} done={done ? t("staffHelpers.unresolved.saved") : null}
      actions={first ? <ButtonLink to={`${at}/${first.id}`} icon={ClipboardCheck}>{t("staffHelpers.unresolved.start")}</ButtonLink> : undefined}
    >
      {rows.length ? <p className="font-semibold">{t("staffHelpers.unresolved.left", { count: rows.length })}</p> : null}
      <DataTable caption={t("staffHelpers.unresolved.title")} hideCaption dense columns={columns} rows={rows} rowKey={({ id }) => id} empty={<EmptyState icon={ClipboardCheck} title={t("staffHelpers.unresolved.none")}>{t("staffHelpers.unresolved.noneWords")}</EmptyState>} />
    </Desk>
  );
}
