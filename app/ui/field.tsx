import { CircleAlert } from './icons.ts';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

/** What every field takes. Texts come from the caller in the reader's language. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  /** Default: the name. Give one where two forms on a page share a name. */
  id?: string;
  hint?: ReactNode;
  /** Why the typed value was refused and how to mend it. */
  error?: string | null;
  /** The word that marks an optional field, for instance "freiwillig". */
  optional?: string;
  /** Keeps the label for screen readers only, where the surroundings say it. */
  hideLabel?: boolean;
  className?: string;
}

/** Ids and ARIA of one field. */
export function fieldIds({ id, name, hint, error }: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>) {
  const own = id ?? name;
  const described = cx(hint ? `${own}-hint` : null, error ? `${own}-error` : null);
  return {
    id: own,
    aria: { 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } as const,
  };
}

export function FormError({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="q-field-error">
      <Icon icon={CircleAlert} size={18} />
      <span>{children}</span>
    </p>
  );
}

function Words({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | null }) {
  return (
    <>
      {hint ? <div id={`${id}-hint`} className="q-hint">{hint}</div> : null}
      {error ? <FormError id={`${id}-error`}>{error}</FormError> : null}
    </>
  );
}

/** Label, hint and error around one control. */
export function FieldFrame({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { id } = fieldIds(field);
  return (
    <div className={cx('q-field', field.error && 'q-invalid', field.className)}>
      <label htmlFor={id} className={cx('q-label', field.hideLabel && 'q-hidden')}>
        {field.label}
        {field.optional ? <span className="q-optional"> ({field.optional})</span> : null}
      </label>
      <Words id={id} hint={field.hint} error={field.error} />
      {children}
    </div>
  );
}

/** Legend, hint and error around a group of choices. */
export function GroupFrame({ children, role, ...field }: FieldProps & { role?: 'radiogroup'; children: ReactNode }) {
  const { id, aria } = fieldIds(field);
  return (
    <fieldset className={cx('q-field', field.error && 'q-invalid', field.className)} role={role} aria-describedby={aria['aria-describedby']}>
      <legend className={cx('q-label', field.hideLabel && 'q-hidden')}>
        {field.label}
        {field.optional ? <span className="q-optional"> ({field.optional})</span> : null}
      </legend>
      <Words id={id} hint={field.hint} error={field.error} />
      {children}
    </fieldset>
  );
}

/** Several fields that answer one question, for instance an address. */
export function Fieldset({ legend, hint, className, children }: { legend: ReactNode; hint?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <fieldset className={cx('q-fieldset', className)}>
      <legend className="q-heading q-heading-3">{legend}</legend>
      {hint ? <div className="q-hint">{hint}</div> : null}
      {children}
    </fieldset>
  );
}
