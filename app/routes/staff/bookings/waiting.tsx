import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import { whyNotWait } from "#app/domain/visit/visit.policy.ts";
import { found } from "#app/http/answer.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { visitRefusal } from "#app/routes/shared/visit/refusal.ts";
import { answerAtTheDoor, waitingView } from "#app/routes/shared/visit/waiting.server.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Notice } from "#app/ui/index.ts";
import { unreachableWords } from "./parts/view.server.ts";
import { CallerWaits } from "./parts/caller-waits.tsx";

/** A customer calls because nobody comes: what they would note on their own page, noted for them. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const { booking, helper, helperTelephone } = page;
  const t = translator(ctx.locale);
  const who = helper?.displayName ?? t("booking.professional", { brand: ctx.settings.brand.name });
  const view = waitingView(ctx, page, who, helperTelephone ? [{ name: who, telephone: helperTelephone }] : []);
  return { ...titled(ctx, t("staffBookings.waiting.title", { reference: booking.reference })), unreachable: helperTelephone ? null : unreachableWords(ctx, who), view: { ...view, mayWait: view.absence?.state !== "waiting" && whyNotWait(booking, ctx.actor, ctx.now, "customer") === null } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const { booking } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const answer = await answerAtTheDoor(ctx, booking.id, await sentForm(args.request), "customer");
  if (!("done" in answer)) return answer;
  const at = `/${ctx.locale}/staff/bookings/${booking.id}`;
  throw redirect(answer.done === "end" || answer.done === "here" ? at : `${at}/waiting`);
}

export const meta = deskMeta;

export default function Waiting() {
  const { title, view, unreachable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refusal?: string } | undefined;
  const [t, locale] = [useT(), useLocale()];
  useFresh(view.absence?.state === "waiting");
  return (
    <Desk title={title} width="text" lead={t("staffBookings.waiting.lead", { who: view.who })} back={{ to: `/${locale}/staff/bookings/${view.id}`, label: t("booking.backToBooking") }}>
      {answer?.refusal ? <Notice tone="warn" role="alert">{visitRefusal(answer.refusal, t)}</Notice> : null}
      <CallerWaits view={view} unreachable={unreachable} />
    </Desk>
  );
}
