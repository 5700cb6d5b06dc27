import type { BookingState } from "#app/domain/booking/booking.ts";
import type { MailBooking, MailData, ReaderPart } from "#app/domain/notification/letter.ts";

export type FactName =
  | "service" | "when" | "place" | "address" | "price" | "forYou" | "refund" | "fee" | "compensation" | "helper" | "customer" | "telephone" | "answerBy" | "concern"
  | "words" | "code" | "number" | "programme" | "validUntil" | "reason" | "endsAt" | "amount" | "reference" | "proposed" | "was" | "until" | "certificates";

/** Where the button leads; links.ts knows the addresses. */
export type ActionName = "link" | "invitation" | "booking" | "request" | "visit" | "calendar" | "calendars" | "earnings" | "helper" | "certificate" | "search" | "staffBooking";

export type MailKind = {
  to: ReaderPart;
  /** The group in texts/<locale>/mail.json: subject, words, next, action. */
  texts: string;
  /** Lines shown in this order; one without a value is left out. */
  facts: readonly FactName[];
  action: ActionName | null;
  /** Another group where the booking's story asks for other words. */
  instead?: (booking: MailBooking, now: number, data: MailData) => { texts?: string; words?: string; next?: string; action?: ActionName } | null;
  /** When the booking has moved on from these states, the mail would be wrong by now and is dropped. */
  onlyWhile?: readonly BookingState[];
  /** The visit as a calendar file goes with it. */
  calendar?: true;
  /** The picture of the helper who comes stands above the facts. */
  portrait?: true;
  /** Holds a code or link that signs somebody in: the archive keeps it no longer than it takes to send. */
  secret?: true;
};

/** What a helper gets for a late cancellation, whoever pays it; the professional service gets nothing. */
export const compensationMinor = (booking: MailBooking, data: MailData): number => (booking.professional ? 0 : Number(data.paidByCompanyMinor ?? 0) || booking.compensationMinor);

const visit = ["service", "when"] as const;
/** What support writes comes from the company, not from the other side of the visit. */
const byCompany = (data: MailData) => (data.author === "staff" ? { words: "wordsByCompany" } : null);
const professional = (texts: string) => (booking: MailBooking) => (booking.professional ? { texts, action: "staffBooking" as const } : null);

/** Other times that a helper offered in place of a yes speak of a request, all others of an agreed visit. */
const offered = (texts: string, action?: ActionName) => (data: MailData) => (data.first ? { texts, ...(action && { action }) } : null);
const debited = (data: MailData) => (data.captured ? { words: "wordsDebited" } : {});

/** Others were asked as well, and nobody could. */
const nobody = (data: MailData) => (data.wave ? { texts: "bookingNobodyCustomer" } : null);
/** Why others are asked, in words that blame nobody. */
const othersWords: Record<string, string> = { silent: "wordsSilent", fellOut: "wordsFellOut", suspended: "wordsFellOut", otherTimes: "wordsOtherTimes" };

/** Every mail of the house: who reads it, what it says, what it shows, where it leads. */
export const mailKinds = {
  "sign-in": { to: "account", texts: "signIn", facts: ["code"], action: "link", secret: true },
  "staff.invitation": { to: "account", texts: "staffInvitation", facts: [], action: "invitation", secret: true },
  "helper.invitation": { to: "account", texts: "helperInvitation", facts: [], action: "invitation", secret: true },

  "booking.requested.customer": { to: "customer", texts: "bookingRequestedCustomer", facts: [...visit, "place", "helper", "price", "answerBy", "reference"], action: "booking", onlyWhile: ["requested"] },
  "booking.requested.helper": { to: "helper", texts: "bookingRequestedHelper", facts: ["forYou", ...visit, "place", "concern", "answerBy", "reference"], action: "request", instead: professional("professionalRequested"), onlyWhile: ["requested"] },
  "booking.instant.helper": { to: "helper", texts: "bookingInstantHelper", facts: ["forYou", ...visit, "address", "customer", "telephone", "concern", "reference"], action: "visit", onlyWhile: ["accepted", "underway", "started"], calendar: true },
  "booking.toPay.customer": { to: "customer", texts: "bookingToPayCustomer", facts: [...visit, "place", "helper", "price", "reference"], action: "booking", onlyWhile: ["paying"] },
  "booking.accepted.customer": { to: "customer", texts: "bookingAcceptedCustomer", facts: [...visit, "address", "helper", "price", "reference"], action: "booking", onlyWhile: ["accepted", "underway", "started", "finished"], calendar: true, instead: (booking, now) => (booking.freeUntil <= now ? { next: "nextLate" } : null) },
  "booking.declined.customer": { to: "customer", texts: "bookingDeclinedCustomer", facts: [...visit, "price", "reference"], action: "booking", instead: (_booking, _now, data) => nobody(data) },
  "booking.lapsed.customer": { to: "customer", texts: "bookingLapsedCustomer", facts: [...visit, "price", "reference"], action: "booking", instead: (_booking, _now, data) => nobody(data) },
  "booking.asked.helper": { to: "helper", texts: "bookingAskedHelper", facts: ["forYou", ...visit, "place", "concern", "until", "reference"], action: "request", onlyWhile: ["requested"] },
  "booking.beaten.helper": { to: "helper", texts: "bookingBeatenHelper", facts: [...visit, "place", "reference"], action: "calendar", instead: (_booking, _now, data) => (data.why === "withdrawn" ? { words: "wordsEnded" } : null) },
  "booking.othersAsked.customer": { to: "customer", texts: "bookingOthersAskedCustomer", facts: [...visit, "place", "price", "reference"], action: "booking", onlyWhile: ["requested"], instead: (_booking, _now, data) => ({ words: othersWords[String(data.why)] ?? "words", ...(data.from && { next: "nextMorning" }) }) },
  "booking.substitute.customer": { to: "customer", texts: "bookingSubstituteCustomer", facts: [...visit, "address", "helper", "certificates", "price", "reference"], action: "booking", onlyWhile: ["accepted", "underway", "started", "finished"], calendar: true, portrait: true, instead: (booking, now) => (booking.freeUntil <= now ? { next: "nextLate" } : null) },
  "booking.lapsed.helper": { to: "helper", texts: "bookingLapsedHelper", facts: [...visit, "place", "reference"], action: "calendar" },
  "booking.cancelled.customer": {
    to: "customer", texts: "bookingCancelledCustomer", facts: [...visit, "refund", "fee", "reference"], action: "booking", calendar: true,
    instead: (booking, _now, data) => (booking.cancelledBy === "helper" ? { texts: "bookingCancelledCustomerByHelper" } : Number(data.paidByCompanyMinor ?? 0) > 0 ? { words: "wordsIll" } : null),
  },
  "booking.cancelled.helper": {
    to: "helper", texts: "bookingCancelledHelper", facts: ["compensation", ...visit, "place", "reference"], action: "calendar", calendar: true,
    instead: (booking, _now, data) =>
      professional("professionalCancelled")(booking) ?? (booking.cancelledBy === "helper" ? { texts: "bookingCancelledHelperSelf" } : compensationMinor(booking, data) > 0 ? { next: "nextPaid" } : null),
  },
  "booking.proposed.customer": { to: "customer", texts: "bookingProposedCustomer", facts: ["proposed", "until", "service", "was", "helper", "reference"], action: "booking", onlyWhile: ["requested", "accepted"], instead: (_booking, _now, data) => offered("bookingOfferedCustomer")(data) },
  "booking.proposed.helper": { to: "helper", texts: "bookingProposedHelper", facts: ["proposed", "until", "service", "was", "place", "reference"], action: "visit", onlyWhile: ["accepted"], instead: professional("professionalProposed") },
  "booking.rescheduled.customer": {
    to: "customer", texts: "bookingRescheduledCustomer", facts: [...visit, "was", "address", "helper", "price", "reference"], action: "booking", onlyWhile: ["accepted"], calendar: true,
    instead: (_booking, _now, data) => ({ ...offered("bookingOfferTakenCustomer")(data), ...debited(data) }),
  },
  "booking.rescheduled.helper": {
    to: "helper", texts: "bookingRescheduledHelper", facts: ["forYou", ...visit, "was", "address", "customer", "telephone", "reference"], action: "visit", onlyWhile: ["accepted"], calendar: true,
    instead: (booking, _now, data) => professional("professionalRescheduled")(booking) ?? offered("bookingOfferTakenHelper")(data),
  },
  "booking.notMoved.customer": { to: "customer", texts: "bookingNotMovedCustomer", facts: [...visit, "helper", "reference"], action: "booking", onlyWhile: ["accepted"] },
  "booking.notMoved.helper": { to: "helper", texts: "bookingNotMovedHelper", facts: [...visit, "place", "reference"], action: "visit", instead: (_booking, _now, data) => offered("bookingOfferEndedHelper", "calendar")(data) },
  "booking.proposalLapsed.customer": { to: "customer", texts: "bookingProposalLapsedCustomer", facts: [...visit, "helper", "reference"], action: "booking", onlyWhile: ["accepted"] },
  "booking.proposalLapsed.helper": { to: "helper", texts: "bookingProposalLapsedHelper", facts: [...visit, "place", "reference"], action: "visit", instead: (_booking, _now, data) => offered("bookingOfferEndedHelper", "calendar")(data) },
  "booking.underway.customer": { to: "customer", texts: "bookingUnderwayCustomer", facts: [...visit, "helper", "reference"], action: "booking", onlyWhile: ["underway"] },
  "booking.reported.customer": { to: "customer", texts: "bookingReportedCustomer", facts: [...visit, "helper", "price", "reference"], action: "booking", onlyWhile: ["reported"] },
  "booking.still.customer": { to: "customer", texts: "bookingStillCustomer", facts: [...visit, "helper", "reference"], action: "booking", onlyWhile: ["signed_off", "closed"] },
  "booking.reminder.customer": { to: "customer", texts: "bookingReminderCustomer", facts: [...visit, "address", "helper", "price", "reference"], action: "booking", onlyWhile: ["accepted"] },
  "booking.reminder.helper": { to: "helper", texts: "bookingReminderHelper", facts: ["forYou", ...visit, "address", "customer", "telephone", "concern", "reference"], action: "visit", onlyWhile: ["accepted"] },
  "booking.message.customer": { to: "customer", texts: "bookingMessageCustomer", facts: ["words", ...visit, "reference"], action: "booking", instead: (_booking, _now, data) => byCompany(data) },
  "booking.message.helper": { to: "helper", texts: "bookingMessageHelper", facts: ["words", ...visit, "reference"], action: "visit", instead: (booking, _now, data) => professional("professionalMessage")(booking) ?? byCompany(data) },
  "booking.signedOff.helper": { to: "helper", texts: "bookingSignedOffHelper", facts: ["forYou", ...visit, "reference"], action: "earnings" },

  "payout.sent.helper": { to: "helper", texts: "payoutSentHelper", facts: ["amount", ...visit, "reference"], action: "earnings" },
  "calendar.conflict.helper": { to: "helper", texts: "calendarConflictHelper", facts: [...visit, "place", "reference"], action: "calendars", onlyWhile: ["accepted", "underway"] },
  "certificate.issued.helper": { to: "helper", texts: "certificateIssuedHelper", facts: ["programme", "number", "validUntil"], action: "certificate" },
  "helper.suspended.helper": { to: "helper", texts: "helperSuspendedHelper", facts: ["reason"], action: "helper" },
  "helper.ended.helper": { to: "helper", texts: "helperEndedHelper", facts: ["reason", "endsAt"], action: "helper" },
  "refund.sent.customer": { to: "customer", texts: "refundSentCustomer", facts: ["amount", ...visit, "reference"], action: "booking" },
  "payment.late.customer": { to: "customer", texts: "paymentLateCustomer", facts: [...visit, "price", "reference"], action: "booking" },
  "area.open": { to: "area", texts: "areaOpen", facts: [], action: "search" },
} as const satisfies Record<string, MailKind>;
export type MailKindName = keyof typeof mailKinds;

const isMailKind = (kind: string): kind is MailKindName => Object.hasOwn(mailKinds, kind);

/** The kinds that a name stands for: itself, or each of its readers ("booking.cancelled" → customer and helper). */
export const kindsOf = (name: string): MailKindName[] =>
  isMailKind(name) ? [name] : (Object.keys(mailKinds) as MailKindName[]).filter((kind) => kind.startsWith(`${name}.`));
