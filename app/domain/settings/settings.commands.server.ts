import { hasRole } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { defaultSettings, type Settings } from "./settings.ts";

/** Lays down a new dated version of one setting; what was made under the old one keeps it. `validFrom` is business time, now at the earliest. */
export const saveSetting = <K extends keyof Settings>(ctx: Context, key: K, value: Settings[K] extends object ? Partial<Settings[K]> : Settings[K], validFrom = ctx.now): Promise<Result<{ id: string }, "not-allowed" | "past">> =>
  atomically(ctx, async (tx) => {
    if (tx.actor.kind !== "system" && !hasRole(tx.actor, "admin")) return refuse("not-allowed");
    if (validFrom < tx.now) return refuse("past");
    const id = tx.newId();
    const preset = defaultSettings[key];
    const named = key === "policy" ? { ...(value as object), version: id } : value;
    await tx.db.insert(tx.db.t.setting).values({ id, key, value: named, validFrom, createdBy: tx.actor.personId, createdAt: tx.now });
    const fields = typeof preset === "object" ? Object.keys(value as object) : [key];
    await record(tx, { name: "setting.saved", subject: { kind: "setting", id: key }, facts: { fields, validFrom } });
    return ok({ id });
  });

/** A page that staff edit (imprint, privacy, terms …), in every language; Markdown's headings, lists, links and paragraphs. */
export const saveSitePage = (ctx: Context, page: { slug: string; title: Record<string, string>; body: Record<string, string> }): Promise<Result<null, "not-allowed">> =>
  atomically(ctx, async (tx) => {
    if (tx.actor.kind !== "system" && !hasRole(tx.actor, "admin")) return refuse("not-allowed");
    const { sitePage } = tx.db.t;
    const columns = { title: page.title, body: page.body, updatedAt: tx.now, updatedBy: tx.actor.personId };
    await tx.db.insert(sitePage).values({ slug: page.slug, ...columns }).onConflictDoUpdate({ target: sitePage.slug, set: columns });
    await record(tx, { name: "sitePage.saved", subject: { kind: "sitePage", id: page.slug } });
    return ok(null);
  });
