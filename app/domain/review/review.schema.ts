import { z } from "zod";
import { aspects, reviewLimit } from "./review.ts";

const stars = z.coerce.number({ error: "errors.field.required" }).int({ error: "errors.field.required" }).min(1, { error: "errors.field.required" }).max(5, { error: "errors.field.required" });
const words = z.string().trim().max(reviewLimit, { error: "errors.field.tooLong" }).optional().transform((value) => value ?? "");

/** Stars by aspect, words for everybody, a private word for the company. */
export const reviewSchema = z.object({ ...(Object.fromEntries(aspects.map((aspect) => [aspect, stars])) as Record<(typeof aspects)[number], typeof stars>), words, privateWord: words });
