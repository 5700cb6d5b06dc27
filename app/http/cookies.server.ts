import type { Config } from "./config.server.ts";

type Origin = Pick<Config, "origin">;
const secure = (config: Origin): boolean => config.origin.startsWith("https:");

/** `__Host-` ties a cookie to this host; browsers accept it over https only, so the demo goes without. */
export const cookieName = (config: Origin, name: string): string => (secure(config) ? `__Host-${name}` : name);

/** A Set-Cookie value, out of reach of scripts; Lax, because Strict loses the session on the way back from Checkout. */
export const writtenCookie = (config: Origin, name: string, value: string, maxAgeS: number): string =>
  `${cookieName(config, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${secure(config) ? "; Secure" : ""}`;

export const clearedCookie = (config: Origin, name: string): string => writtenCookie(config, name, "", 0);

/** The value of one of our cookies, or null. Values are written without characters that need escaping. */
export function readCookie(config: Origin, request: Request, name: string): string | null {
  const wanted = cookieName(config, name);
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim() || null;
  }
  return null;
}
