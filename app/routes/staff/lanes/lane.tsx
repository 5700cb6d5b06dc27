import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { calendarHours } from "#app/domain/availability/availability.queries.server.ts";
import { mayKeepLanes } from "#app/domain/availability/availability.policy.ts";
import { dateAt } from "#app/domain/availability/days.ts";
import { exceptionsAhead } from "#app/domain/availability/exceptions.ts";
import { laneById } from "#app/domain/availability/lanes.queries.server.ts";
import { professionalVisits } from "#app/domain/booking/professional.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { problemAt } from "#app/routes/shared/problems.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Checkbox, Heading, Muted, Stack, SubmitButton } from "#app/ui/index.ts";
import { oneOf } from "../helpers/parts/asked.server.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { WeekHours } from "../helpers/parts/hours.tsx";
import { changeLane, type LaneAnswer } from "./parts/lane-actions.server.ts";
import { LaneForm } from "./parts/lane-form.tsx";
import { LaneExceptions, WeekForm } from "./parts/lane-hours.tsx";
import { VisitTable, visitRow } from "./parts/visit-table.tsx";

const doneWords = ["created", "saved", "added", "removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const lane = found(await laneById(ctx, args.params.laneId ?? ""));
  const { weekly, exceptions } = await calendarHours(ctx, lane.id);
  const today = dateAt(ctx.settings.zone, ctx.now);
  return {
    ...titled(ctx, lane.name), lane, today,
    weekly: weekly.map(({ weekday, fromMinute, untilMinute }) => ({ weekday, fromMinute, untilMinute })),
    exceptions: exceptionsAhead(exceptions, today),
    visits: (await professionalVisits(ctx, lane.id)).map(visitRow(ctx.locale)),
    done: oneOf(new URL(args.request.url).searchParams, "done", doneWords) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const lane = found(await laneById(ctx, args.params.laneId ?? ""));
  return changeLane(ctx, lane.id, await sentForm(args.request));
}

export const meta = deskMeta;

export default function Lane() {
  const { lane, weekly, exceptions, visits, today, done } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>() as LaneAnswer | undefined;
  const [t, locale] = [useT(), useLocale()];
  const isActive = lane.state === "active";
  return (
    <Desk
      title={lane.name} back={{ to: `/${locale}/staff/lanes`, label: t("staffHelpers.lanes.back") }} done={done && !said ? t(`staffHelpers.lanes.done.${done}`) : null}
      actions={<Badge tone={isActive ? "ok" : "plain"}>{t(`staffHelpers.lanes.${lane.state}`)}</Badge>}
    >
      <section className="grid gap-3"><Heading level={2} size={3}>{t("staffHelpers.lanes.visits")}</Heading><VisitTable rows={visits} withLane={false} /></section>
      {isActive ? (
        <div className="grid gap-10 lg:grid-cols-2">
          <section className="grid content-start gap-3"><Heading level={2} size={3}>{t("staffHelpers.lanes.weekly")}</Heading><WeekForm weekly={weekly} state={said?.weekly} /></section>
          <Stack gap={8}>
            <section className="grid gap-3"><Heading level={2} size={3}>{t("staffHelpers.lanes.exceptions")}</Heading><LaneExceptions rows={exceptions} state={said?.exception} today={today} /></section>
            <section className="grid gap-3"><Heading level={2} size={3}>{t("staffHelpers.lanes.change")}</Heading><LaneForm state={said?.change} name={lane.name} waitDays={lane.waitDays} intent="change" doIt={t("staffHelpers.lanes.save")} /></section>
            <section className="grid gap-3">
              <Heading level={2} size={3}>{t("staffHelpers.lanes.endTitle")}</Heading>
              <Muted>{t("staffHelpers.lanes.endWords", { count: lane.openVisits })}</Muted>
              <Form method="post" className="grid gap-3">
                <Checkbox name="sure" label={t("staffHelpers.lanes.endSure")} error={problemAt(said?.end, t, "sure")} required />
                <div><SubmitButton name="intent" value="end" variant="danger" pendingLabel={t("common.sending")}>{t("staffHelpers.lanes.end")}</SubmitButton></div>
              </Form>
            </section>
          </Stack>
        </div>
      ) : <WeekHours hours={{ weekly, exceptions: exceptions.length }} />}
    </Desk>
  );
}
