import { hashPassword } from "#app/domain/account/passwords.server.ts";
import { personWithEmail } from "#app/domain/account/person.commands.server.ts";
import { newTotpSecret } from "#app/domain/account/second-factor.server.ts";
import type { StaffRole } from "#app/domain/kernel/actor.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { record } from "#app/domain/kernel/journal.server.ts";

/** The demo's password for every staff account; the second factor's page shows the code. */
export const demoPassword = "quartier-demo-linde";

export const demoStaff: { email: string; name: string; roles: StaffRole[] }[] = [
  { email: "admin@lindensteg.example", name: "Andrea Lindenmann", roles: ["admin"] },
  { email: "certifier@lindensteg.example", name: "Beat Sutermeister", roles: ["certifier"] },
  { email: "quality@lindensteg.example", name: "Chantal Perroud", roles: ["quality"] },
  { email: "support@lindensteg.example", name: "Dario Fontana", roles: ["support"] },
  { email: "finance@lindensteg.example", name: "Elena Rickli", roles: ["finance"] },
];

/** One account for each role. They skip the invitation only because nobody is there to scan a code. */
export async function tellStaff(ctx: Context): Promise<string[]> {
  const passwordHash = await hashPassword(demoPassword);
  const ids: string[] = [];
  for (const { email, name, roles } of demoStaff) {
    const { personId } = await personWithEmail(ctx, { email, name, locale: "de" });
    await ctx.db.insert(ctx.db.t.staffMember).values({ personId, roles, state: "active", passwordHash, totpSecret: newTotpSecret(ctx), recoveryHashes: [], createdAt: ctx.now });
    await record(ctx, { name: "staff.started", subject: { kind: "person", id: personId }, facts: { roles } });
    ids.push(personId);
  }
  return ids;
}
