import type { Context } from "../kernel/context.ts";
import { extrasBackMinor } from "../payment/extras.commands.server.ts";
import { refundableMinor } from "../payment/operations.server.ts";
import { paymentOf } from "../payment/payment.commands.server.ts";
import { creditOn } from "../rescue/credit.queries.server.ts";
import { type CancellationTerms, cancellationTerms } from "./booking.policy.ts";
import { type Booking, type Part, payableOf } from "./booking.ts";

/** What the customer gets back at an end without a visit, in minor units: `alreadyMinor` staff gave back before, `extrasMinor` was paid for extras beside the visit's price. */
export type Back = { alreadyMinor: number; extrasMinor: number; refundMinor: number };

/** What goes back now if so much compensation stays: the sum that screens show before the click and mails tell after it. */
export async function backOf(ctx: Context, booking: Booking, compensationMinor: number): Promise<Back> {
  const payment = await paymentOf(ctx, booking.id);
  const payableMinor = payableOf(booking);
  const alreadyMinor = payment?.state === "captured" ? Math.max(0, payableMinor - (await refundableMinor(ctx, payment)) - (await creditOn(ctx, booking.id)).takenMinor) : 0;
  const extrasMinor = await extrasBackMinor(ctx, booking.id);
  return { alreadyMinor, extrasMinor, refundMinor: Math.max(0, payableMinor - alreadyMinor - compensationMinor) + extrasMinor };
}

/** What cancelling costs and gives back now; `wholeMinor` is what would go back without any compensation. */
export type Terms = CancellationTerms & Back & { wholeMinor: number };

export async function termsOf(ctx: Context, booking: Booking, by: Part): Promise<Terms> {
  const terms = cancellationTerms(booking, by, ctx.now);
  const back = await backOf(ctx, booking, terms.compensationMinor);
  return { ...terms, ...back, wholeMinor: payableOf(booking) - back.alreadyMinor + back.extrasMinor };
}
