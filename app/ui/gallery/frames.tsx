import { BadgeCheck, CalendarDays, CircleUser, House, Inbox, LayoutDashboard, ListChecks, Settings, Users } from '../icons.ts';
import { KeyboardHelp } from '../keyboard.tsx';
import { BackLink, BottomBar, SideNav, SiteFooter, SiteHeader } from '../navigation.tsx';
import { Part, Show } from './part.tsx';

const here = '/dev/ui';

export function GalleryHeader() {
  return (
    <SiteHeader
      brand={<a href={here}>Quartier</a>} label="Hauptmenü" menuLabel="Menü"
      items={[{ to: here, label: 'Hilfe finden' }, { to: '/so', label: 'So geht es' }, { to: '/zert', label: 'Zertifikate' }]}
      actions={<><a href="#fr" lang="fr">Français</a><a href="#login">Anmelden</a></>}
    />
  );
}

export function GalleryFooter() {
  return (
    <SiteFooter
      help={<p>Fragen? <a href="tel:+41615550123">061 555 01 23</a>, Montag bis Samstag, 7 bis 20 Uhr</p>}
      small={<p>Quartier, eine Dienstleistung von Musterwerk. Erfundene Beispiele.</p>}
    >
      <ul><li><a href="#a">Impressum</a></li><li><a href="#b">Datenschutz</a></li><li><a href="#c">Bedingungen</a></li></ul>
      <ul><li><a href="#d">Zertifikat prüfen</a></li><li><a href="#e">Selbst helfen</a></li></ul>
    </SiteFooter>
  );
}

export function GalleryBottom() {
  return (
    <BottomBar
      label="Helfen"
      items={[
        { to: here, label: 'Heute', icon: House },
        { to: '/h/requests', label: 'Anfragen', icon: Inbox, count: 3, countLabel: '3 offene Anfragen' },
        { to: '/h/calendar', label: 'Kalender', icon: CalendarDays },
        { to: '/h/me', label: 'Ich', icon: CircleUser },
      ]}
    />
  );
}

export function Frames() {
  return (
    <Part id="frames" title="Wege">
      <Show name="BackLink"><BackLink to="#frames">Alle Buchungen</BackLink></Show>
      <Show name="SideNav">
        <div className="max-w-60 border border-line">
          <SideNav
            label="Firma" brand={<a href={here}>Quartier</a>} menuLabel="Menü"
            groups={[
              { items: [{ to: here, label: 'Übersicht', icon: LayoutDashboard }, { to: '/s/bookings', label: 'Buchungen', icon: ListChecks, count: 12, countLabel: '12 ungelöst' }] },
              { title: 'Leute', items: [{ to: '/s/helpers', label: 'Helferinnen und Helfer', icon: Users }, { to: '/s/certs', label: 'Zertifikate', icon: BadgeCheck }] },
              { title: 'Haus', items: [{ to: '/s/settings', label: 'Einstellungen', icon: Settings }] },
            ]}
            foot={<p>Ruth Amstutz, Support</p>}
          />
        </div>
      </Show>
      <Show name="KeyboardHelp: ? drücken">
        <KeyboardHelp title="Tastatur" closeLabel="Schliessen" shortcuts={[{ keys: ['/'], label: 'Suchen' }, { keys: ['j'], label: 'Nächste Zeile' }, { keys: ['k'], label: 'Vorige Zeile' }, { keys: ['g', 'b'], label: 'Zu den Buchungen' }, { keys: ['?'], label: 'Diese Übersicht' }]} />
      </Show>
    </Part>
  );
}
