import { z } from "zod";
import { locales } from "../kernel/words.ts";
import { givenRights } from "./together.ts";

const words = (most: number) => z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(most, { error: "errors.field.tooLong" });
const right = z.enum(givenRights, { error: "errors.field.choice" });

/** A box that is ticked; `all` means every visit of the series. */
const ticked = z.literal("on").optional().transform((value) => value !== undefined);

/** Who is let in, and what they may. */
export const watcherSchema = z.object({ name: words(120), email: words(254).pipe(z.email({ error: "errors.field.email" })), right, locale: z.enum(locales, { error: "errors.field.choice" }), all: ticked });
export type WatcherForm = Omit<z.output<typeof watcherSchema>, "all"> & { all?: boolean };
export const rightSchema = z.object({ watcher: z.string({ error: "errors.field.required" }).max(64, { error: "errors.field.required" }), right, all: ticked });
