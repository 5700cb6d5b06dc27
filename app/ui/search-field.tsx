import { Search } from './icons.ts';
import { FieldFrame, fieldIds, type FieldProps } from './field.tsx';
import { Icon, type IconType } from './icon.tsx';
import { type Suggestion, useSuggestions } from './suggestions.ts';

export interface SearchFieldProps extends FieldProps {
  defaultValue?: string;
  placeholder?: string;
  autoComplete?: string;
  required?: boolean;
  icon?: IconType;
  /** Answers `?q=` with `{ items: Suggestion[] }`; without it, or without JavaScript, a plain input. */
  suggestionsUrl?: string;
  /** Says how many there are, for instance `(n) => "5 Vorschläge"`. */
  countText?: (count: number) => string;
  /** A hidden input of this name carries the chosen item's value, and nothing once other words are typed. */
  valueName?: string;
  defaultChosen?: string;
  onChoose?: (item: Suggestion) => void;
}

/** Words to look for; with suggestions an ARIA combobox. */
export function SearchField({
  defaultValue = '', placeholder, autoComplete = 'off', required, icon = Search, suggestionsUrl, countText, valueName, defaultChosen = '', onChoose, ...field
}: SearchFieldProps) {
  const { id, aria } = fieldIds(field);
  const box = useSuggestions({ id, url: suggestionsUrl, defaultValue, defaultChosen, keepValue: valueName === undefined, onChoose });
  return (
    <FieldFrame {...field}>
      <div className="q-search">
        <Icon icon={icon} className="q-search-icon" />
        <input
          type="search" enterKeyHint="search" id={id} name={field.name} placeholder={placeholder} autoComplete={autoComplete}
          autoCapitalize="none" spellCheck={false} required={required} className="q-input" {...aria} {...box.inputProps}
        />
        {valueName ? <input type="hidden" name={valueName} value={box.chosen} readOnly /> : null}
        {box.ready ? (
          <>
            <div id={`${id}-list`} role="listbox" aria-labelledby={`${id}-list-name`} className="q-suggestions" hidden={!box.open}>
              {box.items.map((item, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: focus stays in the input, whose keys move and choose.
                <div
                  key={`${item.value}-${index}`} id={`${id}-option-${index}`} role="option" tabIndex={-1} aria-selected={index === box.active}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => box.choose(item)}
                >
                  <span>{item.label}</span>
                  {item.detail ? <span className="q-suggestion-detail">{item.detail}</span> : null}
                </div>
              ))}
            </div>
            <span id={`${id}-list-name`} className="q-hidden">{field.label}</span>
            <span className="q-hidden" role="status">{box.open && countText ? countText(box.items.length) : ''}</span>
          </>
        ) : null}
      </div>
    </FieldFrame>
  );
}
