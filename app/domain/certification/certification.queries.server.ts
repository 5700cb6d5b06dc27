import { and, asc, eq } from "drizzle-orm";
import type { ProgrammeContent } from "../catalogue/catalogue.ts";
import { maySeeHelpers } from "../helper/helper.policy.ts";
import type { Context } from "../kernel/context.ts";
import { publicStanding } from "./certification.ts";

export type PublicCertificate = { number: string; holder: string; programme: ProgrammeContent; issuedAt: number; standing: ReturnType<typeof publicStanding> };

/** The public proof of a certificate by its number, or null. */
export async function publicCertificate(ctx: Context, number: string): Promise<PublicCertificate | null> {
  const { certificate, helper, programme } = ctx.db.t;
  const [row] = await ctx.db
    .select({ certificate, programme: programme.content, holder: helper.displayName, state: helper.state, stateSince: helper.stateSince })
    .from(certificate)
    .innerJoin(helper, eq(helper.id, certificate.helperId))
    .innerJoin(programme, eq(programme.code, certificate.programmeCode))
    .where(eq(certificate.number, number.trim().toUpperCase()));
  if (!row) return null;
  const suspendedSince = row.state === "suspended" || row.state === "ended" ? row.stateSince : null;
  return { number: row.certificate.number, holder: row.holder, programme: row.programme, issuedAt: row.certificate.issuedAt, standing: publicStanding(row.certificate, suspendedSince, ctx.now) };
}

/** Every certificate of one helper, for staff and for the helper. */
export async function certificatesOf(ctx: Context, helperId: string) {
  if (!(maySeeHelpers(ctx.actor) || ctx.actor.helperId === helperId || ctx.actor.kind === "system")) return [];
  const { certificate, programme } = ctx.db.t;
  return ctx.db
    .select({ certificate, programme: programme.content })
    .from(certificate)
    .innerJoin(programme, eq(programme.code, certificate.programmeCode))
    .where(and(eq(certificate.helperId, helperId)))
    .orderBy(asc(certificate.issuedAt));
}
