import type { Position } from "geojson";
import { short } from "./pack.ts";

const shrink = Math.cos((46.8 * Math.PI) / 180);

function isInside(x: number, y: number, rings: readonly Position[][]): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax = 0, ay = 0] = ring[i] ?? [];
      const [bx = 0, by = 0] = ring[j] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

function toEdge(x: number, y: number, rings: readonly Position[][]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      const dx = (bx - ax) * shrink;
      const dy = by - ay;
      const px = (x - ax) * shrink;
      const py = y - ay;
      const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, (px - t * dx) ** 2 + (py - t * dy) ** 2);
    }
  return Math.sqrt(least);
}

/** The point farthest from every edge, on a grid, where a name fits best: latitude, longitude, room in degrees. */
export function middleOf(polygons: readonly Position[][][]): [number, number, number] {
  let best: [number, number, number] = [0, 0, 0];
  let most = -1;
  for (const rings of polygons) {
    const xs = (rings[0] ?? []).map(([x = 0]) => x);
    const ys = (rings[0] ?? []).map(([, y = 0]) => y);
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    for (let i = 1; i < 40; i++)
      for (let j = 1; j < 40; j++) {
        const x = left + ((right - left) * i) / 40;
        const y = low + ((high - low) * j) / 40;
        if (!isInside(x, y, rings)) continue;
        const away = toEdge(x, y, rings);
        if (away > most) {
          most = away;
          best = [short(y), short(x), short(away)];
        }
      }
  }
  return best;
}
