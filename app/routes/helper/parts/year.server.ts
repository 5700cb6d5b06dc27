import { dateAt } from "#app/domain/availability/days.ts";
import { crosses, type YearOfEarnings, yearOfEarnings } from "#app/domain/booking/earnings.queries.server.ts";
import type { Context } from "#app/domain/kernel/context.ts";

/** Of some requests those that would take their year's earnings over the limit of the policy, with the sum that they lead to. */
export async function crossingRequests(ctx: Context, helperId: string, requests: readonly { id: string; startsAt: number; netMinor: number }[]): Promise<Record<string, YearOfEarnings>> {
  const years = new Map<string, YearOfEarnings>();
  const crossing: Record<string, YearOfEarnings> = {};
  for (const { id, startsAt, netMinor } of requests) {
    const asked = dateAt(ctx.settings.zone, startsAt).slice(0, 4);
    const known = years.get(asked) ?? (await yearOfEarnings(ctx, helperId, startsAt));
    years.set(asked, known);
    if (crosses(known, netMinor)) crossing[id] = { ...known, expectedMinor: known.expectedMinor + netMinor };
  }
  return crossing;
}
