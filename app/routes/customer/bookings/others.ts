import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askOthersNow } from "#app/domain/dispatch/waves.commands.server.ts";
import { notFound } from "#app/http/answer.server.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";

/** The address is for sending only: whoever comes here is shown the booking. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  throw redirect(bookingPath(ctx, page.booking.id));
}

/** The customer does not wait for one helper: others are asked beside them. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const asked = await askOthersNow(ctx, id);
  if (!asked.ok && asked.refusal === "not-found") throw notFound();
  throw redirect(`${bookingPath(ctx, id)}?others=${asked.ok ? "asked" : asked.refusal}#ladder`);
}
