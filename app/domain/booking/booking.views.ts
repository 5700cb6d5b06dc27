import type { ServiceTypeContent } from "../catalogue/catalogue.ts";
import type { Ladder } from "../dispatch/dispatch.queries.server.ts";
import type { Due } from "./booking.clock.ts";
import type { Booking, BookingMove, BookingState, Part } from "./booking.ts";
import type { CreditOn } from "../rescue/credit.ts";
import type { MoveRefusal } from "./booking.policy.ts";
import type { IllnessStanding } from "./illness.ts";
import type { SeriesShown } from "../series/series.queries.server.ts";
import type { VisitShown } from "../visit/visit.queries.server.ts";
import type { Terms } from "./terms.queries.server.ts";

export type ServiceShown = { id: string; code: string; content: ServiceTypeContent };
export type HelperShown = { id: string; displayName: string; photoFileId: string | null; visitsClosed: number; certificates: { number: string; programmeCode: string; validUntil: number }[] };
export type MessageShown = { id: string; author: "customer" | "helper" | "staff"; words: string; at: number; looksSecret: boolean; fileIds: string[]; /** Who wrote it, where it was another helper than the one who comes. */ by?: string | undefined };
export type ReportShown = { outcome: "solved" | "partly" | "not_solved"; checklist: { code: string; done: boolean; value?: string }[]; rootCause: string | null; words: string; filedAt: number };
export type MeasureShown = { code: string; count: number; before: number | null; after: number | null; evidence: string };
export type OutcomeShown = { solved: Voice | null; right: Voice | null; still: Voice | null; answeredAt: number | null; stillAt: number | null };
export type ReviewShown = { stars: number; aspects: Record<string, number>; words: string; publishedAt: number | null; createdAt: number };
export type PaymentShown = { state: string; mode: "reserve" | "debit"; method: string | null; amountMinor: number; capturedMinor: number; refundedMinor: number; checkoutUrl: string | null };
export type Voice = "yes" | "no" | "unknown";

/** Everything one booking's page needs, cut to what its reader may know: private fields are null where they may not. */
export type BookingPage = {
  booking: Booking;
  part: Part;
  service: ServiceShown;
  helper: HelperShown | null;
  /** Only after acceptance and only for the customer and staff. */
  helperTelephone: string | null;
  /** What the customer is called before acceptance: a first name. */
  customerName: string;
  photos: string[];
  messages: MessageShown[];
  report: ReportShown | null;
  measures: MeasureShown[];
  outcome: OutcomeShown | null;
  review: ReviewShown | null;
  payment: PaymentShown | null;
  /** What of the price is paid with credit; nothing for helpers. */
  credit: CreditOn;
  /** What the helper gets after commission, in minor units; null for customers. */
  netMinor: number | null;
  /** Why this reader may not make a move now; null when they may. */
  moves: Record<BookingMove, MoveRefusal | null>;
  terms: Terms;
  /** What illness changes in a cancellation now, for the customer and support; null where it changes nothing. */
  illness: IllnessStanding | null;
  /** What the company pays the helper in the customer's place, after a cancellation that was free for illness; null after any other. */
  waivedMinor: number | null;
  /** What happens by itself next, soonest first. */
  dues: Due[];
  /** How far the request has come among several helpers; null for helpers, the professional service and what was booked at once. */
  ladder: Ladder | null;
  /** The series that this visit is part of; null for a single one. */
  series: SeriesShown | null;
  /** Who on the customer's side cancelled it, where it was not the customer: a watcher's name. */
  cancelledByName: string | null;
  /** The signed address of this page without an account; null for helpers and for whoever watches. */
  accessKey: string | null;
  /** Confirmation, codes, arrival, extras and absence. */
  visit: VisitShown;
};

export type BookingCard = {
  id: string;
  reference: string;
  state: BookingState;
  /** In which way it makes an earlier visit good; null for a booking of its own. */
  follows: Booking["follows"];
  startsAt: number;
  endsAt: number;
  locality: string;
  postcode: string;
  priceMinor: number;
  /** What the customer pays of it. */
  payableMinor: number;
  /** Paid by the hour, and the time worked is not reported yet. */
  atMost: boolean;
  provider: "helper" | "professional";
  service: ServiceShown;
  helperName: string | null;
  helperPhotoFileId: string | null;
  answerBy: number | null;
  /** For the customer's list: with which right they watch somebody else's booking, and whose it is. */
  watching?: "see" | "act" | "visited";
  bookedBy?: string;
  /** Visits with the same id come back as a series, in the order of `seriesNth`. */
  seriesId: string | null;
  seriesNth: number | null;
};

/** A request as a helper weighs it: what it brings, what it takes, and by when to answer. */
export type RequestCard = BookingCard & {
  /** It puts an earlier visit of the same helper right, free of charge. */
  redo: boolean;
  netMinor: number;
  durationMinutes: number;
  /** Estimated from the helper's public point to the locality: neither home nor door shows. */
  wayMinutes: number | null;
  /** How many others are asked the same right now; null where nobody else is. */
  others: number | null;
  customerName: string;
  concern: string;
  intake: Record<string, string>;
  photos: string[];
};

export type VisitCard = BookingCard & { netMinor: number; customerName: string; street: string | null; telephone: string | null; /** The helper may say now that it stands, and has not yet. */ awaitsConfirm: boolean };
export type StaffBookingRow = BookingCard & { customerName: string; createdAt: number };
export type StoryEntry = { id: string; name: string; at: number; actorKind: string; actorId: string | null; actorName: string | null; watcherName: string | null; facts: Record<string, unknown> };
