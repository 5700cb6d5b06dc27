import type * as Leaflet from "leaflet";
import { type CountryFile, type MunicipalityFile, type RiverFile, loadFile, unpack } from "./geometry.ts";
import { type Label, countryLabels, municipalityLabels } from "./labels.ts";
import { showLabels } from "./paint-labels.ts";
import { type Palette, readPalette } from "./palette.ts";

/** Municipal borders and names are asked for from this zoom on. */
const detailFrom = 9;

/** Natural Earth's rivers are coarse: nearer than this they would cross houses. */
const riversUntil = 12;

const credit = "© BFS GEOSTAT · © swisstopo · GeoNames · Natural Earth";

type Layers = { fills: Leaflet.Path[]; rivers: Leaflet.LayerGroup; details: Leaflet.LayerGroup; restyle(zoom: number): void };

function pane(L: typeof Leaflet, map: Leaflet.Map, name: string, level: number): Leaflet.Renderer {
  const element = map.getPane(name) ?? map.createPane(name);
  element.classList.add("map-pane", `map-pane-${level}`);
  return L.canvas({ pane: name, padding: 0.4 });
}

function drawCountry(L: typeof Leaflet, map: Leaflet.Map, file: CountryFile, palette: () => Palette): Layers {
  const at = (steps: number[]): [number, number][] => unpack(steps, file.unitsPerDegree);
  const still = { interactive: false } as const;
  const land = L.polygon(file.country.map((rings) => rings.map(at)), { ...still, renderer: pane(L, map, "map-land", 1), weight: 0, fillOpacity: 1 }).addTo(map);
  const water = pane(L, map, "map-water", 3);
  const rivers = L.layerGroup();
  const lakes = L.polygon(file.lakes.map((rings) => rings.map(at)), { ...still, renderer: water, weight: 0.8, fillOpacity: 1 }).addTo(map);
  const lines = pane(L, map, "map-lines", 4);
  const cantons = L.polyline(file.cantons.map(at), { ...still, renderer: pane(L, map, "map-cantons", 2) }).addTo(map);
  const outline = L.polygon(file.country.map((rings) => rings.map(at)), { ...still, renderer: lines, fill: false }).addTo(map);
  const restyle = (zoom: number): void => {
    const colors = palette();
    land.setStyle({ fillColor: colors.land });
    lakes.setStyle({ fillColor: colors.water, color: colors["water-line"] });
    cantons.setStyle({ color: colors["canton-line"], weight: zoom >= 10 ? 1.6 : 1 });
    outline.setStyle({ color: colors["country-line"], weight: zoom >= 10 ? 2.2 : 1.6 });
  };
  return { fills: [land, lakes], rivers, details: L.layerGroup(), restyle };
}

function addRivers(L: typeof Leaflet, map: Leaflet.Map, layers: Layers, file: RiverFile, palette: () => Palette): void {
  const renderer = pane(L, map, "map-rivers", 2);
  const drawn = [1, 2].map((size) => ({
    size,
    line: L.polyline(
      file.rivers.filter(([of]) => of === size).map(([, steps]) => unpack(steps, file.unitsPerDegree)),
      { interactive: false, renderer, lineCap: "round", smoothFactor: 0.6 },
    ).addTo(layers.rivers),
  }));
  const before = layers.restyle;
  layers.restyle = (zoom) => {
    before(zoom);
    for (const { size, line } of drawn)
      line.setStyle({ color: palette().river, weight: Math.max(0.8, (zoom - 6.2) * (size === 1 ? 0.75 : 0.5)) });
    if (zoom <= riversUntil) layers.rivers.addTo(map);
    else layers.rivers.remove();
  };
}

function addMunicipalities(L: typeof Leaflet, map: Leaflet.Map, layers: Layers, file: MunicipalityFile, palette: () => Palette): void {
  const renderer = pane(L, map, "map-municipalities", 2);
  const borders = L.polyline(
    file.borders.map((steps) => unpack(steps, file.unitsPerDegree)),
    { interactive: false, renderer },
  ).addTo(layers.details);
  const before = layers.restyle;
  layers.restyle = (zoom) => {
    before(zoom);
    borders.setStyle({ color: palette()["municipality-line"], weight: zoom >= 12 ? 1.2 : 0.8 });
    if (zoom >= detailFrom) layers.details.addTo(map);
    else layers.details.remove();
  };
}

/** Draws the offline map and keeps it right on zoom and on light or dark; resolves when the first view stands. */
export async function drawBasemap(L: typeof Leaflet, map: Leaflet.Map, isGone: () => boolean): Promise<() => void> {
  const container = map.getContainer();
  const [country, rivers] = await Promise.all([
    loadFile<CountryFile>("switzerland.json"),
    loadFile<RiverFile>("rivers.json").catch(() => null),
  ]);
  if (isGone()) return () => undefined;
  map.attributionControl.addAttribution(credit);
  let palette = readPalette(container);
  let labels: Label[] = countryLabels(country);
  const inOrder = (): void => void labels.sort((a, b) => a.order - b.order);
  inOrder();
  const layers = drawCountry(L, map, country, () => palette);
  if (rivers) addRivers(L, map, layers, rivers, () => palette);
  const above = map.getPane("map-names") ?? map.createPane("map-names");
  above.classList.add("map-pane", "map-pane-names");
  const names = showLabels(L, map, above, () => labels, () => palette);
  let isAsked = false;
  const refresh = (): void => {
    layers.restyle(map.getZoom());
    if (map.getZoom() < detailFrom || isAsked) return;
    isAsked = true;
    loadFile<MunicipalityFile>("municipalities.json")
      .then((file) => {
        if (isGone()) return;
        addMunicipalities(L, map, layers, file, () => palette);
        labels = [...labels, ...municipalityLabels(file)];
        inOrder();
        layers.restyle(map.getZoom());
        names.repaint();
      })
      .catch(() => {
        isAsked = false;
      });
  };
  const recolor = (): void => {
    palette = readPalette(container);
    layers.restyle(map.getZoom());
    names.repaint();
  };
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", recolor);
  map.on("zoomend", refresh);
  refresh();
  names.repaint();
  document.fonts.ready.then(() => {
    if (!isGone()) names.repaint();
  });
  return () => {
    scheme.removeEventListener("change", recolor);
    names.remove();
  };
}
