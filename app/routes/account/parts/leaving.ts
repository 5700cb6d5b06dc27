type Who = { id: string; name: string };

/** Who is gone from a list since it was last shown, and beside whom the reader goes on: the next one, else the last; null when nobody is gone. */
export function afterLeaving(before: readonly Who[], now: readonly Who[]): { left: Who; next: string | null } | null {
  const here = new Set(now.map(({ id }) => id));
  const at = before.findIndex(({ id }) => !here.has(id));
  const left = before[at];
  if (!left) return null;
  const next = before.slice(at + 1).find(({ id }) => here.has(id)) ?? now.at(-1);
  return { left: { id: left.id, name: left.name }, next: next?.id ?? null };
}
