import { Link } from '@remix-run/react';
import { ArrowDown, ArrowUp, ChevronsUpDown } from './icons.ts';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

export interface Column<T> {
  key: string;
  /** Head of the column, and the label of the value on phones. */
  head: string;
  cell: (row: T) => ReactNode;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** Address that sorts by this column. */
  sortTo?: string;
  sorted?: 'ascending' | 'descending';
  /** The cell that names the row; the first column unless one says so. */
  rowHead?: boolean;
}

export interface DataTableProps<T> {
  caption: ReactNode;
  hideCaption?: boolean;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Marks the row whose side panel is open. */
  selectedKey?: string;
  /** Shown instead of the body when there are no rows. */
  empty?: ReactNode;
  dense?: boolean;
  /** `scroll` keeps columns on phones (figures to compare); default: each row becomes a block. */
  phone?: 'stack' | 'scroll';
  foot?: ReactNode;
}

function Head<T>({ column }: { column: Column<T> }) {
  const arrow = column.sorted === 'ascending' ? ArrowUp : column.sorted === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <th scope="col" aria-sort={column.sorted} className={cx(column.numeric && 'q-numeric')}>
      {column.sortTo ? (
        <Link to={column.sortTo} preventScrollReset className="q-sort">{column.head}<Icon icon={arrow} size={14} /></Link>
      ) : column.head}
    </th>
  );
}

/** Rows and columns with a sticky head; `data-row` on rows is what `j` and `k` walk along. */
export function DataTable<T>({
  caption, hideCaption = false, columns, rows, rowKey, selectedKey, empty, dense = false, phone = 'stack', foot,
}: DataTableProps<T>) {
  const headKey = (columns.find((column) => column.rowHead) ?? columns[0])?.key;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={cx('q-table-box', `q-table-${phone}`)}>
      <table className={cx('q-table', dense && 'q-dense')}>
        <caption className={hideCaption ? 'q-hidden' : undefined}>{caption}</caption>
        <thead><tr>{columns.map((column) => <Head key={column.key} column={column} />)}</tr></thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} data-row={key} aria-current={key === selectedKey ? 'true' : undefined}>
                {columns.map((column) =>
                  column.key === headKey ? (
                    <th key={column.key} scope="row" className={cx(column.numeric && 'q-numeric')}>{column.cell(row)}</th>
                  ) : (
                    <td key={column.key} data-label={column.head} className={cx(column.numeric && 'q-numeric')}>{column.cell(row)}</td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

/** One number with what it rests on: `n` ("von 48 Einsätzen"), `range` ("82 bis 96 %"). */
export function Figure({ label, value, n, range, note, to }: {
  label: ReactNode; value: ReactNode; n?: ReactNode; range?: ReactNode; note?: ReactNode; to?: string;
}) {
  return (
    <div className="q-figure">
      <p className="q-figure-label">{to ? <Link to={to}>{label}</Link> : label}</p>
      <p className="q-figure-value">{value}</p>
      {n || range ? (
        <p className="q-figure-basis">{range ? <span>{range}</span> : null}{n ? <span>{n}</span> : null}</p>
      ) : null}
      {note ? <div className="q-muted">{note}</div> : null}
    </div>
  );
}
