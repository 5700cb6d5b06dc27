import type { ChartProps } from './bar-chart.tsx';
import { scale, ticks } from './scale.ts';
import { ChartFrame } from './table.tsx';

export interface IntervalDotsProps extends Omit<ChartProps, 'head'> {
  /** Heads of the table: what, value, from, to, n. */
  head: readonly [string, string, string, string, string];
  rows: readonly { label: string; value: number; low: number; high: number; n: number }[];
  from: number;
  to: number;
  /** A line to compare with, for instance everybody's mean. */
  reference?: { value: number; label: string };
}

const line = 46;
const width = 640;
const edge = 8;

/** Values with their ranges on one scale: a dot is the estimate, the bar what it may be. */
export function IntervalDots({ rows, from, to, reference, format = String, ...frame }: IntervalDotsProps) {
  const x = (value: number) => scale(Math.min(to, Math.max(from, value)), from, to, edge, width - edge);
  const top = reference ? 24 : 0;
  const height = top + rows.length * line + 26;
  const marks = ticks(to, 4, from).filter((mark) => mark <= to);
  return (
    <ChartFrame {...frame} rows={rows.map((row) => [row.label, format(row.value), format(row.low), format(row.high), String(row.n)])}>
      <svg className="q-svg" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {marks.map((mark, index) => (
          <g key={mark}>
            <line x1={x(mark)} x2={x(mark)} y1={top} y2={height - 24} className="q-svg-grid" />
            <text x={x(mark)} y={height - 6} textAnchor={index === 0 ? 'start' : index === marks.length - 1 ? 'end' : 'middle'} className="q-svg-text">{format(mark)}</text>
          </g>
        ))}
        {reference ? (
          <g>
            <line x1={x(reference.value)} x2={x(reference.value)} y1={top} y2={height - 24} className="q-svg-reference" />
            <text x={x(reference.value)} y="14" textAnchor={x(reference.value) > width / 2 ? 'end' : 'start'} className="q-svg-text">{reference.label}</text>
          </g>
        ) : null}
        {rows.map((row, index) => (
          <g key={`${row.label}-${index}`} transform={`translate(0 ${top + index * line})`}>
            <text x="0" y="16" className="q-svg-text q-svg-halo">{row.label}</text>
            <line x1={x(row.low)} x2={x(row.high)} y1="31" y2="31" className="q-svg-range" />
            <line x1={x(row.low)} x2={x(row.low)} y1="26" y2="36" className="q-svg-whisker" />
            <line x1={x(row.high)} x2={x(row.high)} y1="26" y2="36" className="q-svg-whisker" />
            <circle cx={x(row.value)} cy="31" r="5.5" className="q-svg-dot" />
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
