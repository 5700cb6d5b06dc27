import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface PageProps {
  /** Words of the link that jumps over the header. */
  skipLabel: string;
  header?: ReactNode;
  footer?: ReactNode;
  /** `SideNav` for staff. */
  side?: ReactNode;
  /** `BottomBar` for helpers. */
  bottom?: ReactNode;
  children: ReactNode;
}

/** The frame of every screen: skip link, header, main, footer. */
export function Page({ skipLabel, header, footer, side, bottom, children }: PageProps) {
  return (
    <div className={cx('q-page', side ? 'q-page-side' : null, bottom ? 'q-page-bottom' : null)}>
      <a className="q-skip" href="#main">{skipLabel}</a>
      {header}
      {side}
      <main id="main" tabIndex={-1} className="q-main">{children}</main>
      {footer}
      {bottom}
    </div>
  );
}

interface BoxProps {
  className?: string;
  children: ReactNode;
}

/** Centred width with side padding: text 42rem, narrow 34rem, normal 72rem, wide to the edges. */
export function Container({ width = 'normal', className, children }: BoxProps & { width?: 'narrow' | 'text' | 'normal' | 'wide' }) {
  return <div className={cx(`q-container q-container-${width}`, className)}>{children}</div>;
}

/** A part of a page with air above and below (48–96 px; `tight` 24–32 px). */
export function Section({
  tone = 'plain', space = 'normal', id, labelledBy, className, children,
}: BoxProps & { tone?: 'plain' | 'sunken' | 'accent'; space?: 'normal' | 'tight'; id?: string; labelledBy?: string }) {
  return (
    <section id={id} aria-labelledby={labelledBy} className={cx(`q-section q-section-${tone} q-section-${space}`, className)}>
      {children}
    </section>
  );
}

/** Children one below the other; gap in steps of 4 px. */
export function Stack({
  gap = 4, as: Tag = 'div', className, children,
}: BoxProps & { gap?: 1 | 2 | 3 | 4 | 6 | 8 | 12; as?: 'div' | 'ul' | 'ol' | 'section' | 'article' }) {
  return <Tag className={cx(`q-stack q-gap-${gap}`, className)}>{children}</Tag>;
}

/** Children in a line that wraps. */
export function Row({
  gap = 3, justify = 'start', className, children,
}: BoxProps & { gap?: 1 | 2 | 3 | 4 | 6 | 8; justify?: 'start' | 'between' | 'end' }) {
  return <div className={cx(`q-row q-gap-${gap} q-justify-${justify}`, className)}>{children}</div>;
}

/** Columns that stack on phones: equal 2, 3 or 4, `side` (content and 22rem beside it), `list-map` (45:55). */
export function Columns({
  of = 2, className, children,
}: BoxProps & { of?: 2 | 3 | 4 | 'side' | 'list-map' }) {
  return <div className={cx(`q-columns q-columns-${of}`, className)}>{children}</div>;
}

/** The main action at thumb's reach on phones, in its place on desktops. */
export function StickyAction({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="q-sticky-action">
      {note ? <div className="q-sticky-note">{note}</div> : null}
      {children}
    </div>
  );
}
