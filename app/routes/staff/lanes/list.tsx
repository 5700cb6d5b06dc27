import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { mayKeepLanes } from "#app/domain/availability/availability.policy.ts";
import { createLane } from "#app/domain/availability/lanes.commands.server.ts";
import { laneRows } from "#app/domain/availability/lanes.queries.server.ts";
import { laneSchema } from "#app/domain/availability/lanes.schema.ts";
import { professionalVisits } from "#app/domain/booking/professional.queries.server.ts";
import { answer, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatNumber } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, DataTable, Disclosure, EmptyState, Heading } from "#app/ui/index.ts";
import { oneOf } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { LaneForm } from "./parts/lane-form.tsx";
import { VisitTable, visitRow } from "./parts/visit-table.tsx";

/** The professional service's day: open visits, then the calendars that they are booked into. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const visits = await professionalVisits(ctx);
  return { ...titled(ctx, translator(ctx.locale)("staffHelpers.lanes.title")), visits: visits.map(visitRow(ctx.locale)), lanes: await laneRows(ctx), done: oneOf(new URL(args.request.url).searchParams, "done", ["ended", "moved"]) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const read = readForm(await sentForm(args.request), laneSchema);
  if (!read.ok) return formAgain(read.state);
  const result = await createLane(ctx, read.value);
  if (!result.ok && result.refusal === "name-taken") return formAgain({ values: read.values, errors: { name: "staffHelpers.lanes.name-taken" }, refusal: result.refusal }, statusOf(result.refusal));
  return redirect(`/${ctx.locale}/staff/lanes/${answer(result).laneId}?done=created`);
}

export const meta = deskMeta;

export default function Lanes() {
  const { visits, lanes, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const [t, locale] = [useT(), useLocale()];
  return (
    <Desk title={t("staffHelpers.lanes.title")} lead={t("staffHelpers.lanes.lead")} done={done ? t(`staffHelpers.lanes.done.${done}`) : null}>
      <section className="grid gap-3">
        <Heading level={2} size={3}>{t("staffHelpers.lanes.visits")}</Heading>
        <VisitTable rows={visits} withLane />
      </section>
      <section className="grid gap-3">
        <Heading level={2} size={3}>{t("staffHelpers.lanes.calendars")}</Heading>
        <DataTable
          caption={t("staffHelpers.lanes.calendars")} hideCaption dense rows={lanes} rowKey={({ id }) => id} empty={<EmptyState level={3} title={t("staffHelpers.lanes.noLanes")}>{t("staffHelpers.lanes.noLanesWords")}</EmptyState>}
          columns={[
            { key: "name", head: t("staffHelpers.lanes.name"), rowHead: true, cell: (row) => <Link to={`/${locale}/staff/lanes/${row.id}`}>{row.name}</Link> },
            { key: "state", head: t("staffHelpers.lanes.state"), cell: (row) => <Badge tone={row.state === "active" ? "ok" : "plain"}>{t(`staffHelpers.lanes.${row.state}`)}</Badge> },
            { key: "wait", head: t("staffHelpers.lanes.wait"), numeric: true, cell: (row) => t("staffHelpers.lanes.waitDays", { count: row.waitDays }) },
            { key: "week", head: t("staffHelpers.lanes.week"), numeric: true, cell: (row) => formatNumber(row.minutesAWeek / 60, locale, row.minutesAWeek % 60 ? 1 : 0) },
            { key: "open", head: t("staffHelpers.lanes.openVisits"), numeric: true, cell: (row) => formatNumber(row.openVisits, locale) },
          ]}
        />
        <Disclosure summary={t("staffHelpers.lanes.new")} open={state !== undefined || lanes.length === 0} className="max-w-xl"><LaneForm state={state} name="" waitDays={2} intent="create" doIt={t("staffHelpers.lanes.create")} /></Disclosure>
      </section>
    </Desk>
  );
}
