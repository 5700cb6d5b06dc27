const names = [
  "outside", "land", "municipality-line", "canton-line", "country-line", "water", "water-line", "river",
  "town", "village", "locality", "canton", "country", "lake", "dot",
] as const;

export type Palette = Record<(typeof names)[number] | "font", string>;

/** The basemap's colours as map.css says them, light or dark; a canvas cannot read custom properties itself. */
export function readPalette(container: HTMLElement): Palette {
  const style = getComputedStyle(container);
  const entries = names.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim() || "#888888"]);
  return { ...Object.fromEntries(entries), font: style.fontFamily || "sans-serif" } as Palette;
}
