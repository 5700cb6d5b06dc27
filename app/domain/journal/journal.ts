import { canonical } from "../kernel/canonical.ts";

/** A row of the journal as the chain sees it. */
export type Entry = {
  id: string;
  name: string;
  subjectKind: string;
  subjectId: string;
  actorKind: string;
  actorId: string | null;
  at: number;
  facts: Record<string, unknown>;
  personalDigest: string | null;
};

/** What stands before the first link. */
export const beginning = "0".repeat(64);

/** The text whose SHA-256 is an entry's link: its number, the link before it and everything it says. */
export const linkText = (seq: number, previousHash: string, entry: Entry): string =>
  canonical([seq, previousHash, entry.id, entry.name, entry.subjectKind, entry.subjectId, entry.actorKind, entry.actorId, entry.at, entry.facts, entry.personalDigest]);
