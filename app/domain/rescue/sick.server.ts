import { and, eq, gt, lte } from "drizzle-orm";
import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";

/** Did the helper close these days for illness? Then handing the visit back counts in no figure: the closed days are what keeps it honest. */
export async function isExcused(tx: Context, { helperId, startsAt }: Pick<Booking, "helperId" | "startsAt">): Promise<boolean> {
  if (!helperId) return false;
  const { sickRange } = tx.db.t;
  return (await tx.db.$count(sickRange, and(eq(sickRange.helperId, helperId), lte(sickRange.fromAt, startsAt), gt(sickRange.untilAt, startsAt)))) > 0;
}
