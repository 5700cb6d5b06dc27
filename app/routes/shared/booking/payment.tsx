import type { PaymentShown } from "#app/domain/booking/booking.views.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import type { BookingFacts } from "./facts.ts";
import { useWhen } from "./when.ts";

const ended = ["declined", "lapsed", "cancelled"];

/** What happened to the customer's money so far, and what comes, in sentences. */
export function usePaymentFacts({ booking, payment, now }: { booking: BookingFacts; payment: PaymentShown | null; now: number }): string[] {
  const t = useT();
  const when = useWhen(now);
  if (!payment) return [t("payment.facts.nothing")];
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
      const back = capturedMinor - booking.compensationMinor;
      return isEnded && back > 0 ? [paid, t("payment.facts.refunding", { amount: formatMoney(back) }), t("payment.facts.arrives")] : [paid];
    }
    case "failed":
      return [t("payment.facts.failed")];
    default:
      return [t("payment.facts.nothing")];
  }
}

export function PaymentFacts(props: { booking: BookingFacts; payment: PaymentShown | null; now: number }) {
  const facts = usePaymentFacts(props);
  return <ul className="grid gap-1 text-sm text-muted">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>;
}
