import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { cancelSchema } from "#app/domain/booking/booking.schema.ts";
import { found, notFound, statusOf } from "#app/http/answer.server.ts";
import { readForm, sentForm } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Notice, RadioCards, Stack, SubmitButton } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Problems, Screen, Trouble, useForm } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";
import { visitRefusal } from "#app/routes/shared/visit/refusal.ts";

export const meta = titled("visit.cancel.title");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  const { id, reference, startsAt, endsAt } = page.booking;
  if (page.moves.cancel !== null) throw redirect(helperPath(ctx.locale, `visits/${id}`));
  return { now: ctx.now, id, reference, startsAt, endsAt, name: page.customerName, refundMinor: page.terms.refundMinor, service: page.service.content.name[ctx.locale] };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const read = readForm(await sentForm(args.request), cancelSchema);
  if (!read.ok) return data({ state: read.state, refusal: null }, { status: 400 });
  const result = await cancelBooking(ctx, id, read.value.reason);
  // Where others are asked in their place, the visit is not theirs any more.
  if (result.ok) return redirect(helperPath(ctx.locale, result.value.state === "cancelled" ? `visits/${id}` : `requests/${id}`));
  if (result.refusal === "not-found") throw notFound();
  return data({ state: { values: read.values, errors: {} }, refusal: result.refusal }, { status: statusOf(result.refusal) });
}

const reasons = ["ill", "cannot_come", "too_far", "not_my_field", "unsafe", "other"] as const;

export default function CancelVisit() {
  const t = useT();
  const locale = useLocale();
  const visit = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const when = useWhen(visit.now);
  const { typed, error } = useForm(answer?.state);
  return (
    <Screen title={t("visit.cancel.title")} lead={t("visit.cancel.lead")} back={{ to: helperPath(locale, `visits/${visit.id}`), label: t("visit.titleOf", { reference: visit.reference }) }}>
      {answer?.refusal ? <Notice tone="warn" role="alert">{visitRefusal(answer.refusal, t)}</Notice> : null}
      <p><b>{visit.service}</b><br />{when.span(visit)}</p>
      <section className="grid gap-2">
        <Heading level={2} size={3}>{t("visit.cancel.consequences")}</Heading>
        <ul className="grid list-disc gap-1 pl-5">
          <li>{t("visit.cancel.refund", { name: visit.name, amount: formatMoney(visit.refundMinor) })}</li>
          <li>{t("visit.cancel.replaced")}</li>
          <li>{t("visit.cancel.yourPart")}</li>
          <li>{t("visit.cancel.counts")}</li>
        </ul>
      </section>
      <Form method="post" noValidate>
        <Stack gap={6}>
          <Problems state={answer?.state} />
          <RadioCards name="reason" label={t("visit.cancel.reason")} error={error("reason")} defaultValue={typed("reason", "")} required options={reasons.map((value) => ({ value, label: t(`visit.cancel.reasons.${value}`), ...(value === "unsafe" && { hint: t("visit.cancel.unsafeHint") }) }))} />
          <div className="grid gap-3">
            <SubmitButton variant="danger" size="large" wide pendingLabel={t("common.sending")}>{t("visit.cancel.do")}</SubmitButton>
            <ButtonLink to={helperPath(locale, `visits/${visit.id}`)} variant="secondary" size="large" wide>{t("visit.cancel.keep")}</ButtonLink>
          </div>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
