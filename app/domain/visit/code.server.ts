import type { Booking } from "../booking/booking.ts";
import type { Context } from "../kernel/context.ts";
import { consentCodes, type VisitCodes } from "./visit.ts";

const purpose = "visit.code";

/**
 * The four-digit codes of one visit, derived from the signing secret and never stored; no two are equal.
 * The helper's comes last, so that a new helper changes no code that a customer has printed.
 */
export function visitCodes(ctx: Pick<Context, "signing">, { id, helperId }: Pick<Booking, "id" | "helperId">): VisitCodes {
  const taken = new Set<string>();
  const draw = (whose: string): string => {
    for (let attempt = 0; ; attempt++) {
      const bytes = Buffer.from(ctx.signing.mac(purpose, `${id}/${whose}/${attempt}`), "base64url");
      const code = String(bytes.readUIntBE(0, 6) % 10_000).padStart(4, "0");
      if (taken.has(code)) continue;
      taken.add(code);
      return code;
    }
  };
  const customer = draw("customer");
  const consent = Array.from({ length: consentCodes }, (_, nth) => draw(`consent/${nth}`));
  return { customer, consent, helper: draw(`helper/${helperId ?? ""}`) };
}

/** What was typed, as four digits: people type spaces and dots. */
export const typedCode = (typed: string): string => typed.replace(/\D/g, "");

/** A wrong code as a digest, to know it again: the very same one right after is a line that broke, and says nothing new to whoever guesses. */
export const wrongCode = (ctx: Pick<Context, "signing">, of: string, typed: string): string => ctx.signing.mac("visit.code.wrong", `${of}/${typedCode(typed)}`);
