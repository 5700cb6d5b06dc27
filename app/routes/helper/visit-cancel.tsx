import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { cancelSchema, lateSchema } from "#app/domain/booking/booking.schema.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { cannotCome } from "#app/domain/visit/absence.commands.server.ts";
import { lateCauses, visitRules } from "#app/domain/visit/visit.ts";
import { found, notFound, statusOf } from "#app/http/answer.server.ts";
import { type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { Translate } from "#app/texts/registry.ts";
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
  const isLate = page.moves.cannotCome === null;
  if (page.moves.cancel !== null && !isLate) throw redirect(helperPath(ctx.locale, `visits/${id}`));
  const creditMinor = isLate ? visitRules(page.booking.policy).absentCreditMinor : 0;
  return { now: ctx.now, id, reference, startsAt, endsAt, isLate, creditMinor, name: page.customerName, refundMinor: page.terms.refundMinor, service: page.service.content.name[ctx.locale] };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  const form = await sentForm(args.request);
  // The form says what it asked: a page that stood open since before the beginning is answered with a refusal, and read anew.
  return form.get("late") === "yes" ? take(ctx, id, readForm(form, lateSchema), cannotCome) : take(ctx, id, readForm(form, cancelSchema), cancelBooking);
}

type Read<R> = { ok: true; value: { reason: R }; values: FormState["values"] } | { ok: false; state: FormState };

async function take<R extends string>(ctx: Context, id: string, read: Read<R>, deed: (ctx: Context, id: string, reason: R) => Promise<Result<Booking>>) {
  if (!read.ok) return data({ state: read.state, refusal: null }, { status: 400 });
  const result = await deed(ctx, id, read.value.reason);
  // Where others are asked in their place, the visit is not theirs any more.
  if (result.ok) return redirect(helperPath(ctx.locale, result.value.state === "cancelled" ? `visits/${id}` : `requests/${id}`));
  if (result.refusal === "not-found") throw notFound();
  return data({ state: { values: read.values, errors: {} }, refusal: result.refusal }, { status: statusOf(result.refusal) });
}

/** What it means for both, to the franc, before the click. */
function consequences({ isLate, name, refundMinor, creditMinor }: { isLate: boolean; name: string; refundMinor: number; creditMinor: number }, t: Translate): string[] {
  const amount = formatMoney(refundMinor);
  if (!isLate) return [t("visit.cancel.refund", { name, amount }), t("visit.cancel.replaced"), t("visit.cancel.yourPart"), t("visit.cancel.counts")];
  const credit = creditMinor > 0 ? [t("visit.late.credit", { amount: formatMoney(creditMinor) })] : [];
  return [refundMinor > 0 ? t("visit.late.refund", { name, amount }) : t("visit.late.informed", { name }), ...credit, t("visit.late.replaced"), t("visit.late.yourPart"), t("visit.late.counts")];
}

const reasons = ["ill", "cannot_come", "too_far", "not_my_field", "unsafe", "other"] as const;

export default function CancelVisit() {
  const t = useT();
  const locale = useLocale();
  const visit = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const when = useWhen(visit.now);
  const { typed, error } = useForm(answer?.state);
  const choices = visit.isLate ? lateCauses.map((value) => ({ value, label: t(`visit.late.causes.${value}`) })) : reasons.map((value) => ({ value, label: t(`visit.cancel.reasons.${value}`) }));
  return (
    <Screen title={t(visit.isLate ? "visit.late.title" : "visit.cancel.title")} lead={t(visit.isLate ? "visit.late.lead" : "visit.cancel.lead")} back={{ to: helperPath(locale, `visits/${visit.id}`), label: t("visit.titleOf", { reference: visit.reference }) }}>
      {answer?.refusal ? <Notice tone="warn" role="alert">{visitRefusal(answer.refusal, t)}</Notice> : null}
      <p><b>{visit.service}</b><br />{when.span(visit)}</p>
      <section className="grid gap-2">
        <Heading level={2} size={3}>{t("visit.cancel.consequences")}</Heading>
        <ul className="grid list-disc gap-1 pl-5">
          {consequences(visit, t).map((words) => <li key={words}>{words}</li>)}
        </ul>
      </section>
      <Form method="post" noValidate>
        <Stack gap={6}>
          <Problems state={answer?.state} />
          {visit.isLate ? <input type="hidden" name="late" value="yes" /> : null}
          <RadioCards name="reason" label={t(visit.isLate ? "visit.late.reason" : "visit.cancel.reason")} error={error("reason")} defaultValue={typed("reason", "")} required options={choices.map(({ value, label }) => ({ value, label, ...(value === "unsafe" && { hint: t("visit.cancel.unsafeHint") }) }))} />
          <div className="grid gap-3">
            <SubmitButton variant="danger" size="large" wide pendingLabel={t("common.sending")}>{t(visit.isLate ? "visit.late.do" : "visit.cancel.do")}</SubmitButton>
            <ButtonLink to={helperPath(locale, `visits/${visit.id}`)} variant="secondary" size="large" wide>{t(visit.isLate ? "visit.late.keep" : "visit.cancel.keep")}</ButtonLink>
          </div>
        </Stack>
      </Form>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
