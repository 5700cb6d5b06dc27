import { cx } from './cx.ts';
import type { IconType } from './icons.ts';
import sheet from './icons.svg?url&no-inline';

export type { IconType } from './icons.ts';

/** The address of the sheet that holds every drawing; named after its content, so it is fetched once and kept. */
export const iconSheet: string = sheet;

export interface IconProps {
  icon: IconType;
  /** Pixels; 20 beside text. */
  size?: 14 | 16 | 18 | 20 | 24 | 28 | 32 | 40;
  /** Only where no word stands beside it. */
  label?: string;
  className?: string;
}

/** One icon of the set in the one stroke; silent for screen readers unless labelled. */
export function Icon({ icon, size = 20, label, className }: IconProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label or hidden.
    <svg width={size} height={size} className={cx('q-icon', className)} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <use href={`${sheet}#${icon}`} />
    </svg>
  );
}
