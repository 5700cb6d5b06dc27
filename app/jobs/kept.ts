import type { Job } from "./job.ts";

/** What a finished job keeps of its payload: a mail's address, codes and links have done their duty. */
export function keptOf({ kind, payload }: Job): Record<string, unknown> {
  if (kind !== "mail") return payload;
  const { email: _email, data: _data, ...kept } = payload;
  return kept;
}
