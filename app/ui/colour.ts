/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];
/** Lightness 0–1, chroma 0–0.4, hue in radians (OKLCH): equal steps look equal. */
export type Lch = readonly [number, number, number];

/** `#rrggbb` to numbers; null for anything else. */
export function parseHex(hex: string): Rgb | null {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(hex.trim());
  if (!parts) return null;
  return [parseInt(parts[1] ?? '', 16), parseInt(parts[2] ?? '', 16), parseInt(parts[3] ?? '', 16)];
}

function need(hex: string): Rgb {
  const rgb = parseHex(hex);
  if (!rgb) throw new Error(`Not a colour of the form #rrggbb: ${JSON.stringify(hex)}`);
  return rgb;
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function encoded(share: number): number {
  return 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
}

function luminance(hex: string): number {
  const [r, g, b] = need(hex);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A colour in OKLCH. */
export function toLch(hex: string): Lch {
  const [r, g, b] = need(hex).map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a2 = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b2 = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a2, b2), Math.atan2(b2, a2)];
}

/** OKLCH to hex; chroma shrinks until the screen can show it. */
export function fromLch([lightness, chroma, hue]: Lch): string {
  for (let c = chroma; ; c -= 0.004) {
    const [a, b] = [Math.max(c, 0) * Math.cos(hue), Math.max(c, 0) * Math.sin(hue)];
    const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
    const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
    const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
    const rgb = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ];
    if (c > 0 && rgb.some((part) => part < -0.0005 || part > 1.0005)) continue;
    return `#${rgb.map((part) => Math.round(encoded(Math.min(1, Math.max(0, part)))).toString(16).padStart(2, '0')).join('')}`;
  }
}
