import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { useWhen } from "./when.ts";

export type CancellationShown = { freeUntil: number | null; graceMinutes: number; lateMinor: number | null; veryLateFrom: number; veryLateMinor: number; illnessPerYear: number };

/** What cancelling costs and when, in francs and times. */
export function CancellationRule({ rule, now }: { rule: CancellationShown; now: number }) {
  const t = useT();
  const when = useWhen(now);
  const rows: [string, string][] = [
    [t("booking.cancellation.grace", { minutes: rule.graceMinutes }), formatMoney(0)],
    ...(rule.freeUntil ? [[t("booking.cancellation.freeUntil", { time: when.at(rule.freeUntil) }), formatMoney(0)] as [string, string]] : []),
    ...(rule.lateMinor === null ? [] : [[t("booking.cancellation.late"), t("booking.cancellation.upTo", { amount: formatMoney(rule.lateMinor) })] as [string, string]]),
    [t("booking.cancellation.veryLate", { time: when.at(rule.veryLateFrom) }), t("booking.cancellation.upTo", { amount: formatMoney(rule.veryLateMinor) })],
    ...(rule.illnessPerYear > 0 ? [[t("booking.cancellation.illness", { count: rule.illnessPerYear }), formatMoney(0)] as [string, string]] : []),
  ];
  return (
    <div className="grid gap-2">
      <dl className="grid gap-1 text-sm">
        {rows.map(([words, amount]) => (
          <div key={words} className="flex justify-between gap-4">
            <dt>{words}</dt>
            <dd className="flex-none font-semibold tabular-nums">{amount}</dd>
          </div>
        ))}
      </dl>
      <p className="q-muted">{t("booking.cancellation.why")}</p>
    </div>
  );
}
