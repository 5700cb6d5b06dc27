import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";

export const accountTables = (k: Kit) => {
  const person = k.table("person", {
    id: k.id(),
    email: k.text("email"),
    name: k.text("name").notNull(),
    mobile: k.text("mobile"),
    locale: k.enumText("locale", ["de", "fr", "it", "en"]).notNull().default("de"),
    createdAt: k.ms("created_at").notNull(),
    erasedAt: k.ms("erased_at"),
  }, (t) => [k.uniqueIndex("person_email").on(t.email).where(sql`${t.email} is not null`)]);

  const staffMember = k.table("staff_member", {
    personId: k.id("person_id").references(() => person.id),
    roles: k.json<string[]>("roles").notNull(),
    state: k.enumText("state", ["invited", "active", "ended"]).notNull(),
    passwordHash: k.text("password_hash"),
    totpSecret: k.text("totp_secret"),
    totpLastStep: k.big("totp_last_step"),
    recoveryHashes: k.json<string[]>("recovery_hashes").notNull(),
    createdAt: k.ms("created_at").notNull(),
  });

  /** The key is the hash of the cookie's token, so that a leaked database opens no session. */
  const session = k.table("session", {
    id: k.id(),
    publicId: k.text("public_id").notNull(),
    personId: k.ref("person_id").notNull().references(() => person.id),
    level: k.enumText("level", ["password_only", "full"]).notNull(),
    staff: k.bool("staff").notNull().default(false),
    device: k.text("device").notNull(),
    createdAt: k.ms("created_at").notNull(),
    seenAt: k.ms("seen_at").notNull(),
    expiresAt: k.ms("expires_at").notNull(),
  }, (t) => [k.index("session_person").on(t.personId), k.uniqueIndex("session_public").on(t.publicId)]);

  /** A mail with a link and a six-digit code: real time, used once. */
  const signIn = k.table("sign_in", {
    id: k.id(),
    email: k.text("email").notNull(),
    codeHash: k.text("code_hash").notNull(),
    linkHash: k.text("link_hash").notNull(),
    returnTo: k.text("return_to"),
    locale: k.text("locale").notNull(),
    attempts: k.int("attempts").notNull().default(0),
    createdAt: k.ms("created_at").notNull(),
    expiresAt: k.ms("expires_at").notNull(),
    usedAt: k.ms("used_at"),
  }, (t) => [k.uniqueIndex("sign_in_link").on(t.linkHash), k.index("sign_in_email").on(t.email)]);

  const invitation = k.table("invitation", {
    id: k.id(),
    kind: k.enumText("kind", ["staff", "helper"]).notNull(),
    email: k.text("email").notNull(),
    name: k.text("name").notNull(),
    roles: k.json<string[]>("roles").notNull(),
    locale: k.text("locale").notNull(),
    tokenHash: k.text("token_hash").notNull(),
    createdBy: k.text("created_by"),
    createdAt: k.ms("created_at").notNull(),
    expiresAt: k.ms("expires_at").notNull(),
    acceptedAt: k.ms("accepted_at"),
    personId: k.text("person_id"),
  }, (t) => [k.uniqueIndex("invitation_token").on(t.tokenHash)]);

  return { person, staffMember, session, signIn, invitation };
};
