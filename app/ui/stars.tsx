import { GroupFrame, fieldIds, type FieldProps } from './field.tsx';
import { iconSheet } from './icon.tsx';

const star = 'M12 2.6l2.9 5.9 6.5.95-4.7 4.58 1.1 6.47L12 17.44 6.2 20.5l1.1-6.47L2.6 9.45l6.5-.95z';

/** A mean of stars; `text` says it in words ("4,8 von 5, 23 Bewertungen") and stands beside it. */
export function Stars({ value, text, hideText = false }: { value: number; text: string; hideText?: boolean }) {
  const full = Math.max(0, Math.min(5, value)) * 24;
  return (
    <span className="q-stars">
      <svg viewBox="0 0 120 24" width="100" height="20" aria-hidden="true">
        <use href={`${iconSheet}#five-stars`} className="q-stars-empty" />
        <svg width={full} height="24" aria-hidden="true"><use href={`${iconSheet}#five-stars`} width="120" height="24" className="q-stars-full" /></svg>
      </svg>
      <span className={hideText ? 'q-hidden' : 'q-stars-text'}>{text}</span>
    </span>
  );
}

export interface StarsFieldProps extends FieldProps {
  /** Words for 1 to 5, the worst first. */
  words: readonly [string, string, string, string, string];
  defaultValue?: 1 | 2 | 3 | 4 | 5;
  required?: boolean;
}

/** One to five stars as radio buttons; CSS fills the stars up to the chosen one. */
export function StarsField({ words, defaultValue, required, ...field }: StarsFieldProps) {
  const { id } = fieldIds(field);
  return (
    <GroupFrame {...field} role="radiogroup">
      <div className="q-stars-field">
        {words.map((word, index) => (
          <label key={word} title={word}>
            <input
              type="radio" id={index === 0 ? id : `${id}-${index}`} name={field.name} value={index + 1}
              defaultChecked={defaultValue === index + 1} required={required}
            />
            <svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true" focusable="false"><path d={star} /></svg>
            <span className="q-stars-word">{word}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
