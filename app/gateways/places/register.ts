import type { Place, PlaceRow } from "./places.ts";
import { placesFrom } from "./rows.ts";

const columns = {
  locality: "Ortschaftsname",
  postcode: "PLZ4",
  municipality: "Gemeindename",
  canton: "Kantonskürzel",
  share: "Adressenanteil",
  lng: "E",
  lat: "N",
  language: "Sprache",
} as const;

/** A register row with its share of the locality's addresses (0 to 100). */
export type RegisterRow = PlaceRow & { share: number };

/**
 * Rows of swisstopo's official register of localities (CSV, WGS84, semicolons, byte-order mark), one for each
 * locality and municipality. Throws when a needed column is missing: then it is another file.
 */
export function registerRows(csvText: string): RegisterRow[] {
  const [head = "", ...lines] = csvText.replace(/^\uFEFF/, "").split(/\r?\n/);
  const names = head.split(";");
  const at = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`The register of localities has no column "${name}".`);
    return index;
  };
  const where = Object.fromEntries(Object.entries(columns).map(([key, name]) => [key, at(name)])) as Record<
    keyof typeof columns,
    number
  >;
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const cells = line.split(";");
      const cell = (key: keyof typeof columns): string => cells[where[key]] ?? "";
      return {
        postcode: cell("postcode"),
        locality: cell("locality"),
        municipality: cell("municipality"),
        canton: cell("canton"),
        lat: Number(cell("lat")),
        lng: Number(cell("lng")),
        language: cell("language"),
        share: Number.parseFloat(cell("share")) || 0,
      };
    });
}

/** Places of the official register: of a locality in several municipalities the one with most addresses stays. */
export function parseOfficialRegister(csvText: string): Place[] {
  return placesFrom(registerRows(csvText).sort((a, b) => b.share - a.share));
}
