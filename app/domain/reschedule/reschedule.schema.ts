import { z } from "zod";
import { mostSlots, sides } from "./reschedule.ts";

const time = z.coerce.number({ error: "reschedule.error.none" }).int({ error: "reschedule.error.none" }).min(1, { error: "reschedule.error.none" }).max(8_640_000_000_000_000, { error: "reschedule.error.none" });

/** The form that proposes other times: the chosen starts as UTC milliseconds; staff say in whose name. */
export const proposeSchema = z.object({
  slot: z.array(time, { error: "reschedule.error.none" }).min(1, { error: "reschedule.error.none" }).max(mostSlots, { error: "reschedule.error.tooMany" }),
  side: z.enum(sides, { error: "errors.field.choice" }).optional(),
});
