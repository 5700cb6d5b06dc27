import type { ReactNode } from 'react';

/** Price rows and the whole price; amounts come formatted. */
export function PriceLines({ rows, total, note }: {
  rows: readonly { label: ReactNode; amount: string; detail?: ReactNode }[];
  total: { label: ReactNode; amount: string };
  note?: ReactNode;
}) {
  return (
    <div className="q-price">
      <dl>
        {rows.map((row, index) => (
          <div key={index}>
            <dt>{row.label}{row.detail ? <span className="q-muted">{row.detail}</span> : null}</dt>
            <dd>{row.amount}</dd>
          </div>
        ))}
        <div className="q-price-total"><dt>{total.label}</dt><dd>{total.amount}</dd></div>
      </dl>
      {note ? <div className="q-muted">{note}</div> : null}
    </div>
  );
}

/** Names and values, side by side on wide screens. */
export function DefinitionList({ items, layout = 'side' }: {
  items: readonly { term: ReactNode; value: ReactNode }[]; layout?: 'side' | 'stacked';
}) {
  return (
    <dl className={`q-definitions q-definitions-${layout}`}>
      {items.map((item, index) => <div key={index}><dt>{item.term}</dt><dd>{item.value}</dd></div>)}
    </dl>
  );
}
