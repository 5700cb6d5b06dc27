import { z } from "zod";

/** What "tell me when" must say; messages are text keys. */
export const areaWishSchema = z.object({
  postcode: z.string({ error: "errors.field.required" }).trim().regex(/^\d{4}$/, "errors.field.postcode"),
  email: z.string().trim().toLowerCase().max(200, "errors.field.tooLong").pipe(z.email("errors.field.email")).optional(),
});
