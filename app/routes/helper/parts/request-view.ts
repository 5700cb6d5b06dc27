import type { RequestCard } from "#app/domain/booking/booking.views.ts";
import type { Locale } from "#app/domain/kernel/words.ts";

/** A request as its card shows it: the service in one language, without the rest of the catalogue. */
export function requestView({ service, ...card }: RequestCard, locale: Locale, rounds: readonly { bookingId: string; answerBy: number; slots: number[] }[] = []) {
  const { id, reference, startsAt, endsAt, locality, postcode, answerBy, netMinor, durationMinutes, wayMinutes, customerName, concern, intake, photos, seriesId, redo, others, atMost } = card;
  // Other times that were offered in place of a yes, and until when the customer may take one.
  const round = rounds.find(({ bookingId }) => bookingId === id);
  const offered = round ? { slots: round.slots, answerBy: round.answerBy } : null;
  return { id, reference, startsAt, endsAt, locality, postcode, answerBy: answerBy ?? startsAt, netMinor, atMost, durationMinutes, wayMinutes, customerName, concern, redo, offered, others, seriesId, answers: intake, photos, service: { name: service.content.name[locale], icon: service.content.icon, intake: service.content.intake } };
}
export type RequestView = ReturnType<typeof requestView>;
