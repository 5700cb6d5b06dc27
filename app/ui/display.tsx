import { CircleAlert, CircleCheck, Info, TriangleAlert } from './icons.ts';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconType } from './icon.tsx';

/** A bounded thing in a list or beside text; never inside another card. */
export function Card({ as: Tag = 'div', padded = true, id, className, children }: {
  as?: 'div' | 'article' | 'section' | 'li' | 'aside'; padded?: boolean; id?: string; className?: string; children: ReactNode;
}) {
  return <Tag id={id} className={cx('q-card', padded && 'q-card-padded', className)}>{children}</Tag>;
}

export type Tone = 'plain' | 'accent' | 'info' | 'ok' | 'warn' | 'bad';

const toneIcons: Record<'info' | 'ok' | 'warn' | 'bad', IconType> = {
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** A state as icon and word; the colour only repeats it. */
export function Badge({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconType; children: ReactNode }) {
  const drawing = icon ?? (tone === 'plain' || tone === 'accent' ? undefined : toneIcons[tone]);
  return (
    <span className={`q-badge q-${tone}`}>
      {drawing ? <Icon icon={drawing} size={16} /> : null}
      <span>{children}</span>
    </span>
  );
}

export interface NoticeProps {
  tone?: 'info' | 'ok' | 'warn' | 'bad';
  title?: ReactNode;
  icon?: IconType;
  /** Buttons or links below the words. */
  actions?: ReactNode;
  /** `status` or `alert` where it appears after an action. */
  role?: 'status' | 'alert';
  className?: string;
  children?: ReactNode;
}

/** Something to know before going on. */
export function Notice({ tone = 'info', title, icon, actions, role, className, children }: NoticeProps) {
  return (
    <div className={cx('q-notice', `q-${tone}`, className)} role={role}>
      <Icon icon={icon ?? toneIcons[tone]} size={24} />
      <div>
        {title ? <p className="q-notice-title">{title}</p> : null}
        {children ? <div className="q-notice-words">{children}</div> : null}
        {actions ? <div className="q-row q-gap-3 q-notice-actions">{actions}</div> : null}
      </div>
    </div>
  );
}

/** Nothing here yet: says why, and what one can do about it. */
export function EmptyState({ icon, title, actions, level = 2, children }: {
  icon?: IconType; title: ReactNode; actions?: ReactNode; level?: 2 | 3; children?: ReactNode;
}) {
  const Title = `h${level}` as const;
  return (
    <div className="q-empty">
      {icon ? <span className="q-empty-icon"><Icon icon={icon} size={28} /></span> : null}
      <Title className="q-heading q-heading-3">{title}</Title>
      {children ? <div className="q-muted">{children}</div> : null}
      {actions ? <div className="q-row q-gap-3">{actions}</div> : null}
    </div>
  );
}

export interface AvatarProps {
  /** Whose; becomes the alternative text unless `decorative`. */
  name: string;
  src?: string | null;
  srcSet?: string;
  size?: 'small' | 'normal' | 'large' | 'huge';
  /** Where the name stands beside it. */
  decorative?: boolean;
  /** Above the fold only. */
  eager?: boolean;
}

const avatarPixels = { small: 40, normal: 56, large: 88, huge: 128 } as const;

function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0] ?? '').join('').toLocaleUpperCase('de-CH');
}

/** A person's picture, or initials where there is none. */
export function Avatar({ name, src, srcSet, size = 'normal', decorative = false, eager = false }: AvatarProps) {
  const pixels = avatarPixels[size];
  const className = `q-avatar q-avatar-${size}`;
  if (!src) {
    return (
      <span className={className} {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}>
        {initials(name)}
      </span>
    );
  }
  return (
    <img
      className={className} src={src} srcSet={srcSet} sizes={srcSet ? `${pixels}px` : undefined} width={pixels} height={pixels}
      alt={decorative ? '' : name} loading={eager ? 'eager' : 'lazy'} decoding="async"
    />
  );
}

/** Quiet grey lines where content is on its way; `label` is what a screen reader hears. */
export function Skeleton({ lines = 3, label, shape = 'text' }: { lines?: number; label: string; shape?: 'text' | 'card' | 'row' }) {
  return (
    <div className={`q-skeleton q-skeleton-${shape}`} role="status">
      <span className="q-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => <span key={index} className="q-skeleton-line" aria-hidden="true" />)}
    </div>
  );
}

/** How far along, in words and as a bar. */
export function ProgressBar({ value, max, label, text }: { value: number; max: number; label: ReactNode; text: string }) {
  return (
    <label className="q-progress">
      <span className="q-progress-words"><span>{label}</span><span className="q-figures">{text}</span></span>
      <progress value={value} max={max}>{text}</progress>
    </label>
  );
}
