import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { statusOf } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { rerunJob } from "#app/jobs/jobs.commands.server.ts";
import { mayRunJobs } from "#app/jobs/jobs.policy.ts";
import { jobPage, type JobState, jobStates, recurringRows } from "#app/jobs/jobs.queries.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { Notice, Tabs } from "#app/ui/index.ts";
import { contextIf, neighbours, pageLink, pageOf } from "./parts/allowed.server.ts";
import { Paging, SystemFrame } from "./parts/frame.tsx";
import { JobTable, RecurringTable } from "./parts/job-tables.tsx";

/** What waits, runs, failed and recurs. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayRunJobs);
  const url = new URL(args.request.url);
  const asked = url.searchParams.get("state") as JobState;
  const state = jobStates.includes(asked) ? asked : "dead";
  const page = pageOf(url.searchParams);
  const { rows, more, counts } = await jobPage(ctx, state, page);
  return { locale: ctx.locale, title: translator(ctx.locale)("staffSystem.jobs.title"), state, rows, counts, paging: neighbours(url, page, more), recurring: await recurringRows(ctx), self: pageLink(url, page) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayRunJobs);
  const form = await sentForm(args.request);
  const done = await rerunJob(ctx, String(form.get("job") ?? ""));
  return data({ ok: done.ok }, { status: done.ok ? 200 : statusOf(done.refusal) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ locale: page.locale, path: "/staff/system/jobs", title: page.title, noindex: true }) : []);

export default function Jobs() {
  const { state, rows, counts, paging, recurring } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <SystemFrame title={t("staffSystem.jobs.title")} lead={t("staffSystem.jobs.lead")}>
      {answer ? <Notice tone={answer.ok ? "ok" : "warn"} role="status">{t(answer.ok ? "staffSystem.jobs.rerunDone" : "staffSystem.jobs.gone")}</Notice> : null}
      <Tabs label={t("staffSystem.jobs.states")} items={jobStateTabs.map((each) => ({ to: `?state=${each}`, label: t(`staffSystem.jobs.${each}`), count: counts[each], current: each === state }))} />
      <JobTable state={state} rows={rows} />
      <Paging {...paging} />
      <RecurringTable rows={recurring} />
    </SystemFrame>
  );
}
const jobStateTabs = ["dead", "queued", "running", "done"] as const;
