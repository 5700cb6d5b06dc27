export type LatLng = { lat: number; lng: number };

/** Degrees WGS84. */
export type MapBounds = { south: number; west: number; north: number; east: number };

export type MapPin = LatLng & { id: string; label: string; selected?: boolean; kind: "helper" | "professional" };

/** A group made by the server; the label is its accessible name ("12 helpers, show them"). */
export type MapCluster = LatLng & { id: string; count: number; label: string };

export type MapCircle = LatLng & { radiusM: number };

/** XYZ tiles of one's own or a public service; the attribution is plain text, the address makes it a link. */
export type MapTiles = { url: string; attribution: string; href?: string };

/** Everything a person reads or hears on the map comes from the caller, in their language. */
export type MapTexts = {
  /** Name of the region: "Map of helpers near 4051 Basel". */
  map: string;
  zoomIn: string;
  zoomOut: string;
  close: string;
  /** Stands there without JavaScript or when the map cannot load; says where the list is. */
  unavailable: string;
};
