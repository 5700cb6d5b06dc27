import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const every = 10_000;

/** While something waits for the other side, the page looks again by itself; a tab in the background rests. */
export function useFresh(waits: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    }, every);
    return () => clearInterval(timer);
  }, [waits, revalidate, state]);
}
