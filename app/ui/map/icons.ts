import type * as Leaflet from "leaflet";

const drop = "M16 1.5C8 1.5 2 7.6 2 15.2c0 9.4 11 19.6 13.1 21.5.5.5 1.3.5 1.8 0C19 34.8 30 24.6 30 15.2 30 7.6 24 1.5 16 1.5Z";
const shield = "M4 1.5h24A2.5 2.5 0 0 1 30.5 4v23a2.5 2.5 0 0 1-2.5 2.5h-7.5L16 37l-4.5-7.5H4A2.5 2.5 0 0 1 1.5 27V4A2.5 2.5 0 0 1 4 1.5Z";
const person = "M16 8.2a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2Zm0 8.8c3.9 0 6.6 2.1 6.6 4.5 0 .6-.4 1-1 1H10.4c-.6 0-1-.4-1-1 0-2.4 2.7-4.5 6.6-4.5Z";
const wrench = "M21.9 8.9a5 5 0 0 0-6.5 6.3l-5.7 5.7a1.9 1.9 0 0 0 2.7 2.7l5.7-5.7a5 5 0 0 0 6.3-6.5l-3.1 3.1-2.6-.7-.7-2.6Z";

const svg = (body: string, mark: string): string =>
  `<svg viewBox="0 0 32 39" aria-hidden="true" focusable="false"><path class="map-pin-body" d="${body}"/><path class="map-pin-mark" d="${mark}"/></svg>`;

/** Form as well as colour tells a helper from the professional service. */
const drawings = { helper: svg(drop, person), professional: svg(shield, wrench) } as const;

export const pinIcon = (L: typeof Leaflet, kind: keyof typeof drawings): Leaflet.DivIcon =>
  L.divIcon({
    className: `map-pin map-pin-${kind}`,
    html: drawings[kind],
    iconSize: [32, 39],
    iconAnchor: [16, 38],
    popupAnchor: [0, -36],
    tooltipAnchor: [0, -36],
  });

/** Three sizes, so that many look like more. */
export function clusterIcon(L: typeof Leaflet, count: number): Leaflet.DivIcon {
  const size = count < 10 ? 44 : count < 100 ? 50 : 58;
  const name = size === 44 ? "few" : size === 50 ? "some" : "many";
  const inside = document.createElement("span");
  inside.textContent = String(count);
  return L.divIcon({ className: `map-cluster map-cluster-${name}`, html: inside, iconSize: [size, size] });
}

export const originIcon = (L: typeof Leaflet, isDraggable = false): Leaflet.DivIcon =>
  L.divIcon({
    className: isDraggable ? "map-origin map-origin-draggable" : "map-origin",
    html: "<span></span>",
    iconSize: isDraggable ? [44, 44] : [22, 22],
  });
