import { contrast, fromLch, type Lch, parseHex, toLch } from './colour.ts';

/** What a company chooses: one accent, perhaps a second colour, as `#rrggbb`. */
export interface Brand {
  accent: string;
  second?: string | null;
}

const aa = 4.5;
const light = { grounds: ['#fdfcfa', '#f5f2ec', '#ffffff'] };
const dark = { grounds: ['#171512', '#201d19'] };

/** Steps the lightness until the colour reads at AA on every ground. */
function readable([l, c, h]: Lch, step: number, grounds: readonly string[]): string {
  for (let lightness = l; lightness > 0 && lightness < 1; lightness += step) {
    const tried = fromLch([lightness, c, h]);
    if (grounds.every((ground) => contrast(tried, ground) >= aa)) return tried;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

/**
 * Whether a colour can be the accent: it must read as text on every ground of the page and carry white text, at AA (4.5:1).
 * `contrast` is the lowest of them, rounded down to a tenth; 0 for what is not a colour.
 */
export function checkAccent(hex: string): { ok: true } | { ok: false; contrast: number } {
  if (!parseHex(hex)) return { ok: false, contrast: 0 };
  const lowest = Math.min(...light.grounds.map((ground) => contrast(hex, ground)));
  return lowest >= aa ? { ok: true } : { ok: false, contrast: Math.floor(lowest * 10) / 10 };
}

/** The colours of one token family: text and fill, ink on the fill, hover, and the quiet ground. */
export interface Shades {
  colour: string;
  ink: string;
  hover: string;
  soft: string;
}

/** Shades on white paper; a colour that reads stays as it is. */
export function lightShades(hex: string): Shades {
  const [l, c, h] = toLch(hex);
  const soft = fromLch([0.945, Math.min(c, 0.022), h]);
  const colour = readable([l, c, h], -0.01, [...light.grounds, soft]);
  const [base] = toLch(colour);
  return { colour, ink: '#ffffff', hover: fromLch([base > 0.2 ? base - 0.09 : base + 0.14, c, h]), soft };
}

/** Shades on dark paper: the same hue, light enough to read. */
export function darkShades(hex: string): Shades {
  const [l, c, h] = toLch(hex);
  const calm = Math.min(c, 0.125);
  const soft = fromLch([0.3, Math.min(c, 0.04), h]);
  const colour = readable([Math.max(l, 0.77), calm, h], 0.01, [...dark.grounds, soft]);
  const [base] = toLch(colour);
  const hover = fromLch([Math.min(base + 0.07, 0.97), calm, h]);
  return { colour, ink: readable([0.24, Math.min(c, 0.05), h], -0.01, [colour, hover]), hover, soft };
}

function tokens(brand: Brand, shades: (hex: string) => Shades): string {
  const accent = shades(brand.accent);
  const text = [`--accent:${accent.colour}`, `--accent-ink:${accent.ink}`, `--accent-hover:${accent.hover}`, `--accent-soft:${accent.soft}`];
  if (brand.second && parseHex(brand.second)) {
    const second = shades(brand.second);
    text.push(`--second:${second.colour}`, `--second-ink:${second.ink}`, `--second-soft:${second.soft}`);
  }
  return text.join(';');
}

let last = { brand: '', css: '' };

/** The colours of every page, "" for an accent that cannot be used; a house has one brand, so the last answer is kept. */
export function pageColours({ accent, second }: Brand): string {
  const brand = `${accent} ${second ?? ''}`;
  if (last.brand !== brand) last = { brand, css: checkAccent(accent).ok ? brandCss({ accent, second: second || null }) : '' };
  return last.css;
}

/**
 * The text of /brand.css: accent and second colour with readable ink, hover and soft shades, light and dark.
 * Throws on an accent that is no colour; check it at saving with `checkAccent`.
 */
export function brandCss(brand: Brand): string {
  return `:root{${tokens(brand, lightShades)}}\n@media (prefers-color-scheme:dark){:root{${tokens(brand, darkShades)}}}\n`;
}
