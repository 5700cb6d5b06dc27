import { useNavigation } from '@remix-run/react';
import { CircleAlert } from './icons.ts';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

export interface FormProblem {
  /** The field's id (its name, unless an id was given); empty for the form as a whole. */
  field: string;
  message: string;
}

/** All refusals of a form above it; takes focus when they appear and leads to each field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FormProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map((error) => `${error.field}:${error.message}`).join('\n');
  const { state } = useNavigation();
  // Sent again with the same mistakes the words are the same, and are to be heard again.
  useEffect(() => {
    if (key && state === 'idle') box.current?.focus();
  }, [key, state]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="q-notice q-bad q-error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <Icon icon={CircleAlert} size={24} />
      <div>
        <p id="error-summary-title" className="q-notice-title">{title}</p>
        <ul>
          {errors.map((error) => (
            <li key={`${error.field}:${error.message}`}>
              {error.field ? (
                <a
                  href={`#${error.field}`}
                  onClick={(event) => {
                    const target = document.getElementById(error.field);
                    if (!target) return;
                    event.preventDefault();
                    target.focus();
                    target.scrollIntoView({ block: 'center' });
                  }}
                >
                  {error.message}
                </a>
              ) : error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
