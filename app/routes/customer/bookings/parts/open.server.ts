import { redirect } from "@remix-run/node";
import { openByKey } from "#app/domain/booking/booking.queries.server.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { notFound } from "#app/http/answer.server.ts";
import { type Args, contextFor } from "#app/http/context.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { provenWith } from "#app/domain/series/series.queries.server.ts";

/** The booking of this address for its customer, or staff on their behalf; a signed link is remembered and leaves the address. */
export async function openBooking(args: Args): Promise<{ ctx: Context; page: BookingPage }> {
  const ctx = await contextFor(args);
  const id = args.params.bookingId ?? "";
  await takeKey(args, ctx, id);
  const page = await bookingPage(ctx, id);
  // A helper reads the same booking on a screen of their own.
  if (!page || page.part === "helper") throw notFound();
  return { ctx, page };
}

/** `?key=` opens the booking in this browser; the address without it is shown, so that it is not passed on by accident. */
async function takeKey(args: Args, ctx: Context, id: string): Promise<void> {
  const url = new URL(args.request.url);
  const key = url.searchParams.get("key");
  if (key === null || args.request.method !== "GET") return;
  url.searchParams.delete("key");
  const headers = new Headers({ "Referrer-Policy": "no-referrer" });
  // The link of one visit opens its whole series.
  if ((await openByKey(ctx, key)) === id) proveBooking({ app: args.context.app, request: args.request }, headers, ...(await provenWith(ctx, id)));
  throw redirect(`${url.pathname}${url.search}`, { headers });
}

/** Where to go with a later visit of a series that is not paid yet: the form and the payment are the first one's. Null where this is the place. */
export const leadPath = (ctx: Pick<Context, "locale">, { series }: Pick<BookingPage, "series">, screen: string): string | null => {
  const [first] = series?.visits ?? [];
  return series && first && series.nth > 1 ? bookingPath(ctx, first.id, screen) : null;
};

/** The address of a booking's screen in the reader's language. */
export const bookingPath = (ctx: Pick<Context, "locale">, id: string, screen = ""): string => `/${ctx.locale}/bookings/${id}${screen && `/${screen}`}`;
