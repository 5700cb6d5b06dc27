import { type RefObject, useEffect, useRef, useState } from "react";
import type { MapStart, OpenMap } from "./open-map.ts";

export type MapState = { element: RefObject<HTMLDivElement>; open: OpenMap | null; hasFailed: boolean };

/** Opens a map in an element once it is seen and while the component is there; another tile source or language opens it anew. */
export function useMap(start: MapStart): MapState {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(start);
  latest.current = start;
  const [open, setOpen] = useState<OpenMap | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const key = `${start.tiles?.url ?? ""} ${start.texts.zoomIn}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for tiles and texts; all else is read when needed.
  useEffect(() => {
    const at = element.current;
    if (!at) return;
    let isGone = false;
    let opened: OpenMap | null = null;
    setFailed(false);
    const inside = document.createElement("div");
    inside.className = "map-inside";
    at.append(inside);
    const first: MapStart = { ...latest.current, onMove: (bounds, zoom) => latest.current.onMove(bounds, zoom) };
    // The map's code comes after the page: the list is there first.
    const begin = () =>
      import("./open-map.ts")
        .then(({ openMap }) => openMap(inside, first, () => isGone))
        .then((map) => {
          opened = map;
          if (isGone) map?.close();
          else setOpen(map);
        })
        .catch(() => {
          if (!isGone) setFailed(true);
        });
    const endWatch = onceSeen(at, begin);
    return () => {
      isGone = true;
      endWatch();
      setOpen(null);
      opened?.close();
      inside.remove();
    };
  }, [key]);

  return { element, open, hasFailed };
}

const ahead = "200px";

/** A phone shows the list alone: what nobody looks at is neither loaded nor drawn. */
function onceSeen(element: Element, begin: () => void): () => void {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    begin();
  }, { rootMargin: ahead });
  watch.observe(element);
  return () => watch.disconnect();
}
