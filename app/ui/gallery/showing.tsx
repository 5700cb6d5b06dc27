import { CalendarX, Clock, SearchX, ShieldCheck } from '../icons.ts';
import { Button, ButtonLink } from '../button.tsx';
import { Avatar, Badge, Card, EmptyState, Notice, ProgressBar, Skeleton } from '../display.tsx';
import { DefinitionList, PriceLines } from '../data.tsx';
import { Columns, Row, Stack, StickyAction } from '../layout.tsx';
import { CopyField, Countdown } from '../live.tsx';
import { Stars } from '../stars.tsx';
import { Sheet } from '../sheet.tsx';
import { Disclosure, Steps, Timeline } from '../story.tsx';
import { Heading, Muted } from '../text.tsx';
import { CheckboxGroup } from '../choice-fields.tsx';
import { Part, Show } from './part.tsx';
import { long } from './sample.ts';

function HelperCard({ name, fresh }: { name: string; fresh?: boolean }) {
  return (
    <Card as="article">
      <div className="flex gap-4">
        <Avatar name={name} size="normal" decorative />
        <div className="min-w-0 flex-1 grid gap-2">
          <Row justify="between" gap={2}>
            <Heading level={3}>{name}</Heading>
            <span className="font-semibold tabular-nums">CHF 45.00</span>
          </Row>
          {fresh ? <Muted>Noch keine Bewertungen: neu seit Oktober</Muted> : <Stars value={4.8} text="4,8 · 23 Bewertungen" />}
          <Row gap={2}>
            <Badge tone="ok" icon={ShieldCheck}>Zertifiziert für WLAN</Badge>
            <Badge>Deutsch, Französisch</Badge>
          </Row>
          <Muted>1,2 km · frühestens heute um 17:30</Muted>
        </div>
      </div>
    </Card>
  );
}

function States() {
  return (
    <>
      <Columns of={2}>
        <Show name="eine"><HelperCard name="Elena B." /></Show>
        <Show name="neu, langer Name"><HelperCard name="Maximiliane Schwarzenbach-Hungerbühler" fresh /></Show>
        <Show name="keine">
          <EmptyState icon={SearchX} title="Am Samstag ist hier niemand frei" actions={<><Button variant="secondary">Sonntag ansehen</Button><Button variant="quiet">Umkreis auf 10 km</Button></>}>
            <p>Im Umkreis von 5 km um 4052 Basel. Am Sonntag sind 3 Termine frei.</p>
          </EmptyState>
        </Show>
        <Show name="lädt">
          <Skeleton label="Termine werden geladen" lines={2} shape="card" />
        </Show>
      </Columns>
      <Show name="Notice: info, ok, warn, bad">
        <Columns of={2}>
          <Notice title="Störung in 4052 bis 18:00">Das Netz ist betroffen, nicht Ihr Gerät. Es hilft, zu warten.</Notice>
          <Notice tone="ok" title="Angefragt">Elena B. antwortet bis heute um 18:00.</Notice>
          <Notice tone="warn" title="Die Karte fehlt gerade" actions={<Button size="small" variant="secondary">Noch einmal laden</Button>}>Die Liste ist vollständig; nur die Karte liess sich nicht laden.</Notice>
          <Notice tone="bad" title="Diese Zeit ist nicht mehr frei" icon={CalendarX}>Jemand war schneller. Die nächsten freien Zeiten: 18:00, 18:30 und 19:00.</Notice>
        </Columns>
      </Show>
      <Show name="Badge">
        <Row gap={2}>
          <Badge>Entwurf</Badge><Badge tone="accent">Neu</Badge><Badge tone="info">Angefragt</Badge><Badge tone="ok">Gelöst</Badge>
          <Badge tone="warn" icon={Clock}>Wartet auf Antwort</Badge><Badge tone="bad">Abgelehnt</Badge>
        </Row>
      </Show>
      <Show name="Avatar">
        <Row><Avatar name="Elena Brunner" size="small" /><Avatar name="Luca Bernasconi" /><Avatar name="Jean-Philippe Vuilleumier" size="large" /><Avatar name="Ö" size="huge" /></Row>
      </Show>
    </>
  );
}

export function Showing({ now }: { now: number }) {
  return (
    <>
      <Part id="display" title="Zeigen"><States /></Part>
      <Part id="story" title="Geschichte eines Einsatzes">
        <Show name="Steps"><Steps label="Buchung" text="Schritt 2 von 4: Angaben" steps={['Termin', 'Angaben', 'Zahlung', 'Bestätigung']} current={1} /></Show>
        <Columns of="side">
          <Timeline
            label="Verlauf" stateWords={{ done: 'Geschehen:', present: 'Jetzt:', coming: 'Kommt:', stopped: 'Abgebrochen:' }}
            items={[
              { key: '1', state: 'done', title: 'Angefragt', time: 'Montag, 23. November, 10:12' },
              { key: '2', state: 'done', title: 'Angenommen von Elena B.', time: 'Montag, 23. November, 11:40' },
              { key: '3', state: 'present', title: 'Elena kommt am Dienstag um 17:30', time: 'Dauer etwa 60 Minuten', children: <Stack gap={4}><p>Zeigen Sie an der Tür den Code <strong>4817</strong>; Elena nennt Ihnen ihren.</p><StickyAction note="Kostenlos absagen bis heute um 17:30"><Button icon={Clock}>In den Kalender</Button></StickyAction></Stack> },
              { key: '4', state: 'coming', title: 'Bericht und Zahlung' },
              { key: '5', state: 'coming', title: 'Ihre Antwort: Ist es gelöst?' },
            ]}
          />
          <Stack gap={6}>
            <Card>
              <PriceLines
                rows={[{ label: 'Einsatz, 60 Minuten', amount: '45.00' }, { label: 'Anfahrt', amount: 'inbegriffen' }, { label: 'Gutschein', detail: 'QUARTIER-HERBST', amount: '−10.00' }]}
                total={{ label: 'Ganzer Preis', amount: 'CHF 35.00' }} note="Belastet wird erst, wenn der Bericht da ist."
              />
            </Card>
            <p>Antwort in <Countdown until={now + 5 * 3_600_000} now={now} words={(left) => `${Math.max(0, Math.ceil(left / 3_600_000))} Stunden`} /></p>
          </Stack>
        </Columns>
        <Columns of={2}>
          <div>
            <Disclosure summary="Was passiert, wenn es nicht gelöst ist?" open><p>Sie wählen: noch einmal dieselbe Person, jemand anderes oder der Profi-Service, alles zum vereinbarten Preis.</p></Disclosure>
            <Disclosure summary={`Was heisst ${long}?`}><p>Ein langes Wort.</p></Disclosure>
          </div>
          <DefinitionList items={[{ term: 'Referenz', value: 'Q7K-204' }, { term: 'Dienstleistung', value: long }, { term: 'Telefon', value: <a href="tel:+41615550123">061 555 01 23</a> }]} />
          <Stack gap={6}>
            <Sheet label="Filter" title="Filter" closeLabel="Schliessen" count={2} countLabel="2 Filter gesetzt" footer={<Button>24 Treffer zeigen</Button>}>
              <CheckboxGroup name="filter-lang" label="Sprachen" options={[{ value: 'de', label: 'Deutsch' }, { value: 'fr', label: 'Französisch' }]} />
            </Sheet>
            <CopyField label="Link zum Weitergeben" value="https://quartier.example/de/certificates/QZ-2026-8F3K" copyLabel="Kopieren" copiedLabel="Kopiert" />
          </Stack>
          <Stack gap={6}>
            <ProgressBar label="Lernteil" value={4} max={7} text="4 von 7 Lektionen" />
            <ButtonLink to="#story" variant="quiet">Alle Lektionen</ButtonLink>
          </Stack>
        </Columns>
      </Part>
    </>
  );
}
