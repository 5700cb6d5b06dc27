import { z } from "zod";
import type { BookingPolicy } from "../booking/booking.ts";

const text = (max: number) => z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(max, { error: "errors.field.tooLong" });
const words = (max: number) => z.object({ de: text(max), fr: text(max), it: text(max), en: text(max) });
const hex = z.string({ error: "errors.field.required" }).trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, { error: "staffSettings.field.colour" });
const whole = (least: number, most: number) => z.coerce.number({ error: "errors.field.number" }).int({ error: "errors.field.number" }).min(least, { error: "errors.field.range" }).max(most, { error: "errors.field.range" });
/** "CHF 5000000" as francs with at most two decimals, kept in Rappen. */
const francs = z.string({ error: "errors.field.required" }).trim().regex(/^\d{1,9}([.,]\d{1,2})?$/, { error: "errors.field.amount" }).transform((value) => Math.round(Number(value.replace(",", ".")) * 100));
const from = { validFrom: z.string().trim().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "errors.field.date" }).optional() };

export const brandSchema = z.object({ name: text(80), programmeName: words(80), accent: hex, second: z.union([z.literal("").transform(() => null), hex]).optional().transform((value) => value ?? null), telephone: text(40), hours: words(120), supportEmail: z.string({ error: "errors.field.required" }).trim().pipe(z.email({ error: "errors.field.email" })), address: text(200), ...from });
export const contractSchema = z.object({ contract: z.enum(["helper", "company"], { error: "errors.field.choice" }), ...from });
export const coverSchema = z.object({ limit: francs, excess: francs, words: words(600), ...from });
export const weightsSchema = z
  .object({ distance: whole(0, 100), solved: whole(0, 100), earliest: whole(0, 100), answer: whole(0, 100), ...from })
  .refine(({ distance, solved, earliest, answer }) => distance + solved + earliest + answer === 100, { path: ["distance"], message: "staffSettings.field.hundred" });

/** What each number of the policy may be, in the order of the screen; units are in the names. */
const policyFields = {
  commissionBp: [0, 5000], vatBp: [0, 3000], stepMinutes: [15, 120], leadMinutes: [0, 10_080], instantLeadMinutes: [0, 10_080], horizonDays: [7, 60], bufferMinutes: [0, 240], visitsPerDay: [1, 12], visitsPerWeek: [1, 84], longestDayMinutes: [60, 1440],
  holdMinutes: [10, 120], rechooseMinutes: [30, 480], checkoutMinutes: [34, 180], answerMinutes: [20, 2880], answerFromMinute: [0, 1439], answerUntilMinute: [1, 1440], answerFloorMinutes: [5, 240],
  reserveUpToDays: [0, 6], captureMarginHours: [1, 72], graceMinutes: [0, 1440], freeUntilHours: [0, 168], lateShareBp: [0, 10_000], veryLateHours: [0, 168], veryLateShareBp: [0, 10_000], compensationCapMinor: [0, 100_000], illnessPerYear: [0, 12],
  rescheduleLimit: [0, 10], rescheduleNoticeHours: [0, 168], rescheduleAnswerMinutes: [20, 2880],
  signOffHours: [1, 336], stillAfterDays: [1, 60], payoutAfterDays: [0, 60], probationVisits: [0, 50], redoDays: [0, 365], reviewPublishDays: [0, 60], earningsWarningMinor: [0, 10_000_000],
  waveAnswerMinutes: [20, 2880], waveSize: [1, 10], waves: [0, 10], confirmHours: [1, 72], confirmRemindHours: [1, 24], extraCapMinor: [0, 100_000], extraTimeMinutes: [0, 120], absenceMinutes: [5, 60], absentCreditMinor: [0, 100_000], rescueCaseMinor: [0, 1_000_000], rescueYearMinor: [0, 1_000_000_000], seriesMost: [1, 52],
} as const satisfies Record<Exclude<keyof BookingPolicy, "version">, readonly [number, number]>;
export type PolicyField = keyof typeof policyFields;

/** "8.1" per cent as basis points. */
const percent = z.string({ error: "errors.field.required" }).trim().regex(/^\d{1,3}([.,]\d{1,2})?$/, { error: "errors.field.number" }).transform((value) => Math.round(Number(value.replace(",", ".")) * 100));
/** "07:00" as minutes of the day; a day ends at 24:00. */
const timeOfDay = z.string({ error: "errors.field.required" }).trim().regex(/^([01]?\d|2[0-4])[:.][0-5]\d$/, { error: "errors.field.time" }).transform((value) => Number(value.split(/[:.]/)[0]) * 60 + Number(value.slice(-2)));

/** In which unit staff read and write a number of the policy; the stored unit is in its name. */
export const policyUnit = (field: PolicyField): "percent" | "francs" | "time" | "number" =>
  field.endsWith("Bp") ? "percent" : field.endsWith("Minor") ? "francs" : field === "answerFromMinute" || field === "answerUntilMinute" ? "time" : "number";
const typed = { percent, francs, time: timeOfDay } as const;
const policyNumber = (field: PolicyField): z.ZodType<number, unknown> => {
  const [least, most] = policyFields[field];
  const unit = policyUnit(field);
  return unit === "number" ? whole(least, most) : typed[unit].pipe(z.number().min(least, { error: "errors.field.range" }).max(most, { error: "errors.field.range" }));
};
const policyNumbers = Object.fromEntries((Object.keys(policyFields) as PolicyField[]).map((field) => [field, policyNumber(field)])) as Record<PolicyField, z.ZodType<number, unknown>>;
export const policySchema = z
  .object({ ...policyNumbers, ...from })
  .refine((policy) => policy.answerFromMinute < policy.answerUntilMinute, { path: ["answerUntilMinute"], message: "errors.field.range" })
  .refine((policy) => policy.veryLateHours <= policy.freeUntilHours, { path: ["veryLateHours"], message: "errors.field.range" });

/** Postcodes as people type them: separated by spaces, commas or lines, with ranges such as 4000-4059. */
const postcodes = z.string({ error: "errors.field.required" }).trim().min(4, { error: "errors.field.required" }).max(20_000, { error: "errors.field.tooLong" }).regex(/^[\d\s,;–-]+$/, { error: "errors.field.postcode" }).transform((value) => value.split(/[\s,;]+/).filter(Boolean));
export const closingSchema = z.object({ closing: postcodes });
export const postcodesSchema = z.object({
  postcodes,
  opensAt: z.string().trim().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "errors.field.date" }),
});

export const sitePageSchema = z.object({ title: words(120), body: words(40_000) });
