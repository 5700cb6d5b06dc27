import { z } from "zod";

/** A lane's name as staff see it, and how many days ahead its first slot lies. */
export const laneSchema = z.object({
  name: z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(60, { error: "errors.field.tooLong" }),
  waitDays: z.string({ error: "errors.field.required" }).trim().regex(/^\d{1,2}$/, { error: "errors.field.number" }).transform(Number).refine((days) => days <= 27, { error: "errors.field.range" }),
});
export type LaneInput = z.output<typeof laneSchema>;
