import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { found, notFound } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { answerAtTheDoor, phonesOf, waitingView } from "#app/routes/shared/visit/waiting.server.ts";
import { WaitingPanel } from "#app/routes/shared/visit/waiting.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("visit.waiting.title");

/** Nobody opens the door, or the customer waits. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  return waitingView(ctx, page, page.customerName, phonesOf(page.booking));
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const answer = await answerAtTheDoor(ctx, id, await sentForm(args.request));
  if (!("done" in answer)) return answer;
  throw redirect(helperPath(ctx.locale, answer.done === "here" || answer.done === "end" ? `visits/${id}${answer.done === "here" ? "?done=over" : ""}` : `visits/${id}/waiting`));
}

export default function VisitWaiting() {
  const t = useT();
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() as { refusal?: string } | undefined;
  useFresh(view.absence?.state === "waiting");
  return (
    <Screen title={t("visit.waiting.title")} back={{ to: helperPath(locale, `visits/${view.id}`), label: t("visit.titleOf", { reference: view.reference }) }}>
      <WaitingPanel view={view} refusal={answer?.refusal} />
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
