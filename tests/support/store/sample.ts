import { sql } from "drizzle-orm";
import { type Kit, postgresKit, sqliteKit } from "#db/kit.ts";

/** A few small tables, so that the store's tests do not move with the product's schema. */
export const defineSample = (k: Kit) => {
  const person = k.table(
    "person",
    {
      id: k.id(),
      email: k.text("email").notNull(),
      trusted: k.bool("trusted").notNull().default(false),
      tastes: k.json<{ language: string; tags: string[] }>("tastes").notNull(),
      createdAt: k.ms("created_at").notNull(),
      deletedAt: k.ms("deleted_at"),
    },
    (t) => [k.uniqueIndex("person_email_live").on(t.email).where(sql`${t.deletedAt} is null`)],
  );
  const offer = k.table(
    "offer",
    {
      id: k.id(),
      personId: k.ref("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
      title: k.text("title").notNull(),
      price: k.cents("price").notNull(),
      rating: k.real("rating"),
      state: k.enumText("state", ["draft", "live"]).notNull().default("draft"),
    },
    (t) => [
      k.index("offer_person").on(t.personId),
      k.unique("offer_title_once").on(t.personId, t.title),
      k.check("offer_price_positive", sql`${t.price} >= 0`),
    ],
  );
  const tally = k.table(
    "tally",
    { person: k.ref("person").notNull(), day: k.int("day").notNull(), n: k.int("n").notNull() },
    (t) => [k.pk({ name: "tally_pk", columns: [t.person, t.day] })],
  );
  const event = k.table("event", { seq: k.seq(), name: k.text("name").notNull() });
  const slot = k.table("slot", {
    id: k.id(),
    lane: k.text("lane").notNull(),
    fromAt: k.ms("from_at").notNull(),
    untilAt: k.ms("until_at").notNull(),
  });
  return { person, offer, tally, event, slot };
};

const overlapOnSqlite = (event: "insert" | "update") =>
  `create trigger slot_no_overlap_${event} before ${event} on slot
  when exists (select 1 from slot other where other.lane = new.lane and other.id <> new.id
    and other.from_at < new.until_at and other.until_at > new.from_at)
  begin select raise(abort, 'slot_no_overlap'); end`;

/** The rule a generator cannot write: no two slots of a lane at the same time. */
export const noOverlap = {
  sqlite: [overlapOnSqlite("insert"), overlapOnSqlite("update")],
  postgres: [
    "create extension if not exists btree_gist",
    "alter table slot add constraint slot_no_overlap exclude using gist (lane with =, int8range(from_at, until_at) with &&)",
  ],
};

export const sampleSqlite = defineSample(sqliteKit);
export const samplePostgres = defineSample(postgresKit);
export type Sample = typeof sampleSqlite;
