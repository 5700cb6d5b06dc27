import { Link, useFetcher } from "@remix-run/react";
import { useOfferPrice } from "#app/routes/shared/price.ts";
import { X } from "#app/ui/icons.ts";
import { useMemo } from "react";
import { type SearchAsk, searchQuery } from "#app/domain/search/search.params.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Icon } from "#app/ui/index.ts";
import { HelperMap } from "#app/ui/map/helper-map.tsx";
import type { MapBounds, MapCluster, MapPin, MapTiles } from "#app/ui/map/types.ts";
import type { loader as mapLoader } from "../search-map.tsx";
import type { SearchResults } from "./search-answer.server.ts";

type Props = {
  ask: SearchAsk;
  answer: SearchResults;
  tiles: MapTiles | null;
  activeId: string | null;
  chosenId: string | null;
  onHover: (id: string | null) => void;
  onChoose: (id: string | null) => void;
};

const places = 4;
const boxOf = ({ south, west, north, east }: MapBounds): string => [south, west, north, east].map((edge) => edge.toFixed(places)).join(",");

/** Everybody who matches on the map; groups and pins of the seen box come from the server. */
export function ResultsMap({ ask, answer, tiles, activeId, chosenId, onHover, onChoose }: Props) {
  const t = useT();
  const price = useOfferPrice();
  const locale = useLocale();
  const asked = searchQuery({ ...ask, page: 1, view: "list" });
  const seen = useFetcher<typeof mapLoader>({ key: `map ${asked}` });
  const { pins, groups } = seen.data ?? answer.map;
  const chosen = pins.find(({ id }) => id === chosenId) ?? answer.map.pins.find(({ id }) => id === chosenId);
  const shown = useMemo<MapPin[]>(
    () => pins.map(({ id, lat, lng, name, priceMinor }) => ({ id, lat, lng, kind: "helper", label: `${name}, ${price(priceMinor, answer.service.hourly)}`, selected: id === chosenId })),
    [pins, chosenId, price, answer.service.hourly],
  );
  const clusters = useMemo<MapCluster[]>(() => groups.map(({ id, lat, lng, count }) => ({ id, lat, lng, count, label: t("search.map.group", { count }) })), [groups, t]);
  const texts = useMemo(() => ({ map: t("search.map.name", { place: answer.place.label }), zoomIn: t("search.map.zoomIn"), zoomOut: t("search.map.zoomOut"), close: t("search.map.close"), unavailable: t("search.map.unavailable") }), [t, answer.place.label]);
  return (
    <div className="relative h-full">
      <HelperMap
        key={asked} className="h-full" center={answer.place} bounds={answer.map.bounds} origin={{ lat: answer.place.lat, lng: answer.place.lng, label: answer.place.label }}
        pins={shown} clusters={clusters} activeId={activeId} onHover={onHover} onSelect={onChoose} tiles={tiles} texts={texts}
        onMove={(bounds, zoom) => seen.load(`/${locale}/search/map${asked}&box=${boxOf(bounds)}&zoom=${Math.round(zoom)}`)}
      />
      {chosen ? (
        <div className="absolute inset-x-3 bottom-20 z-[1000] flex items-center justify-between gap-3 rounded-md border border-line bg-surface p-3 shadow-quiet lg:inset-x-auto lg:right-3 lg:bottom-8 lg:w-96">
          <p className="min-w-0"><Link to={`/${locale}/helpers/${chosen.helperId}?service=${answer.service.code}&place=${answer.place.id}`} className="block truncate font-semibold">{chosen.name}</Link><span className="text-sm text-muted tabular-nums">{price(chosen.priceMinor, answer.service.hourly)}</span></p>
          <span className="flex flex-none items-center gap-1">
            <ButtonLink size="small" to={`/${locale}/helpers/${chosen.helperId}/book?listing=${chosen.id}&place=${answer.place.id}`}>{t("search.card.choose")}</ButtonLink>
            <button type="button" className="q-icon-button" onClick={() => onChoose(null)}><Icon icon={X} label={t("search.map.close")} /></button>
          </span>
        </div>
      ) : null}
    </div>
  );
}
