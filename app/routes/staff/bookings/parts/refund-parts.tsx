import { Form } from "@remix-run/react";
import { namedProblems, problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, ErrorSummary, Heading, RadioGroup, Row, Stack, SubmitButton, TextArea, TextField } from "#app/ui/index.ts";
import type { loader, RefundState } from "../refund.tsx";

type View = Awaited<ReturnType<typeof loader>>;

const extraWords = ({ words }: View["extras"][number], t: ReturnType<typeof useT>): string => t("staffBookings.refund.ofExtra", { words: words || t("visit.extras.blurred") });

/** Of what, how much, and why. */
export function RefundForm({ view, state }: { view: View; state?: RefundState }) {
  const [t, locale] = [useT(), useLocale()];
  const { mostMinor, extras } = view;
  const sources = [...(mostMinor > 0 ? [{ value: "visit", label: t("staffBookings.refund.ofVisit"), mostMinor }] : []), ...extras.map((extra) => ({ value: extra.id, label: extraWords(extra, t), mostMinor: extra.mostMinor }))];
  const [only] = sources.length === 1 ? sources : [];
  const most = formatMoney(Math.max(...sources.map((source) => source.mostMinor)));
  const refusal = state?.refusal === "amount-too-large" ? t("staffBookings.refund.tooMuch", { amount: formatMoney(Number(state.detail?.mostMinor ?? mostMinor)) }) : state?.refusal ? t("staffBookings.refund.not") : null;
  const labels: Record<string, string> = { amount: t("staffBookings.refund.amount"), reason: t("staffBookings.refund.reason") };
  // A refusal of the whole is one of the amount, and says so itself.
  const problems = namedProblems(problemsOf(state, t, refusal), labels, locale).map(({ field, message }) => ({ field: field || "amount", message }));
  return (
    <Form method="post">
      <ErrorSummary title={t("errors.summary.title")} errors={problems} />
      <Stack gap={6} className="mt-2">
        {only ? <input type="hidden" name="of" value={only.value} /> : <RadioGroup name="of" label={t("staffBookings.refund.of")} defaultValue={typedAt(state, "of") ?? "visit"} options={sources.map(({ value, label, mostMinor: minor }) => ({ value, label, hint: t("staffBookings.refund.ofMost", { amount: formatMoney(minor) }) }))} />}
        {only && only.value !== "visit" ? <p className="wrap-anywhere">{only.label}</p> : null}
        <TextField name="amount" prefix="CHF" inputMode="decimal" width="medium" label={t("staffBookings.refund.amount")} hint={only ? t("staffBookings.refund.most", { amount: most }) : undefined} error={refusal ?? problemAt(state, t, "amount")} defaultValue={typedAt(state, "amount") ?? ""} required />
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
  const extra = view.extras.find((one) => one.id === confirm.of);
  const asMoney = extra ? confirm.amountMinor : Math.min(confirm.amountMinor, mostMinor - creditMinor);
  const asCredit = confirm.amountMinor - asMoney;
  const effects = [
    ...(asMoney > 0 ? [t("staffBookings.refund.way", { method: t(`staffBookings.page.money.method.${(extra ?? payment)?.method ?? "other"}`) })] : []),
    ...(asCredit > 0 ? [t("staffBookings.refund.asCredit", { amount: formatMoney(asCredit) })] : []),
    ...(extra && !isDivided ? [t("staffBookings.refund.extraKept")] : isDivided ? [t("staffBookings.refund.company")] : isOpenVisit ? [t("staffBookings.refund.waiting")] : []),
    ...(asMoney > 0 ? [t("staffBookings.refund.mail")] : []),
    t("staffBookings.refund.undo"),
  ];
  return (
    <Form method="post">
      <Stack gap={6}>
        <Heading level={2} size={3}>{t("staffBookings.refund.confirmTitle")}</Heading>
        <div className="grid gap-2">
          <p className="text-lg font-semibold wrap-anywhere">{t("staffBookings.refund.give", { amount, name: customer || t("staffBookings.page.messages.customer") })}</p>
          {extra ? <p className="wrap-anywhere">{extraWords(extra, t)}</p> : null}
          <p className="wrap-anywhere">{t("staffBookings.refund.reason")}: {typedAt(state, "reason")}</p>
        </div>
        <ul className="grid list-disc gap-1 pl-5">{effects.map((words) => <li key={words}>{words}</li>)}</ul>
        <input type="hidden" name="amount" value={typedAt(state, "amount") ?? ""} />
        <input type="hidden" name="reason" value={typedAt(state, "reason") ?? ""} />
        <input type="hidden" name="of" value={confirm.of} />
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
