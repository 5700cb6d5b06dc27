import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { found, notFound } from "#app/http/answer.server.ts";
import { type FormState, sentForm } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { TimesPanel } from "#app/routes/shared/reschedule/panel.tsx";
import { timesRefusal } from "#app/routes/shared/reschedule/refusal.ts";
import { answerTimes, timesView } from "#app/routes/shared/reschedule/times.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("reschedule.open.page");

/** The proposed times by themselves: where an answer is sent, and shown again when it was not possible. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  const { id, reference, startsAt, endsAt } = page.booking;
  return { id, reference, startsAt, endsAt, times: await timesView(ctx, page, page.customerName, new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const answer = await answerTimes(ctx, id, await sentForm(args.request));
  return "done" in answer ? redirect(helperPath(ctx.locale, `visits/${id}?done=${answer.done}`)) : answer;
}

export default function VisitTimes() {
  const t = useT();
  const locale = useLocale();
  const { id, reference, times, ...span } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>() as FormState | undefined;
  const when = useWhen(times.now);
  const here = helperPath(locale, `visits/${id}`);
  return (
    <Screen title={t("reschedule.open.page")} lead={when.span(span)} back={{ to: here, label: t("visit.titleOf", { reference }) }}>
      <TimesPanel told={times.told} answerTo={`${here}/times`} proposeTo={`${here}/reschedule`} refusal={state?.refusal && timesRefusal(state.refusal, t)} />
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
