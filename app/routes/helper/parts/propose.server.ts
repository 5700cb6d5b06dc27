import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import type { Booking } from "#app/domain/booking/booking.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { found, notFound } from "#app/http/answer.server.ts";
import { proposeView, sendTimes } from "#app/routes/shared/reschedule/propose.server.ts";
import { asHelper } from "./helper.server.ts";
import { helperPath } from "./paths.ts";

const back = ({ locale }: Pick<Context, "locale">, { id, acceptedAt }: Pick<Booking, "id" | "acceptedAt">): string => helperPath(locale, `${acceptedAt === null ? "requests" : "visits"}/${id}`);

async function ownPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  if (page.part !== "helper") throw notFound();
  return { ctx, page };
}

/** Other times from the helper's own calendar, for a visit or in place of a yes; where they may not, back to where they came from. */
export async function loadPropose(args: LoaderFunctionArgs) {
  const { ctx, page } = await ownPage(args);
  const view = await proposeView(ctx, page, "helper", new URL(args.request.url).searchParams);
  if (view.blocked) throw redirect(back(ctx, page.booking));
  return { view, who: page.customerName, service: page.service.content.name[ctx.locale], reference: page.booking.reference };
}

export async function sendPropose(args: ActionFunctionArgs) {
  const { ctx, page } = await ownPage(args);
  return (await sendTimes(ctx, page.booking.id, args.request)) ?? redirect(`${back(ctx, page.booking)}?done=proposed`);
}
