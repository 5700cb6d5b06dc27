import type { Booking } from "#app/domain/booking/booking.ts";

/** Somebody else than the caller is visited. */
export const isElsewhere = ({ contact, visited }: Pick<Booking, "contact" | "visited">): boolean => visited !== null && (visited.name !== contact?.name || visited.telephone !== contact?.mobile);
