import type { Args } from "./context.server.ts";
import { clearedCookie, readCookie, writtenCookie } from "./cookies.server.ts";

const name = "quartier-remember";
const purpose = "remember-helper";

/** A helper, and the code of the service on whose page the button was pressed. */
export type Wished = { helperId: string; service: string | null };

/** Whom this browser's press of the button meant, kept for the minutes of signing in; only that press writes it, so that no link can remember anybody. */
export const wishedCookie = ({ context: { app } }: Pick<Args, "context">, { helperId, service }: Wished): string => writtenCookie(app.config, name, `${helperId}~${service ?? ""}~${app.signing.mac(purpose, `${helperId}~${service ?? ""}`)}`, 1800);

export const noWish = ({ context: { app } }: Pick<Args, "context">): string => clearedCookie(app.config, name);

/** Whom the button meant before signing in, or null. */
export function wishedHelper({ request, context: { app } }: Pick<Args, "context" | "request">): Wished | null {
  const [helperId = "", service = "", mac = ""] = (readCookie(app.config, request, name) ?? "").split("~");
  return helperId && app.signing.matches(purpose, `${helperId}~${service}`, mac) ? { helperId, service: service || null } : null;
}
