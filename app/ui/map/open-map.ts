import type * as Leaflet from "leaflet";
import { drawBasemap } from "./basemap.ts";
import { loadStyles } from "./styles.ts";
import type { LatLng, MapBounds, MapTexts, MapTiles } from "./types.ts";

export type OpenMap = {
  L: typeof Leaflet;
  map: Leaflet.Map;
  /** Moves the map without telling `onMove`, which reports people's moves only. */
  quietly(move: () => void): void;
  close(): void;
};

export type MapStart = {
  center: LatLng;
  zoom: number;
  tiles: MapTiles | null;
  texts: MapTexts;
  onMove: (bounds: MapBounds, zoom: number) => void;
};

/** Switzerland with some room: the offline map has nothing beyond. */
const around: [[number, number], [number, number]] = [[44.9, 4.6], [48.7, 11.9]];

function escapeText(text: string): string {
  const holder = document.createElement("span");
  holder.textContent = text;
  return holder.innerHTML.replaceAll('"', "&quot;");
}

function addTiles(L: typeof Leaflet, map: Leaflet.Map, tiles: MapTiles): void {
  const text = escapeText(tiles.attribution);
  const isLink = tiles.href !== undefined && /^https?:\/\//.test(tiles.href);
  const attribution = isLink ? `<a href="${escapeText(tiles.href ?? "")}" rel="noopener">${text}</a>` : text;
  L.tileLayer(tiles.url, { attribution, maxZoom: 18 }).addTo(map);
}

const boundsOf = (map: Leaflet.Map): MapBounds => {
  const bounds = map.getBounds();
  return { south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast() };
};

/**
 * Opens a Leaflet map in an element; null when it was left before it stood. Rejects when Leaflet, its style
 * sheet or the basemap cannot be loaded.
 */
export async function openMap(element: HTMLElement, start: MapStart, isGone: () => boolean): Promise<OpenMap | null> {
  const [{ default: L }] = await Promise.all([import("leaflet"), loadStyles()]);
  if (isGone()) return null;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    center: start.center,
    zoom: start.zoom,
    minZoom: 7,
    maxZoom: start.tiles ? 18 : 15,
    zoomControl: false,
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
    inertia: !isCalm,
    ...(start.tiles ? {} : { maxBounds: around, maxBoundsViscosity: 0.8 }),
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ position: "topright", zoomInTitle: start.texts.zoomIn, zoomOutTitle: start.texts.zoomOut }).addTo(map);
  let isQuiet = false;
  let isClosed = false;
  const quietly = (move: () => void): void => {
    isQuiet = true;
    move();
    isQuiet = false;
  };
  map.on("moveend", () => {
    if (!isQuiet) start.onMove(boundsOf(map), map.getZoom());
  });
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
  map.on("popupopen", ({ popup }) => {
    popup.getElement()?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", start.texts.close);
  });
  const watcher = new ResizeObserver(() => quietly(() => map.invalidateSize({ animate: false, pan: false })));
  watcher.observe(element);
  let stopDrawing = (): void => undefined;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    watcher.disconnect();
    stopDrawing();
    map.remove();
  };
  try {
    if (start.tiles) addTiles(L, map, start.tiles);
    else stopDrawing = await drawBasemap(L, map, isGone);
  } catch (error) {
    close();
    throw error;
  }
  if (isGone()) {
    close();
    return null;
  }
  return { L, map, quietly, close };
}
