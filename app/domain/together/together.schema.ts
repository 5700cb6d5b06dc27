import { z } from "zod";
import { locales } from "../kernel/words.ts";
import { givenRights } from "./together.ts";

const words = (most: number) => z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(most, { error: "errors.field.tooLong" });
const right = z.enum(givenRights, { error: "errors.field.choice" });

/** Who is let in, and what they may. */
export const watcherSchema = z.object({ name: words(120), email: words(254).pipe(z.email({ error: "errors.field.email" })), right, locale: z.enum(locales, { error: "errors.field.choice" }) });
export type WatcherForm = z.output<typeof watcherSchema>;
export const rightSchema = z.object({ watcher: z.string({ error: "errors.field.required" }).max(64, { error: "errors.field.required" }), right });
