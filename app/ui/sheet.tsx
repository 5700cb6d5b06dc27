import { X } from './icons.ts';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface SheetProps {
  /** Words on the button that opens it. */
  label: ReactNode;
  closeLabel: string;
  title: ReactNode;
  /** Number of filters in force. */
  count?: number;
  countLabel?: string;
  icon?: ReactNode;
  /** Stays at the sheet's bottom: the button that applies. */
  footer?: ReactNode;
  /** From 64rem on: `inline` shows the content in place, `panel` drops it below the button. */
  wide?: 'inline' | 'panel';
  children: ReactNode;
}

/** A panel from the bottom edge of phones, made of details so that it needs no JavaScript. */
export function Sheet({ label, closeLabel, title, count, countLabel, icon, footer, wide = 'panel', children }: SheetProps) {
  return (
    <details
      className={`q-sheet q-sheet-wide-${wide}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <span className="q-sheet-open q-button q-secondary">
          {icon}<span>{label}</span>
          {count ? <span className="q-count"><span aria-hidden="true">{count}</span><span className="q-hidden">{countLabel}</span></span> : null}
        </span>
        <span className="q-sheet-close"><Icon icon={X} label={closeLabel} size={24} /></span>
      </summary>
      <div className="q-sheet-panel">
        <p className="q-sheet-title">{title}</p>
        <div className="q-sheet-body">{children}</div>
        {footer ? <div className="q-sheet-footer">{footer}</div> : null}
      </div>
    </details>
  );
}
