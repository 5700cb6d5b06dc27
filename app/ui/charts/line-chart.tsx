import type { ChartProps } from './bar-chart.tsx';
import { scale, ticks } from './scale.ts';
import { ChartFrame } from './table.tsx';

export interface LineChartProps extends ChartProps {
  /** In order; `null` is a gap (not known), never zero. */
  points: readonly { label: string; value: number | null; low?: number; high?: number }[];
  /** Lowest value of the axis; 0 unless stated. */
  from?: number;
  /** Highest value of the axis at least. */
  to?: number;
  /** Word for a gap in the table. */
  unknown?: string;
}

const width = 640;
const height = 240;
const left = 56;
const right = 16;
const top = 12;
const bottom = 32;

/** A course over time, with its range as a band where one is given. */
export function LineChart({ points, from = 0, to, unknown = '–', format = String, ...frame }: LineChartProps) {
  const known = points.flatMap((point) => [point.value, point.high ?? null].filter((value): value is number => value !== null));
  const marks = ticks(Math.max(to ?? -Infinity, ...known, from + 1e-9), 4, from);
  const end = marks[marks.length - 1] ?? from + 1;
  const x = (index: number) => scale(index, 0, Math.max(points.length - 1, 1), left, width - right);
  const y = (value: number) => scale(value, from, end, height - bottom, top);
  const path = points.map((point, index) => {
    if (point.value === null) return '';
    const before = points[index - 1];
    return `${before && before.value !== null ? 'L' : 'M'}${x(index)} ${y(point.value)}`;
  }).join('');
  const band = points.map((point, index) => ({ index, low: point.low, high: point.high }))
    .filter((point): point is { index: number; low: number; high: number } => point.low !== undefined && point.high !== undefined);
  const every = Math.max(1, Math.ceil(points.length / 6));
  return (
    <ChartFrame {...frame} rows={points.map((point) => [point.label, point.value === null ? unknown : format(point.value)])}>
      <svg className="q-svg" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {marks.map((mark) => (
          <g key={mark}>
            <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} className="q-svg-grid" />
            <text x={left - 8} y={y(mark) + 5} textAnchor="end" className="q-svg-text">{format(mark)}</text>
          </g>
        ))}
        {band.length > 1 ? (
          <polygon
            className="q-svg-band"
            points={[...band.map((p) => `${x(p.index)},${y(p.high)}`), ...band.toReversed().map((p) => `${x(p.index)},${y(p.low)}`)].join(' ')}
          />
        ) : null}
        <path d={path} className="q-svg-line" />
        {points.map((point, index) => (point.value === null || points.length > 40 ? null : <circle key={index} cx={x(index)} cy={y(point.value)} r="3.5" className="q-svg-dot" />))}
        {points.map((point, index) => (index % every === 0 ? (
          <text key={index} x={x(index)} y={height - 8} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'} className="q-svg-text">{point.label}</text>
        ) : null))}
      </svg>
    </ChartFrame>
  );
}

/** A course without axes beside a number; `label` says it in words. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const points = values.map((value, index) => `${scale(index, 0, Math.max(values.length - 1, 1), 3, 97)},${scale(value, low, high, 25, 3)}`);
  const last = points[points.length - 1]?.split(',');
  return (
    <svg className="q-sparkline" viewBox="0 0 100 28" width="100" height="28" role="img" aria-label={label}>
      <polyline points={points.join(' ')} className="q-svg-line" />
      {last ? <circle cx={last[0]} cy={last[1]} r="3" className="q-svg-dot" /> : null}
    </svg>
  );
}
