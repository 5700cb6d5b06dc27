import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { calendarRules } from "#app/domain/availability/availability.queries.server.ts";
import { setCalendarRules } from "#app/domain/availability/rules.commands.server.ts";
import { rulesSchema } from "#app/domain/availability/rules.schema.ts";
import { rulesOf } from "#app/domain/availability/rules.ts";
import { means } from "#app/domain/availability/travel.ts";
import { answer } from "#app/http/answer.server.ts";
import { formAgain, readForm, sentForm } from "#app/http/form.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { RulesForm, type RulesShown } from "./parts/rules-form.tsx";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.times.rules", "helper.times.rulesDescription");

export async function loader(args: LoaderFunctionArgs): Promise<RulesShown> {
  const { ctx, helper } = await asHelper(args);
  const { own } = await calendarRules(ctx, helper.id);
  const { means: companyMeans, ...company } = rulesOf(ctx.settings.policy);
  return { own, company, means, companyMeans: companyMeans ?? "car" };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const read = readForm(await sentForm(args.request), rulesSchema);
  if (!read.ok) return formAgain(read.state);
  answer(await setCalendarRules(ctx, helper.id, read.value));
  return redirect(helperPath(ctx.locale, "calendar/rules?done=saved"));
}

export default function CalendarRules() {
  const t = useT();
  const locale = useLocale();
  const shown = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>();
  return (
    <Screen title={t("helper.times.rules")} lead={t("helper.times.rulesLead")} back={{ to: helperPath(locale, "calendar"), label: t("helper.calendar.title") }} saved={useDone() ? t("helper.times.savedRules") : null}>
      <RulesForm shown={shown} state={state} />
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
