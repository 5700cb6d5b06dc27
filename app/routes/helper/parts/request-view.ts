import type { RequestCard } from "#app/domain/booking/booking.views.ts";
import type { Locale } from "#app/domain/kernel/words.ts";

/** A request as its card shows it: the service in one language, without the rest of the catalogue. */
export function requestView({ service, ...card }: RequestCard, locale: Locale, rounds: readonly { bookingId: string; answerBy: number }[] = []) {
  const { id, reference, startsAt, endsAt, locality, postcode, answerBy, netMinor, durationMinutes, wayMinutes, customerName, concern, intake, photos } = card;
  // Until when the customer may take one of the other times that were offered; null when none were.
  const offeredUntil = rounds.find(({ bookingId }) => bookingId === id)?.answerBy ?? null;
  return { id, reference, startsAt, endsAt, locality, postcode, answerBy: answerBy ?? startsAt, netMinor, durationMinutes, wayMinutes, customerName, concern, offeredUntil, answers: intake, photos, service: { name: service.content.name[locale], icon: service.content.icon, intake: service.content.intake } };
}
export type RequestView = ReturnType<typeof requestView>;
