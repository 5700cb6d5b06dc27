import { hash, verify } from "@node-rs/argon2";
import { isCommonPassword } from "./common-passwords.ts";
import { fold } from "./fold.ts";

const passwordLength = 12;

/** Why a password is refused, or null; `about` are words that everybody would guess: name, address, company. */
export function passwordProblem(password: string, about: readonly string[] = []): "too-short" | "too-long" | "common" | "personal" | null {
  const length = [...password].length;
  if (length < passwordLength) return "too-short";
  // argon2 reads everything; a limit keeps one request from costing seconds.
  if (length > 200) return "too-long";
  if (isCommonPassword(password)) return "common";
  const plain = fold(password);
  const own = about.flatMap((text) => fold(text).split(/[^a-z]+/)).filter((word) => word.length >= 4);
  const rest = own.reduce((text, word) => text.replaceAll(word, ""), plain);
  return rest.length < 6 && rest !== plain ? "personal" : null;
}

// argon2id is the library's default; memory and time as OWASP's password storage cheat sheet asks.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

let nobodys: Promise<string> | undefined;

/** Verifies against nobody's hash where there is none, so that the time taken tells nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword("nobody has this password");
  const fits = await verify(stored ?? (await nobodys), password.slice(0, 1000).normalize("NFKC"));
  return stored !== null && fits;
}
