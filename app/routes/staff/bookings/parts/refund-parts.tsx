import { Form } from "@remix-run/react";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, ErrorSummary, Heading, Row, Stack, SubmitButton, TextArea, TextField } from "#app/ui/index.ts";
import type { loader, RefundState } from "../refund.tsx";

type View = Awaited<ReturnType<typeof loader>>;

/** How much, and why. */
export function RefundForm({ view: { mostMinor }, state }: { view: View; state?: RefundState }) {
  const t = useT();
  const most = formatMoney(mostMinor);
  const refusal = state?.refusal === "amount-too-large" ? t("staffBookings.refund.tooMuch", { amount: formatMoney(Number(state.detail?.mostMinor ?? mostMinor)) }) : state?.refusal ? t("staffBookings.refund.not") : null;
  const problems = problemsOf(state, t, refusal).map((one) => (one.field === "" ? { ...one, field: "amount" } : one));
  return (
    <Form method="post">
      <ErrorSummary title={t("errors.summary.title")} errors={problems} />
      <Stack gap={6} className="mt-2">
        <TextField name="amount" prefix="CHF" inputMode="decimal" width="medium" label={t("staffBookings.refund.amount")} hint={t("staffBookings.refund.most", { amount: most })} error={refusal ?? problemAt(state, t, "amount")} defaultValue={typedAt(state, "amount") ?? ""} required />
        <TextArea name="reason" label={t("staffBookings.refund.reason")} hint={t("staffBookings.refund.reasonHint")} error={problemAt(state, t, "reason")} defaultValue={typedAt(state, "reason") ?? ""} rows={3} maxLength={300} required />
        <div><SubmitButton name="intent" value="check">{t("staffBookings.refund.check")}</SubmitButton></div>
      </Stack>
    </Form>
  );
}

/** What the click will do, in sentences. */
export function RefundConfirm({ view, state, confirm }: { view: View; state: RefundState; confirm: NonNullable<RefundState["confirm"]> }) {
  const [t, locale] = [useT(), useLocale()];
  const amount = formatMoney(confirm.amountMinor);
  const { payment, isDivided, isOpenVisit, customer, id, mostMinor, creditMinor } = view;
  const asMoney = Math.min(confirm.amountMinor, mostMinor - creditMinor);
  const asCredit = confirm.amountMinor - asMoney;
  const effects = [
    ...(asMoney > 0 ? [t("staffBookings.refund.way", { method: t(`staffBookings.page.money.method.${payment?.method ?? "other"}`) })] : []),
    ...(asCredit > 0 ? [t("staffBookings.refund.asCredit", { amount: formatMoney(asCredit) })] : []),
    ...(isDivided ? [t("staffBookings.refund.company")] : isOpenVisit ? [t("staffBookings.refund.waiting")] : []),
    ...(asMoney > 0 ? [t("staffBookings.refund.mail")] : []),
    t("staffBookings.refund.undo"),
  ];
  return (
    <Form method="post">
      <Stack gap={6}>
        <Heading level={2} size={3}>{t("staffBookings.refund.confirmTitle")}</Heading>
        <div className="grid gap-2">
          <p className="text-lg font-semibold wrap-anywhere">{t("staffBookings.refund.give", { amount, name: customer || t("staffBookings.page.messages.customer") })}</p>
          <p className="wrap-anywhere">{t("staffBookings.refund.reason")}: {typedAt(state, "reason")}</p>
        </div>
        <ul className="grid list-disc gap-1 pl-5">{effects.map((words) => <li key={words}>{words}</li>)}</ul>
        <input type="hidden" name="amount" value={typedAt(state, "amount") ?? ""} />
        <input type="hidden" name="reason" value={typedAt(state, "reason") ?? ""} />
        <input type="hidden" name="once" value={confirm.once} />
        <Row gap={3}>
          <SubmitButton name="intent" value="refund" pendingLabel={t("common.sending")}>{t("staffBookings.refund.do", { amount })}</SubmitButton>
          <SubmitButton name="intent" value="change" variant="secondary">{t("staffBookings.refund.change")}</SubmitButton>
          <ButtonLink to={`/${locale}/staff/bookings/${id}`} variant="quiet">{t("staffBookings.refund.stop")}</ButtonLink>
        </Row>
      </Stack>
    </Form>
  );
}
