import { Link, useNavigation } from '@remix-run/react';
import { LoaderCircle } from './icons.ts';
import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconType } from './icon.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  variant?: ButtonVariant;
  size?: 'normal' | 'small' | 'large';
  /** As wide as its box. */
  wide?: boolean;
  icon?: IconType;
  className?: string;
  children: ReactNode;
}

function look({ variant = 'primary', size = 'normal', wide, className }: Omit<Look, 'children'>): string {
  return cx('q-button', `q-${variant}`, size !== 'normal' && `q-${size}`, wide && 'q-wide', className);
}

export interface ButtonProps extends Look, Omit<ComponentPropsWithoutRef<'button'>, 'style' | 'children' | 'className'> {
  /** While true the button keeps focus, says `pendingLabel` and ignores clicks. */
  pending?: boolean;
  pendingLabel?: ReactNode;
}

/** A verb that sends the form around it (`type="button"` for anything else). */
export function Button({
  variant, size, wide, icon, className, children, pending = false, pendingLabel, type = 'submit', onClick, ...rest
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button {...rest} type={type} className={look({ variant, size, wide, className })} aria-disabled={pending || undefined} onClick={click}>
      {pending ? <Icon icon={LoaderCircle} className="q-spin" /> : icon ? <Icon icon={icon} /> : null}
      <span>{pending ? (pendingLabel ?? children) : children}</span>
    </button>
  );
}

/** A button that shows by itself that its own form is on the way (matched by its `name` and `value`, where it has them). */
export function SubmitButton(props: Omit<ButtonProps, 'pending' | 'type'>) {
  const { state, formData } = useNavigation();
  const mine = props.name === undefined || formData?.get(props.name) === String(props.value ?? '');
  return <Button {...props} pending={state !== 'idle' && formData !== undefined && mine} />;
}

export interface ButtonLinkProps extends Look {
  to: string;
  /** A full page load, for files and other hosts. */
  reloadDocument?: boolean;
  download?: boolean | string;
  rel?: string;
  target?: string;
  preventScrollReset?: boolean;
  'aria-label'?: string;
}

/** A link in a button's clothes: leads somewhere, changes nothing. */
export function ButtonLink({ variant, size, wide, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={look({ variant, size, wide, className })}>
      {icon ? <Icon icon={icon} /> : null}
      <span>{children}</span>
    </Link>
  );
}
