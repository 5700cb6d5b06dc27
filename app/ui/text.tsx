import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface HeadingProps {
  /** Place in the outline. */
  level: 1 | 2 | 3 | 4;
  /** Size where it differs from the level's own; 1 is the largest. */
  size?: 1 | 2 | 3 | 4;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Heading({ level, size = level, id, className, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={cx(`q-heading q-heading-${size}`, className)}>
      {children}
    </Tag>
  );
}

interface TextProps {
  className?: string;
  children: ReactNode;
}

/** The sentence under a title. */
export function Lead({ className, children }: TextProps) {
  return <p className={cx('q-lead', className)}>{children}</p>;
}

/** Quiet, smaller words: details, dates, sources. */
export function Muted({ as: Tag = 'p', className, children }: TextProps & { as?: 'p' | 'span' | 'div' }) {
  return <Tag className={cx('q-muted', className)}>{children}</Tag>;
}

/** Running text with paragraphs, lists and headings. */
export function Prose({ className, children }: TextProps) {
  return <div className={cx('q-prose', className)}>{children}</div>;
}

export function VisuallyHidden({ as: Tag = 'span', children }: { as?: 'span' | 'p' | 'div' | 'h2'; children: ReactNode }) {
  return <Tag className="q-hidden">{children}</Tag>;
}
