import { ArrowRight, CalendarPlus, Phone, Trash2 } from '../icons.ts';
import { Button, ButtonLink } from '../button.tsx';
import { CatalogueIcon, catalogueIcons } from '../catalogue-icons.tsx';
import { Columns, Row, Stack } from '../layout.tsx';
import { Heading, Lead, Muted, Prose } from '../text.tsx';
import { Part, Show } from './part.tsx';
import { long } from './sample.ts';

const swatches = [
  'bg-paper', 'bg-surface', 'bg-sunken', 'bg-line', 'bg-line-strong', 'bg-muted', 'bg-ink', 'bg-accent', 'bg-accent-hover', 'bg-accent-soft',
  'bg-second', 'bg-second-soft', 'bg-ok', 'bg-ok-soft', 'bg-warn', 'bg-warn-soft', 'bg-bad', 'bg-bad-soft', 'bg-info', 'bg-info-soft',
] as const;

export function TextAndActions() {
  return (
    <>
      <Part id="type" title="Schrift und Farbe">
        <Columns of={2}>
          <Show name="Heading 1–4, Lead, Muted">
            <Stack gap={3}>
              <Heading level={1}>Hilfe im Quartier, geprüft und nah</Heading>
              <Lead>Jemand aus der Nachbarschaft kommt vorbei und löst es. Der Preis steht vorher fest.</Lead>
              <Heading level={2}>So läuft ein Einsatz ab</Heading>
              <Heading level={3}>Was dazugehört</Heading>
              <Heading level={4}>Was nicht dazugehört</Heading>
              <Muted>Zuletzt geprüft am 3. November 2026</Muted>
            </Stack>
          </Show>
          <Show name="Prose">
            <Prose>
              <p>Helferinnen und Helfer sind Privatpersonen aus der Gegend. Wir haben sie für genau diese Dienstleistung zertifiziert: mit Ausweis, Adresse, Lernteil, Test und einem begleiteten Einsatz.</p>
              <ul>
                <li>Sie zahlen erst, wenn der Bericht da ist.</li>
                <li>Ist es nicht gelöst, kommt jemand <a href="#type">ohne Aufpreis</a> noch einmal.</li>
              </ul>
              <p>Fest verdrahtete Anlagen, Gas und Arbeiten über 1 m Höhe übernimmt <strong>immer</strong> der Profi-Service.</p>
            </Prose>
          </Show>
        </Columns>
        <Show name="Sehr lange Wörter">
          <Heading level={1}>{long} für Mehrfamilienhausliegenschaften</Heading>
        </Show>
        <Show name="Farben">
          <div className="grid grid-cols-5 sm:grid-cols-10 gap-2">
            {swatches.map((name) => <div key={name} className={`${name} h-12 rounded-sm border border-line`} title={name} />)}
          </div>
        </Show>
        <Show name="Zeichen des Katalogs">
          <Row gap={4}>{Object.keys(catalogueIcons).map((name) => <CatalogueIcon key={name} name={name} size={24} />)}</Row>
        </Show>
      </Part>

      <Part id="buttons" title="Knöpfe">
        <Show name="primary, secondary, quiet, danger">
          <Row>
            <Button>Termin um 17:30 anfragen, CHF 45</Button>
            <Button variant="secondary" icon={CalendarPlus}>In den Kalender</Button>
            <Button variant="quiet">Später</Button>
            <Button variant="danger" icon={Trash2}>Termin absagen</Button>
          </Row>
        </Show>
        <Show name="unterwegs, gesperrt, klein, gross, als Link">
          <Row>
            <Button pending pendingLabel="Wird angefragt">Anfragen</Button>
            <Button disabled>Nicht möglich</Button>
            <Button size="small" variant="secondary">Ansehen</Button>
            <Button size="large" icon={ArrowRight}>Helferin oder Helfer finden</Button>
            <ButtonLink to="#buttons" variant="secondary" icon={Phone}>061 555 01 23</ButtonLink>
          </Row>
        </Show>
        <Show name="breit, mit langem Wort">
          <div className="max-w-xs"><Button wide>{long} anfragen</Button></div>
        </Show>
      </Part>
    </>
  );
}
