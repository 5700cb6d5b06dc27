const earthM = 6_371_008.8;
const rad = Math.PI / 180;

/** Metres between two WGS84 positions along the great circle. */
export function metresBetween(latA: number, lngA: number, latB: number, lngB: number): number {
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lngB - lngA) * rad) / 2) ** 2;
  return 2 * earthM * Math.asin(Math.sqrt(h));
}
