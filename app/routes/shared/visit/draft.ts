import { type RefObject, useCallback, useEffect, useState } from "react";

type Draft = Record<string, string[]>;
const keyOf = (bookingId: string): string => `quartier-visit/${bookingId}`;

/** A phone may refuse storage (private windows, full memory): then there is simply no draft. */
function read(bookingId: string): Draft {
  try {
    return JSON.parse(localStorage.getItem(keyOf(bookingId)) ?? "{}") as Draft;
  } catch {
    return {};
  }
}
function write(bookingId: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(bookingId), JSON.stringify(draft));
  } catch {
    // Nothing to do: the form itself still holds the words.
  }
}

/** Forgets the draft once the report has been received. */
export function useForgetDraft(bookingId: string, isReceived: boolean): void {
  useEffect(() => {
    if (!isReceived) return;
    try {
      localStorage.removeItem(keyOf(bookingId));
    } catch {
      // Storage that cannot be reached holds nothing.
    }
  }, [bookingId, isReceived]);
}

function fill(form: HTMLFormElement, draft: Draft): void {
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)) continue;
    const kept = draft[element.name];
    if (!kept || element.type === "hidden") continue;
    if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) element.checked = kept.includes(element.value);
    else element.value = kept[0] ?? "";
  }
}

/**
 * Keeps what is typed into a form on this phone until the report is received, and puts it back after a lost page.
 * `isAnswered` says that the server gave the words back itself; `size` changes when fields appear.
 */
export function useDraft(form: RefObject<HTMLFormElement>, bookingId: string, isAnswered: boolean, size = 0): { isKept: boolean; draft: Draft; keep: () => void } {
  const [isKept, setKept] = useState(false);
  const [draft, setDraft] = useState<Draft>({});

  useEffect(() => {
    const kept = isAnswered ? {} : read(bookingId);
    setDraft(kept);
    setKept(Object.keys(kept).length > 0);
  }, [bookingId, isAnswered]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: fields that appear later are filled when their number changes.
  useEffect(() => {
    if (form.current && Object.keys(draft).length > 0) fill(form.current, read(bookingId));
  }, [form, draft, bookingId, size]);

  const keep = useCallback(() => {
    if (!form.current) return;
    const next = read(bookingId);
    for (const element of form.current.elements) {
      if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) || element.type === "hidden" || !element.name) continue;
      const isChoice = element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio");
      if (isChoice) next[element.name] = [];
      else next[element.name] = [element.value];
    }
    for (const [name, value] of new FormData(form.current)) if (typeof value === "string" && next[name]?.length === 0) next[name] = [value];
    write(bookingId, next);
    setKept(true);
  }, [form, bookingId]);

  return { isKept, draft, keep };
}
