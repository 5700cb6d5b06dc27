import { payableOf } from "#app/domain/booking/booking.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { refuseTimes, takeTime, withdrawTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { rescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { formAgain } from "#app/http/form.server.ts";
import { timesDone } from "./done.ts";
import { timesTold } from "./told.server.ts";

/** What the panel of other times shows, for its reader; `who` is whom the reader knows as the other side. */
export async function timesView(ctx: Context, { booking, part, payment, customerName }: BookingPage, who: string, params: URLSearchParams) {
  const done = params.get("done");
  const shown = { ...(await rescheduleShown(ctx, booking)), part, who, customer: customerName, now: ctx.now, priceMinor: payment?.amountMinor ?? payableOf(booking), done: timesDone.find((each) => each === done) ?? null };
  return { ...shown, told: timesTold(ctx, shown) };
}
export type TimesView = Awaited<ReturnType<typeof timesView>>;

/** One tap on the panel: a time, none of them, or taken back. What was done, or the refusal to show. */
export async function answerTimes(ctx: Context, id: string, form: FormData) {
  const proposalId = String(form.get("proposal") ?? "");
  const intent = form.has("slot") ? "taken" : form.get("intent") === "withdraw" ? "withdrawn" : "refused";
  const answer = await (intent === "taken" ? takeTime(ctx, id, { proposalId, slot: Number(form.get("slot")) }) : intent === "withdrawn" ? withdrawTimes(ctx, id, proposalId) : refuseTimes(ctx, id, proposalId));
  if (answer.ok) return { done: intent, state: answer.value.state } as const;
  if (answer.refusal === "not-found") throw notFound();
  return formAgain({ values: {}, errors: {}, refusal: answer.refusal }, statusOf(answer.refusal));
}
