import type { BookingPolicy, BookingState } from "../booking/booking.ts";
import type { VisitCodes } from "../visit/visit.ts";
import type { Locale, Words } from "../kernel/words.ts";

/** In which part somebody reads a mail; a watcher's own key opens the booking for them. */
export type ReaderPart = "customer" | "helper" | "staff" | "account" | "area" | "watcher";
export type Reader = { part: ReaderPart; address: string; name: string; locale: Locale; personId: string | null; key?: string };

/** What mails about a booking may say; the exact address only once it is accepted. */
export type MailBooking = {
  id: string;
  reference: string;
  state: BookingState;
  stateSince: number;
  sequence: number;
  service: Words;
  startsAt: number;
  endsAt: number;
  priceMinor: number;
  /** What the customer pays, where a rescue makes the work dearer than that. */
  payableMinor: number;
  /** Paid by the hour, and the time worked is not reported yet. */
  atMost: boolean;
  /** What the helper gets after commission. */
  netMinor: number;
  compensationMinor: number;
  /** How it makes an earlier visit good; null for a booking of its own. */
  follows: "redo" | "next_helper" | "professional" | null;
  policy: BookingPolicy;
  professional: boolean;
  helperName: string | null;
  helperPhotoId: string | null;
  /** Who booked, for whoever watches or is visited. */
  bookedBy: string;
  /** The valid certificates of who comes, by name. */
  helperCertificates: Words[];
  /** First name before acceptance, the whole name after. */
  customerName: string;
  postcode: string;
  locality: string;
  street: string | null;
  telephone: string | null;
  concern: string;
  answerBy: number | null;
  acceptedAt: number | null;
  reportedAt: number | null;
  /** Until then the customer cancels without cost. */
  freeUntil: number;
  cancelledBy: "customer" | "helper" | "staff" | "system" | null;
  /** All visits of its series that were not given up unpaid, in order; null for a single visit. */
  series: MailVisit[] | null;
  /** What the customer has agreed to at the visit and not paid. */
  extrasDueMinor: number;
  /** Codes of the door, for the customer's own mails; null once the visit is over. */
  codes: VisitCodes | null;
  /** The signed link's key that opens the booking without an account. */
  accessKey: string;
};

/** One visit of a series; `sameHelper` says that it is asked of the same helper as the mail's own booking. */
export type MailVisit = Pick<MailBooking, "id" | "reference" | "state" | "stateSince" | "sequence" | "acceptedAt" | "startsAt" | "endsAt" | "priceMinor" | "netMinor" | "postcode" | "locality" | "street"> & { sameHelper: boolean };

/** Values that the code which asks for the mail hands over. */
export type MailData = Record<string, string | number | boolean | null>;
export type MailAsk = { kind: string; bookingId?: string; personId?: string; email?: string; locale?: string; data?: MailData };
