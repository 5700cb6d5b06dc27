import type { Kit } from "../kit.ts";
import type { BookingPolicy, Contact, PersonVisited, ReportedChecklist } from "#app/domain/booking/booking.ts";
import type { accountTables } from "./account.ts";
import type { catalogueTables } from "./catalogue.ts";
import type { helperTables } from "./helper.ts";

type Before = Pick<ReturnType<typeof accountTables>, "person"> & Pick<ReturnType<typeof catalogueTables>, "serviceType"> & Pick<ReturnType<typeof helperTables>, "helper" | "lane">;

export const bookingTables = (k: Kit, { person, serviceType, helper, lane }: Before) => {
  const booking = k.table("booking", {
    id: k.id(),
    reference: k.text("reference").notNull(),
    accessKeyHash: k.text("access_key_hash").notNull(),
    state: k.enumText("state", ["draft", "paying", "requested", "accepted", "underway", "started", "finished", "reported", "signed_off", "closed", "abandoned", "declined", "lapsed", "cancelled"]).notNull(),
    stateSince: k.ms("state_since").notNull(),
    provider: k.enumText("provider", ["helper", "professional"]).notNull(),
    helperId: k.ref("helper_id").references(() => helper.id),
    laneId: k.ref("lane_id").references(() => lane.id),
    calendarId: k.text("calendar_id").notNull(),
    customerId: k.ref("customer_id").references(() => person.id),
    serviceTypeId: k.ref("service_type_id").notNull().references(() => serviceType.id),
    serviceTypeVersion: k.int("service_type_version").notNull(),
    startsAt: k.ms("starts_at").notNull(),
    endsAt: k.ms("ends_at").notNull(),
    zone: k.text("zone").notNull(),
    priceMinor: k.cents("price_minor").notNull(),
    currency: k.text("currency").notNull().default("CHF"),
    contract: k.enumText("contract", ["helper", "company"]).notNull(),
    policy: k.json<BookingPolicy>("policy").notNull(),
    locale: k.enumText("locale", ["de", "fr", "it", "en"]).notNull(),
    contact: k.json<Contact | null>("contact"),
    visited: k.json<PersonVisited | null>("visited"),
    street: k.text("street"),
    postcode: k.text("postcode").notNull(),
    locality: k.text("locality").notNull(),
    intake: k.json<Record<string, string>>("intake").notNull(),
    concern: k.text("concern").notNull().default(""),
    holdUntil: k.ms("hold_until"),
    holdProlonged: k.bool("hold_prolonged").notNull().default(false),
    /** When whoever chose this time first held one, with every time that this one took the place of. */
    firstHeldAt: k.ms("first_held_at"),
    answerBy: k.ms("answer_by"),
    requestedAt: k.ms("requested_at"),
    acceptedAt: k.ms("accepted_at"),
    setOffAt: k.ms("set_off_at"),
    startedAt: k.ms("started_at"),
    finishedAt: k.ms("finished_at"),
    reportedAt: k.ms("reported_at"),
    signedOffAt: k.ms("signed_off_at"),
    signedOffBy: k.enumText("signed_off_by", ["customer", "time", "staff"]),
    closedAt: k.ms("closed_at"),
    cancelledBy: k.enumText("cancelled_by", ["customer", "helper", "staff", "system"]),
    cancelReason: k.text("cancel_reason"),
    compensationMinor: k.cents("compensation_minor").notNull().default(0),
    bookedByStaffId: k.text("booked_by_staff_id"),
    replacesBookingId: k.text("replaces_booking_id"),
    blurredAt: k.ms("blurred_at"),
    createdAt: k.ms("created_at").notNull(),
    /** The contact's address in lower case: a person who signs in with it finds the booking. */
    contactEmail: k.text("contact_email"),
    listingId: k.text("listing_id"),
    /** Whether the offer could be booked at once when the slot was chosen. */
    instant: k.bool("instant").notNull().default(false),
    answeredAt: k.ms("answered_at"),
    remindedAt: k.ms("reminded_at"),
    stillAskedAt: k.ms("still_asked_at"),
    /** The SEQUENCE of its calendar files: raised by every move that changes what a calendar shows. */
    sequence: k.int("sequence").notNull().default(0),
    /** The least share of the price that a cancellation costs since the visit was moved inside the notice; null when it was not. */
    lateMoveBp: k.int("late_move_bp"),
    /** What happens when the helper who was chosen says no, is silent or falls out: the customer is asked first, or others are asked for the same time. */
    substitution: k.enumText("substitution", ["ask", "same_time"]).notNull().default("ask"),
    /** Which wave of others is being asked; 0 while the chosen helper is. */
    wave: k.int("wave").notNull().default(0),
    /** When the next wave starts, where the night lies between. */
    nextWaveAt: k.ms("next_wave_at"),
    customerConfirmedAt: k.ms("customer_confirmed_at"),
    helperConfirmedAt: k.ms("helper_confirmed_at"),
    /** When the side that had not confirmed was asked a second time. */
    confirmRemindedAt: k.ms("confirm_reminded_at"),
    arrivalFromAt: k.ms("arrival_from_at"),
    arrivalUntilAt: k.ms("arrival_until_at"),
    arrivedAt: k.ms("arrived_at"),
    /** Wrong visit codes that the helper entered; how often is limited. */
    codeTries: k.int("code_tries").notNull().default(0),
    /** The last wrong visit code as a keyed digest: sent twice it counts once. */
    codeWrong: k.text("code_wrong"),
    codeMatchedAt: k.ms("code_matched_at"),
    /** The booking that this one makes good: a redo, the next helper, or the professional service at the frozen price. */
    followsBookingId: k.text("follows_booking_id"),
    follows: k.enumText("follows", ["redo", "next_helper", "professional"]),
    /** What the customer pays, where a rescue makes the price of the work higher; null is the whole price. */
    payableMinor: k.cents("payable_minor"),
    seriesId: k.text("series_id"),
    seriesNth: k.int("series_nth"),
    /** Paid by the hour: the rate, the cap the customer set, and what the report says was worked; null for a visit with one price. */
    hourlyMinor: k.cents("hourly_minor"),
    capMinutes: k.int("cap_minutes"),
    workedMinutes: k.int("worked_minutes"),
  }, (t) => [
    k.uniqueIndex("booking_reference").on(t.reference),
    k.index("booking_contact_email").on(t.contactEmail),
    k.index("booking_access").on(t.accessKeyHash),
    k.index("booking_helper").on(t.helperId, t.startsAt),
    k.index("booking_customer").on(t.customerId),
    k.index("booking_state").on(t.state, t.startsAt),
    k.index("booking_service").on(t.serviceTypeId),
    k.index("booking_follows").on(t.followsBookingId),
    k.index("booking_series").on(t.seriesId, t.seriesNth),
  ]);

  /**
   * A cancellation for illness that cost its customer nothing. One row for each way the customer is known by (their account, their address);
   * the unique index is the last word on how often somebody uses it in a year. The address is a keyed digest.
   */
  const illnessWaiver = k.table("illness_waiver", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    identity: k.text("identity").notNull(),
    year: k.int("year").notNull(),
    /** The first, second … time in that year. */
    nth: k.int("nth").notNull(),
    /** What the company pays the helper in the customer's place. */
    paidMinor: k.cents("paid_minor").notNull(),
    at: k.ms("at").notNull(),
  }, (t) => [k.uniqueIndex("illness_waiver_once").on(t.identity, t.year, t.nth), k.index("illness_waiver_booking").on(t.bookingId)]);

  /** A stored, re-encoded picture; it lies outside `public/`, behind the policy. */
  const file = k.table("file", {
    id: k.id(),
    bookingId: k.ref("booking_id").references(() => booking.id),
    messageId: k.text("message_id"),
    ownerId: k.text("owner_id"),
    purpose: k.enumText("purpose", ["booking", "message", "report", "portrait"]).notNull(),
    mime: k.text("mime").notNull(),
    width: k.int("width").notNull(),
    height: k.int("height").notNull(),
    bytes: k.int("bytes").notNull(),
    createdAt: k.ms("created_at").notNull(),
    /** The file whose bytes this row shows, when a new booking took a picture over. */
    copyOf: k.text("copy_of"),
  }, (t) => [k.index("file_booking").on(t.bookingId)]);

  const message = k.table("message", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    author: k.enumText("author", ["customer", "helper", "staff"]).notNull(),
    authorId: k.text("author_id"),
    words: k.text("words").notNull(),
    at: k.ms("at").notNull(),
    readAt: k.ms("read_at"),
    /** Looks as if it held a password: the reader is warned. */
    looksSecret: k.bool("looks_secret").notNull().default(false),
  }, (t) => [k.index("message_booking").on(t.bookingId, t.at)]);

  const report = k.table("report", {
    bookingId: k.id("booking_id").references(() => booking.id),
    outcome: k.enumText("outcome", ["solved", "partly", "not_solved"]).notNull(),
    checklist: k.json<ReportedChecklist>("checklist").notNull(),
    rootCause: k.text("root_cause"),
    words: k.text("words").notNull().default(""),
    filedBy: k.text("filed_by").notNull(),
    filedAt: k.ms("filed_at").notNull(),
  });

  const measureTaken = k.table("measure_taken", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    code: k.text("code").notNull(),
    count: k.int("count").notNull(),
    before: k.real("before_value"),
    after: k.real("after_value"),
    evidence: k.text("evidence").notNull().default(""),
    at: k.ms("at").notNull(),
  }, (t) => [k.index("measure_taken_booking").on(t.bookingId)]);

  /** The customer's voice: solved, right in their eyes, and on day 7 still. */
  const outcome = k.table("outcome", {
    bookingId: k.id("booking_id").references(() => booking.id),
    solved: k.enumText("solved", ["yes", "no", "unknown"]),
    right: k.enumText("right_in_their_eyes", ["yes", "no", "unknown"]),
    still: k.enumText("still", ["yes", "no", "unknown"]),
    answeredAt: k.ms("answered_at"),
    stillAt: k.ms("still_at"),
  });

  const review = k.table("review", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    helperId: k.text("helper_id"),
    stars: k.int("stars").notNull(),
    aspects: k.json<Record<string, number>>("aspects").notNull(),
    words: k.text("words").notNull().default(""),
    privateWord: k.text("private_word").notNull().default(""),
    author: k.text("author").notNull(),
    locality: k.text("locality").notNull(),
    createdAt: k.ms("created_at").notNull(),
    publishedAt: k.ms("published_at"),
  }, (t) => [k.uniqueIndex("review_booking").on(t.bookingId), k.index("review_helper").on(t.helperId, t.publishedAt)]);

  const expertCheck = k.table("expert_check", {
    id: k.id(),
    bookingId: k.ref("booking_id").notNull().references(() => booking.id),
    verdict: k.enumText("verdict", ["right", "remark", "wrong"]).notNull(),
    words: k.text("words").notNull(),
    staffId: k.text("staff_id").notNull(),
    at: k.ms("at").notNull(),
  }, (t) => [k.index("expert_check_booking").on(t.bookingId)]);

  return { booking, illnessWaiver, file, message, report, measureTaken, outcome, review, expertCheck };
};
