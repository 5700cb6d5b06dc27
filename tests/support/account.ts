import { eq } from "drizzle-orm";
import type { StaffRole } from "#app/domain/kernel/actor.ts";
import { system } from "#app/domain/kernel/actor.ts";
import { must } from "#app/domain/kernel/result.ts";
import type { From } from "#app/domain/account/sign-in.commands.server.ts";
import { totpCode } from "#app/domain/account/second-factor.server.ts";
import { finishEnrolment, acceptAsStaff } from "#app/domain/account/staff-start.commands.server.ts";
import { inviteStaff } from "#app/domain/account/staff.commands.server.ts";
import { hashOfToken } from "#app/domain/account/session.commands.server.ts";
import { sessionUnder } from "#app/domain/account/session.queries.server.ts";
import type { World } from "./world.ts";

export const from: From = { network: "192.0.2.1", device: "Firefox, Android", replaces: null };
export const goodPassword = "Velo Kirsche Ofenrohr 9";

/** The data of the last mail of a kind that was queued. */
export async function lastMail(w: World, kind: string): Promise<Record<string, string>> {
  const { job } = w.store.t;
  const rows = await w.store.db.select({ payload: job.payload, at: job.createdAt }).from(job).where(eq(job.kind, "mail"));
  const mails = rows.map(({ payload }) => payload as { kind: string; data: Record<string, string> }).filter((payload) => payload.kind === kind);
  const last = mails.at(-1);
  if (!last) throw new Error(`No mail of kind ${kind}`);
  return last.data;
}

/** The session and the actor behind a token, as the next request would see them. */
export async function underToken(w: World, token: string) {
  const ctx = await w.as(system);
  return sessionUnder(w.store.db, hashOfToken(ctx, token), w.app.clock.real(), []);
}

/** A member of staff, told through the commands: invited, password set, second factor enrolled. */
export async function staffMember(w: World, email: string, roles: readonly StaffRole[]) {
  const { link } = must(await inviteStaff(await w.as(system), { email, name: "Regula Muster", locale: "de", roles }));
  const half = must(await acceptAsStaff(await w.as(system), { token: link.split("/").at(-1) ?? "", password: goodPassword, device: "", replaces: null }));
  const waiting = await underToken(w, half.token);
  if (!waiting) throw new Error("No session after the password");
  const secret = await secretOf(w, half.personId);
  const done = must(await finishEnrolment(await w.as(system), { session: waiting.session, code: totpCode(secret, w.app.clock.real()), device: "" }));
  return { personId: half.personId, secret, ...done };
}

export async function secretOf(w: World, personId: string): Promise<string> {
  const { staffMember: table } = w.store.t;
  const [row] = await w.store.db.select({ secret: table.totpSecret }).from(table).where(eq(table.personId, personId));
  return row?.secret ?? "";
}
