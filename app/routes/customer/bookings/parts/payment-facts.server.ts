import type { PaymentShown } from "#app/domain/booking/booking.views.ts";
import type { CreditOn } from "#app/domain/rescue/credit.ts";
import { formatMoney } from "#app/texts/format.ts";
import { type Translate, translator } from "#app/texts/registry.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { BookingFacts } from "#app/routes/shared/booking/facts.ts";
import { type When, whenOf } from "#app/routes/shared/booking/when.ts";

const ended = ["declined", "lapsed", "cancelled"];

type Facts = { booking: BookingFacts; payment: Omit<PaymentShown, "checkoutUrl"> | null; credit: CreditOn };

/** What happened to the customer's money so far, and what comes, in sentences. */
export function paymentFacts(ctx: Context, facts: Facts): string[] {
  const t = translator(ctx.locale);
  const { takenMinor, returnedMinor } = facts.credit;
  return [
    ...(takenMinor > 0 ? [t("rescue.credit.paid", { amount: formatMoney(takenMinor) })] : []),
    ...(returnedMinor > 0 ? [t("rescue.credit.returned", { amount: formatMoney(returnedMinor) })] : []),
    ...moneyFacts(facts, t, whenOf(ctx.now, ctx.locale, t), ctx.now),
  ];
}

function moneyFacts({ booking, payment, credit }: Facts, t: Translate, when: When, now: number): string[] {
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
