import { type RefObject, useEffect, useRef } from "react";
import type { WaitingView } from "./waiting.server.ts";

/** The button that led to a step is gone with it: whoever pressed it by key, or hears the page, goes on at the step that is shown now. */
export function useStepFocus(step: string): RefObject<HTMLDivElement> {
  const shown = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) shown.current?.focus();
    before.current = step;
  }, [step]);
  return shown;
}

/** Where a waiting at the door stands: noted, the first call, the second. */
export const waitingStep = ({ absence }: Pick<WaitingView, "absence">): string => (absence ? `${absence.state} ${absence.calls.length}` : "");
