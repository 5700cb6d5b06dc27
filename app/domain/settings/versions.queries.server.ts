import { desc, eq } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";

/** The versions of one setting, newest first, future ones included, with who laid them down; administrators only. */
export async function settingVersions(ctx: Context, key: string): Promise<{ id: string; validFrom: number; createdAt: number; by: string | null }[]> {
  if (!hasRole(ctx.actor, "admin")) return [];
  const { setting, person } = ctx.db.t;
  return ctx.db
    .select({ id: setting.id, validFrom: setting.validFrom, createdAt: setting.createdAt, by: person.name })
    .from(setting)
    .leftJoin(person, eq(person.id, setting.createdBy))
    .where(eq(setting.key, key))
    .orderBy(desc(setting.validFrom), desc(setting.createdAt))
    .limit(20);
}
