import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { ProposeForm } from "#app/routes/shared/reschedule/propose-form.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { loadPropose, sendPropose } from "./parts/propose.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("reschedule.propose.title");

export const loader = (args: LoaderFunctionArgs) => loadPropose(args);
export const action = (args: ActionFunctionArgs) => sendPropose(args);

export default function VisitReschedule() {
  const t = useT();
  const locale = useLocale();
  const { view, who, service, reference } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>() as FormState | undefined;
  const title = t(view.isRequest ? "reschedule.propose.titleOffer" : "reschedule.propose.title");
  const back = view.isRequest ? { to: helperPath(locale, `requests/${view.id}`), label: service } : { to: helperPath(locale, `visits/${view.id}`), label: t("visit.titleOf", { reference }) };
  return (
    <Screen title={title} lead={t(view.isRequest ? "reschedule.propose.leadOffer" : "reschedule.propose.lead", { who })} back={back}>
      <ProposeForm key={view.page} view={view} who={who} state={state} />
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
