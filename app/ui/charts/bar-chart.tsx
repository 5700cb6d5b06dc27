import { scale } from './scale.ts';
import { ChartFrame } from './table.tsx';

export interface ChartProps {
  title: string;
  tableLabel: string;
  /** Heads of the table: what, then how many. */
  head: readonly [string, string];
  /** A value in the reader's words. */
  format?: (value: number) => string;
  note?: string;
}

export interface BarChartProps extends ChartProps {
  rows: readonly { label: string; value: number; /** Drawn dark; the others hatched lighter. */ strong?: boolean }[];
}

const line = 44;
const width = 640;

/** Lying bars with their numbers, longest words above their bar. */
export function BarChart({ rows, format = String, ...frame }: BarChartProps) {
  const max = Math.max(...rows.map((row) => row.value), 1e-9);
  return (
    <ChartFrame {...frame} rows={rows.map((row) => [row.label, format(row.value)])}>
      <svg className="q-svg" viewBox={`0 0 ${width} ${rows.length * line}`} aria-hidden="true" focusable="false">
        {rows.map((row, index) => (
          <g key={`${row.label}-${index}`} transform={`translate(0 ${index * line})`}>
            <text x="0" y="16" className="q-svg-text">{row.label}</text>
            <text x={width} y="16" textAnchor="end" className="q-svg-text q-svg-strong">{format(row.value)}</text>
            <rect x="0" y="23" width={width} height="10" rx="2" className="q-svg-track" />
            <rect x="0" y="23" width={Math.max(scale(row.value, 0, max, 0, width), row.value > 0 ? 2 : 0)} height="10" rx="2" className={row.strong === false ? 'q-svg-light' : 'q-svg-fill'} />
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
