import fc from "fast-check";
import type { Pools } from "./fuzz.world.ts";
import type { Target } from "./fuzz.targets.ts";

export type Value = { kind: "apt"; pick: number } | { kind: "word"; pick: number } | { kind: "stranger"; pick: number } | { kind: "odd"; text: string };
/** Which field: one that the route's sources name, or one that nobody would. */
type Field = { pick: number; odd: string | null };
export type Input = {
  actor: number;
  params: Value[];
  query: { field: Field; values: Value[] }[];
  /** "apt" fills in every field as a person would, before the fields below are put over it. */
  form: "apt" | "bare";
  fields: { field: Field; values: Value[] }[];
  files: { field: Field; bytes: number }[];
  body: "form" | "multipart" | "json" | "none" | "broken";
  cookie: string | null;
};

const long = [300, 5000, 70_000].map((length) => "ä".repeat(length));
const oddTexts = ["", " ", "\t\n\r", "\u0000", "a\u0000b", "\u202eright to left", "\ud800", "👩‍👩‍👧‍👦".repeat(20), "' or 1=1 --", "'; drop table booking; --", "%", "_", "%_%\\", "\"", "<script>alert(1)</script>", "{{7*7}}", "\u0024{x}", "../../etc/passwd", "/\\evil.example", "//evil.example", "javascript:alert(1)", "null", "undefined", "NaN", "Infinity", "-Infinity", "-1", "-0", "0", "00", "1e309", "1e21", "9007199254740993", "99999999999999999999", "-99999999999999999999", "0x10", "1,5", "1’000", "١٢٣", "2026-02-31", "2027-03-28", "2027-03-28T02:30", "9999-99-99", "-000001-01-01", "275760-09-13", "0000-00-00", "24:00", "25:61", "[object Object]", "__proto__", "constructor", "toString", "on", "true", "[]", "{}", "{\"a\":", ...long];
const oddFields = ["__proto__", "__proto__.x", "constructor.prototype.x", "a[0]", "a[4294967295].b", "measures[99999999].code", "checklist[1e3].code", "checklist[-1].code", "intake", "intake.", "intake..x", ".x", "[0]", "", "a.b.c.d.e.f.g.h", "toString", "hasOwnProperty", "page", "q"];
const cookies = ["quartier=", "quartier=%%%", "quartier=a; quartier=b", "quartier-bookings=~", "quartier-bookings=a.b.c~nonsense", `quartier=${"x".repeat(5000)}`, "=;=;;", "\u00ff=\u00fe", "quartier-bookings=__proto__~__proto__", "lang=xx; locale=klingon", "__Host-quartier=x"];

const seldom = (list: readonly string[]): fc.Arbitrary<string | null> => fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...list) });
const apt: fc.Arbitrary<Value> = fc.record({ kind: fc.constant("apt" as const), pick: fc.nat(10_000) });
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: apt },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("word" as const), pick: fc.nat(10_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("stranger" as const), pick: fc.nat(10_000) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("odd" as const), text: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...oddTexts) }, { weight: 1, arbitrary: fc.constantFrom("a\0b", "\ud800", "\u0007") }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) }, { weight: 1, arbitrary: fc.double().map(String) }, { weight: 1, arbitrary: fc.date({ noInvalidDate: false }).map((date) => (Number.isNaN(date.getTime()) ? "Invalid Date" : date.toISOString())) }) }) },
);
const field: fc.Arbitrary<Field> = fc.record({ pick: fc.nat(10_000), odd: seldom(oddFields) });
const values = fc.oneof({ weight: 6, arbitrary: value.map((one) => [one]) }, { weight: 1, arbitrary: fc.array(value, { minLength: 2, maxLength: 5 }) });

export const anInput: fc.Arbitrary<Input> = fc.record({
  actor: fc.nat(10_000),
  params: fc.array(fc.oneof({ weight: 3, arbitrary: apt }, { weight: 1, arbitrary: value }), { minLength: 3, maxLength: 3 }),
  query: fc.array(fc.record({ field, values }), { maxLength: 4 }),
  form: fc.constantFrom("apt" as const, "apt" as const, "bare" as const),
  fields: fc.array(fc.record({ field, values }), { maxLength: 4 }),
  files: fc.oneof({ weight: 5, arbitrary: fc.constant<Input["files"]>([]) }, { weight: 1, arbitrary: fc.array(fc.record({ field, bytes: fc.nat(7) }), { minLength: 1, maxLength: 3 }) }),
  body: fc.constantFrom("form" as const, "form" as const, "form" as const, "form" as const, "multipart" as const, "multipart" as const, "json" as const, "none" as const, "broken" as const),
  cookie: seldom(cookies),
});

/** Files that are no pictures, only begin like one, or claim to be enormous. */
const uploads = (pools: Pools): Uint8Array[] => {
  const huge = new Uint8Array(pools.picture);
  new DataView(huge.buffer).setUint32(16, 60_000);
  new DataView(huge.buffer).setUint32(20, 60_000);
  const text = (words: string) => new TextEncoder().encode(words);
  return [pools.picture, pools.picture.slice(0, 60), huge, text("not a picture"), text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), new Uint8Array(0), text("\u0089PNG\r\n\u001a\n".repeat(50)), new Uint8Array(200_000).fill(255)];
};

const pickFrom = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** The text of a value for a field or a parameter: apt values fit its name. */
export function textOf(given: Value, name: string, target: Target, pools: Pools, own: readonly string[] = []): string {
  if (given.kind === "odd") return given.text;
  if (given.kind === "word") return pickFrom(target.words, given.pick) ?? "";
  if (given.kind === "stranger") return pickFrom(pools.ids, given.pick) ?? "";
  if (own.length > 0 && /booking/i.test(name) && given.pick % 5 > 0) return pickFrom(own, given.pick) ?? "";
  for (const [pattern, list] of pools.byName) if (pattern.test(name)) return pickFrom(list, given.pick) ?? "";
  return pickFrom([...target.words, "1", "7", "42", "Ein Satz.", "Basel", "2026-11-26", "on"], given.pick) ?? "";
}

/** What of the input becomes a request's address, parameters and body for a target. */
export function requestOf(input: Input, target: Target, pools: Pools, own: readonly string[]) {
  const fieldName = ({ pick, odd }: Field) => odd ?? pickFrom(target.fields, pick) ?? "q";
  const params: Record<string, string | undefined> = {};
  const segments = target.pattern.split("/").map((segment, i) => {
    if (segment !== "*" && !segment.startsWith(":")) return segment;
    const name = segment === "*" ? "*" : segment.slice(1).replace("?", "");
    const given = input.params[i % 3] ?? { kind: "apt", pick: 0 };
    // The guard refuses addresses with a zero byte; lone surrogates cannot be part of an address.
    const text = (name === "locale" && given.kind !== "odd" ? (["de", "fr", "it", "en"][("pick" in given ? given.pick : 0) % 4] ?? "de") : textOf(given, name, target, pools, own)).replaceAll("\0", "").replace(/\p{Surrogate}/gu, "").slice(0, 1000);
    params[name] = text === "" && segment.endsWith("?") ? undefined : text;
    return encodeURIComponent(text);
  });
  const query = new URLSearchParams();
  if (target.part === "loader" && input.form === "apt") for (const [i, name] of target.fields.slice(0, 16).entries()) query.set(name, textOf({ kind: "apt", pick: input.actor + i * 7 }, name, target, pools, own));
  for (const { field } of input.query) query.delete(fieldName(field));
  for (const { field, values: given } of input.query) for (const one of given) query.append(fieldName(field), textOf(one, fieldName(field), target, pools).slice(0, 3000));
  const entries: [string, string][] = [];
  if (input.form === "apt") for (const [i, name] of target.fields.entries()) entries.push([name, textOf({ kind: "apt", pick: input.actor + i * 7 }, name, target, pools, own)]);
  for (const { field, values: given } of input.fields) {
    const name = fieldName(field);
    for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.[0] === name) entries.splice(i, 1);
    for (const one of given) entries.push([name, textOf(one, name, target, pools)]);
  }
  const made = uploads(pools);
  const files = input.files.map(({ field, bytes }) => [fieldName(field), new File([(made[bytes] ?? new Uint8Array(0)) as BlobPart], `bild-${bytes}.png`, { type: bytes % 2 ? "image/png" : "text/plain" })] as const);
  for (const [name, text] of [...query]) if (`${name}${text}`.includes("\0")) query.delete(name);
  return { address: `/${segments.join("/")}${query.size ? `?${query}` : ""}`, params, ...bodyOf(input, entries, files) };
}

function bodyOf({ body }: Input, entries: [string, string][], files: (readonly [string, File])[]): { body?: BodyInit; headers?: Record<string, string> } {
  if (body === "none") return {};
  if (body === "json") return { body: JSON.stringify(Object.fromEntries(entries)), headers: { "content-type": "application/json" } };
  if (body === "broken") return { body: "--x\r\nContent-Disposition: form-data; name=\"a", headers: { "content-type": "multipart/form-data; boundary=x" } };
  if (body === "form" && files.length === 0) return { body: new URLSearchParams(entries) };
  const form = new FormData();
  for (const [name, text] of entries) form.append(name, text);
  for (const [name, file] of files) form.append(name, file);
  return { body: form };
}
