import { X } from './icons.ts';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

export interface Shortcut {
  /** One key, or two in a row: `['/']`, `['g', 'b']`. */
  keys: readonly [string] | readonly [string, string];
  label: string;
  /** What it does; without it the line only explains (`j`, `k` walk the rows by themselves). */
  run?: () => void;
}

const pause = 1200;

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));
}

/** Moves focus to the first link of the next or previous table row. */
function walk(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step))];
  next?.querySelector<HTMLElement>('a, button, input')?.focus();
}

/** Listens for shortcuts outside of inputs; `j`, `k` walk table rows, `/` goes to the first search input. */
export function useShortcuts(shortcuts: readonly Shortcut[], onHelp?: () => void): void {
  const latest = useRef({ shortcuts, onHelp });
  latest.current = { shortcuts, onHelp };
  useEffect(() => {
    let first = '';
    let at = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const pair = event.timeStamp - at < pause ? first : '';
      const found =
        latest.current.shortcuts.find(({ keys }) => keys.length === 2 && keys[0] === pair && keys[1] === event.key) ??
        latest.current.shortcuts.find(({ keys }) => keys.length === 1 && keys[0] === event.key);
      first = event.key;
      at = event.timeStamp;
      if (found?.run) found.run();
      else if (event.key === '?' && latest.current.onHelp) latest.current.onHelp();
      else if (event.key === 'j') walk(1);
      else if (event.key === 'k') walk(-1);
      else if (event.key === '/') document.querySelector<HTMLElement>('input[type="search"]')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** All shortcuts in a dialog that `?` opens; also registers them. Render once in the staff frame. */
export function KeyboardHelp({ title, closeLabel, shortcuts }: { title: string; closeLabel: string; shortcuts: readonly Shortcut[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useShortcuts(shortcuts, () => dialog.current?.showModal());
  return (
    <dialog ref={dialog} className="q-dialog" aria-labelledby="keyboard-help-title">
      <form method="dialog" className="q-dialog-head">
        <h2 id="keyboard-help-title" className="q-heading q-heading-3">{title}</h2>
        <button type="submit" className="q-icon-button"><Icon icon={X} label={closeLabel} /></button>
      </form>
      <dl className="q-keys">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys.join(' ')}>
            <dt>{shortcut.keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
