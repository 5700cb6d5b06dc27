import { z } from "zod";

/** "45" or "45.50" francs, kept in Rappen; a reason; and the name of the form that asks, so that it counts once. */
export const refundSchema = z.object({
  amount: z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).regex(/^\d{1,6}([.,]\d{1,2})?$/, { error: "errors.field.amount" }).transform((value) => Math.round(Number(value.replace(",", ".")) * 100)).refine((minor) => minor > 0, { error: "errors.field.amount" }),
  reason: z.string({ error: "errors.field.required" }).trim().min(3, { error: "errors.field.tooShort" }).max(300, { error: "errors.field.tooLong" }),
  /** What is given back: the visit's own money, or that of one extra by its id. */
  of: z.string().max(64).optional().transform((value) => value || "visit"),
  once: z.string().max(60).optional(),
});
