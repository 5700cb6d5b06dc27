import type { BookingPolicy } from "#app/domain/booking/booking.ts";

type Field = Exclude<keyof BookingPolicy, "version">;

/** The numbers of the policy as a person looks for them. */
export const policyGroups = [
  { group: "price", fields: ["commissionBp", "vatBp"] },
  { group: "slots", fields: ["stepMinutes", "leadMinutes", "instantLeadMinutes", "horizonDays", "bufferMinutes", "visitsPerDay", "visitsPerWeek", "longestDayMinutes", "holdMinutes", "checkoutMinutes"] },
  { group: "answer", fields: ["answerMinutes", "answerFromMinute", "answerUntilMinute", "answerFloorMinutes"] },
  { group: "payment", fields: ["reserveUpToDays", "captureMarginHours", "payoutAfterDays", "probationVisits", "earningsWarningMinor"] },
  { group: "cancellation", fields: ["graceMinutes", "freeUntilHours", "lateShareBp", "veryLateHours", "veryLateShareBp", "compensationCapMinor", "illnessPerYear"] },
  { group: "reschedule", fields: ["rescheduleLimit", "rescheduleNoticeHours", "rescheduleAnswerMinutes"] },
  { group: "after", fields: ["signOffHours", "stillAfterDays", "redoDays", "reviewPublishDays"] },
] as const satisfies readonly { group: string; fields: readonly Field[] }[];
