import type { BookingPolicy, BookingState } from "../booking/booking.ts";
import type { Locale, Words } from "../kernel/words.ts";

/** In which part somebody reads a mail. */
export type ReaderPart = "customer" | "helper" | "staff" | "account" | "area";
export type Reader = { part: ReaderPart; address: string; name: string; locale: Locale; personId: string | null };

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
  /** What the helper gets after commission. */
  netMinor: number;
  compensationMinor: number;
  policy: BookingPolicy;
  professional: boolean;
  helperName: string | null;
  helperPhotoFileId: string | null;
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
  /** The signed link's key that opens the booking without an account. */
  accessKey: string;
};

/** Values that the code which asks for the mail hands over. */
export type MailData = Record<string, string | number | boolean | null>;
export type MailAsk = { kind: string; bookingId?: string; personId?: string; email?: string; locale?: string; data?: MailData };
