import type { VisitCard } from "#app/domain/booking/booking.views.ts";
import type { Locale } from "#app/domain/kernel/words.ts";

const ahead: readonly string[] = ["accepted", "underway", "started", "finished"];

/** Something is still to do: the visit itself or its report. */
export const isAhead = (state: string): boolean => ahead.includes(state);

/** A visit as lists show it, the service in one language. */
export function visitView({ service, ...card }: VisitCard, locale: Locale) {
  const { id, reference, state, startsAt, endsAt, locality, postcode, netMinor, atMost, customerName, street, telephone, awaitsConfirm } = card;
  return { id, reference, state, startsAt, endsAt, locality, postcode, netMinor, atMost, customerName, street, telephone, awaitsConfirm, service: service.content.name[locale], icon: service.content.icon };
}
export type VisitView = ReturnType<typeof visitView>;
