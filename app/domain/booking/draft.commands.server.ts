import { eq } from "drizzle-orm";
import { atomically } from "../kernel/atomically.server.ts";
import { hasRole } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { isLocale } from "../kernel/words.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { partOf } from "./booking.policy.ts";
import { findBooking } from "./booking.queries.server.ts";
import { type Booking, bookingRoles } from "./booking.ts";

/** What was typed into a booking form so far, whether it is valid or not. */
export type Typed = { name: string; email: string; mobile: string; elsewhere: boolean; visitedName: string; visitedTelephone: string; visitedEmail: string; visitedLocale: string; street: string; concern: string; substitution?: "ask" | "same_time"; intake: Record<string, string> };

/** Who books and who is visited, as far as it was typed. */
const people = (typed: Typed): Pick<Booking, "contact" | "visited"> => ({
  contact: { name: typed.name.slice(0, 120), email: typed.email.slice(0, 254), mobile: typed.mobile.slice(0, 30) },
  visited: typed.elsewhere ? { name: typed.visitedName.slice(0, 120), telephone: typed.visitedTelephone.slice(0, 30), email: typed.visitedEmail.slice(0, 254), ...(isLocale(typed.visitedLocale) && { locale: typed.visitedLocale }) } : null,
});

/**
 * Keeps what was typed in a draft, so that signing in, a reload or another slot loses nothing. It is no submission:
 * the address does not open the booking to whoever owns it (`contactEmail` stays empty). Refusals: not-found, wrong-state.
 */
export const keepDraft = (ctx: Context, bookingId: string, typed: Typed): Promise<Result<Booking>> =>
  atomically(ctx, async (tx): Promise<Result<Booking>> => {
    const found = await findBooking(tx, bookingId);
    const part = found && partOf(tx.actor, found);
    if (!found || (part !== "customer" && !(part === "staff" && hasRole(tx.actor, ...bookingRoles)))) return refuse("not-found");
    if (found.state !== "draft") return refuse("wrong-state");
    const change = {
      // A story that somebody goes on with in the customer's place stays the customer's.
      ...(!found.watching && people(typed)),
      street: typed.street.slice(0, 160),
      concern: typed.concern.slice(0, 2000),
      substitution: typed.substitution ?? "ask",
      intake: Object.fromEntries(Object.entries(typed.intake).slice(0, 40).map(([code, answer]) => [code.slice(0, 80), answer.slice(0, 1000)])),
    };
    const { booking } = tx.db.t;
    const [row] = await tx.db.update(booking).set(change).where(eq(booking.id, bookingId)).returning();
    if (!row) return refuse("not-found");
    await record(tx, { name: "booking.draftKept", subject: { kind: "booking", id: bookingId }, facts: { fields: Object.keys(change) } });
    return ok(row);
  });
