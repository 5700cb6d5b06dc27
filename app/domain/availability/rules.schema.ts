import { z } from "zod";
import { type OwnRules, type RuleField, rasters, ruleLimits } from "./rules.ts";
import { means } from "./travel.ts";

/** A number within its limits; left empty it is the company's. */
const own = (field: RuleField) => {
  const [least, most] = ruleLimits[field];
  return z.coerce.number({ error: "errors.field.number" }).int({ error: "errors.field.number" }).min(least, { error: "errors.field.range" }).max(most, { error: "errors.field.range" }).optional().transform((value) => value ?? null);
};

export const rulesSchema = z.object({
  bufferBeforeMinutes: own("bufferBeforeMinutes"),
  bufferAfterMinutes: own("bufferAfterMinutes"),
  visitsPerDay: own("visitsPerDay"),
  visitsPerWeek: own("visitsPerWeek"),
  longestDayMinutes: own("longestDayMinutes"),
  leadMinutes: own("leadMinutes"),
  horizonDays: own("horizonDays"),
  stepMinutes: own("stepMinutes").refine((value) => value === null || rasters.some((raster) => raster === value), { error: "errors.field.choice" }),
  means: z.enum(means, { error: "errors.field.choice" }).optional().transform((value) => value ?? null),
}) satisfies z.ZodType<OwnRules>;

export const holidaySchema = z.object({
  name: z.string().trim().max(60, { error: "errors.field.tooLong" }).optional().transform((value) => value ?? ""),
  fromDate: z.iso.date({ error: "errors.field.date" }),
  untilDate: z.iso.date({ error: "errors.field.date" }),
});
