import type { PlannedVisit } from "#app/domain/series/series.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import type { Translate } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { Badge, RadioCards } from "#app/ui/index.ts";

/** Why the dates could not be held, and what can be done now; null for a refusal that is not about dates. */
export function seriesRefusal(refusal: string, t: Translate): string | null {
  if (refusal === "slot-taken") return t("series.choose.gone");
  if (refusal === "too-few") return t("series.choose.tooFew");
  if (refusal === "too-late") return t("series.choose.over");
  return refusal === "not-bookable" ? t("series.choose.not-bookable") : null;
}

/** One date: free at the wished time, or the nearest times of its day; any but the first may be left out. */
export function DateChoice({ visit, now, typed, error }: { visit: PlannedVisit & { chosen: number | null }; now: number; typed: unknown; error?: string }) {
  const t = useT();
  const when = useWhen(now);
  const { nth, startsAt, free, instead, chosen } = visit;
  const label = `${nth}. ${when.day(startsAt)}`;
  const name = `visit-${nth}`;
  if (nth === 1)
    return (
      <li className="grid gap-1">
        <p className="font-semibold">{label}, {when.time(startsAt)}</p>
        <p><Badge tone="ok">{t("series.choose.first")}</Badge></p>
      </li>
    );
  const times = free ? [startsAt] : instead;
  if (times.length === 0)
    return (
      <li className="grid gap-1">
        <p className="font-semibold">{label}</p>
        <p className="text-warn">{t("series.choose.none")}</p>
        <input type="hidden" name={name} value="" />
      </li>
    );
  const given = typeof typed === "string" ? typed : chosen === null ? undefined : String(chosen);
  return (
    <li>
      <RadioCards
        key={times.join()} name={name} layout="small" label={label} error={error}
        hint={free ? undefined : t("series.choose.taken", { time: when.time(startsAt) })}
        {...(given !== undefined && { defaultValue: given })}
        options={[...times.map((at) => ({ value: String(at), label: t("series.choose.keep", { time: when.time(at) }), ...(free && { hint: t("series.choose.free") }) })), { value: "", label: t("series.choose.leaveOut") }]}
      />
    </li>
  );
}
