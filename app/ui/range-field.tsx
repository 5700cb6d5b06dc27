import { useState } from 'react';
import { FieldFrame, fieldIds, type FieldProps } from './field.tsx';

export interface RangeFieldProps extends FieldProps {
  min: number;
  max: number;
  step?: number;
  defaultValue: number;
  /** The value in words, for instance `(km) => "8 km"`. */
  format?: (value: number) => string;
  onValue?: (value: number) => void;
}

/** A number on a scale where nearness matters more than exactness. */
export function RangeField({ min, max, step = 1, defaultValue, format = String, onValue, ...field }: RangeFieldProps) {
  const [value, setValue] = useState(defaultValue);
  const { id, aria } = fieldIds(field);
  return (
    <FieldFrame {...field}>
      <div className="q-range">
        <input
          type="range" id={id} name={field.name} min={min} max={max} step={step} defaultValue={defaultValue}
          aria-valuetext={format(value)} {...aria}
          onChange={(event) => {
            setValue(event.currentTarget.valueAsNumber);
            onValue?.(event.currentTarget.valueAsNumber);
          }}
        />
        <output htmlFor={id}>{format(value)}</output>
      </div>
      <div className="q-range-ends" aria-hidden="true"><span>{format(min)}</span><span>{format(max)}</span></div>
    </FieldFrame>
  );
}
