import type { App } from "./app.server.ts";
import { readCookie, writtenCookie } from "./cookies.server.ts";

const name = "quartier-watching";
const purpose = "watching-bookings";
/** Room for two series and some single visits. */
const atMost = 30;

/** Digests of the watchers' keys that this browser has opened, the latest first; what they still allow is asked of the database each time. */
export function watchedKeys(app: Pick<App, "config" | "signing">, request: Request): string[] {
  const [digests = "", mac = ""] = (readCookie(app.config, request, name) ?? "").split("~");
  return digests && app.signing.matches(purpose, digests, mac) ? digests.split(".") : [];
}

/** Remembers, in a signed cookie of 90 days, that this browser has opened a watcher's link, which may hold several visits of a series; adds it to the headers of the answer. */
export function rememberWatching({ app, request }: { app: Pick<App, "config" | "signing">; request: Request }, headers: Headers, ...opened: string[]): void {
  const digests = [...opened, ...watchedKeys(app, request).filter((each) => !opened.includes(each))].slice(0, atMost).join(".");
  headers.append("Set-Cookie", writtenCookie(app.config, name, `${digests}~${app.signing.mac(purpose, digests)}`, 90 * 86_400));
}
