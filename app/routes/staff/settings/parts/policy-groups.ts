import type { BookingPolicy } from "#app/domain/booking/booking.ts";

type Field = Exclude<keyof BookingPolicy, "version">;

/** A number of the policy as staff read and write it: per cent, francs, a time of day, or as it is. */
export function policyShown(field: Field, value: number): { value: string; prefix?: string; suffix?: string } {
  if (field.endsWith("Bp")) return { value: String(value / 100), suffix: "%" };
  if (field.endsWith("Minor")) return { value: (value / 100).toFixed(2), prefix: "CHF" };
  if (field === "answerFromMinute" || field === "answerUntilMinute") return { value: `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}` };
  return { value: String(value) };
}

/** The numbers of the policy as a person looks for them. */
export const policyGroups = [
  { group: "price", fields: ["commissionBp", "vatBp"] },
  { group: "slots", fields: ["stepMinutes", "leadMinutes", "instantLeadMinutes", "horizonDays", "bufferMinutes", "visitsPerDay", "visitsPerWeek", "longestDayMinutes", "holdMinutes", "rechooseMinutes", "checkoutMinutes"] },
  { group: "answer", fields: ["answerMinutes", "answerFromMinute", "answerUntilMinute", "answerFloorMinutes", "waveAnswerMinutes", "waveSize", "waves"] },
  { group: "payment", fields: ["reserveUpToDays", "captureMarginHours", "payoutAfterDays", "probationVisits", "earningsWarningMinor"] },
  { group: "cancellation", fields: ["graceMinutes", "freeUntilHours", "lateShareBp", "veryLateHours", "veryLateShareBp", "compensationCapMinor", "illnessPerYear"] },
  { group: "reschedule", fields: ["rescheduleLimit", "rescheduleNoticeHours", "rescheduleAnswerMinutes"] },
  { group: "visit", fields: ["confirmHours", "confirmRemindHours", "extraCapMinor", "extraTimeMinutes", "absenceMinutes", "absentCreditMinor", "seriesMost"] },
  { group: "after", fields: ["signOffHours", "stillAfterDays", "redoDays", "rescueCaseMinor", "rescueYearMinor", "reviewPublishDays"] },
] as const satisfies readonly { group: string; fields: readonly Field[] }[];
