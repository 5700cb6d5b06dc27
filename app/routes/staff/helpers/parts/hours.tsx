import type { WeeklySpan } from "#app/domain/availability/availability.ts";
import { spansText } from "#app/domain/availability/hours.text.ts";
import { useT } from "#app/texts/use.ts";
import { Heading, Muted } from "#app/ui/index.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A week's hours in seven short lines; days without hours are left out. */
export function WeekHours({ hours }: { hours: { weekly: WeeklySpan[]; exceptions: number } }) {
  const t = useT();
  const days = weekdays.map((weekday) => ({ weekday, spans: hours.weekly.filter((span) => span.weekday === weekday) })).filter(({ spans }) => spans.length > 0);
  return (
    <section className="grid content-start gap-3">
      <Heading level={2} size={3}>{t("staffHelpers.page.hours")}</Heading>
      {days.length === 0 ? <Muted>{t("staffHelpers.page.noHours")}</Muted> : (
        <dl className="grid gap-1">{days.map(({ weekday, spans }) => <div key={weekday} className="flex flex-wrap justify-between gap-x-4"><dt className="text-muted">{t(`staffHelpers.lanes.weekdays.${weekday}`)}</dt><dd className="tabular-nums">{spansText(spans)}</dd></div>)}</dl>
      )}
      {hours.exceptions ? <Muted>{t("staffHelpers.page.exceptions", { count: hours.exceptions })}</Muted> : null}
    </section>
  );
}
