import { z } from "zod";
import { messageLimit } from "./messaging.ts";

export const messageSchema = z.object({ words: z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(messageLimit, { error: "errors.field.tooLong" }) });
