import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * The button that sent a form is often gone with the answer, and focus with it: whoever goes by key, or hears the page, goes on where the page
 * says what happened, or at its title. Stands in the root, so that a screen with a better place has taken focus before.
 */
export function useFocusAfterAnswer(): void {
  const { state, formMethod } = useNavigation();
  const sent = useRef(false);
  useEffect(() => {
    if (formMethod === "POST") sent.current = true;
    if (state !== "idle" || !sent.current) return;
    sent.current = false;
    if (document.activeElement && document.activeElement !== document.body) return;
    const said = document.querySelector<HTMLElement>('main .q-notice[role="status"]') ?? document.querySelector<HTMLElement>("main h1");
    said?.setAttribute("tabindex", "-1");
    said?.focus({ preventScroll: true });
  }, [state, formMethod]);
}
