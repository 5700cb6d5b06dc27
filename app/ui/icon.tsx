import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';

export type IconType = LucideIcon;

export interface IconProps {
  icon: IconType;
  /** Pixels; 20 beside text. */
  size?: 14 | 16 | 18 | 20 | 24 | 28 | 32 | 40;
  /** Only where no word stands beside it. */
  label?: string;
  className?: string;
}

/** One icon of the set in the one stroke; silent for screen readers unless labelled. */
export function Icon({ icon: Drawing, size = 20, label, className }: IconProps) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      className={cx('q-icon', className)}
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
