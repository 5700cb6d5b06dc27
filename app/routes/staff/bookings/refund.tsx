import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { maySeeMoney } from "#app/domain/booking/staff.policy.ts";
import { paymentOf } from "#app/domain/payment/payment.commands.server.ts";
import { refundableExtras, refundableOf } from "#app/domain/payment/payment.queries.server.ts";
import { refundByStaff, refundExtra } from "#app/domain/payment/payout.commands.server.ts";
import { refundSchema } from "#app/domain/payment/refund.schema.ts";
import { found, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useStepFocus } from "#app/routes/shared/visit/step-focus.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { EmptyState } from "#app/ui/index.ts";
import { RefundConfirm, RefundForm } from "./parts/refund-parts.tsx";

/** What of a booking's payments can go back, the visit's and each extra's, by staff who may see money. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeMoney);
  const { booking } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const payment = await paymentOf(ctx, booking.id);
  return {
    ...titled(ctx, translator(ctx.locale)("staffBookings.refund.title", { reference: booking.reference })),
    id: booking.id,
    customer: booking.contact?.name ?? "",
    isDivided: booking.state === "signed_off" || booking.state === "closed",
    isOpenVisit: booking.state !== "cancelled" && booking.state !== "declined" && booking.state !== "lapsed",
    payment: payment && { state: payment.state, method: payment.method, capturedMinor: payment.capturedMinor, refundedMinor: payment.refundedMinor },
    ...mostOf(await refundableOf(ctx, booking.id)),
    extras: await refundableExtras(ctx, booking.id),
  };
}

const mostOf = ({ moneyMinor, creditMinor }: { moneyMinor: number; creditMinor: number }) => ({ mostMinor: moneyMinor + creditMinor, creditMinor });

export type RefundState = FormState & { confirm?: { amountMinor: number; once: string; of: string } };

/** First says what will happen, then does it; a confirmation sent twice gives back once. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, maySeeMoney);
  const { booking } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const form = await sentForm(args.request);
  const read = readForm(form, refundSchema);
  if (!read.ok) return formAgain(read.state);
  const { amount: amountMinor, reason, once, of } = read.value;
  const tooMuch = (mostMinor: number) => formAgain({ values: read.values, errors: {}, refusal: "amount-too-large", detail: { mostMinor } }, 409);
  if (form.get("intent") !== "refund" || !once) {
    if (form.get("intent") === "change") return data<RefundState>({ values: read.values, errors: {} });
    const { mostMinor } = of === "visit" ? mostOf(await refundableOf(ctx, booking.id)) : ((await refundableExtras(ctx, booking.id)).find(({ id }) => id === of) ?? { mostMinor: 0 });
    if (amountMinor > mostMinor) return tooMuch(mostMinor);
    return data<RefundState>({ values: read.values, errors: {}, confirm: { amountMinor, once: ctx.newId(), of } });
  }
  const given = await (of === "visit" ? refundByStaff(ctx, booking.id, { amountMinor, reason, once }) : refundExtra(ctx, booking.id, of, { amountMinor, reason, once }));
  if (given.ok) throw redirect(`/${ctx.locale}/staff/bookings/${booking.id}?done=refund`);
  if (given.refusal === "amount-too-large") return tooMuch(Number((given.detail as { mostMinor?: number } | undefined)?.mostMinor ?? 0));
  return formAgain({ values: read.values, errors: {}, refusal: given.refusal }, statusOf(given.refusal));
}

export const meta = deskMeta;

export default function Refund() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<RefundState>();
  const [t, locale] = [useT(), useLocale()];
  const { title, id, payment, mostMinor, extras } = view;
  const step = useStepFocus(state?.confirm ? "confirm" : "form");
  const lead = payment ? t("staffBookings.refund.lead", { captured: formatMoney(payment.capturedMinor), refunded: formatMoney(payment.refundedMinor) }) : undefined;
  const why = payment?.state === "reserved" ? "staffBookings.refund.notReserved" : payment?.state === "captured" ? "staffBookings.refund.notLeft" : "staffBookings.refund.notOpen";
  return (
    <Desk title={title} lead={lead} width="text" back={{ to: `/${locale}/staff/bookings/${id}`, label: t("booking.backToBooking") }}>
      <div ref={step} tabIndex={-1} className="outline-none">{mostMinor === 0 && extras.length === 0 ? <EmptyState title={t("staffBookings.refund.not")}>{t(why)}</EmptyState> : state?.confirm ? <RefundConfirm view={view} state={state} confirm={state.confirm} /> : <RefundForm view={view} state={state} />}</div>
    </Desk>
  );
}
