import { z } from "zod";
import { extraKinds, extraWordsMost } from "./visit.ts";

/** "24", "24.50", "1'000.-": francs as people type them, as minor units. */
const francs = z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" })
  .transform((typed) => typed.replace(/^(CHF|Fr\.?)\s*/i, "").replace(/['’\s]/g, "").replace(/\.[-–]$/, "").replace(",", "."))
  .refine((typed) => /^\d{1,6}(\.\d{1,2})?$/.test(typed) && Number(typed) > 0, { error: "visit.offer.amountWrong" })
  .transform((typed) => Math.round(Number(typed) * 100));

/** The form that proposes an extra; `after` is how many there were when it was shown. */
export const extraSchema = z.object({
  kind: z.enum(extraKinds, { error: "errors.field.choice" }),
  words: z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(extraWordsMost, { error: "errors.field.tooLong" }),
  amount: francs,
  after: z.coerce.number().int().min(0).max(1000).optional(),
});
