import { Link } from "@remix-run/react";
import { type PointerEvent, useState } from "react";
import { type Minutes, painted } from "#app/domain/availability/spans.ts";
import { formatShortDay, labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { cx } from "#app/ui/index.ts";
import { clockOf } from "./hours.ts";
import { spansOf, type TakenShown, type WeekDay, type WeekRows } from "./week.ts";

const perHour = 40;
const snapMinutes = 30;

/** The hours that a grid shows: the usual day, and whatever lies outside it. */
function hoursShown(days: readonly WeekDay[], rows: WeekRows): [first: number, last: number] {
  const all = days.flatMap(({ date, taken, usual, spans }) => [...taken, ...usual, ...spans, ...spansOf(rows[date] ?? [])]);
  return [Math.floor(Math.min(7 * 60, ...all.map(({ fromMinute }) => fromMinute)) / 60), Math.ceil(Math.max(21 * 60, ...all.map(({ untilMinute }) => untilMinute)) / 60)];
}

type GridProps = { days: readonly WeekDay[]; rows: WeekRows; shownOn: (date: string) => string; columns: string; isPainting: boolean; onPaint: (date: string, spans: Minutes[]) => void };

/** Days side by side, hours downwards; dragging gives time free or takes it away, as the form below does. */
export function WeekGrid({ days, rows, shownOn, columns, isPainting, onPaint }: GridProps) {
  const locale = useLocale();
  const [first, last] = hoursShown(days, rows);
  const height = (last - first) * perHour;
  const hours = Array.from({ length: last - first }, (_, i) => first + i);
  return (
    <div className="flex gap-2">
      <div className="w-10 flex-none pt-8" aria-hidden="true">
        <svg width="100%" height={height} aria-hidden="true" className="block overflow-visible">{hours.map((hour) => <text key={hour} x="0" y={(hour - first) * perHour + 5} className="fill-muted text-xs tabular-nums">{clockOf(hour * 60)}</text>)}</svg>
      </div>
      <div className={cx("grid min-w-0 flex-1 gap-1", columns)}>
        {days.map((day) => (
          <div key={day.date} className={cx("min-w-0", shownOn(day.date))}>
            <p className={cx("h-8 truncate text-center text-sm", day.isToday ? "font-bold text-accent" : "font-semibold", day.state === "past" && "text-muted")}>{formatShortDay(day.at, locale)}</p>
            <Column day={day} spans={spansOf(rows[day.date] ?? [])} first={first} height={height} isPainting={isPainting} onPaint={(spans) => onPaint(day.date, spans)} />
          </div>
        ))}
      </div>
    </div>
  );
}

type Drag = { anchor: number; at: number; isFree: boolean };
const spanOf = ({ anchor, at }: Drag): Minutes => ({ fromMinute: Math.min(anchor, at), untilMinute: Math.max(anchor, at) + snapMinutes });

function Column({ day, spans, first, height, isPainting, onPaint }: { day: WeekDay; spans: Minutes[]; first: number; height: number; isPainting: boolean; onPaint: (spans: Minutes[]) => void }) {
  const t = useT();
  const locale = useLocale();
  const [drag, setDrag] = useState<Drag | null>(null);
  const isOpen = day.state === "open";
  const shown = drag ? painted(spans, spanOf(drag), drag.isFree) : isOpen ? spans : day.spans;
  const y = (minute: number) => ((minute - first * 60) * perHour) / 60;
  const minuteAt = (event: PointerEvent<SVGSVGElement>): number => {
    const minute = first * 60 + ((event.clientY - event.currentTarget.getBoundingClientRect().top) * 60) / perHour;
    return Math.max(first * 60, Math.min(first * 60 + (height * 60) / perHour - snapMinutes, Math.floor(minute / snapMinutes) * snapMinutes));
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    // A finger scrolls unless drawing was switched on; a visit is a link.
    if (!isOpen || event.button !== 0 || (event.pointerType === "touch" && !isPainting) || (event.target as Element).closest("a")) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const anchor = minuteAt(event);
    setDrag({ anchor, at: anchor, isFree: !spans.some(({ fromMinute, untilMinute }) => fromMinute <= anchor && anchor < untilMinute) });
  };
  const end = () => {
    if (drag) onPaint(painted(spans, spanOf(drag), drag.isFree));
    setDrag(null);
  };
  const words = shown.map(({ fromMinute, untilMinute }) => t("helper.units.fromTo", { from: clockOf(fromMinute), until: clockOf(untilMinute) })).join(", ");
  return (
    <svg
      width="100%" height={height}
      className={cx("block rounded-md border border-line bg-sunken", isOpen && "cursor-crosshair select-none", isOpen && isPainting && "touch-none")}
      onPointerDown={begin} onPointerMove={(event) => drag && setDrag({ ...drag, at: minuteAt(event) })} onPointerUp={end} onPointerCancel={() => setDrag(null)}
    >
      <title>{t("helper.times.grid", { day: formatShortDay(day.at, locale), free: words || t("helper.times.noTime") })}</title>
      {shown.map(({ fromMinute, untilMinute }) => <rect key={fromMinute} x="0" width="100%" y={y(fromMinute)} height={y(untilMinute) - y(fromMinute)} className={cx("fill-accent-soft", !isOpen && "opacity-50")} />)}
      {Array.from({ length: height / perHour - 1 }, (_, i) => <line key={i} x1="0" x2="100%" y1={(i + 1) * perHour} y2={(i + 1) * perHour} className="stroke-line" />)}
      {day.state === "holiday" ? <text x="8" y="24" className="fill-muted text-sm">{t("helper.times.holiday")}</text> : null}
      {day.taken.map((taken) => <TakenBox key={taken.id} taken={taken} y={y(taken.fromMinute)} height={Math.max(20, y(taken.untilMinute) - y(taken.fromMinute))} />)}
    </svg>
  );
}

const looks = { visit: ["fill-accent", "fill-accent-ink"], request: ["fill-warn-soft stroke-warn", "fill-ink"], busy: ["fill-line", "fill-ink"] } as const;

function TakenBox({ taken, y, height }: { taken: TakenShown; y: number; height: number }) {
  const [t, locale] = [useT(), useLocale()];
  const [box, ink] = looks[taken.kind];
  const time = t("helper.units.fromTo", { from: clockOf(taken.fromMinute), until: clockOf(taken.untilMinute) });
  const drawing = (
    <>
      <title>{taken.kind === "busy" ? `${time}, ${taken.label}` : `${time}, ${labelled(t(`helper.times.${taken.kind}`), locale)} ${taken.label}`}</title>
      <rect x="2%" width="96%" y={y + 1} height={height - 2} rx="6" className={box} />
      <svg x="2%" width="94%" y={y} height={height} aria-hidden="true">
        <text x="6" y="15" className={cx(ink, "text-xs font-semibold tabular-nums")}>{clockOf(taken.fromMinute)}</text>
        {height >= 36 ? <text x="6" y="31" className={cx(ink, "text-xs")}>{taken.label}</text> : null}
      </svg>
    </>
  );
  return taken.to ? <Link to={taken.to}>{drawing}</Link> : <g>{drawing}</g>;
}
