import { z } from "zod";
import { locales } from "../kernel/words.ts";
import { radiusKm } from "./helper.ts";

const text = (max: number) => z.string({ error: "errors.field.required" }).trim().min(1, { error: "errors.field.required" }).max(max, { error: "errors.field.tooLong" });

/** The helper's own words and languages. */
export const profileSchema = z.object({
  givenName: text(60),
  familyName: text(80),
  biography: text(1500),
  languages: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(z.enum([...locales, "sq", "pt", "es", "tr", "ta", "sr"]), { error: "errors.field.choice" }).min(1, { error: "errors.field.choice" })),
  /** Customers see it once their visit is accepted. */
  mobile: text(30).regex(/^\+?[\d\s()/.-]{7,}$/, { error: "errors.field.telephone" }),
  searchOptIn: z.stringbool().optional().default(false),
});

export const addressSchema = z.object({
  street: text(120),
  postcode: z.string({ error: "errors.field.required" }).trim().regex(/^[1-9]\d{3}$/, { error: "errors.field.postcode" }),
  locality: text(80),
});

export const radiusSchema = z.object({ radiusKm: z.coerce.number({ error: "errors.field.number" }).int({ error: "errors.field.number" }).min(radiusKm.min, { error: "errors.field.range" }).max(radiusKm.max, { error: "errors.field.range" }) });

export const inviteSchema = z.object({
  givenName: text(60),
  familyName: text(80),
  email: z.string({ error: "errors.field.required" }).trim().toLowerCase().max(254, { error: "errors.field.tooLong" }).pipe(z.email({ error: "errors.field.email" })),
  locale: z.enum(locales, { error: "errors.field.choice" }),
});

export type ProfileInput = z.output<typeof profileSchema>;
export type AddressInput = z.output<typeof addressSchema>;
export type InviteInput = z.output<typeof inviteSchema>;
