import type * as Leaflet from "leaflet";
import { useEffect, useRef } from "react";
import { MapFrame } from "./frame.tsx";
import { originIcon } from "./icons.ts";
import type { LatLng, MapTexts, MapTiles } from "./types.ts";
import { useMap } from "./use-map.ts";

export type RadiusMapProps = {
  center: LatLng;
  radiusM: number;
  /** Given, the centre can be dragged; the form's own fields remain the way for keyboards. */
  onCenter?: (center: LatLng) => void;
  tiles?: MapTiles | null;
  /** `drag` explains the centre when it can be dragged. */
  texts: MapTexts & { drag?: string };
  className?: string;
};

/** How far somebody goes: a circle around a point, kept whole in view. */
export function RadiusMap(props: RadiusMapProps) {
  const { center, radiusM, tiles = null, texts, className } = props;
  const calls = useRef(props);
  calls.current = props;
  const shapes = useRef<{ circle: Leaflet.Circle; marker: Leaflet.Marker } | null>(null);
  const { element, open, hasFailed } = useMap({ center, zoom: 11, tiles, texts, onMove: () => undefined });
  const canDrag = props.onCenter !== undefined;

  useEffect(() => {
    if (!open) return;
    const { L, map } = open;
    const at = calls.current.center;
    const circle = L.circle(at, { radius: calls.current.radiusM, className: "map-area", interactive: false }).addTo(map);
    const marker = L.marker(at, {
      icon: originIcon(L, canDrag),
      draggable: canDrag,
      autoPan: true,
      keyboard: false,
      title: canDrag ? (calls.current.texts.drag ?? "") : "",
    }).addTo(map);
    marker.on("drag", () => circle.setLatLng(marker.getLatLng()));
    marker.on("dragend", () => {
      const { lat, lng } = marker.getLatLng();
      calls.current.onCenter?.({ lat, lng });
    });
    shapes.current = { circle, marker };
    return () => {
      circle.remove();
      marker.remove();
      shapes.current = null;
    };
  }, [open, canDrag]);

  const { lat, lng } = center;
  useEffect(() => {
    const drawn = shapes.current;
    if (!open || !drawn) return;
    drawn.circle.setLatLng([lat, lng]).setRadius(radiusM);
    drawn.marker.setLatLng([lat, lng]);
    open.quietly(() => void open.map.fitBounds(drawn.circle.getBounds(), { animate: false, padding: [16, 16] }));
  }, [open, lat, lng, radiusM]);

  return <MapFrame texts={texts} className={className} hasFailed={hasFailed} element={element} />;
}
