import { useNavigate } from "@remix-run/react";
import { type MouseEvent, useCallback } from "react";

/**
 * Follows plain links without a new document (`<a href onClick={follow}>`). For long lists: a router's own link costs each of forty
 * a dozen hooks on the server and once more in the browser.
 */
export function useFollow(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(event.currentTarget.pathname + event.currentTarget.search);
    },
    [navigate],
  );
}
