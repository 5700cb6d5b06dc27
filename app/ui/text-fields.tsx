import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx.ts';
import { FieldFrame, fieldIds, type FieldProps } from './field.tsx';

type Native<T extends 'input' | 'textarea' | 'select'> = Omit<ComponentPropsWithoutRef<T>, keyof FieldProps | 'style' | 'children'>;

/** Splits what the frame shows from what the control takes. */
function split<P extends FieldProps>(props: P) {
  const { name, label, id, hint, error, optional, hideLabel, className, ...rest } = props;
  return { frame: { name, label, id, hint, error, optional, hideLabel, className }, rest };
}

export interface TextFieldProps extends FieldProps, Native<'input'> {
  /** Width that tells the expected length; full by default. */
  width?: 'short' | 'medium' | 'full';
  /** Unit or currency beside the input, for instance "CHF". */
  prefix?: string;
  suffix?: string;
}

/** One line of text; `type`, `inputMode`, `autoComplete`, `required` go to the input. */
export function TextField({ width = 'full', prefix, suffix, ...props }: TextFieldProps) {
  const { frame, rest } = split(props);
  const { id, aria } = fieldIds(frame);
  const input = <input type="text" {...rest} {...aria} id={id} name={frame.name} className={cx('q-input', `q-width-${width}`)} />;
  return (
    <FieldFrame {...frame}>
      {prefix || suffix ? (
        <div className="q-affix">
          {prefix ? <span aria-hidden="true">{prefix}</span> : null}
          {input}
          {suffix ? <span aria-hidden="true">{suffix}</span> : null}
        </div>
      ) : input}
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps, Native<'textarea'> {}

/** Several lines; grows with what is typed where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { frame, rest } = split(props);
  const { id, aria } = fieldIds(frame);
  return (
    <FieldFrame {...frame}>
      <textarea rows={4} {...rest} {...aria} id={id} name={frame.name} className="q-input q-textarea" />
    </FieldFrame>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps, Native<'select'> {
  options: { value: string; label: string; disabled?: boolean }[];
  /** First, empty entry, for instance "Bitte wählen". */
  placeholder?: string;
  width?: 'short' | 'medium' | 'full';
}

export function SelectField({ options, placeholder, width = 'full', ...props }: SelectFieldProps) {
  const { frame, rest } = split(props);
  const { id, aria } = fieldIds(frame);
  return (
    <FieldFrame {...frame}>
      <select {...rest} {...aria} id={id} name={frame.name} className={cx('q-input q-select', `q-width-${width}`)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface FileFieldProps extends FieldProps, Native<'input'> {}

/** Pictures in the formats the server reads; naming them makes phones convert theirs. */
export function FileField(props: FileFieldProps) {
  const { frame, rest } = split(props);
  const { id, aria } = fieldIds(frame);
  return (
    <FieldFrame {...frame}>
      <input accept="image/jpeg,image/png,image/webp" {...rest} {...aria} type="file" id={id} name={frame.name} className="q-file" />
    </FieldFrame>
  );
}

/** Six digits from a mail or an authenticator, in one input that phones can fill. */
export function CodeField({ digits = 6, ...props }: FieldProps & Native<'input'> & { digits?: 4 | 6 }) {
  const { frame, rest } = split(props);
  const { id, aria } = fieldIds(frame);
  return (
    <FieldFrame {...frame}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern={`\\s*([0-9]\\s*){${digits}}`}
        maxLength={digits + 3}
        spellCheck={false}
        {...rest}
        {...aria}
        id={id}
        name={frame.name}
        className={cx('q-input q-code', digits === 4 && 'q-code-4')}
      />
    </FieldFrame>
  );
}
