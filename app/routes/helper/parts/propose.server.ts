import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { found, notFound } from "#app/http/answer.server.ts";
import { proposeView, sendTimes } from "#app/routes/shared/reschedule/propose.server.ts";
import { asHelper } from "./helper.server.ts";
import { helperPath } from "./words.ts";

/** Other times from the helper's own calendar, for a visit or in place of a yes; where they may not, back to where they came from. */
export async function loadPropose(args: LoaderFunctionArgs, back: (id: string) => string) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  const view = await proposeView(ctx, page, "helper", new URL(args.request.url).searchParams);
  if (view.blocked) throw redirect(helperPath(ctx.locale, back(page.booking.id)));
  return { view, who: page.customerName, service: page.service.content.name[ctx.locale], reference: page.booking.reference };
}

export async function sendPropose(args: ActionFunctionArgs, back: (id: string) => string) {
  const { ctx } = await asHelper(args);
  const id = args.params.bookingId ?? "";
  return (await sendTimes(ctx, id, args.request)) ?? redirect(`${helperPath(ctx.locale, back(id))}?done=proposed`);
}
