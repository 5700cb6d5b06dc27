import { eq, sql } from "drizzle-orm";
import { bookingAtomically } from "../availability/occupancy.server.ts";
import { findBooking } from "../booking/booking.queries.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { stopWaiting } from "./absence.server.ts";
import { typedCode, visitCodes, wrongCode } from "./code.server.ts";
import { codeTriesMost } from "./visit.ts";
import { whyNotCheck } from "./visit.policy.ts";

/** Whether the code was right, and how many tries are left where it was not. */
export type Checked = { matched: boolean; left: number };

/**
 * The helper types the customer's code at the door. A wrong one is an answer and not a refusal, because a refusal would give the try back;
 * the same wrong one sent twice counts once.
 * Refusals: not-found, not-allowed, wrong-state, too-many-tries.
 */
export const checkCode = (ctx: Context, bookingId: string, typed: string): Promise<Result<Checked>> =>
  bookingAtomically(ctx, async (tx): Promise<Result<Checked>> => {
    const found = await findBooking(tx, bookingId);
    if (!found) return refuse("not-found");
    const left = codeTriesMost - found.codeTries;
    if (found.codeMatchedAt !== null) return ok({ matched: true, left });
    const refusal = whyNotCheck(found, tx.actor);
    if (refusal) return refuse(refusal);
    const { booking } = tx.db.t;
    const matched = typedCode(typed) === visitCodes(tx, found).customer;
    const codeWrong = matched ? null : wrongCode(tx, bookingId, typed);
    if (codeWrong !== null && codeWrong === found.codeWrong) return ok({ matched, left });
    await tx.db.update(booking).set(matched ? { codeMatchedAt: tx.now } : { codeTries: sql`${booking.codeTries} + 1`, codeWrong }).where(eq(booking.id, bookingId));
    await record(tx, { name: matched ? "booking.codeMatched" : "booking.codeWrong", subject: { kind: "booking", id: bookingId }, facts: matched ? {} : { tries: found.codeTries + 1, most: codeTriesMost } });
    // They have met: nobody is absent any more.
    if (matched) await stopWaiting(tx, bookingId);
    return ok({ matched, left: matched ? left : left - 1 });
  });
