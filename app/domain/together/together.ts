import type { Booking } from "../booking/booking.ts";
import type { Locale } from "../kernel/words.ts";

/** How many people a customer may let into one booking; who is visited does not count. */
export const mostWatchers = 5;
/** What a customer may give away; `visited` follows from the booking's form. */
export const givenRights = ["see", "act"] as const;
export type GivenRight = (typeof givenRights)[number];

/** Somebody who watches, as the customer and staff read it. */
export type WatcherShown = { id: string; name: string; email: string; right: GivenRight | "visited"; locale: Locale; addedAt: number };

/** In place of the address of somebody who is visited and has none: nothing is sent there, and nobody signs in with it. */
export const noAddress = "";

/** Is somebody else visited than who booked? */
export const isElsewhere = ({ visited, contact }: Pick<Booking, "visited" | "contact">): boolean => visited !== null && !(visited.name === contact?.name && visited.telephone === contact.mobile);
