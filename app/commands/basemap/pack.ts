import type { Position } from "geojson";

/** About five metres: finer than the generalised borders. */
export const unitsPerDegree = 20_000;

/** A line as whole numbers: the first longitude and latitude, then the steps; steps of nothing are left out. */
export function packed(line: readonly Position[]): number[] {
  const out: number[] = [];
  let x = 0;
  let y = 0;
  line.forEach(([lng = 0, lat = 0], i) => {
    const nextX = Math.round(lng * unitsPerDegree);
    const nextY = Math.round(lat * unitsPerDegree);
    if (i > 0 && nextX === x && nextY === y) return;
    out.push(nextX - x, nextY - y);
    x = nextX;
    y = nextY;
  });
  return out;
}

export const packedRings = (rings: readonly Position[][]): number[][] => rings.map(packed);

/** Four decimals are enough for a label. */
export const short = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
