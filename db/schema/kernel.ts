import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";

/** Jobs, journal, business clock, dated settings, limits: what every module leans on. */
export const kernelTables = (k: Kit) => {
  const job = k.table("job", {
    id: k.id(),
    kind: k.text("kind").notNull(),
    key: k.text("key"),
    payload: k.json<Record<string, unknown>>("payload").notNull(),
    runAt: k.ms("run_at").notNull(),
    state: k.enumText("state", ["queued", "running", "done", "dead"]).notNull().default("queued"),
    attempts: k.int("attempts").notNull().default(0),
    retryAt: k.ms("retry_at"),
    leaseUntil: k.ms("lease_until"),
    lastError: k.text("last_error"),
    createdAt: k.ms("created_at").notNull(),
    doneAt: k.ms("done_at"),
  }, (t) => [k.uniqueIndex("job_key").on(t.key), k.index("job_due").on(t.state, t.runAt)]);

  const journalEntry = k.table("journal_entry", {
    id: k.id(),
    seq: k.big("seq"),
    name: k.text("name").notNull(),
    subjectKind: k.text("subject_kind").notNull(),
    subjectId: k.text("subject_id").notNull(),
    actorKind: k.text("actor_kind").notNull(),
    actorId: k.text("actor_id"),
    at: k.ms("at").notNull(),
    facts: k.json<Record<string, unknown>>("facts").notNull(),
    personalDigest: k.text("personal_digest"),
    previousHash: k.text("previous_hash"),
    hash: k.text("hash"),
  }, (t) => [
    k.uniqueIndex("journal_seq").on(t.seq),
    k.index("journal_subject").on(t.subjectKind, t.subjectId, t.at),
    k.index("journal_unsealed").on(t.id).where(sql`${t.seq} is null`),
  ]);

  /** Personal values beside the journal: erased per person, the chain keeps only a salted digest of them. */
  const journalPersonal = k.table("journal_personal", {
    id: k.id(),
    entryId: k.ref("entry_id").notNull().references(() => journalEntry.id),
    personId: k.text("person_id").notNull(),
    salt: k.text("salt").notNull(),
    values: k.json<Record<string, unknown>>("personal_values").notNull(),
  }, (t) => [k.index("journal_personal_person").on(t.personId), k.index("journal_personal_entry").on(t.entryId)]);

  const clock = k.table("clock", { id: k.id(), offsetMs: k.ms("offset_ms").notNull(), movedAt: k.ms("moved_at") });

  const setting = k.table("setting", {
    id: k.id(),
    key: k.text("key").notNull(),
    value: k.json<unknown>("value").notNull(),
    validFrom: k.ms("valid_from").notNull(),
    createdBy: k.text("created_by"),
    createdAt: k.ms("created_at").notNull(),
  }, (t) => [k.index("setting_key").on(t.key, t.validFrom)]);

  const sitePage = k.table("site_page", {
    slug: k.id("slug"),
    title: k.json<Record<string, string>>("title").notNull(),
    body: k.json<Record<string, string>>("body").notNull(),
    updatedAt: k.ms("updated_at").notNull(),
    updatedBy: k.text("updated_by"),
  });

  const rateLimit = k.table("rate_limit", {
    key: k.id("key"),
    windowEndsAt: k.ms("window_ends_at").notNull(),
    count: k.int("count").notNull(),
  });

  return { job, journalEntry, journalPersonal, clock, setting, sitePage, rateLimit };
};
