import type * as Leaflet from "leaflet";
import { type Label, isShown, lookOf } from "./labels.ts";
import type { Palette } from "./palette.ts";

type Box = [left: number, top: number, right: number, bottom: number];

/** Room around the view, so that names are there already while one drags. */
const margin = 160;

const meets = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Paints one label if nothing is in its way. */
function paint(
  brush: CanvasRenderingContext2D,
  label: Label,
  at: { x: number; y: number },
  zoom: number,
  palette: Palette,
  used: Box[],
): void {
  const look = lookOf(label, zoom, palette);
  const text = look.upper ? label.text.toLocaleUpperCase("de-CH") : label.text;
  brush.font = `${look.italic ? "italic " : ""}${look.weight} ${look.px}px ${palette.font}`;
  brush.letterSpacing = `${look.spacing}px`;
  const half = brush.measureText(text).width / 2;
  const shift = label.kind === "postcode" ? 12 : look.dot > 0 ? -look.px * 0.5 - look.dot - 2 : 0;
  const y = at.y + shift;
  const space = label.kind === "town" ? 5 : 8;
  const box: Box = [at.x - half - space, y - look.px / 2 - 4, at.x + half + space, Math.max(y + look.px / 2, at.y + look.dot) + 4];
  if (used.some((other) => meets(box, other))) return;
  used.push(box);
  brush.lineWidth = 3.5;
  brush.strokeStyle = label.kind === "lake" ? palette.water : label.kind === "country" ? palette.outside : palette.land;
  brush.globalAlpha = 0.85;
  brush.strokeText(text, at.x, y);
  brush.globalAlpha = 1;
  brush.fillStyle = look.color;
  brush.fillText(text, at.x, y);
  if (look.dot === 0) return;
  brush.beginPath();
  brush.arc(at.x, at.y, look.dot, 0, Math.PI * 2);
  brush.lineWidth = 2.5;
  brush.strokeStyle = palette.land;
  brush.stroke();
  brush.fillStyle = palette.dot;
  brush.fill();
}

/** A canvas of names above the drawing and below the pins; painted anew after every move. */
export function showLabels(
  L: typeof Leaflet,
  map: Leaflet.Map,
  pane: HTMLElement,
  labels: () => readonly Label[],
  palette: () => Palette,
): { repaint(): void; remove(): void } {
  const canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", pane);
  const repaint = (): void => {
    const size = map.getSize();
    const density = window.devicePixelRatio || 1;
    const width = size.x + 2 * margin;
    const height = size.y + 2 * margin;
    canvas.width = width * density;
    canvas.height = height * density;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([-margin, -margin]));
    const brush = canvas.getContext("2d");
    if (!brush) return;
    brush.scale(density, density);
    brush.translate(margin, margin);
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.lineJoin = "round";
    const zoom = map.getZoom();
    const used: Box[] = [];
    for (const label of labels()) {
      if (!isShown(label, zoom)) continue;
      const at = map.latLngToContainerPoint([label.lat, label.lng]);
      if (at.x < -margin || at.y < -margin || at.x > size.x + margin || at.y > size.y + margin) continue;
      paint(brush, label, at, zoom, palette(), used);
    }
  };
  map.on("moveend zoomend viewreset resize", repaint);
  return {
    repaint,
    remove: () => {
      map.off("moveend zoomend viewreset resize", repaint);
      canvas.remove();
    },
  };
}
