import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayKeepLanes } from "#app/domain/availability/availability.policy.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { answerAtTheDoor, phonesOf, waitingView } from "#app/routes/shared/visit/waiting.server.ts";
import { WaitingPanel } from "#app/routes/shared/visit/waiting.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Desk, deskMeta, titled } from "../helpers/parts/desk.tsx";
import { professionalVisit } from "./parts/visit-actions.server.ts";

/** Nobody opens the door to the professional service, or its customer waits. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const page = await professionalVisit(ctx, args.params.bookingId ?? "");
  const { visited, contact, reference } = page.booking;
  const view = waitingView(ctx, page, visited?.name || contact?.name || translator(ctx.locale)("staffHelpers.lanes.visit.blurred"), phonesOf(page.booking));
  return { ...titled(ctx, translator(ctx.locale)("staffHelpers.lanes.visit.title", { reference })), view: { ...view, isHelper: true } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayKeepLanes);
  const { booking } = await professionalVisit(ctx, args.params.bookingId ?? "");
  const answer = await answerAtTheDoor(ctx, booking.id, await sentForm(args.request));
  if (!("done" in answer)) return answer;
  const at = `/${ctx.locale}/staff/lanes/visits/${booking.id}`;
  throw redirect(answer.done === "here" || answer.done === "end" ? `${at}?done=moved` : `${at}/waiting`);
}

export const meta = deskMeta;

export default function ProfessionalWaiting() {
  const { title, view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refusal?: string } | undefined;
  const [t, locale] = [useT(), useLocale()];
  useFresh(view.absence?.state === "waiting");
  const amount = formatMoney(view.absentMinor.compensation);
  return (
    <Desk width="text" title={t("visit.waiting.title")} lead={title} back={{ to: `/${locale}/staff/lanes/visits/${view.id}`, label: t("staffHelpers.lanes.visit.back") }}>
      <WaitingPanel view={view} refusal={answer?.refusal} own={{ end: t("staffHelpers.lanes.visit.absentEnd", { who: view.who, amount }), asked: t("staffHelpers.lanes.visit.awaited") }} />
    </Desk>
  );
}
