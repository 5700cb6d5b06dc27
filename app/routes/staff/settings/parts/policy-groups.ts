import type { BookingPolicy } from "#app/domain/booking/booking.ts";

type Field = Exclude<keyof BookingPolicy, "version">;

/** The numbers of the policy as a person looks for them. */
export const policyGroups = [
  { group: "price", fields: ["commissionBp", "vatBp"] },
  { group: "slots", fields: ["stepMinutes", "leadMinutes", "instantLeadMinutes", "horizonDays", "bufferMinutes", "visitsPerDay", "holdMinutes", "checkoutMinutes"] },
  { group: "answer", fields: ["answerMinutes", "answerFromMinute", "answerUntilMinute", "answerFloorMinutes"] },
  { group: "payment", fields: ["reserveUpToDays", "captureMarginHours", "payoutAfterDays", "probationVisits"] },
  { group: "cancellation", fields: ["graceMinutes", "freeUntilHours", "lateShareBp", "veryLateHours", "veryLateShareBp", "compensationCapMinor", "illnessPerYear"] },
  { group: "after", fields: ["signOffHours", "stillAfterDays", "redoDays", "reviewPublishDays"] },
] as const satisfies readonly { group: string; fields: readonly Field[] }[];
