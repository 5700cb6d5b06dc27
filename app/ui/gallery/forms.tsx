import { MapPin } from '../icons.ts';
import { Button } from '../button.tsx';
import { Checkbox, CheckboxGroup, RadioCards, RadioGroup } from '../choice-fields.tsx';
import { CatalogueIcon } from '../catalogue-icons.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Fieldset } from '../field.tsx';
import { Columns, Row, Stack } from '../layout.tsx';
import { RangeField } from '../range-field.tsx';
import { SearchField } from '../search-field.tsx';
import { StarsField } from '../stars.tsx';
import { CodeField, FileField, SelectField, TextArea, TextField } from '../text-fields.tsx';
import { Part, Show } from './part.tsx';
import { long } from './sample.ts';

function Choices() {
  return (
    <Columns of={2}>
      <RadioGroup
        name="visited" label="Wer wird besucht?" defaultValue="me" hint="Eine erwachsene Person ist beim Einsatz dabei."
        options={[{ value: 'me', label: 'Ich selbst' }, { value: 'other', label: 'Jemand anderes', hint: 'Zum Beispiel Ihre Eltern' }, { value: 'no', label: 'Noch offen', disabled: true }]}
      />
      <RadioGroup name="refused-radio" label="Gelöst?" inline error="Wählen Sie eine Antwort; «weiss nicht» ist auch eine." options={[{ value: 'y', label: 'Ja' }, { value: 'n', label: 'Nein' }, { value: 'u', label: 'Weiss nicht' }]} />
      <RadioCards
        name="who" label="Wer soll kommen?" defaultValue="helper"
        options={[
          { value: 'helper', label: 'Elena B.', hint: 'Aus der Nachbarschaft, 1,2 km', aside: 'CHF 45.00', icon: <CatalogueIcon name="house" /> },
          { value: 'pro', label: 'Profi-Service', hint: 'Mit Anfahrt, frühestens am Donnerstag', aside: 'CHF 149.00', icon: <CatalogueIcon name="wrench" /> },
          { value: 'none', label: long, hint: 'Zurzeit nicht buchbar', aside: 'CHF 60.00', disabled: true },
        ]}
      />
      <RadioCards
        name="slot" layout="small" label="Dienstag, 24. November" defaultValue="17:30"
        options={['08:00', '09:30', '11:00', '13:30', '15:00', '17:30', '18:00', '19:30'].map((value, index) => ({ value, label: value, disabled: index === 2 }))}
      />
      <CheckboxGroup name="lang" label="Sprachen" defaultValues={['de', 'it']} optional="freiwillig" inline options={[{ value: 'de', label: 'Deutsch' }, { value: 'fr', label: 'Französisch' }, { value: 'it', label: 'Italienisch' }, { value: 'en', label: 'Englisch' }]} />
      <Stack gap={3}>
        <Checkbox name="tonight" label="Heute Abend möglich" hint="Zwischen 17:00 und 21:00" defaultChecked />
        <Checkbox name="rules" label="Ich habe die Regeln zum Absagen gelesen" error="Bestätigen Sie, dass Sie die Regeln gelesen haben." />
      </Stack>
      <StarsField name="stars" label="Wie war die Erklärung?" defaultValue={4} words={['Schlecht', 'Mässig', 'In Ordnung', 'Gut', 'Sehr gut']} />
      <RangeField name="radius" label="Wie weit fahren Sie?" min={3} max={25} defaultValue={8} format={(km) => `${km} km`} hint="Luftlinie ab Ihrer Adresse" />
    </Columns>
  );
}

export function Forms() {
  return (
    <Part id="forms" title="Formulare">
      <Show name="Abgelehnt: Zusammenfassung oben, Grund am Feld">
        <ErrorSummary
          title="Zwei Angaben fehlen noch"
          errors={[{ field: 'mail-refused', message: 'Die E-Mail-Adresse ist unvollständig: nach dem @ fehlt der Anbieter.' }, { field: 'refused-radio', message: 'Wählen Sie, ob es gelöst ist.' }]}
        />
      </Show>
      <Columns of={2}>
        <Stack gap={6}>
          <TextField name="first" label="Vorname" autoComplete="given-name" defaultValue="Elena" />
          <TextField name="mail" type="email" label="E-Mail" hint="Dorthin senden wir die Bestätigung." autoComplete="email" placeholder="name@beispiel.ch" />
          <TextField id="mail-refused" name="mail2" type="email" label="E-Mail, abgelehnt" defaultValue="elena@" error="Nach dem @ fehlt der Anbieter, zum Beispiel bluewin.ch." />
          <TextField name="price" label="Ihr Preis" prefix="CHF" inputMode="decimal" defaultValue="45.00" width="short" hint="Üblich sind 38 bis 60 Franken." />
          <TextField name="off" label="Gesperrt" defaultValue="4052 Basel" disabled />
        </Stack>
        <Stack gap={6}>
          <SelectField name="service" label="Dienstleistung" placeholder="Bitte wählen" options={[{ value: '1', label: 'WLAN verbessern' }, { value: '2', label: long }]} />
          <TextArea name="note" label="Was ist das Problem?" optional="freiwillig" hint="Keine Passwörter; die braucht niemand." defaultValue="Im Schlafzimmer bricht die Verbindung jeden Abend ab." />
          <CodeField name="code" label="Code aus der E-Mail" hint="Sechs Ziffern, 10 Minuten gültig" defaultValue="204917" />
          <FileField name="photos" label="Fotos" optional="freiwillig" hint="JPEG, PNG oder WebP, je höchstens 10 MB" multiple />
          <SearchField name="what" label="Wobei brauchen Sie Hilfe?" placeholder="Zum Beispiel: kein WLAN im Schlafzimmer" />
          <SearchField name="where" label="Wo?" icon={MapPin} suggestionsUrl="/api/v1/places" defaultValue="4052 Basel" countText={(count) => `${count} Vorschläge`} />
        </Stack>
      </Columns>
      <Choices />
      <Show name="Fieldset">
        <Fieldset legend="Adresse des Einsatzes" hint="Sieht nur, wer den Termin annimmt.">
          <TextField name="street" label="Strasse und Nummer" autoComplete="street-address" />
          <Row gap={4}><TextField name="zip" label="PLZ" width="short" inputMode="numeric" /><TextField name="town" label="Ort" /></Row>
          <div><Button>Weiter zur Zahlung</Button></div>
        </Fieldset>
      </Show>
    </Part>
  );
}
