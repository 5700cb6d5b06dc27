import { isLocale } from "../kernel/words.ts";
import { type Filters, type Sorting, sortings } from "./search.ts";
import { isDate } from "../kernel/time.ts";
import { dayParts, type When } from "./when.ts";

export const radii = [3, 5, 10, 15, 25] as const;
export const starSteps = [4, 4.5] as const;
const withins = [3, 7, 14] as const;

/** What a results page was asked, as it stands in its address. */
export type SearchAsk = {
  what: string;
  service: string;
  category: string;
  where: string;
  place: string;
  filters: Pick<Filters, "radiusKm" | "maxPriceMinor" | "minStars" | "language" | "instantOnly"> & { mine?: boolean };
  when: When;
  sort: Sorting;
  page: number;
  view: "list" | "map";
};

const among = <T>(list: readonly T[], value: unknown): T | undefined => list.find((item) => item === value);
const text = (params: URLSearchParams, key: string): string => (params.get(key) ?? "").replace(/\p{Cc}/gu, " ").trim().slice(0, 120);
const number = (params: URLSearchParams, key: string): number => Number(params.get(key) || Number.NaN);

/** Reads an address; whatever is not understood is as if it had not been said. */
export function readSearch(params: URLSearchParams): SearchAsk {
  const maxPrice = number(params, "max");
  const language = params.get("language");
  const day = params.get("day") ?? "";
  const page = number(params, "page");
  const filters: SearchAsk["filters"] = {};
  const radiusKm = among(radii, number(params, "radius"));
  if (radiusKm) filters.radiusKm = radiusKm;
  if (Number.isInteger(maxPrice) && maxPrice > 0 && maxPrice <= 1000) filters.maxPriceMinor = maxPrice * 100;
  const minStars = among(starSteps, number(params, "stars"));
  if (minStars) filters.minStars = minStars;
  if (isLocale(language)) filters.language = language;
  if (params.get("instant") === "1") filters.instantOnly = true;
  if (params.get("mine") === "1") filters.mine = true;
  const when: When = {};
  const within = among(withins, number(params, "within"));
  const part = among(dayParts, params.get("part"));
  if (isDate(day)) when.day = day;
  else if (within) when.within = within;
  if (part) when.part = part;
  return {
    what: text(params, "what"),
    service: text(params, "service"),
    category: text(params, "category"),
    where: text(params, "where"),
    place: text(params, "place"),
    filters,
    when,
    sort: among(sortings, params.get("sort")) ?? "match",
    page: Number.isInteger(page) && page >= 1 && page <= 5000 ? page : 1,
    view: params.get("view") === "map" ? "map" : "list",
  };
}

/** The address of a search, shortest form, always in the same order, so that the same search is the same link. */
export function searchQuery(ask: Partial<SearchAsk>): string {
  const { filters = {}, when = {} } = ask;
  const parts: [string, string | number | undefined | false][] = [
    ["what", !ask.service && ask.what],
    ["service", ask.service],
    ["category", !ask.service && ask.category],
    ["where", !ask.place && ask.where],
    ["place", ask.place],
    ["day", when.day],
    ["within", when.within],
    ["part", when.part],
    ["radius", filters.radiusKm],
    ["max", filters.maxPriceMinor && filters.maxPriceMinor / 100],
    ["stars", filters.minStars],
    ["language", filters.language],
    ["instant", filters.instantOnly && 1],
    ["mine", filters.mine && 1],
    ["sort", ask.sort !== "match" && ask.sort],
    ["page", ask.page !== 1 && ask.page],
    ["view", ask.view === "map" && "map"],
  ];
  const query = new URLSearchParams();
  for (const [key, value] of parts) if (value) query.set(key, String(value));
  const words = query.toString();
  return words ? `?${words}` : "";
}

/** How many filters are in force, for the button that opens them. */
export const filterCount = ({ filters, when }: Pick<SearchAsk, "filters" | "when">): number =>
  Object.keys(filters).length + (when.day || when.within ? 1 : 0) + (when.part ? 1 : 0);
