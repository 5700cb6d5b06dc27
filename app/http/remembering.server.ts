import type { Args } from "./context.server.ts";
import { clearedCookie, readCookie, writtenCookie } from "./cookies.server.ts";

const name = "quartier-remember";
const purpose = "remember-helper";

/** Whom this browser's press of the button meant, kept for the minutes of signing in; only that press writes it, so that no link can remember anybody. */
export const wishedCookie = ({ context: { app } }: Pick<Args, "context">, helperId: string): string => writtenCookie(app.config, name, `${helperId}~${app.signing.mac(purpose, helperId)}`, 1800);

export const noWish = ({ context: { app } }: Pick<Args, "context">): string => clearedCookie(app.config, name);

/** The helper whom the button meant before signing in, or null. */
export function wishedHelper({ request, context: { app } }: Pick<Args, "context" | "request">): string | null {
  const [id = "", mac = ""] = (readCookie(app.config, request, name) ?? "").split("~");
  return id && app.signing.matches(purpose, id, mac) ? id : null;
}
