import type { App } from "./app.server.ts";
import { readCookie, writtenCookie } from "./cookies.server.ts";

const name = "quartier-bookings";
const purpose = "proven-bookings";
/** A series brings one id for each of its visits; a cookie of 60 stays well under what browsers keep. */
const atMost = 60;

/** The bookings whose signed link this browser has opened, the latest first. */
export function provenBookings(app: Pick<App, "config" | "signing">, request: Request): string[] {
  const [ids = "", mac = ""] = (readCookie(app.config, request, name) ?? "").split("~");
  return ids && app.signing.matches(purpose, ids, mac) ? ids.split(".") : [];
}

/** Remembers, in a signed cookie of 90 days, that this browser has opened a booking's signed link, or those of a series; adds it to the headers of the answer. */
export function proveBooking({ app, request }: { app: Pick<App, "config" | "signing">; request: Request }, headers: Headers, ...bookingIds: string[]): void {
  const ids = [...bookingIds, ...provenBookings(app, request).filter((id) => !bookingIds.includes(id))].slice(0, atMost).join(".");
  headers.append("Set-Cookie", writtenCookie(app.config, name, `${ids}~${app.signing.mac(purpose, ids)}`, 90 * 86_400));
}
