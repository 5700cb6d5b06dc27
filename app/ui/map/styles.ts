import leafletCss from "leaflet/dist/leaflet.css?url";
import mapCss from "./map.css?url";

function addSheet(href: string): Promise<void> {
  const present = document.querySelector<HTMLLinkElement>(`link[data-map-sheet="${href}"]`);
  if (present?.sheet) return Promise.resolve();
  const link = present ?? document.createElement("link");
  const loaded = new Promise<void>((resolve, reject) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error("The map's style sheet did not load.")));
  });
  if (!present) {
    link.rel = "stylesheet";
    link.href = href;
    link.dataset.mapSheet = href;
    document.head.append(link);
  }
  return loaded;
}

/** Leaflet's style sheet and ours, once a page; Leaflet measures wrongly without them. */
export async function loadStyles(): Promise<void> {
  await Promise.all([addSheet(leafletCss), addSheet(mapCss)]);
}
