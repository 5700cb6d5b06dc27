import type { CountryFile, MunicipalityFile } from "./geometry.ts";
import type { Palette } from "./palette.ts";

export type LabelKind = "town" | "village" | "locality" | "postcode" | "canton" | "country" | "lake";

export type Label = {
  text: string;
  lat: number;
  lng: number;
  kind: LabelKind;
  /** Thousands of inhabitants of a town; room in degrees of a lake or canton; localities of a municipality. */
  size: number;
  /** Painted in this order; what comes later gives way. */
  order: number;
};

/** How a label looks at a zoom. */
export type Look = {
  px: number;
  weight: number;
  color: string;
  spacing: number;
  italic: boolean;
  upper: boolean;
  dot: number;
};

const townFrom = (thousands: number): number =>
  thousands >= 100 ? 7 : thousands >= 34 ? 8 : thousands >= 14 ? 9 : 10;

const pxPerDegree = (zoom: number): number => (256 * 2 ** zoom) / 360;

/** Whether a label belongs on this zoom at all; collisions decide the rest. */
export function isShown(label: Label, zoom: number): boolean {
  const room = label.size * 2 * pxPerDegree(zoom) * 1.46;
  switch (label.kind) {
    case "town":
      return zoom >= townFrom(label.size);
    case "village":
      return zoom >= (label.size >= 5 ? 10 : 11);
    case "locality":
      return zoom >= 12;
    case "postcode":
      return zoom >= 12;
    case "canton":
      return zoom >= 8 && zoom <= 10 && room > 52;
    case "country":
      return zoom <= 9 && (zoom === 9 || label.text !== "Liechtenstein");
    case "lake":
      return room > 20;
  }
}

export function lookOf(label: Label, zoom: number, palette: Palette): Look {
  const base = { spacing: 0, italic: false, upper: false, dot: 0 };
  switch (label.kind) {
    case "town": {
      const big = label.size >= 100 ? 3 : label.size >= 34 ? 1.5 : label.size >= 14 ? 0.5 : 0;
      const px = Math.min(12 + big + Math.max(0, zoom - 8) * 0.7, 19);
      return { ...base, px, weight: label.size >= 34 ? 650 : 550, color: palette.town, dot: zoom <= 10 ? 2 + big / 4 : 0 };
    }
    case "village":
      return { ...base, px: Math.min(11 + Math.max(0, zoom - 11) * 0.8, 14), weight: 500, color: palette.village };
    case "locality":
      return { ...base, px: zoom >= 13 ? 12 : 11, weight: 450, color: palette.locality };
    case "postcode":
      return { ...base, px: 11, weight: 450, color: palette.locality, spacing: 0.4 };
    case "canton":
      return { ...base, px: 10, weight: 550, color: palette.canton, spacing: 1.6, upper: true };
    case "country":
      return { ...base, px: 11, weight: 550, color: palette.country, spacing: 2.4, upper: true };
    case "lake":
      return { ...base, px: Math.min(10.5 + Math.max(0, zoom - 9) * 0.8, 15), weight: 450, color: palette.lake, italic: true };
  }
}

const label = (kind: LabelKind, order: number, [text, lat, lng]: [string, number, number, ...unknown[]], size = 0): Label => ({
  text,
  lat,
  lng,
  kind,
  size,
  order,
});

export function countryLabels({ names }: CountryFile): Label[] {
  return [
    ...names.towns.map((entry) => label("town", 1000 - entry[3], entry, entry[3])),
    ...names.lakes.map((entry) => label("lake", 990, entry, entry[3])),
    ...names.countries.map((entry) => label("country", 1010, entry)),
    ...names.cantons.map((entry) => label("canton", 1020, entry, entry[3])),
  ];
}

export function municipalityLabels({ names }: MunicipalityFile): Label[] {
  const localities = names.postcodes.filter(([, , , name]) => name !== "");
  return [
    ...names.municipalities.map((entry) => label("village", 1100 - Math.min(entry[3], 50), entry, entry[3])),
    ...localities.map(([, lat, lng, name]) => label("locality", 1200, [name, lat, lng])),
    ...names.postcodes.map((entry) => label("postcode", 1300, entry)),
  ];
}
