import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useHydrated } from './hydrated.ts';

export interface Suggestion {
  value: string;
  label: string;
  detail?: string;
}

interface Options {
  id: string;
  url: string | undefined;
  defaultValue: string;
  defaultChosen: string;
  /** Choosing writes the item's value into the input; else its label. */
  keepValue: boolean;
  onChoose?: (item: Suggestion) => void;
}

const wait = 120;

/** State of a combobox that asks `url?q=` while one types; a failed or slow answer leaves a plain input. */
export function useSuggestions({ id, url, defaultValue, defaultChosen, keepValue, onChoose }: Options) {
  const hydrated = useHydrated();
  const ready = hydrated && url !== undefined;
  const [items, setItems] = useState<Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState(defaultChosen);
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const close = () => {
    running.current?.abort();
    setOpen(false);
    setActive(-1);
  };

  const ask = (words: string) => {
    running.current?.abort();
    if (!url || words.trim().length < 2) return close();
    const controller = new AbortController();
    running.current = controller;
    const timer = setTimeout(() => {
      const address = `${url}${url.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`;
      fetch(address, { signal: controller.signal, headers: { accept: 'application/json' } })
        .then(async (answer) => (answer.ok ? ((await answer.json()) as { items?: Suggestion[] }) : {}))
        .then((found) => {
          if (controller.signal.aborted) return;
          const next = found.items ?? [];
          setItems(next);
          setActive(-1);
          setOpen(next.length > 0);
        })
        .catch(() => undefined);
    }, wait);
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
  };

  const choose = (item: Suggestion) => {
    if (input.current) input.current.value = keepValue ? item.value : item.label;
    setChosen(item.value);
    close();
    onChoose?.(item);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (items.length === 0) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = open ? active + step : step === 1 ? 0 : items.length - 1;
      setOpen(true);
      setActive(next < -1 ? items.length - 1 : next >= items.length ? -1 : next);
    } else if (event.key === 'Enter' && open && items[active]) {
      event.preventDefault();
      choose(items[active]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  };

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-option-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const combobox = ready
    ? ({
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': open,
        'aria-controls': `${id}-list`,
        'aria-activedescendant': open && active >= 0 ? `${id}-option-${active}` : undefined,
        onKeyDown,
        onBlur: close,
      } as const)
    : {};

  const inputProps = {
    ref: input,
    defaultValue,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setChosen('');
      if (ready) ask(event.currentTarget.value);
    },
    ...combobox,
  };

  return { ready, items, open: ready && open, active, chosen, choose, inputProps };
}
