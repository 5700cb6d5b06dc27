import type { BookingState } from "#app/domain/booking/booking.ts";
import type { MailBooking, MailData, ReaderPart } from "#app/domain/notification/letter.ts";

export type FactName =
  | "service" | "when" | "place" | "address" | "price" | "forYou" | "refund" | "fee" | "compensation" | "helper" | "customer" | "telephone" | "answerBy" | "concern"
  | "words" | "code" | "number" | "programme" | "validUntil" | "reason" | "endsAt" | "amount" | "reference" | "proposed" | "was" | "until" | "bookedBy" | "dates" | "sum" | "refundAll" | "feeAll" | "arrival" | "extra" | "extrasDue" | "theirCode" | "visitCode" | "consentCodes" | "certificates";

/** Where the button leads; links.ts knows the addresses. */
export type ActionName = "link" | "invitation" | "booking" | "watched" | "request" | "visit" | "calendar" | "calendars" | "earnings" | "helper" | "certificate" | "search" | "staffBooking" | "confirm" | "extras" | "waiting" | "visitWaiting";

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
  /** Asks about what is to come: when the visit has begun, it is too late to be sent. */
  onlyBefore?: true;
  /** A question that is dropped when it was answered or taken back meanwhile; a helper's may wait for the morning. */
  asks?: "request" | "series" | "proposal";
  /** The visit as a calendar file goes with it: always, `again` where the reader's calendar has it from an earlier mail, `gone` in that case and as cancelled, because they do not come any more. */
  calendar?: true | "again" | "gone";
  /** Shows who comes, where there is a picture. */
  photo?: true;
  /** Tells of all visits of a series. */
  series?: true;
  /** Holds a code or link that signs somebody in: the archive keeps it no longer than it takes to send. */
  secret?: true;
};

/** What a helper gets for a late cancellation, whoever pays it; the professional service gets nothing. */
export const compensationMinor = (booking: MailBooking, data: MailData): number => (booking.professional ? 0 : Number(data.paidByCompanyMinor ?? 0) || booking.compensationMinor);

const visit = ["service", "when"] as const;
/** Asked for and said at the door; only the customer's mails hold them. */
const codes = ["theirCode", "visitCode"] as const;
/** What support writes comes from the company, not from the other side of the visit. */
const byCompany = (data: MailData) => (data.author === "staff" ? { words: "wordsByCompany" } : null);
const professional = (texts: string) => (booking: MailBooking) => (booking.professional ? { texts, action: "staffBooking" as const } : null);

/** Who is visited reads fewer and shorter sentences. */
const visitedReads = (texts: string) => (_booking: MailBooking, _now: number, data: MailData) => (data.right === "visited" ? { texts } : null);
/** Who watches a visit that is off: by whom, or that nobody could in the end. */
const isOff = (booking: MailBooking, now: number, data: MailData) => ({ ...visitedReads("visitedOff")(booking, now, data), ...byOther(data), ...(data.wave && !data.by && { words: "wordsNobody" }) });
/** Somebody else comes than the customer chose: to whom nobody was announced before, it is simply who comes. */
const substitute = ({ sequence }: MailBooking, _now: number, { right }: MailData) => ({ texts: `${right === "visited" ? "visited" : "watcher"}${sequence > 1 ? "Substitute" : "Accepted"}` });
/** Somebody on the customer's side cancelled in their place: they hear who. */
const byOther = (data: MailData) => (data.doneByName ? { words: "wordsByOther" } : null);

/** Other times that a helper offered in place of a yes speak of a request, all others of an agreed visit. */
const offered = (texts: string, action?: ActionName) => (data: MailData) => (data.first ? { texts, ...(action && { action }) } : null);
const debited = (data: MailData) => (data.captured ? { words: "wordsDebited" } : {});

/** A visit that makes an earlier one good and costs its customer nothing more: no money comes back, and others may come instead. */
const isFree = (booking: MailBooking): boolean => booking.follows !== null && booking.payableMinor === 0;
const freely = (booking: MailBooking) => (isFree(booking) ? { next: "nextFree" } : null);
const redo = (texts: string) => (booking: MailBooking) => (booking.follows === "redo" ? { texts } : null);
/** Others were asked as well, and nobody could. */
const nobody = (data: MailData) => (data.wave ? { texts: "bookingNobodyCustomer" } : null);
/** Why others are asked, in words that blame nobody. */
const othersWords: Record<string, string> = { silent: "wordsSilent", fellOut: "wordsFellOut", suspended: "wordsFellOut", otherTimes: "wordsOtherTimes" };

/** Every mail of the house: who reads it, what it says, what it shows, where it leads. */
export const mailKinds = {
  "sign-in": { to: "account", texts: "signIn", facts: ["code"], action: "link", secret: true },
  "staff.invitation": { to: "account", texts: "staffInvitation", facts: [], action: "invitation", secret: true },
  "helper.invitation": { to: "account", texts: "helperInvitation", facts: [], action: "invitation", secret: true },

  "series.requested.customer": { to: "customer", texts: "seriesRequestedCustomer", facts: ["service", "dates", "place", "helper", "sum", "answerBy", "reference"], action: "booking", onlyWhile: ["requested"] },
  "series.requested.helper": { to: "helper", texts: "seriesRequestedHelper", facts: ["sum", "service", "dates", "place", "concern", "answerBy", "reference"], action: "request", instead: professional("professionalRequested"), asks: "series", onlyWhile: ["requested"] },
  "series.toPay.customer": { to: "customer", texts: "seriesToPayCustomer", facts: ["service", "dates", "place", "helper", "sum", "reference"], action: "booking", onlyWhile: ["paying"] },
  "series.accepted.customer": { to: "customer", texts: "seriesAcceptedCustomer", facts: ["service", "dates", "address", "helper", "sum", "reference"], action: "booking", calendar: true, series: true },
  "series.instant.helper": { to: "helper", texts: "seriesInstantHelper", facts: ["sum", "service", "dates", "address", "customer", "telephone", "concern", "reference"], action: "visit", calendar: true, series: true },
  "series.watching.watcher": { to: "watcher", texts: "seriesWatching", facts: ["bookedBy", "service", "dates", "address", "helper", "reference"], action: "watched", instead: (_booking, _now, data) => (data.right === "act" ? { next: "nextAct" } : null) },
  "series.accepted.watcher": { to: "watcher", texts: "seriesWatcherAccepted", facts: ["service", "dates", "address", "helper", "reference"], action: "watched", calendar: true, series: true, photo: true, instead: visitedReads("seriesVisitedAccepted") },
  "series.declined.watcher": { to: "watcher", texts: "seriesWatcherOff", facts: ["service", "dates", "reference"], action: "watched", instead: visitedReads("seriesVisitedOff") },
  "series.lapsed.watcher": { to: "watcher", texts: "seriesWatcherOff", facts: ["service", "dates", "reference"], action: "watched", instead: visitedReads("seriesVisitedOff") },
  "series.cancelled.watcher": { to: "watcher", texts: "seriesWatcherOff", facts: ["service", "dates", "reference"], action: "watched", calendar: true, series: true, instead: visitedReads("seriesVisitedOff") },
  "series.declined.customer": { to: "customer", texts: "seriesDeclinedCustomer", facts: ["service", "dates", "reference"], action: "booking" },
  "series.lapsed.customer": { to: "customer", texts: "seriesLapsedCustomer", facts: ["service", "dates", "reference"], action: "booking" },
  "series.lapsed.helper": { to: "helper", texts: "seriesLapsedHelper", facts: ["service", "dates", "place", "reference"], action: "calendar" },
  "series.cancelled.customer": { to: "customer", texts: "seriesCancelledCustomer", facts: ["service", "dates", "refundAll", "feeAll", "reference"], action: "booking", calendar: true, series: true },
  "series.cancelled.helper": { to: "helper", texts: "seriesCancelledHelper", facts: ["feeAll", "service", "dates", "place", "reference"], action: "calendar", calendar: true, series: true, instead: professional("professionalCancelled") },
  "booking.requested.customer": { to: "customer", texts: "bookingRequestedCustomer", facts: [...visit, "place", "helper", "price", "answerBy", "reference"], action: "booking", onlyWhile: ["requested"], instead: (booking) => (isFree(booking) ? { texts: "rescueRequestedCustomer" } : null) },
  "booking.requested.helper": { to: "helper", texts: "bookingRequestedHelper", facts: ["forYou", ...visit, "place", "concern", "answerBy", "reference"], action: "request", instead: (booking) => professional("professionalRequested")(booking) ?? redo("rescueRequestedHelper")(booking), asks: "request", onlyWhile: ["requested"] },
  "booking.instant.helper": { to: "helper", texts: "bookingInstantHelper", facts: ["forYou", ...visit, "address", "customer", "telephone", "concern", "reference"], action: "visit", onlyWhile: ["accepted", "underway", "started"], calendar: true, instead: redo("rescueInstantHelper") },
  "booking.toPay.customer": { to: "customer", texts: "bookingToPayCustomer", facts: [...visit, "place", "helper", "price", "reference"], action: "booking", onlyWhile: ["paying"] },
  "booking.gone.customer": { to: "customer", texts: "bookingGoneCustomer", facts: [...visit, "reference"], action: "booking", onlyWhile: ["abandoned"] },
  "booking.accepted.customer": { to: "customer", texts: "bookingAcceptedCustomer", facts: [...visit, "address", "helper", "price", ...codes, "consentCodes", "reference"], action: "booking", onlyWhile: ["accepted", "underway", "started", "finished"], calendar: true, instead: (booking, now) => (booking.freeUntil <= now ? { next: "nextLate" } : null) },
  "booking.declined.customer": { to: "customer", texts: "bookingDeclinedCustomer", facts: [...visit, "price", "reference"], action: "booking", calendar: "again", instead: (booking, _now, data) => freely(booking) ?? nobody(data) },
  "booking.lapsed.customer": { to: "customer", texts: "bookingLapsedCustomer", facts: [...visit, "price", "reference"], action: "booking", calendar: "again", instead: (booking, _now, data) => freely(booking) ?? nobody(data) },
  "booking.asked.helper": { to: "helper", texts: "bookingAskedHelper", facts: ["forYou", ...visit, "place", "concern", "until", "reference"], action: "request", asks: "request", onlyWhile: ["requested"] },
  "booking.beaten.helper": { to: "helper", texts: "bookingBeatenHelper", facts: [...visit, "place", "reference"], action: "calendar", instead: (_booking, _now, data) => (data.why === "withdrawn" ? { words: "wordsEnded" } : null) },
  "booking.othersAsked.customer": { to: "customer", texts: "bookingOthersAskedCustomer", facts: [...visit, "place", "price", "reference"], action: "booking", onlyWhile: ["requested"], calendar: "again", instead: (_booking, _now, data) => ({ words: othersWords[String(data.why)] ?? "words", ...(data.from && { next: "nextMorning" }) }) },
  "booking.fellOut.helper": { to: "helper", texts: "bookingFellOutHelper", facts: [...visit, "place", "reference"], action: "calendar", calendar: "gone", instead: (_booking, _now, data) => (data.why === "suspended" ? { texts: "bookingTakenBackHelper" } : null) },
  "booking.substitute.customer": { to: "customer", texts: "bookingSubstituteCustomer", facts: [...visit, "address", "helper", "certificates", "price", ...codes, "consentCodes", "reference"], action: "booking", onlyWhile: ["accepted", "underway", "started", "finished"], calendar: true, photo: true, instead: (booking, now) => (booking.freeUntil <= now ? { next: "nextLate" } : null) },
  "booking.lapsed.helper": { to: "helper", texts: "bookingLapsedHelper", facts: [...visit, "place", "reference"], action: "calendar" },
  "booking.cancelled.customer": {
    to: "customer", texts: "bookingCancelledCustomer", facts: [...visit, "refund", "fee", "reference"], action: "booking", calendar: true,
    instead: (booking, _now, data) => (booking.cancelledBy === "helper" ? { texts: "bookingCancelledCustomerByHelper", ...freely(booking) } : byOther(data) ?? (isFree(booking) ? freely(booking) : Number(data.paidByCompanyMinor ?? 0) > 0 ? { words: "wordsIll" } : null)),
  },
  "booking.cancelled.helper": {
    to: "helper", texts: "bookingCancelledHelper", facts: ["compensation", ...visit, "place", "reference"], action: "calendar", calendar: true,
    instead: (booking, _now, data) =>
      professional("professionalCancelled")(booking) ?? (booking.cancelledBy === "helper" ? { texts: "bookingCancelledHelperSelf" } : compensationMinor(booking, data) > 0 ? (Number(data.paidByCompanyMinor ?? 0) > 0 ? { next: "nextPaid" } : { texts: "bookingCancelledHelperPaid", action: "visit" as const }) : null),
  },
  "booking.proposed.customer": { to: "customer", texts: "bookingProposedCustomer", facts: ["proposed", "until", "service", "was", "helper", "reference"], action: "booking", asks: "proposal", onlyWhile: ["requested", "accepted"], instead: (_booking, _now, data) => offered("bookingOfferedCustomer")(data) },
  "booking.proposed.helper": { to: "helper", texts: "bookingProposedHelper", facts: ["proposed", "until", "service", "was", "place", "reference"], action: "visit", asks: "proposal", onlyWhile: ["accepted"], instead: professional("professionalProposed") },
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
  "booking.underway.customer": { to: "customer", texts: "bookingUnderwayCustomer", facts: ["arrival", ...visit, "helper", ...codes, "reference"], action: "booking", onlyWhile: ["underway"], instead: (_booking, _now, data) => (data.fromAt ? { words: "wordsWindow" } : null) },
  "booking.arrival.customer": { to: "customer", texts: "bookingArrivalCustomer", facts: ["arrival", ...visit, "helper", "reference"], action: "booking", onlyWhile: ["underway"] },
  "booking.confirmAgain.customer": { to: "customer", texts: "bookingConfirmAgainCustomer", facts: [...visit, "address", "helper", "reference"], action: "confirm", onlyWhile: ["accepted"], onlyBefore: true },
  "booking.confirmAgain.helper": { to: "helper", texts: "bookingConfirmAgainHelper", facts: [...visit, "address", "customer", "telephone", "reference"], action: "visit", onlyWhile: ["accepted"], onlyBefore: true },
  "booking.extra.customer": { to: "customer", texts: "bookingExtraCustomer", facts: ["extra", "amount", "helper", "reference"], action: "extras", onlyWhile: ["underway", "started", "finished"] },
  "booking.extraToPay.customer": { to: "customer", texts: "bookingExtraToPayCustomer", facts: ["extra", "amount", "helper", "reference"], action: "extras" },
  "booking.waiting.customer": { to: "customer", texts: "bookingWaitingCustomer", facts: [...visit, "address", "helper", "reference"], action: "waiting", onlyWhile: ["accepted", "underway"] },
  "booking.waiting.helper": { to: "helper", texts: "bookingWaitingHelper", facts: [...visit, "address", "customer", "telephone", "reference"], action: "visitWaiting", onlyWhile: ["accepted", "underway"], instead: professional("professionalWaiting") },
  "booking.here.customer": { to: "customer", texts: "bookingHereCustomer", facts: [...visit, "helper", "reference"], action: "booking", onlyWhile: ["accepted", "underway"] },
  "booking.here.helper": { to: "helper", texts: "bookingHereHelper", facts: [...visit, "address", "customer", "telephone", "reference"], action: "visit", onlyWhile: ["accepted", "underway"] },
  "booking.missed.customer": { to: "customer", texts: "bookingMissedCustomer", facts: [...visit, "refund", "fee", "reference"], action: "booking", calendar: true, instead: (booking, _now, data) => (data.told ? { texts: "bookingCannotComeCustomer", ...freely(booking) } : data.absent === "helper" ? { texts: "bookingMissedCustomerByHelper" } : null) },
  "booking.missed.helper": { to: "helper", texts: "bookingMissedHelper", facts: ["compensation", ...visit, "place", "reference"], action: "calendar", calendar: true, instead: (_booking, _now, data) => (data.told ? { texts: "bookingCannotComeHelper" } : data.absent === "helper" ? { texts: "bookingMissedHelperSelf" } : null) },
  "booking.reported.customer": { to: "customer", texts: "bookingReportedCustomer", facts: [...visit, "helper", "price", "extrasDue", "reference"], action: "booking", onlyWhile: ["reported"], instead: (booking) => (booking.extrasDueMinor > 0 ? { next: "nextDue" } : null) },
  "booking.still.customer": { to: "customer", texts: "bookingStillCustomer", facts: [...visit, "helper", "reference"], action: "booking", onlyWhile: ["signed_off", "closed"] },
  "booking.reminder.customer": { to: "customer", texts: "bookingReminderCustomer", facts: [...visit, "address", "helper", "price", ...codes, "reference"], action: "confirm", onlyWhile: ["accepted"], onlyBefore: true },
  "booking.reminder.helper": { to: "helper", texts: "bookingReminderHelper", facts: ["forYou", ...visit, "address", "customer", "telephone", "concern", "reference"], action: "visit", onlyWhile: ["accepted"], onlyBefore: true },
  "booking.message.customer": { to: "customer", texts: "bookingMessageCustomer", facts: ["words", ...visit, "reference"], action: "booking", instead: (_booking, _now, data) => byCompany(data) },
  "booking.message.helper": { to: "helper", texts: "bookingMessageHelper", facts: ["words", ...visit, "reference"], action: "visit", instead: (booking, _now, data) => professional("professionalMessage")(booking) ?? byCompany(data) },
  "booking.watching.watcher": { to: "watcher", texts: "watching", facts: ["bookedBy", ...visit, "address", "helper", "reference"], action: "watched", instead: (_booking, _now, data) => (data.right === "act" ? { next: "nextAct" } : null) },
  "booking.accepted.watcher": { to: "watcher", texts: "watcherAccepted", facts: [...visit, "address", "helper", "reference"], action: "watched", onlyWhile: ["accepted", "underway", "started", "finished"], calendar: true, photo: true, instead: visitedReads("visitedAccepted") },
  "booking.rescheduled.watcher": { to: "watcher", texts: "watcherRescheduled", facts: [...visit, "was", "address", "helper", "reference"], action: "watched", onlyWhile: ["accepted"], calendar: true, photo: true, instead: visitedReads("visitedRescheduled") },
  "booking.underway.watcher": { to: "watcher", texts: "watcherUnderway", facts: [...visit, "helper", "reference"], action: "watched", onlyWhile: ["underway"], photo: true, instead: visitedReads("visitedUnderway") },
  "booking.substitute.watcher": { to: "watcher", texts: "watcherSubstitute", facts: [...visit, "address", "helper", "certificates", "reference"], action: "watched", onlyWhile: ["accepted", "underway", "started", "finished"], calendar: true, photo: true, instead: substitute },
  "booking.othersAsked.watcher": { to: "watcher", texts: "watcherOthersAsked", facts: [...visit, "reference"], action: "watched", onlyWhile: ["requested"], calendar: "again", instead: visitedReads("visitedOthersAsked") },
  "booking.missed.watcher": { to: "watcher", texts: "watcherMissed", facts: [...visit, "reference"], action: "watched", calendar: "again", instead: visitedReads("visitedMissed") },
  "booking.declined.watcher": { to: "watcher", texts: "watcherOff", facts: [...visit, "reference"], action: "watched", calendar: "again", instead: isOff },
  "booking.lapsed.watcher": { to: "watcher", texts: "watcherOff", facts: [...visit, "reference"], action: "watched", calendar: "again", instead: isOff },
  "booking.cancelled.watcher": { to: "watcher", texts: "watcherOff", facts: [...visit, "reference"], action: "watched", calendar: true, instead: isOff },
  "booking.signedOff.helper": { to: "helper", texts: "bookingSignedOffHelper", facts: ["forYou", ...visit, "reference"], action: "earnings", instead: (booking) => (booking.follows === "redo" ? { next: "nextRedo" } : null) },
  "booking.waived.customer": { to: "customer", texts: "bookingWaivedCustomer", facts: ["amount", "fee", ...visit, "reference"], action: "booking" },

  "rescue.opened.customer": { to: "customer", texts: "rescueOpenedCustomer", facts: [...visit, "helper", "reference"], action: "booking" },
  "rescue.opened.helper": { to: "helper", texts: "rescueOpenedHelper", facts: [...visit, "place", "reference"], action: "visit" },
  "rescue.lapsed.customer": { to: "customer", texts: "rescueLapsedCustomer", facts: [...visit, "reference"], action: "booking" },
  "rescue.case.staff": { to: "staff", texts: "rescueCaseStaff", facts: ["amount", ...visit, "reference"], action: "staffBooking" },
  "rescue.year.staff": { to: "staff", texts: "rescueYearStaff", facts: ["amount", ...visit, "reference"], action: "staffBooking" },

  "payout.sent.helper": { to: "helper", texts: "payoutSentHelper", facts: ["amount", ...visit, "reference"], action: "earnings" },
  "calendar.conflict.helper": { to: "helper", texts: "calendarConflictHelper", facts: [...visit, "place", "reference"], action: "calendars", onlyWhile: ["accepted", "underway"] },
  "certificate.issued.helper": { to: "helper", texts: "certificateIssuedHelper", facts: ["programme", "number", "validUntil"], action: "certificate" },
  "helper.suspended.helper": { to: "helper", texts: "helperSuspendedHelper", facts: ["reason"], action: "helper" },
  "helper.ended.helper": { to: "helper", texts: "helperEndedHelper", facts: ["reason", "endsAt"], action: "helper" },
  "refund.sent.customer": { to: "customer", texts: "refundSentCustomer", facts: ["amount", ...visit, "reference"], action: "booking" },
  "credit.granted.customer": { to: "customer", texts: "creditGrantedCustomer", facts: ["amount", ...visit, "reference"], action: "booking" },
  "payment.late.customer": { to: "customer", texts: "paymentLateCustomer", facts: [...visit, "price", "reference"], action: "booking" },
  "area.open": { to: "area", texts: "areaOpen", facts: [], action: "search" },
} as const satisfies Record<string, MailKind>;
export type MailKindName = keyof typeof mailKinds;

/** The mails that put a visit into their reader's calendar, or change it there. */
export const calendarKinds = (Object.keys(mailKinds) as MailKindName[]).filter((name) => (mailKinds[name] as MailKind).calendar === true);

const isMailKind = (kind: string): kind is MailKindName => Object.hasOwn(mailKinds, kind);

/** The kinds that a name stands for: itself, or each of its two readers ("booking.cancelled" → customer and helper); watchers are written to one by one. */
export const kindsOf = (name: string): MailKindName[] =>
  isMailKind(name) ? [name] : (Object.keys(mailKinds) as MailKindName[]).filter((kind) => kind.startsWith(`${name}.`) && mailKinds[kind].to !== "watcher");
