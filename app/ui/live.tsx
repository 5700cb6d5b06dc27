import { Check, Copy } from './icons.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { useHydrated } from './hydrated.ts';
import { Icon } from './icon.tsx';

export interface CountdownProps {
  /** The end, UTC milliseconds. */
  until: number;
  /** The server's business time when the page was made, UTC milliseconds. */
  now: number;
  /** The time left in words; zero or less when it is over. */
  words: (millisecondsLeft: number) => string;
  /** Called once when it is over. */
  onOver?: () => void;
}

/** Time left as words; right at load without JavaScript, renewed every 30 seconds with it. */
export function Countdown({ until, now, words, onOver }: CountdownProps) {
  const [passed, setPassed] = useState(0);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    setPassed(0);
    const start = performance.now();
    let told = until - now <= 0;
    const tick = () => {
      const elapsed = performance.now() - start;
      setPassed(elapsed);
      if (!told && until - now - elapsed <= 0) {
        told = true;
        over.current?.();
      }
    };
    const timer = setInterval(tick, 30_000);
    const end = told ? undefined : setTimeout(tick, Math.min(until - now + 250, 2_000_000_000));
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [until, now]);
  return <time className="q-countdown" dateTime={new Date(until).toISOString()}>{words(until - now - passed)}</time>;
}

/** A link or number to take along; the button needs JavaScript, the text can be marked without. */
export function CopyField({ label, value, copyLabel, copiedLabel }: {
  label: string; value: string; copyLabel: string; copiedLabel: string;
}) {
  const id = useId();
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => setCopied(true)).catch(() => undefined);
  };
  return (
    <div className="q-field">
      <label htmlFor={id} className="q-label">{label}</label>
      <div className="q-copy">
        <input id={id} className="q-input" type="text" readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        {hydrated ? (
          <button type="button" className="q-button q-secondary" onClick={copy}>
            <Icon icon={copied ? Check : Copy} /><span role="status">{copied ? copiedLabel : copyLabel}</span>
          </button>
        ) : null}
      </div>
    </div>
  );
}
