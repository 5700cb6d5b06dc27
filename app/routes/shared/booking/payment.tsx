import type { PaymentShown } from "#app/domain/booking/booking.views.ts";
import type { CreditOn } from "#app/domain/rescue/credit.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import type { BookingFacts } from "./facts.ts";
import { useWhen } from "./when.ts";

const ended = ["declined", "lapsed", "cancelled"];

/** What happened to the customer's money so far, and what comes, in sentences. */
export function usePaymentFacts(props: Facts): string[] {
  const money = useMoneyFacts(props);
  const t = useT();
  const { takenMinor, returnedMinor } = props.credit;
  return [
    ...(takenMinor > 0 ? [t("rescue.credit.paid", { amount: formatMoney(takenMinor) })] : []),
    ...(returnedMinor > 0 ? [t("rescue.credit.returned", { amount: formatMoney(returnedMinor) })] : []),
    ...money,
  ];
}

type Facts = { booking: BookingFacts; payment: PaymentShown | null; credit: CreditOn; now: number };

function useMoneyFacts({ booking, payment, credit, now }: Facts): string[] {
  const t = useT();
  const when = useWhen(now);
  if (!payment) return credit.takenMinor + credit.returnedMinor > 0 ? [] : [t(booking.payableMinor === 0 ? "rescue.credit.nothing" : "payment.facts.nothing")];
  const { state, mode, method, amountMinor, capturedMinor, refundedMinor } = payment;
  const isEnded = ended.includes(booking.state);
  const amount = formatMoney(amountMinor);
  const by = t(`payment.method.${method === "card" || method === "twint" ? method : "other"}`);
  switch (state) {
    case "reserved":
      return isEnded ? [t("payment.facts.releasing", { amount })] : [t("payment.facts.reserved", { amount, time: when.on(booking.requestedAt ?? now) }), t("payment.facts.debitAfterReport")];
    case "cancelled":
      return [t("payment.facts.released", { amount, time: when.on(booking.stateSince) })];
    case "captured": {
      const paidAt = mode === "debit" || method === "twint" ? booking.requestedAt : isEnded ? booking.stateSince : booking.reportedAt;
      const paid = t("payment.facts.debited", { amount: formatMoney(capturedMinor), by, time: when.on(paidAt ?? booking.stateSince) });
      if (refundedMinor > 0) return [paid, t("payment.facts.refunded", { amount: formatMoney(refundedMinor), time: when.on(booking.stateSince) }), t("payment.facts.arrives")];
      // A compensation comes out of the credit first.
      const back = capturedMinor - Math.max(0, booking.compensationMinor - credit.takenMinor);
      return isEnded && back > 0 ? [paid, t("payment.facts.refunding", { amount: formatMoney(back) }), t("payment.facts.arrives")] : [paid];
    }
    case "failed":
      return [t("payment.facts.failed")];
    default:
      return [t("payment.facts.nothing")];
  }
}

export function PaymentFacts(props: Facts) {
  const facts = usePaymentFacts(props);
  return <ul className="grid gap-1 text-sm text-muted">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>;
}
