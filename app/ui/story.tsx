import { Check, ChevronDown, X } from './icons.ts';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

export interface TimelineItem {
  key: string;
  state: 'done' | 'present' | 'coming' | 'stopped';
  title: ReactNode;
  /** When, in words. */
  time?: ReactNode;
  /** Body; shown large for the present item. */
  children?: ReactNode;
}

/** What happened and what comes, one line from top to bottom, the present large. */
export function Timeline({ label, stateWords, items }: {
  label: string;
  /** Read to screen readers before each title, each with the colon of its language. */
  stateWords: Readonly<Record<TimelineItem['state'], string>>;
  items: readonly TimelineItem[];
}) {
  return (
    <ol className="q-timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={`q-timeline-${item.state}`} aria-current={item.state === 'present' ? 'step' : undefined}>
          <span className="q-timeline-mark" aria-hidden="true">
            {item.state === 'done' ? <Icon icon={Check} size={16} /> : item.state === 'stopped' ? <Icon icon={X} size={16} /> : null}
          </span>
          <div className="q-timeline-words">
            <p className="q-timeline-title"><span className="q-hidden">{stateWords[item.state]} </span>{item.title}</p>
            {item.time ? <p className="q-muted">{item.time}</p> : null}
            {item.children ? <div className="q-timeline-body">{item.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where one stands in a short sequence; `text` is the whole of it on phones ("Schritt 2 von 4: Termin"). */
export function Steps({ label, text, steps, current }: { label: string; text: string; steps: readonly string[]; current: number }) {
  return (
    <nav aria-label={label} className="q-steps">
      <p className="q-steps-text">{text}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step} className={cx(index < current && 'q-step-done')} aria-current={index === current ? 'step' : undefined}>
            <span className="q-step-mark" aria-hidden="true">{index < current ? <Icon icon={Check} size={14} /> : index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** More for those who want it. */
export function Disclosure({ summary, open, id, className, children }: {
  summary: ReactNode; open?: boolean; id?: string; className?: string; children: ReactNode;
}) {
  return (
    <details id={id} className={cx('q-disclosure', className)} open={open}>
      <summary><span>{summary}</span><Icon icon={ChevronDown} className="q-disclosure-arrow" /></summary>
      <div className="q-disclosure-body">{children}</div>
    </details>
  );
}
