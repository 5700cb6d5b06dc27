import type { MailBooking, MailData, Reader } from "#app/domain/notification/letter.ts";
import type { ActionName } from "./catalogue.ts";

export type LinkFacts = { origin: string; reader: Reader; booking: MailBooking | null; data: MailData };

/** The address that a mail's button leads to; every link is under PUBLIC_ORIGIN. */
export function actionHref(action: ActionName, { origin, reader, booking, data }: LinkFacts): string {
  const home = `${origin}/${reader.locale}`;
  const id = booking?.id ?? "";
  switch (action) {
    case "link":
      return String(data.link ?? `${home}/sign-in/link/${data.token ?? ""}`);
    case "invitation":
      return String(data.link ?? `${home}/invitation/${data.token ?? ""}`);
    case "booking":
      return `${home}/bookings/${id}?key=${booking?.accessKey ?? ""}`;
    case "watched":
      return `${home}/bookings/${id}?key=${reader.key ?? ""}`;
    case "request":
      return `${home}/helper/requests/${id}`;
    case "visit":
      return booking?.acceptedAt ? `${home}/helper/visits/${id}` : `${home}/helper/requests/${id}`;
    case "calendar":
      return `${home}/helper/calendar`;
    case "calendars":
      return `${home}/helper/me/calendars`;
    case "earnings":
      return `${home}/helper/earnings`;
    case "helper":
      return `${home}/helper`;
    case "certificate":
      return `${home}/certificates/${encodeURIComponent(String(data.number ?? ""))}`;
    case "search":
      return `${home}/search?where=${encodeURIComponent(String(data.postcode ?? ""))}`;
    case "confirm":
    case "extras":
    case "waiting":
      return `${home}/bookings/${id}/${action}?key=${booking?.accessKey ?? ""}`;
    case "visitWaiting":
      return `${home}/helper/visits/${id}/waiting`;
    case "staffBooking":
      return `${home}/staff/bookings/${id}`;
  }
}
