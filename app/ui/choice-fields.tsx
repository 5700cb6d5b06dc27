import type { ChangeEventHandler, ReactNode } from 'react';
import { cx } from './cx.ts';
import { fieldIds, FormError, GroupFrame, type FieldProps } from './field.tsx';
import type { Choice } from './text-fields.tsx';

interface OneOf extends FieldProps {
  options: Choice[];
  defaultValue?: string;
  required?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** The first choice carries the field's id, so that the error summary leads to something that takes focus. */
function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index}`;
}

/** One of few, as a plain list. */
export function RadioGroup({ options, defaultValue, required, onChange, inline = false, ...field }: OneOf & { inline?: boolean }) {
  const { id } = fieldIds(field);
  return (
    <GroupFrame {...field} role="radiogroup">
      <div className={cx('q-choices', inline && 'q-choices-inline')}>
        {options.map((option, index) => (
          <div key={option.value} className="q-choice">
            <input
              type="radio" id={choiceId(id, index)} name={field.name} value={option.value}
              defaultChecked={option.value === defaultValue} required={required} disabled={option.disabled} onChange={onChange}
              aria-describedby={option.hint ? `${id}-${index}-detail` : undefined}
            />
            <label htmlFor={choiceId(id, index)}>{option.label}</label>
            {option.hint ? <div id={`${id}-${index}-detail`} className="q-choice-hint">{option.hint}</div> : null}
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}

/** A choice shown as a card; `aside` stands at its end, for instance a price. */
export interface CardChoice extends Choice {
  aside?: ReactNode;
  icon?: ReactNode;
}

/** One of few, each with more to say; `small` for slots and other short words in a grid. */
export function RadioCards({
  options, defaultValue, required, onChange, layout = 'list', ...field
}: Omit<OneOf, 'options'> & { options: CardChoice[]; layout?: 'list' | 'grid' | 'small' }) {
  const { id } = fieldIds(field);
  return (
    <GroupFrame {...field} role="radiogroup">
      <div className={`q-cards q-cards-${layout}`}>
        {options.map((option, index) => (
          <label key={option.value} className="q-card-choice">
            <input
              type="radio" id={choiceId(id, index)} name={field.name} value={option.value}
              defaultChecked={option.value === defaultValue} required={required} disabled={option.disabled} onChange={onChange}
            />
            {option.icon ? <span className="q-card-choice-icon">{option.icon}</span> : null}
            <span className="q-card-choice-words">
              <span className="q-card-choice-label">{option.label}</span>
              {option.hint ? <span className="q-choice-hint">{option.hint}</span> : null}
            </span>
            {option.aside ? <span className="q-card-choice-aside">{option.aside}</span> : null}
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}

export interface CheckboxProps extends Omit<FieldProps, 'optional' | 'hideLabel'> {
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
  disabled?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** One yes or no. */
export function Checkbox({ value = 'on', defaultChecked, required, disabled, onChange, ...field }: CheckboxProps) {
  const { id, aria } = fieldIds(field);
  return (
    <div className={cx('q-field', field.error && 'q-invalid', field.className)}>
      {field.error ? <FormError id={`${id}-error`}>{field.error}</FormError> : null}
      <div className="q-choice">
        <input
          type="checkbox" id={id} name={field.name} value={value} defaultChecked={defaultChecked}
          required={required} disabled={disabled} onChange={onChange} {...aria}
        />
        <label htmlFor={id}>{field.label}</label>
        {field.hint ? <div id={`${id}-hint`} className="q-choice-hint">{field.hint}</div> : null}
      </div>
    </div>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  options: Choice[];
  defaultValues?: readonly string[];
  inline?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** Any number of several; all share the name. */
export function CheckboxGroup({ options, defaultValues = [], inline = false, onChange, ...field }: CheckboxGroupProps) {
  const { id } = fieldIds(field);
  return (
    <GroupFrame {...field}>
      <div className={cx('q-choices', inline && 'q-choices-inline')}>
        {options.map((option, index) => (
          <div key={option.value} className="q-choice">
            <input
              type="checkbox" id={choiceId(id, index)} name={field.name} value={option.value}
              defaultChecked={defaultValues.includes(option.value)} disabled={option.disabled} onChange={onChange}
              aria-describedby={option.hint ? `${id}-${index}-detail` : undefined}
            />
            <label htmlFor={choiceId(id, index)}>{option.label}</label>
            {option.hint ? <div id={`${id}-${index}-detail`} className="q-choice-hint">{option.hint}</div> : null}
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}
