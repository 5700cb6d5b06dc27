import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { accountTables } from "./account.ts";
import type { catalogueTables } from "./catalogue.ts";

type Before = Pick<ReturnType<typeof accountTables>, "person"> & Pick<ReturnType<typeof catalogueTables>, "serviceType" | "programme">;

export const helperTables = (k: Kit, { person, serviceType, programme }: Before) => {
  /** `lat`/`lng` is the true position and leaves the server for nobody but the helper; every search uses the public point. */
  const helper = k.table("helper", {
    id: k.id(),
    personId: k.ref("person_id").notNull().references(() => person.id),
    state: k.enumText("state", ["invited", "active", "suspended", "notice", "ended"]).notNull(),
    stateSince: k.ms("state_since").notNull(),
    stateReason: k.text("state_reason"),
    endsAt: k.ms("ends_at"),
    givenName: k.text("given_name").notNull(),
    familyName: k.text("family_name").notNull(),
    displayName: k.text("display_name").notNull(),
    biography: k.text("biography").notNull().default(""),
    languages: k.json<string[]>("languages").notNull(),
    photoFileId: k.text("photo_file_id"),
    street: k.text("street"),
    postcode: k.text("postcode"),
    locality: k.text("locality"),
    canton: k.text("canton"),
    lat: k.real("lat"),
    lng: k.real("lng"),
    publicLat: k.real("public_lat"),
    publicLng: k.real("public_lng"),
    radiusKm: k.int("radius_km").notNull().default(10),
    pausedAt: k.ms("paused_at"),
    searchOptIn: k.bool("search_opt_in").notNull().default(false),
    payoutAccountId: k.text("payout_account_id"),
    payoutActiveAt: k.ms("payout_active_at"),
    visitsClosed: k.int("visits_closed").notNull().default(0),
    answerMinutes: k.int("answer_minutes"),
    nextFreeAt: k.ms("next_free_at"),
    /** Until when this helper wants to be asked in the quiet hours too. */
    tonightUntil: k.ms("tonight_until"),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.uniqueIndex("helper_person").on(t.personId), k.index("helper_state").on(t.state), k.index("helper_name").on(t.familyName)]);

  /** One member of staff proposes that a helper's work ends, another decides; one proposal is open at a time. */
  const endProposal = k.table("end_proposal", {
    id: k.id(),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    reason: k.text("reason").notNull(),
    proposedBy: k.text("proposed_by").notNull(),
    proposedAt: k.ms("proposed_at").notNull(),
    decision: k.enumText("decision", ["confirmed", "dropped"]),
    decidedBy: k.text("decided_by"),
    decidedAt: k.ms("decided_at"),
  }, (t) => [
    k.uniqueIndex("end_proposal_open").on(t.helperId).where(sql`${t.decidedAt} is null`),
    k.check("end_proposal_second_person", sql`${t.decision} is null or ${t.decision} <> 'confirmed' or coalesce(${t.decidedBy}, ${t.proposedBy}) <> ${t.proposedBy}`),
  ]);

  /** The public sees valid or "not valid since", never `endReason`. */
  const certificate = k.table("certificate", {
    id: k.id(),
    number: k.text("number").notNull(),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    programmeCode: k.ref("programme_code").notNull().references(() => programme.code),
    issuedAt: k.ms("issued_at").notNull(),
    validUntil: k.ms("valid_until").notNull(),
    issuedBy: k.text("issued_by"),
    endedAt: k.ms("ended_at"),
    endReason: k.text("end_reason"),
  }, (t) => [k.uniqueIndex("certificate_number").on(t.number), k.index("certificate_helper").on(t.helperId)]);

  const listing = k.table("listing", {
    id: k.id(),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    serviceTypeId: k.ref("service_type_id").notNull().references(() => serviceType.id),
    priceMinor: k.cents("price_minor").notNull(),
    words: k.text("words").notNull().default(""),
    instant: k.bool("instant").notNull().default(false),
    state: k.enumText("state", ["draft", "live", "paused"]).notNull(),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.uniqueIndex("listing_helper_service").on(t.helperId, t.serviceTypeId)]);

  /** One row per helper and service type, kept by the commands that change it, so that a search reads no history. */
  const helperFigures = k.table("helper_figures", {
    id: k.id(),
    helperId: k.ref("helper_id").notNull().references(() => helper.id),
    serviceTypeId: k.ref("service_type_id").notNull().references(() => serviceType.id),
    visits: k.int("visits").notNull().default(0),
    answered: k.int("answered").notNull().default(0),
    solved: k.int("solved").notNull().default(0),
    right: k.int("right_in_their_eyes").notNull().default(0),
    rightAnswered: k.int("right_answered").notNull().default(0),
    checked: k.int("checked").notNull().default(0),
    checkedRight: k.int("checked_right").notNull().default(0),
    reviews: k.int("reviews").notNull().default(0),
    starsSum: k.int("stars_sum").notNull().default(0),
    cancelledByHelper: k.int("cancelled_by_helper").notNull().default(0),
  }, (t) => [k.uniqueIndex("helper_figures_pair").on(t.helperId, t.serviceTypeId)]);

  /** Gives each findable listing the small whole number that an R*Tree needs as its key. */
  const searchEntry = k.table("search_entry", {
    id: k.seq("id"),
    listingId: k.text("listing_id").notNull(),
    helperId: k.text("helper_id").notNull(),
  }, (t) => [k.uniqueIndex("search_entry_listing").on(t.listingId), k.index("search_entry_helper").on(t.helperId)]);

  /** The professional service's calendar lanes. */
  const lane = k.table("lane", {
    id: k.id(),
    name: k.text("name").notNull(),
    state: k.enumText("state", ["active", "ended"]).notNull().default("active"),
    waitDays: k.int("wait_days").notNull().default(2),
  });

  /** `calendarId` is a helper's or a lane's id; minutes count from midnight in the installation's zone. */
  const weeklySpan = k.table("weekly_span", {
    id: k.id(),
    calendarId: k.text("calendar_id").notNull(),
    weekday: k.int("weekday").notNull(),
    fromMinute: k.int("from_minute").notNull(),
    untilMinute: k.int("until_minute").notNull(),
  }, (t) => [k.index("weekly_span_calendar").on(t.calendarId)]);

  const dayException = k.table("day_exception", {
    id: k.id(),
    calendarId: k.text("calendar_id").notNull(),
    date: k.text("date").notNull(),
    kind: k.enumText("kind", ["closed", "open"]).notNull(),
    fromMinute: k.int("from_minute").notNull(),
    untilMinute: k.int("until_minute").notNull(),
  }, (t) => [k.index("day_exception_calendar").on(t.calendarId, t.date)]);

  /** No two rows of one calendar overlap: a trigger on SQLite, an exclusion constraint on PostgreSQL. The range includes both buffers. */
  const occupancy = k.table("occupancy", {
    id: k.id(),
    calendarId: k.text("calendar_id").notNull(),
    fromAt: k.ms("from_at").notNull(),
    untilAt: k.ms("until_at").notNull(),
    kind: k.enumText("kind", ["hold", "booking", "block"]).notNull(),
    bookingId: k.text("booking_id"),
    expiresAt: k.ms("expires_at"),
    /** The visit itself, without its buffers. */
    visitFromAt: k.ms("visit_from_at"),
    visitUntilAt: k.ms("visit_until_at"),
    /** The point of the visit's locality, never of its address: the way to the next visit begins there. */
    lat: k.real("lat"),
    lng: k.real("lng"),
  }, (t) => [k.index("occupancy_calendar").on(t.calendarId, t.fromAt), k.index("occupancy_booking").on(t.bookingId)]);

  return { helper, endProposal, certificate, listing, helperFigures, searchEntry, lane, weeklySpan, dayException, occupancy };
};
