import { minute } from "../kernel/time.ts";

const hour = 60 * minute;
const day = 24 * hour;

/** How long things of this module live, in milliseconds of real time. */
export const lifetimes = {
  code: 10 * minute,
  /** Between password and second factor. */
  halfway: 15 * minute,
  personIdle: 30 * day,
  staffIdle: 12 * hour,
  invitation: 14 * day,
} as const;

export const codeTries = 5;

/** Tries in a window, by account and by network; a family or an office shares one network. */
export const limits = {
  signInAccount: { limit: 5, windowMs: 15 * minute },
  signInNetwork: { limit: 60, windowMs: 15 * minute },
  codeNetwork: { limit: 120, windowMs: 15 * minute },
  passwordAccount: { limit: 10, windowMs: 15 * minute },
  passwordNetwork: { limit: 60, windowMs: 15 * minute },
  secondFactor: { limit: 10, windowMs: 15 * minute },
} as const;

export type SessionLevel = "password_only" | "full";

/** A session as the server knows it; `id` is the hash of the cookie's token. */
export type Session = {
  id: string;
  publicId: string;
  personId: string;
  level: SessionLevel;
  staff: boolean;
  seenAt: number;
  expiresAt: number;
};

export const idleOf = (session: { staff: boolean; level: SessionLevel }): number =>
  session.level === "password_only" ? lifetimes.halfway : session.staff ? lifetimes.staffIdle : lifetimes.personIdle;

/** Addresses are compared without regard to capitals. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** A path on this site to return to after signing in, or null for anything that could lead elsewhere. */
export function safeReturnTo(text: unknown): string | null {
  if (typeof text !== "string" || text.length > 500 || !/^\/(?![/\\])/.test(text)) return null;
  if (/[\\\u0000-\u001f\u007f]/.test(text)) return null;
  const origin = "http://here.invalid";
  try {
    const url = new URL(text, origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : null;
  } catch {
    return null;
  }
}

const browsers: [RegExp, string][] = [[/Edg\//, "Edge"], [/OPR\//, "Opera"], [/SamsungBrowser/, "Samsung Internet"], [/Firefox\/|FxiOS/, "Firefox"], [/Chrome\/|CriOS/, "Chrome"], [/Safari\//, "Safari"]];
const systems: [RegExp, string][] = [[/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Windows/, "Windows"], [/Macintosh|Mac OS/, "Mac"], [/CrOS/, "Chromebook"], [/Linux/, "Linux"]];

/** "Firefox, Android": enough for people to recognise their own device, too little to follow them. */
export function deviceFrom(userAgent: string): string {
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(browsers), first(systems)].filter(Boolean).join(", ");
}
