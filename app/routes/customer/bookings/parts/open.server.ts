import { redirect } from "@remix-run/node";
import { findBooking, openByKey } from "#app/domain/booking/booking.queries.server.ts";
import type { Part } from "#app/domain/booking/booking.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { keyHashIn, openAsWatcher } from "#app/domain/together/watchers.queries.server.ts";
import { notFound } from "#app/http/answer.server.ts";
import { type Args, contextFor } from "#app/http/context.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { rememberWatching } from "#app/http/watching.server.ts";
import { provenWith } from "#app/domain/series/series.queries.server.ts";

/** Everybody on the customer's side who may look: with `readers` a screen lets them in who watch or are visited and act in nothing. */
export const readers: readonly Part[] = ["customer", "staff", "system", "watcher", "visited"];
const acting: readonly Part[] = ["customer", "staff", "system"];

/** The booking of this address for its customer, or staff on their behalf; a signed link is remembered and leaves the address. Whoever may only look finds the screens of `readers`, and nothing at all the others. */
export async function openBooking(args: Args, open: readonly Part[] = acting): Promise<{ ctx: Context; page: BookingPage }> {
  const ctx = await contextFor(args);
  const id = args.params.bookingId ?? "";
  await takeKey(args, ctx, id);
  const page = await bookingPage(ctx, id);
  // A helper reads the same booking on a screen of their own.
  if (!page || !open.includes(page.part)) throw notFound();
  return { ctx, page };
}

/** `?key=` opens the booking in this browser; the address without it is shown, so that it is not passed on by accident. */
async function takeKey(args: Args, ctx: Context, id: string): Promise<void> {
  const url = new URL(args.request.url);
  const key = url.searchParams.get("key");
  if (key === null || args.request.method !== "GET") return;
  url.searchParams.delete("key");
  const headers = new Headers({ "Referrer-Policy": "no-referrer" });
  const browser = { app: args.context.app, request: args.request };
  // The link of one visit opens its whole series.
  if ((await openByKey(ctx, key)) === id) proveBooking(browser, headers, ...(await provenWith(ctx, id)));
  else {
    const watcher = await openAsWatcher(ctx, key);
    if (watcher?.bookingId === id) rememberWatching(browser, headers, watcher.keyHash, ...watcher.others);
  }
  throw redirect(`${url.pathname}${url.search}`, { headers });
}

/** This browser goes on with a new booking: as its own by the signed cookie, or, where it goes on with another's story, as who they are there. */
export async function goOnWith(args: Args, ctx: Context, headers: Headers, bookingId: string, watching?: { id: string }): Promise<void> {
  const browser = { app: args.context.app, request: args.request };
  const keyHash = watching ? await keyHashIn(ctx, watching.id, bookingId) : null;
  if (keyHash) rememberWatching(browser, headers, keyHash);
  else if (!watching || !(await findBooking(ctx, bookingId))?.watching) proveBooking(browser, headers, bookingId);
}

/** Where to go with a later visit of a series that is not paid yet: the form and the payment are the first one's. Null where this is the place. */
export const leadPath = (ctx: Pick<Context, "locale">, { series }: Pick<BookingPage, "series">, screen: string): string | null => {
  const [first] = series?.visits ?? [];
  return series && first && series.nth > 1 ? bookingPath(ctx, first.id, screen) : null;
};

/** The address of a booking's screen in the reader's language. */
export const bookingPath = (ctx: Pick<Context, "locale">, id: string, screen = ""): string => `/${ctx.locale}/bookings/${id}${screen && `/${screen}`}`;
