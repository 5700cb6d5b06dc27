import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { ProposeForm } from "#app/routes/shared/reschedule/propose-form.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { loadPropose, sendPropose } from "./parts/propose.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/words.ts";

export const meta = titled("reschedule.propose.title");

const back = (id: string): string => `visits/${id}`;
export const loader = (args: LoaderFunctionArgs) => loadPropose(args, back);
export const action = (args: ActionFunctionArgs) => sendPropose(args, back);

export default function VisitReschedule() {
  const t = useT();
  const locale = useLocale();
  const { view, who, reference } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>() as FormState | undefined;
  return (
    <Screen title={t("reschedule.propose.title")} lead={t("reschedule.propose.lead", { who })} back={{ to: helperPath(locale, back(view.id)), label: t("visit.titleOf", { reference }) }}>
      <ProposeForm key={view.page} view={view} who={who} state={state} />
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
