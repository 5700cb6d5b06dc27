import { and, eq, isNull } from "drizzle-orm";
import { hasRole } from "../kernel/actor.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { later } from "../kernel/later.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { refreshSearchArea } from "../search/area.server.ts";
import { certificateNumber, monthsLater } from "./certification.ts";

const mayCertify = (ctx: Context): boolean => ctx.actor.kind === "system" || hasRole(ctx.actor, "certifier");

/** Certifies a helper for a programme; validity in whole months from now, the programme's own by default. */
export const certify = (ctx: Context, ask: { helperId: string; programmeCode: string; validityMonths?: number }): Promise<Result<{ id: string; number: string; validUntil: number }, "not-allowed" | "not-found" | "already-certified" | "validity">> =>
  atomically(ctx, async (tx) => {
    if (!mayCertify(tx)) return refuse("not-allowed");
    const { helper, programme, certificate } = tx.db.t;
    const [who] = await tx.db.select().from(helper).where(eq(helper.id, ask.helperId));
    const [what] = await tx.db.select().from(programme).where(eq(programme.code, ask.programmeCode));
    if (!who || !what || who.state === "ended") return refuse("not-found");
    const months = ask.validityMonths ?? what.content.validityMonths;
    if (!Number.isInteger(months) || months < 1 || months > 60) return refuse("validity");
    const [held] = await tx.db.select().from(certificate).where(and(eq(certificate.helperId, who.id), eq(certificate.programmeCode, what.code), isNull(certificate.endedAt)));
    if (held && held.validUntil > monthsLater(tx.now, 2)) return refuse("already-certified");
    const id = tx.newId();
    const number = certificateNumber(new Date(tx.now).getUTCFullYear(), tx.random.bytes(8));
    const validUntil = monthsLater(tx.now, months);
    await tx.db.insert(certificate).values({ id, number, helperId: who.id, programmeCode: what.code, issuedAt: tx.now, validUntil, issuedBy: tx.actor.personId });
    await record(tx, { name: "certificate.issued", subject: { kind: "helper", id: who.id }, facts: { certificateId: id, number, programme: what.code, validUntil } });
    await refreshSearchArea(tx, who.id);
    await later(tx, "mail", { kind: "certificate.issued.helper", personId: who.personId, data: { number, programme: what.code } });
    return ok({ id, number, validUntil });
  });

/** Ends one certificate at once; the reason is for the helper and staff, never for the public. */
export const endCertificate = (ctx: Context, ask: { certificateId: string; reason: string }): Promise<Result<null, "not-allowed" | "not-found" | "reason-missing">> =>
  atomically(ctx, async (tx) => {
    if (!mayCertify(tx)) return refuse("not-allowed");
    if (!ask.reason.trim()) return refuse("reason-missing");
    const { certificate } = tx.db.t;
    const [row] = await tx.db.select().from(certificate).where(and(eq(certificate.id, ask.certificateId), isNull(certificate.endedAt)));
    if (!row) return refuse("not-found");
    await tx.db.update(certificate).set({ endedAt: tx.now, endReason: ask.reason.trim() }).where(eq(certificate.id, row.id));
    await record(tx, { name: "certificate.ended", subject: { kind: "helper", id: row.helperId }, facts: { certificateId: row.id, number: row.number } });
    await refreshSearchArea(tx, row.helperId);
    return ok(null);
  });
