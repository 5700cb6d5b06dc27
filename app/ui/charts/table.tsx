import type { ReactNode } from 'react';

/** The numbers behind a drawing, one press away and always there for screen readers. */
export function ChartFrame({ title, tableLabel, head, rows, note, children }: {
  title: string;
  /** Words on the switch, for instance "Zahlen als Tabelle". */
  tableLabel: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="q-chart">
      <figcaption className="q-chart-title">{title}</figcaption>
      {children}
      {note ? <div className="q-muted">{note}</div> : null}
      <details className="q-chart-table">
        <summary>{tableLabel}</summary>
        <div className="q-table-box q-table-scroll">
          <table className="q-table q-dense">
            <caption className="q-hidden">{title}</caption>
            <thead><tr>{head.map((word, index) => <th key={word} scope="col" className={index ? 'q-numeric' : undefined}>{word}</th>)}</tr></thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, index) => index === 0
                    ? <th key={index} scope="row">{cell}</th>
                    : <td key={index} className="q-numeric">{cell}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
