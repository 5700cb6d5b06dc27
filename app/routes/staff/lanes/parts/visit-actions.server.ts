import { data, redirect } from "@remix-run/node";
import { acceptBooking, declineBooking } from "#app/domain/booking/booking.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { found, notFound, statusOf } from "#app/http/answer.server.ts";
import { takeStep, type VisitAnswer } from "#app/routes/shared/visit/steps.server.ts";

const answers = { accept: acceptBooking, decline: declineBooking } as const;

/** A visit of the professional service; a helper's is not found here. */
export async function professionalVisit(ctx: Context, id: string) {
  const page = found(await bookingPage(ctx, id));
  if (page.booking.provider !== "professional") throw notFound();
  return page;
}

/** Support's yes or no to a professional visit, and its steps until the report. */
export async function moveVisit(ctx: Context, id: string, form: FormData) {
  const path = (more: string) => `/${ctx.locale}/staff/lanes/visits/${id}${more}`;
  const intent = form.get("intent");
  if (intent !== "accept" && intent !== "decline") return takeStep(ctx, id, form, path);
  const result = await answers[intent](ctx, id);
  if (result.ok) return redirect(intent === "accept" ? path("?done=moved") : `/${ctx.locale}/staff/lanes?done=moved`);
  if (result.refusal === "not-found") throw notFound();
  return data<VisitAnswer>({ refusal: result.refusal }, { status: statusOf(result.refusal) });
}
