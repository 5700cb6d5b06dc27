/** A filter from the address, trimmed and cut. */
export const textOf = (params: URLSearchParams, name: string, most = 80): string => (params.get(name) ?? "").trim().slice(0, most);

/** One of some words from the address, or undefined. */
export const oneOf = <T extends string>(params: URLSearchParams, name: string, words: readonly T[]): T | undefined => words.find((word) => word === params.get(name));

/** The same address with other parameters; null takes one away. */
export function addressWith(url: URL, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const search = params.toString();
  return `${url.pathname}${search ? `?${search}` : ""}`;
}
