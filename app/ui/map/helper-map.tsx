import { useEffect, useRef } from "react";
import { MapFrame } from "./frame.tsx";
import { originIcon } from "./icons.ts";
import { type Markers, keepMarkers } from "./markers.ts";
import type { LatLng, MapBounds, MapCircle, MapCluster, MapPin, MapTexts, MapTiles } from "./types.ts";
import { useMap } from "./use-map.ts";

export type HelperMapProps = {
  center: LatLng;
  /** 7 is Switzerland on a phone, 12 a town; 11 unless told. */
  zoom?: number;
  /** Where the customer is. */
  origin?: LatLng & { label: string };
  /** At most 500; more come as clusters from the server. */
  pins: MapPin[];
  clusters: MapCluster[];
  /** Shown whole instead of center and zoom. */
  bounds?: MapBounds;
  /** The pin that the list points at. */
  activeId?: string | null;
  onHover?: (id: string | null) => void;
  onSelect?: (id: string) => void;
  /** After a person moved or zoomed, never after our own moves. */
  onMove?: (bounds: MapBounds, zoom: number) => void;
  /** The area a helper serves. */
  circle?: MapCircle;
  /** null draws the offline map. */
  tiles?: MapTiles | null;
  texts: MapTexts;
  /** Must give a height (`h-96`, `h-full`). */
  className?: string;
};

/** Helpers on a map. The list beside it is the primary way: pins are not tab stops, groups are. */
export function HelperMap(props: HelperMapProps) {
  const { center, zoom = 11, origin, pins, clusters, bounds, activeId = null, circle, tiles = null, texts } = props;
  const calls = useRef(props);
  calls.current = props;
  const markers = useRef<Markers | null>(null);
  const onMove = (seen: MapBounds, at: number): void => calls.current.onMove?.(seen, at);
  const { element, open, hasFailed } = useMap({ center, zoom, tiles, texts, onMove });

  useEffect(() => {
    if (!open) return;
    markers.current = keepMarkers(open.L, open.map, {
      onHover: (id) => calls.current.onHover?.(id),
      onSelect: (id) => calls.current.onSelect?.(id),
    });
    return () => {
      markers.current = null;
    };
  }, [open]);

  const view = bounds ? [bounds.south, bounds.west, bounds.north, bounds.east] : [center.lat, center.lng, zoom];
  const viewKey = view.join(" ");
  useEffect(() => {
    const numbers = viewKey.split(" ").map(Number);
    const [a = 0, b = 0, c = 0, d] = numbers;
    open?.quietly(() => {
      if (d === undefined) open.map.setView([a, b], c, { animate: false });
      else open.map.fitBounds([[a, b], [c, d]], { animate: false, padding: [32, 32], maxZoom: 14 });
    });
  }, [open, viewKey]);

  useEffect(() => {
    if (open) markers.current?.show(pins, clusters);
  }, [open, pins, clusters]);

  useEffect(() => {
    if (open) markers.current?.light(activeId);
  }, [open, activeId]);

  const originKey = origin ? `${origin.lat} ${origin.lng} ${origin.label}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the origin's values.
  useEffect(() => {
    if (!open || !origin) return;
    const { L, map } = open;
    const marker = L.marker(origin, { icon: originIcon(L), keyboard: false, interactive: true, zIndexOffset: -500 });
    const label = document.createElement("span");
    label.textContent = origin.label;
    marker.bindTooltip(label, { className: "map-tooltip", direction: "top" }).addTo(map);
    return () => void marker.remove();
  }, [open, originKey]);

  const circleKey = circle ? `${circle.lat} ${circle.lng} ${circle.radiusM}` : "";
  useEffect(() => {
    if (!open || circleKey === "") return;
    const [lat = 0, lng = 0, radius = 0] = circleKey.split(" ").map(Number);
    const shape = open.L.circle([lat, lng], { radius, className: "map-area", interactive: false }).addTo(open.map);
    return () => void shape.remove();
  }, [open, circleKey]);

  return <MapFrame texts={texts} className={props.className} hasFailed={hasFailed} element={element} />;
}
