import type { Booking } from "../booking/booking.ts";

/** Values that the mail to the customer carries. */
export type News = Record<string, string | number | boolean | null>;

/** The mails of a booking's course that watchers get as well, by the name of the customer's; each says by its values whether it concerns them. */
const toldToWatchers: Record<string, (data: News) => boolean> = {
  accepted: () => true,
  substitute: () => true,
  declined: () => true,
  lapsed: () => true,
  cancelled: () => true,
  rescheduled: () => true,
  underway: () => true,
  // That others are asked is news only where somebody had said yes.
  othersAsked: ({ why }) => why === "fellOut" || why === "suspended",
  missed: ({ absent }) => absent === "helper",
};
export const isTold = (name: string, data: News): boolean => toldToWatchers[name]?.(data) ?? false;

/** What ends a request: news for who is visited only where somebody had said yes to it. */
const endings = ["declined", "lapsed", "cancelled"];
/** A yes raises the sequence and so does the end: beyond the first there was a yes. */
export const wasAgreed = (name: string, { sequence }: Pick<Booking, "sequence">): boolean => !endings.includes(name) || sequence > 1;

type Visit = Pick<Booking, "id" | "state" | "stateSince" | "sequence" | "instant">;

/**
 * What one reader hears of a series: the name of the mail, the visit whose link it holds, and whether any of it had been agreed. `visits` are
 * those that they watch. Null where nothing of theirs moved now.
 */
export function seriesNews(name: string, visits: readonly Visit[], now: number): { name: string; about: string; agreed: boolean } | null {
  const movedTo = (state: Visit["state"]) => visits.filter((visit) => visit.state === state && visit.stateSince === now);
  const tell = (as: string, about: readonly Visit[]) => (about[0] ? { name: as, about: about[0].id, agreed: as === "accepted" || about.some((visit) => wasAgreed(as, visit)) } : null);
  // Booked at once: the visits are confirmed one after the other at the same moment.
  if (name === "accepted" && visits.some(({ instant }) => instant)) return tell("accepted", visits);
  if (name === "accepted" || name === "declined") return tell("accepted", movedTo("accepted")) ?? tell("declined", movedTo("declined"));
  // The clock ends one visit after the other: the first one's mail tells of all that wait.
  if (name === "lapsed") return tell("lapsed", visits.filter(({ state, stateSince }) => state === "requested" || (state === "lapsed" && stateSince === now)));
  return name === "cancelled" ? tell("cancelled", movedTo("cancelled")) : null;
}
