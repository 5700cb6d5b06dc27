import { z } from "zod";
import type { ServiceTypeContent } from "../catalogue/catalogue.ts";
import { locales } from "../kernel/words.ts";
import { lateCauses } from "../visit/visit.ts";
import { cancelReasons, type PersonVisited } from "./booking.ts";

const words = (most: number) => z.string({ error: "errors.field.required" }).trim().max(most, { error: "errors.field.tooLong" });
const required = (most: number) => words(most).min(1, { error: "errors.field.required" });
const optional = (most: number) => words(most).optional().transform((value) => value ?? "");
const telephone = required(30).regex(/^\+?[0-9][0-9 ()/.-]{7,28}$/, { error: "errors.field.telephone" });

/** The address and the people of a booking. `elsewhere` says that somebody else is visited: then their name and telephone are needed. */
const people = {
  name: required(120),
  email: required(254).pipe(z.email({ error: "errors.field.email" })),
  mobile: telephone,
  elsewhere: z.union([z.literal("on"), z.literal("")]).optional().transform((value) => value === "on"),
  visitedName: optional(120),
  visitedTelephone: optional(30),
  visitedEmail: optional(254),
  visitedLocale: z.union([z.enum(locales), z.literal("")], { error: "errors.field.choice" }).optional(),
  street: required(160),
  postcode: required(4).regex(/^[1-9]\d{3}$/, { error: "errors.field.postcode" }),
  locality: required(80),
  concern: optional(2000),
  substitution: z.enum(["ask", "same_time"]).optional().catch("ask"),
};

/** One field per intake question, named `intake.<code>`; conform nests it into `intake`. */
function intakeOf(content: Pick<ServiceTypeContent, "intake">) {
  const fields: Record<string, z.ZodType<string>> = {};
  for (const question of content.intake) {
    const codes = question.kind === "yesno" ? ["yes", "no"] : question.choices?.map(({ code }) => code);
    const missing = codes ? "errors.field.choice" : "errors.field.required";
    const free = question.kind === "number" ? words(12).regex(/^\d{0,9}([.,]\d{1,3})?$/, { error: "errors.field.number" }) : codes ? z.string({ error: missing }).trim().max(1000, { error: missing }) : words(1000);
    const one = codes ? free.refine((value) => value === "" || codes.includes(value), { error: "errors.field.choice" }) : free;
    fields[question.code] = question.required ? one.refine((value) => value !== "", { error: missing }) : one.optional().transform((value) => value ?? "");
  }
  return z.object(fields);
}

// Without this, the person visited would be checked only once every other field is right.
const together = { when: () => true };

/** The booking form of one service type. */
export const bookingSchema = (content: Pick<ServiceTypeContent, "intake">) =>
  z
    .object({ ...people, intake: content.intake.some(({ required: must }) => must) ? intakeOf(content) : intakeOf(content).optional() })
    .refine((form) => !form.elsewhere || !!form.visitedName, { path: ["visitedName"], error: "errors.field.required", ...together })
    .refine((form) => !form.elsewhere || telephone.safeParse(form.visitedTelephone).success, { path: ["visitedTelephone"], error: "errors.field.telephone", ...together })
    .refine((form) => !form.elsewhere || !form.visitedEmail || z.email().safeParse(form.visitedEmail).success, { path: ["visitedEmail"], error: "errors.field.email", ...together })
    .transform((form): BookingForm => ({
      contact: { name: form.name, email: form.email, mobile: form.mobile },
      visited: form.elsewhere ? { name: form.visitedName, telephone: form.visitedTelephone, ...(form.visitedEmail && { email: form.visitedEmail }), ...(form.visitedLocale && { locale: form.visitedLocale }) } : { name: form.name, telephone: form.mobile },
      street: form.street,
      postcode: form.postcode,
      locality: form.locality,
      intake: form.intake ?? {},
      concern: form.concern,
      substitution: form.substitution,
    }));

/** What `submitBooking` takes. */
export type BookingForm = {
  contact: { name: string; email: string; mobile: string };
  visited: PersonVisited;
  street: string;
  postcode: string;
  locality: string;
  intake: Record<string, string>;
  concern: string;
  /** What happens when the helper says no, is silent or falls out; absent is "ask me first". */
  substitution?: "ask" | "same_time" | undefined;
};

export const cancelSchema = z.object({ reason: z.enum(cancelReasons, { error: "errors.field.choice" }) });
/** "I cannot come after all", after the beginning: what has happened, in codes. */
export const lateSchema = z.object({ reason: z.enum(lateCauses, { error: "errors.field.choice" }) });

const voice = z.enum(["yes", "no", "unknown"], { error: "errors.field.required" });
export const signOffSchema = z.object({ solved: voice, right: voice });
export const stillSchema = z.object({ still: voice });

const amount = z.coerce.number({ error: "errors.field.number" }).finite({ error: "errors.field.number" }).min(-1e9, { error: "errors.field.number" }).max(1e9, { error: "errors.field.number" });
const optionalNumber = z.union([z.literal("").transform(() => null), amount], { error: "errors.field.number" }).nullish().transform((value) => value ?? null);

/** The helper's report: `checklist[0].code`, `checklist[0].done`, `measures[0].code` … as conform nests them. */
export const reportSchema = z.object({
  outcome: z.enum(["solved", "partly", "not_solved"], { error: "errors.field.required" }),
  checklist: z
    .array(z.object({ code: z.string().max(80), done: z.union([z.boolean(), z.literal("on").transform(() => true)]).optional().transform((value) => value ?? false), value: words(60).optional() }))
    .max(60)
    .optional()
    .transform((rows) => rows ?? []),
  rootCause: z.string().max(80).optional().transform((value) => value || null),
  words: optional(2000),
  /** What was worked of a visit that is paid by the hour, in minutes; absent is the time between start and end. */
  workedMinutes: z.union([z.literal("").transform(() => null), z.coerce.number({ error: "errors.field.number" }).int({ error: "errors.field.number" })], { error: "errors.field.number" }).nullish(),
  measures: z
    .array(z.object({ code: z.string().max(80), count: z.coerce.number({ error: "errors.field.number" }).int({ error: "errors.field.number" }).min(1, { error: "errors.field.number" }).max(10_000, { error: "errors.field.number" }), before: optionalNumber, after: optionalNumber, evidence: optional(400) }))
    .max(40)
    .optional()
    .transform((rows) => rows ?? []),
});
export type ReportForm = z.output<typeof reportSchema>;
