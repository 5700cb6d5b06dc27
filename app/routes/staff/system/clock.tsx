import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { statusOf } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { moveClock } from "#app/jobs/clock.server.ts";
import { mayMoveClock } from "#app/jobs/jobs.policy.ts";
import { clockMoves, doneBetween } from "#app/jobs/jobs.queries.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { Notice } from "#app/ui/index.ts";
import { contextIf } from "./parts/allowed.server.ts";
import { ClockForm, LastRun, Moves } from "./parts/clock-parts.tsx";
import { SystemFrame } from "./parts/frame.tsx";

/** The two clocks, the buttons that move one of them, and what ran when somebody did. */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = args.context;
  const ctx = await contextIf(args, (actor) => mayMoveClock(actor, app.config.mode));
  const moves = await clockMoves(ctx);
  const shown = new URL(args.request.url).searchParams.get("moved");
  const move = moves.find(({ id }) => id === shown) ?? (shown === "last" ? moves[0] : undefined);
  return {
    locale: ctx.locale, title: translator(ctx.locale)("staffSystem.clock.title"), business: ctx.now, real: ctx.realNow, moves,
    moved: move ? { ...move, rows: await doneBetween(ctx, move.from, move.at) } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app } = args.context;
  const ctx = await contextIf(args, (actor) => mayMoveClock(actor, app.config.mode));
  const form = await sentForm(args.request);
  const moved = await moveClock(app, ctx.actor, Number(form.get("hours")));
  if (moved.ok) throw redirect(`/${ctx.locale}/staff/system/clock?moved=last`);
  return data({ refusal: moved.refusal }, { status: statusOf(moved.refusal) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ locale: page.locale, path: "/staff/system/clock", title: page.title, noindex: true }) : []);

export default function Clock() {
  const { business, real, moves, moved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <SystemFrame title={t("staffSystem.clock.title")} lead={t("staffSystem.clock.lead")}>
      {answer ? <Notice tone="warn" role="alert">{t(answer.refusal === "busy" ? "staffSystem.clock.busy" : "staffSystem.clock.invalid")}</Notice> : null}
      <ClockForm business={business} real={real} />
      {moved ? <LastRun moved={moved} /> : null}
      <Moves moves={moves} />
    </SystemFrame>
  );
}
