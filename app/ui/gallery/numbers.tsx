import { Inbox } from '../icons.ts';
import { Badge, EmptyState } from '../display.tsx';
import { BarChart } from '../charts/bar-chart.tsx';
import { IntervalDots } from '../charts/interval-dots.tsx';
import { LineChart, Sparkline } from '../charts/line-chart.tsx';
import { type Column, DataTable, Figure } from '../table.tsx';
import { Columns } from '../layout.tsx';
import { Pagination, Tabs } from '../navigation.tsx';
import { Part, Show } from './part.tsx';
import { bookings, long, months } from './sample.ts';

type Booking = (typeof bookings)[number];

const columns: Column<Booking>[] = [
  { key: 'ref', head: 'Referenz', cell: (row) => <a href="#numbers">{row.ref}</a>, sortTo: '?sort=ref' },
  { key: 'who', head: 'Kundin oder Kunde', cell: (row) => row.who, sortTo: '?sort=who' },
  { key: 'what', head: 'Dienstleistung', cell: (row) => row.what },
  { key: 'when', head: 'Termin', cell: (row) => row.when, sortTo: '?sort=-when', sorted: 'ascending' },
  { key: 'state', head: 'Zustand', cell: (row) => <Badge tone={row.state}>{row.word}</Badge> },
  { key: 'price', head: 'CHF', cell: (row) => row.price, numeric: true, sortTo: '?sort=price' },
];

const percent = (value: number) => `${Math.round(value)} %`;

export function Numbers() {
  return (
    <Part id="numbers" title="Zahlen">
      <Columns of={4}>
        <Figure label="Gelöst" value="91 %" range="82 bis 96 %" n="von 48 Einsätzen" />
        <Figure label="Angefragt, ohne Antwort" value="7" n="2 davon bis heute Abend" to="#numbers" />
        <Figure label="Pünktlich" value="–" n="erst 3 Einsätze, noch keine Aussage" />
        <Figure label="Einsätze je Woche" value={<>34 <Sparkline label="In den letzten acht Wochen von 21 auf 34 gestiegen" values={[21, 24, 22, 27, 25, 30, 31, 34]} /></>} n="letzte 7 Tage" />
      </Columns>
      <Show name="Tabs"><Tabs label="Ansichten" items={[{ to: '#a', label: 'Offen', count: 12, current: true }, { to: '#b', label: 'Heute', count: 4, current: false }, { to: '#c', label: 'Abgeschlossen', current: false }, { to: '#d', label: 'Alle', current: false }]} /></Show>
      <Show name="DataTable: viele, sortiert, eine Zeile offen">
        <DataTable caption="Buchungen" columns={columns} rows={bookings} rowKey={(row) => row.id} selectedKey="2" dense />
      </Show>
      <Pagination label="Seiten" previous="?page=1" next="?page=3" previousLabel="Zurück" nextLabel="Weiter" summary="21–40 von 312" />
      <Show name="DataTable: leer">
        <DataTable caption="Fälle" hideCaption columns={columns} rows={[]} rowKey={(row) => row.id} empty={<EmptyState icon={Inbox} title="Keine offenen Fälle" level={3}><p>Der letzte wurde am 19. November geschlossen.</p></EmptyState>} />
      </Show>
      <Columns of={2}>
        <BarChart
          title="Ursachen der letzten 90 Tage" tableLabel="Zahlen als Tabelle" head={['Ursache', 'Einsätze']}
          rows={[{ label: 'Router am falschen Ort', value: 64 }, { label: 'Veraltete Gerätesoftware', value: 41 }, { label: long, value: 17, strong: false }, { label: 'Kabel defekt', value: 6, strong: false }]}
        />
        <LineChart
          title="Gelöst, je Monat" tableLabel="Zahlen als Tabelle" head={['Monat', 'Gelöst']} format={percent} to={100} unknown="nicht bekannt"
          points={months.map((label, index) => {
            const value = index === 5 ? null : 78 + ((index * 7) % 15);
            return value === null ? { label, value } : { label, value, low: value - 9, high: Math.min(100, value + 6) };
          })}
        />
        <IntervalDots
          title="Gelöst je Helferin oder Helfer, mit Bereich" tableLabel="Zahlen als Tabelle" head={['Wer', 'Wert', 'von', 'bis', 'n']} format={percent} from={40} to={100}
          reference={{ value: 88, label: 'alle: 88 %' }}
          rows={[{ label: 'Elena B.', value: 94, low: 85, high: 98, n: 62 }, { label: 'Luca B.', value: 80, low: 55, high: 93, n: 15 }, { label: 'Fatima H.', value: 100, low: 51, high: 100, n: 4 }]}
        />
      </Columns>
    </Part>
  );
}
