import { z } from "zod";
import { staffRoles } from "../kernel/actor.ts";
import { locales } from "../kernel/words.ts";

const typed = (most: number) => z.string({ error: "errors.field.required" }).trim().min(1, "errors.field.required").max(most, "errors.field.tooLong");

/** An address as people type it; the mail that arrives, or does not, is the real test. */
export const emailField = typed(254).regex(/^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+\.[^\s@<>"',;:\\.]{2,}$/, "errors.field.email");

export const signInForm = z.object({ email: emailField });
export const codeForm = z.object({ code: typed(20).regex(/^(\s*\d\s*){6}$/, "errors.field.code") });
export const secondFactorForm = z.object({ code: typed(40) });
export const passwordForm = z.object({ email: emailField, password: z.string({ error: "errors.field.required" }).min(1, "errors.field.required").max(1000, "errors.field.tooLong") });
export const newPasswordForm = z.object({ password: z.string({ error: "errors.field.required" }).max(1000, "errors.field.tooLong") });

export const profileForm = z.object({
  name: typed(120),
  mobile: z
    .string()
    .trim()
    .max(30, "errors.field.tooLong")
    .regex(/^\+?[\d\s()/.-]{7,}$/, "errors.field.telephone")
    .optional(),
  locale: z.enum(locales, { error: "errors.field.choice" }),
});

/** Boxes that share a name come as one word or several; none comes as nothing. */
const roles = z
  .preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(staffRoles, { error: "errors.field.choice" })).max(10))
  .transform((chosen) => [...new Set(chosen)]);
export const staffRolesForm = z.object({ roles });
export const inviteStaffForm = z.object({ name: typed(120), email: emailField, locale: z.enum(["de", "en"], { error: "errors.field.choice" }), roles });
