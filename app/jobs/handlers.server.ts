import type { Handlers } from "./job.ts";
import { sendMail } from "./mail.server.ts";
import { runRecurring } from "./schedule.ts";

/** Who does which kind of work. */
export const handlers: Partial<Handlers> = {
  mail: sendMail,
  recurring: runRecurring,
};
