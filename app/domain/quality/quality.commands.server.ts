import { and, desc, eq } from "drizzle-orm";
import { findBooking } from "../booking/booking.queries.server.ts";
import { atomically } from "../kernel/atomically.server.ts";
import type { Context } from "../kernel/context.ts";
import { record } from "../kernel/journal.server.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { count } from "./figures.commands.server.ts";
import { mayWorkOnQuality } from "./quality.policy.ts";

export const verdicts = ["right", "remark", "wrong"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * The company's own look at a visit, on which the figure "solved correctly" rests: only "right" counts as right.
 * The same person judges a visit once. Refusals: not-found, not-allowed, wrong-state, invalid.
 */
export const expertCheck = (ctx: Context, bookingId: string, { verdict, words }: { verdict: Verdict; words: string }): Promise<Result<{ checkId: string }>> =>
  atomically(ctx, async (tx): Promise<Result<{ checkId: string }>> => {
    const booking = await findBooking(tx, bookingId);
    if (!booking) return refuse("not-found");
    const staffId = tx.actor.personId;
    if (!mayWorkOnQuality(tx.actor) || !staffId) return refuse("not-allowed");
    if (!["reported", "signed_off", "closed"].includes(booking.state)) return refuse("wrong-state");
    if (words.trim() === "" || words.length > 2000) return refuse("invalid", { words: words.trim() === "" ? "errors.field.required" : "errors.field.tooLong" });
    const { expertCheck: table } = tx.db.t;
    const [known] = await tx.db.select().from(table).where(and(eq(table.bookingId, bookingId), eq(table.staffId, staffId))).orderBy(desc(table.at)).limit(1);
    if (known) return ok({ checkId: known.id });
    const id = tx.newId();
    const first = (await tx.db.$count(table, eq(table.bookingId, bookingId))) === 0;
    await tx.db.insert(table).values({ id, bookingId, verdict, words: words.trim(), staffId, at: tx.now });
    await record(tx, { name: "quality.checked", subject: { kind: "booking", id: bookingId }, facts: { checkId: id, verdict } });
    // A visit counts once in the figures, whoever looks at it again.
    if (first) await count(tx, booking, { checked: 1, checkedRight: verdict === "right" ? 1 : 0 });
    return ok({ checkId: id });
  });
