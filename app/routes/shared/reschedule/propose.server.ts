import { payableOf } from "#app/domain/booking/booking.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { minute } from "#app/domain/kernel/time.ts";
import { proposeTimes } from "#app/domain/reschedule/reschedule.commands.server.ts";
import { proposingShown, rescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { proposeSchema } from "#app/domain/reschedule/reschedule.schema.ts";
import { mostSlots, type Side } from "#app/domain/reschedule/reschedule.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { formAgain, readForm, sentForm, typedValues } from "#app/http/form.server.ts";

/** A week of days, fewer when they are full of times, so that a screenful stays one. */
const daysShown = (count: number, days: number): number => (days > 0 && count / days > 10 ? 4 : 7);

/** The form that proposes other times, one screenful of days at a time; what was chosen on another one stays chosen. */
export async function proposeView(ctx: Context, { booking, payment }: BookingPage, side: Side, params: URLSearchParams) {
  const [shown, { days, ...terms }] = [await rescheduleShown(ctx, booking), await proposingShown(ctx, booking, side)];
  const free = days.filter(({ slots }) => slots.length > 0);
  const all = new Set(free.flatMap(({ slots }) => slots));
  const size = daysShown(all.size, free.length);
  const pages = Math.max(1, Math.ceil(free.length / size));
  const page = Math.min(Math.max(1, Math.trunc(Number(params.get("page"))) || 1), pages);
  return {
    now: ctx.now,
    id: booking.id,
    isRequest: booking.state === "requested",
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    minutes: Math.round((booking.endsAt - booking.startsAt) / minute),
    priceMinor: payment?.amountMinor ?? payableOf(booking),
    blocked: shown.may[side],
    left: shown.left,
    days: free.slice((page - 1) * size, page * size),
    page,
    pages,
    chosen: params.getAll("slot").map(Number).filter((slot) => all.has(slot)).slice(0, mostSlots),
    ...terms,
  };
}
export type ProposeView = Awaited<ReturnType<typeof proposeView>>;

/** Sends the chosen times; null when they are on their way, else the form again with what can be chosen instead. */
export async function sendTimes(ctx: Context, id: string, request: Request) {
  const form = await sentForm(request);
  const read = readForm(form, proposeSchema);
  if (!read.ok) return formAgain({ ...read.state, errors: Object.fromEntries(Object.entries(read.state.errors).map(([field, key]) => [field.replace(/\[\d+\]$/, ""), key])) });
  const sent = await proposeTimes(ctx, id, { slots: read.value.slot, side: read.value.side });
  if (sent.ok) return null;
  if (sent.refusal === "not-found") throw notFound();
  const next = sent.detail?.next;
  return formAgain({ values: typedValues(form), errors: {}, refusal: sent.refusal, ...(Array.isArray(next) && { detail: { next } }) }, statusOf(sent.refusal));
}
