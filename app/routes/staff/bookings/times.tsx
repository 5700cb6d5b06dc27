import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import { found } from "#app/http/answer.server.ts";
import { type FormState, sentForm } from "#app/http/form.server.ts";
import { TimesPanel } from "#app/routes/shared/reschedule/panel.tsx";
import { timesRefusal } from "#app/routes/shared/reschedule/refusal.ts";
import { answerTimes, timesView } from "#app/routes/shared/reschedule/times.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";

/** The proposed times by themselves: where an answer on somebody's word is sent, and shown again when it was not possible. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const t = translator(ctx.locale);
  const who = page.helper?.displayName ?? t("booking.professional", { brand: ctx.settings.brand.name });
  return { ...titled(ctx, t("reschedule.open.page")), id: page.booking.id, times: await timesView(ctx, page, who, new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const { booking } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const answer = await answerTimes(ctx, booking.id, await sentForm(args.request));
  if (!("done" in answer)) return answer;
  throw redirect(`/${ctx.locale}/staff/bookings/${booking.id}?done=${answer.done}`);
}

export const meta = deskMeta;

export default function Times() {
  const { title, id, times } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const [t, locale] = [useT(), useLocale()];
  const here = `/${locale}/staff/bookings/${id}`;
  return (
    <Desk title={title} width="text" back={{ to: here, label: t("booking.backToBooking") }}>
      <TimesPanel told={times.told} answerTo={`${here}/times`} proposeTo={`${here}/reschedule`} refusal={state?.refusal && timesRefusal(state.refusal, t)} />
    </Desk>
  );
}
