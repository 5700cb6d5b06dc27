import { generateSync, generateURI, ScureBase32Plugin, verifySync } from "otplib";
import type { Context } from "../kernel/context.ts";

const base32 = new ScureBase32Plugin();
export const stepSeconds = 30;

/** A new shared secret of 160 bits. */
export const newTotpSecret = (ctx: Pick<Context, "random">): string => base32.encode(ctx.random.bytes(20));

/** What the QR code says to an authenticator. */
export const totpUri = (secret: string, label: string, issuer: string): string => generateURI({ secret, label, issuer });

/** The code of this moment: for the demo's page and for tests. */
export const totpCode = (secret: string, realNow: number): string => generateSync({ secret, epoch: Math.floor(realNow / 1000) });

/** The step a code belongs to, one step early or late included; null when it fits none. */
export function totpStep(secret: string, code: string, realNow: number): number | null {
  const result = verifySync({ secret, token: code, epoch: Math.floor(realNow / 1000), epochTolerance: stepSeconds });
  return result.valid && "timeStep" in result ? (result.timeStep ?? null) : null;
}

// Without letters and digits that people confuse on paper.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const recoveryCount = 10;

/** Ten codes to print, twelve characters each ("kq7m-x2pd-9wfa"). */
export function newRecoveryCodes({ random }: Pick<Context, "random">): string[] {
  const letter = () => alphabet[Math.floor(random.next() * alphabet.length)] ?? "a";
  const group = () => letter() + letter() + letter() + letter();
  return Array.from({ length: recoveryCount }, () => `${group()}-${group()}-${group()}`);
}

export const recoveryHash = (ctx: Pick<Context, "signing">, personId: string, code: string): string =>
  ctx.signing.mac("recovery", `${personId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

export const looksLikeRecovery = (code: string): boolean => code.replace(/[^a-zA-Z0-9]/g, "").length === 12;
