import type * as Leaflet from "leaflet";
import { clusterIcon, pinIcon } from "./icons.ts";
import type { MapCluster, MapPin } from "./types.ts";

export type MarkerCalls = { onHover(id: string | null): void; onSelect(id: string): void };

export type Markers = {
  /** Shows exactly these; what stays is left in place. */
  show(pins: readonly MapPin[], clusters: readonly MapCluster[]): void;
  /** Lights one pin (the list's hovered card), or none. */
  light(id: string | null): void;
};

type Kept = { marker: Leaflet.Marker; print: string };

/** Text as an element: Leaflet would read a string as HTML. */
function words(text: string): HTMLElement {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

function makePin(L: typeof Leaflet, pin: MapPin, calls: MarkerCalls): Leaflet.Marker {
  const marker = L.marker(pin, {
    icon: pinIcon(L, pin.kind),
    keyboard: false,
    riseOnHover: true,
    zIndexOffset: pin.selected ? 500 : 0,
  });
  marker.bindPopup(words(pin.label), { className: "map-popup", autoPanPadding: [24, 24] });
  marker.bindTooltip(words(pin.label), { className: "map-tooltip", direction: "top" });
  marker.on("mouseover", () => calls.onHover(pin.id));
  marker.on("mouseout", () => calls.onHover(null));
  marker.on("popupopen", () => marker.closeTooltip());
  marker.on("click", () => calls.onSelect(pin.id));
  marker.on("add", () => marker.getElement()?.classList.toggle("is-selected", pin.selected === true));
  return marker;
}

function makeCluster(L: typeof Leaflet, map: Leaflet.Map, cluster: MapCluster): Leaflet.Marker {
  const marker = L.marker(cluster, { icon: clusterIcon(L, cluster.count), keyboard: true, riseOnHover: true });
  const open = (): void => void map.setView(cluster, Math.min(map.getZoom() + 2, map.getMaxZoom()));
  marker.on("click", open);
  marker.on("add", () => {
    const element = marker.getElement();
    element?.setAttribute("aria-label", cluster.label);
    element?.setAttribute("title", cluster.label);
    element?.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      open();
    });
  });
  return marker;
}

export function keepMarkers(L: typeof Leaflet, map: Leaflet.Map, calls: MarkerCalls): Markers {
  const kept = new Map<string, Kept>();
  let lit: string | null = null;
  const element = (id: string | null): HTMLElement | undefined => kept.get(`pin ${id}`)?.marker.getElement();
  const light = (id: string | null): void => {
    element(lit)?.classList.remove("is-active");
    if (lit !== id) kept.get(`pin ${lit}`)?.marker.setZIndexOffset(0);
    lit = id;
    element(id)?.classList.add("is-active");
    kept.get(`pin ${id}`)?.marker.setZIndexOffset(1000);
  };
  const put = (key: string, print: string, make: () => Leaflet.Marker): void => {
    if (kept.get(key)?.print === print) return;
    kept.get(key)?.marker.remove();
    kept.set(key, { marker: make().addTo(map), print });
  };
  return {
    light,
    show: (pins, clusters) => {
      const wanted = new Set([...pins.map(({ id }) => `pin ${id}`), ...clusters.map(({ id }) => `cluster ${id}`)]);
      for (const [key, { marker }] of kept) {
        if (wanted.has(key)) continue;
        marker.remove();
        kept.delete(key);
      }
      for (const pin of pins) put(`pin ${pin.id}`, JSON.stringify(pin), () => makePin(L, pin, calls));
      for (const cluster of clusters)
        put(`cluster ${cluster.id}`, JSON.stringify(cluster), () => makeCluster(L, map, cluster));
      light(lit);
    },
  };
}
