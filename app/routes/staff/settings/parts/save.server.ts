import { Temporal } from "temporal-polyfill";
import type { Context } from "#app/domain/kernel/context.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { closePostcodes, openPostcodes } from "#app/domain/area/area.commands.server.ts";
import { areaPostcodes } from "#app/domain/area/area.queries.server.ts";
import { saveSetting } from "#app/domain/settings/settings.commands.server.ts";
import { brandSchema, contractSchema, closingSchema, coverSchema, policySchema, postcodesSchema, weightsSchema } from "#app/domain/settings/settings.schema.ts";
import { type FormState, readForm } from "#app/http/form.server.ts";
import { checkAccent } from "#app/ui/brand.ts";
import type { SettingPart } from "./parts.ts";

type Saved = { ok: true } | { ok: false; state: FormState };

/** Midnight of a date where the company is; today means now. */
function startOf(ctx: Context, date: string | undefined): number {
  if (!date) return ctx.now;
  const { zone } = ctx.settings;
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now).toZonedDateTimeISO(zone).toPlainDate().toString();
  if (date === today) return ctx.now;
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
}

/** Saves one part of the settings from its form; nothing typed is lost on a refusal. */
export async function savePart(ctx: Context, part: SettingPart, form: FormData): Promise<Saved> {
  switch (part) {
    case "brand":
      return save(ctx, form, brandSchema, ({ validFrom: _, ...brand }) => [["brand", brand]], ({ accent, second }) => (checkAccent(accent).ok ? (second === null || checkAccent(second).ok ? null : ["second", "staffSettings.field.contrast"]) : ["accent", "staffSettings.field.contrast"]));
    case "contract":
      return save(ctx, form, contractSchema, ({ contract }) => [["contract", contract]]);
    case "policy":
      return save(ctx, form, policySchema, ({ validFrom: _, ...policy }) => [["policy", policy]]);
    case "cover":
      return save(ctx, form, coverSchema, ({ limit, excess, words }) => [["cover", { limitMinor: limit, excessMinor: excess, words }]]);
    case "ranking":
      return save(ctx, form, weightsSchema, ({ validFrom: _, ...weights }) => [["matchWeights", weights]]);
    case "area":
      return saveArea(ctx, form);
  }
}

type Schema = typeof brandSchema | typeof contractSchema | typeof coverSchema | typeof weightsSchema | typeof policySchema;
type Output<S extends Schema> = ReturnType<S["parse"]>;

async function save<S extends Schema>(ctx: Context, form: FormData, schema: S, values: (read: Output<S>) => [string, unknown][], problem: (read: Output<S>) => [string, string] | null = () => null): Promise<Saved> {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const again = (field: string, key: string): Saved => ({ ok: false, state: { values: read.values, errors: { [field]: key } } });
  const value = read.value as Output<S>;
  const wrong = problem(value);
  if (wrong) return again(...wrong);
  const at = startOf(ctx, (value as { validFrom?: string }).validFrom);
  if (Number.isNaN(at)) return again("validFrom", "errors.field.date");
  for (const [key, setting] of values(value)) {
    const saved = await saveSetting(ctx, key as "brand", setting as never, at);
    if (!saved.ok) return again(saved.refusal === "past" ? "validFrom" : "form", saved.refusal === "past" ? "staffSettings.field.past" : "staffSettings.field.notAllowed");
  }
  return { ok: true };
}

async function saveArea(ctx: Context, form: FormData): Promise<Saved> {
  if (form.get("intent") === "scope") {
    const saved = await saveSetting(ctx, "areaEverywhere", form.get("everywhere") === "on");
    return saved.ok ? { ok: true } : { ok: false, state: { values: {}, errors: { form: "staffSettings.field.notAllowed" } } };
  }
  if (form.get("intent") === "close") return closeArea(ctx, form);
  const read = readForm(form, postcodesSchema);
  if (!read.ok) return read;
  const codes = read.value.postcodes.flatMap((word) => spread(ctx, word));
  const at = startOf(ctx, read.value.opensAt);
  const opened: Result<unknown, string> = Number.isNaN(at) || codes.length === 0 ? { ok: false, refusal: "unknown-postcode" } : await openPostcodes(ctx, { postcodes: codes, opensAt: at });
  return opened.ok ? { ok: true } : { ok: false, state: { values: read.values, errors: { postcodes: opened.refusal === "unknown-postcode" ? "staffSettings.field.postcodes" : "staffSettings.field.notAllowed" } } };
}

/** Only what is on the list can be taken off it; a range means those of it that are. */
async function closeArea(ctx: Context, form: FormData): Promise<Saved> {
  const read = readForm(form, closingSchema);
  if (!read.ok) return read;
  const listed = new Set((await areaPostcodes(ctx)).map(({ postcode }) => postcode));
  const named = read.value.closing.flatMap((word) => spread(ctx, word).filter((code) => !/[–-]/.test(word) || listed.has(code)));
  const strange = named.length === 0 || named.some((code) => !listed.has(code));
  const closed: Result<unknown, string> = strange ? { ok: false, refusal: "not-listed" } : await closePostcodes(ctx, named);
  return closed.ok ? { ok: true } : { ok: false, state: { values: read.values, errors: { closing: strange ? "staffSettings.field.notListed" : "staffSettings.field.notAllowed" } } };
}

/** "4000-4059" means every postcode of the gazetteer in between. */
function spread(ctx: Context, word: string): string[] {
  const [from, until] = word.split(/[–-]/).map(Number);
  if (until === undefined) return [word];
  const codes: string[] = [];
  for (let code = from ?? 0; code <= Math.min(until, (from ?? 0) + 1000); code++) if (ctx.places.byPostcode(String(code)).length > 0) codes.push(String(code));
  return codes;
}
