import type { Context } from "../kernel/context.ts";

const purpose = "booking.access";

/** The key in the signed link of every mail about a booking; made anew each time, so that only its digest is stored. */
export const accessKey = (ctx: Pick<Context, "signing">, bookingId: string): string => ctx.signing.mac(purpose, bookingId).slice(0, 32);
export const accessKeyHash = (ctx: Pick<Context, "signing">, bookingId: string): string => ctx.signing.digest(accessKey(ctx, bookingId));

const attemptPurpose = "booking.attempt";

/** The id that a hold made from one page of times will have, signed, so that nobody makes one up for a booking they know of. */
export function newAttempt(ctx: Pick<Context, "signing" | "newId">): string {
  const id = ctx.newId();
  return `${id}~${ctx.signing.mac(attemptPurpose, id)}`;
}
/** The id in an attempt; null for one that we did not make. */
export function attemptId({ signing }: Pick<Context, "signing">, attempt: string): string | null {
  const [id = "", mac = ""] = attempt.split("~");
  return id && signing.matches(attemptPurpose, id, mac) ? id : null;
}

const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** A reference that can be read out on the telephone: "Q7K3-M9FX", without letters and digits that sound or look alike. */
export function newReference(ctx: Pick<Context, "random">): string {
  const chars = Array.from({ length: 7 }, () => letters[Math.floor(ctx.random.next() * letters.length)]).join("");
  return `Q${chars.slice(0, 3)}-${chars.slice(3)}`;
}
