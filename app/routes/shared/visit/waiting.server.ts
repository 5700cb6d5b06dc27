import { data } from "@remix-run/node";
import type { Booking } from "#app/domain/booking/booking.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { answerWaiting, endAbsence, noteAbsence, noteCall } from "#app/domain/visit/absence.commands.server.ts";
import type { VisitSide } from "#app/domain/visit/visit.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";

export type Callable = { name: string; telephone: string };

/** Where the customer's side is reached: whoever is visited first, each number once. */
export function phonesOf({ visited, contact }: Pick<Booking, "visited" | "contact">): Callable[] {
  const known = [...(visited ? [{ name: visited.name, telephone: visited.telephone }] : []), ...(contact ? [{ name: contact.name, telephone: contact.mobile }] : [])];
  return known.filter(({ telephone }, at) => telephone !== "" && known.findIndex((each) => each.telephone === telephone) === at);
}

/** What the panel of waiting shows to one side; `who` is whom it knows as the other, `phones` where they are reached. */
export function waitingView(ctx: Context, { booking, part, visit, terms }: BookingPage, who: string, phones: readonly Callable[]) {
  const { absence, mayWait, absentMinor } = visit;
  return { now: ctx.now, id: booking.id, reference: booking.reference, startsAt: booking.startsAt, isHelper: part === "helper", who, phones: [...phones], absence, mayWait, isAhead: booking.state === "accepted" || booking.state === "underway", payableMinor: terms.wholeMinor, absentMinor };
}
export type WaitingView = ReturnType<typeof waitingView>;

const deeds: Record<string, (ctx: Context, id: string, as?: VisitSide) => Promise<Result<unknown>>> = {
  wait: noteAbsence,
  call1: (ctx, id, as) => noteCall(ctx, id, 1, as),
  call2: (ctx, id, as) => noteCall(ctx, id, 2, as),
  here: answerWaiting,
  end: endAbsence,
};

/** One tap on the panel: what was done, or the refusal to show. Staff say with `as` for whom they speak. */
export async function answerAtTheDoor(ctx: Context, id: string, form: FormData, as?: VisitSide) {
  const intent = String(form.get("intent") ?? "");
  const deed = deeds[intent];
  if (!deed) return data({ refusal: "other" }, { status: 400 });
  const result = await deed(ctx, id, as);
  if (result.ok) return { done: intent };
  if (result.refusal === "not-found") throw notFound();
  return data({ refusal: result.refusal === "too-early" ? "wait-early" : result.refusal }, { status: statusOf(result.refusal) });
}
