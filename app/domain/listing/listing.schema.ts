import { z } from "zod";
import { francs } from "./listing.ts";

/** One offer as its form says it: the price typed in francs, in or out of sight. */
export const listingSchema = z.object({
  price: z
    .string({ error: "errors.field.required" })
    .trim()
    .min(1, { error: "errors.field.required" })
    .transform((typed, at) => {
      const minor = francs(typed);
      if (minor === null) at.addIssue({ code: "custom", message: "errors.field.amount" });
      return minor ?? 0;
    }),
  words: z.string().trim().max(600, { error: "errors.field.tooLong" }).optional().transform((words) => words ?? ""),
  state: z.enum(["live", "paused"], { error: "errors.field.choice" }),
  instant: z.stringbool().optional().default(false),
});
