import { createHash } from "node:crypto";
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Assets = ServerBuild["assets"];
type Tree = Parameters<typeof matchRoutes>[0];

/** The parts of the house that a browser enters by a whole page load; each knows its own screens and those of the account. */
export const doors = ["customer", "helper", "staff", "dev"] as const;
export type Door = (typeof doors)[number];

/** Behind which door a screen lies; the account's screens are reached through the customer's. */
export const doorOf = (routeId: string): Door => doors.find((door) => routeId.includes(`routes/${door}/`)) ?? "customer";

const ofEveryDoor = /^root$|routes\/(account\/|locale|start)|routes\/customer\/(layout|words-account)/;

/** The routes that a browser behind this door needs to know: a third of all, and so a third of the bytes. */
export function routesBehind(door: Door, routes: Assets["routes"]): Record<string, Known> {
  return Object.fromEntries(Object.entries(routes).flatMap(([id, route]) => (!id.includes("routes/api/") && (ofEveryDoor.test(id) || doorOf(id) === door) ? [[id, knownOf(route)]] : [])));
}

type Known = Partial<Assets["routes"][string]>;

/**
 * A route as the browser's router reads it: what it does not have is left out, and so is what its module imports, which only the
 * document's own preloads need (app/entry.client.tsx gives them back). Half of the manifest, and 0.9 kB a screen.
 */
const knownOf = ({ imports: _, css: __, ...route }: Assets["routes"][string]): Known => Object.fromEntries(Object.entries(route).filter(([, value]) => value !== false && value !== undefined));

/** The manifests that browsers fetch, by address; the address changes with the content. */
export type Manifests = ReadonlyMap<string, string>;

export function manifestsOf(assets: Assets): { manifests: Manifests; urlBehind: Record<Door, string> } {
  const manifests = new Map<string, string>();
  const urlBehind = Object.fromEntries(
    doors.map((door) => {
      const routes = routesBehind(door, assets.routes);
      const name = createHash("sha256").update(JSON.stringify([assets.version, routes])).digest("hex").slice(0, 12);
      const url = `${assets.url.slice(0, assets.url.lastIndexOf("/"))}/manifest-${door}-${name}.js`;
      manifests.set(url, `window.__remixManifest=${JSON.stringify({ ...assets, url, routes })};`);
      return [door, url];
    }),
  ) as Record<Door, string>;
  return { manifests, urlBehind };
}

const keptPaths = 2000;
const longestKeptPath = 200;

/**
 * Remix flattens and tries every route several times for every request: a fifth of a page's time with a hundred routes.
 * So each address is matched once, and a handler that knows nothing but the matched branch answers it.
 */
export function branchHandlers(build: ServerBuild, mode: string): { handle: RequestHandler; manifests: Manifests } {
  const { manifests, urlBehind } = manifestsOf(build.assets);
  const tree = treeOf(build.routes);
  const whole = createRequestHandler(build, mode);
  const handlers = new Map<string, RequestHandler>();
  const kept = new Map<string, RequestHandler>();

  const handlerFor = (pathname: string): RequestHandler => {
    const matches = matchRoutes(tree, pathname);
    const ids = matches?.map(({ route }) => route.id ?? "") ?? [];
    const last = ids.at(-1);
    if (last === undefined) return whole;
    const known = handlers.get(last);
    if (known) return known;
    const url = urlBehind[doorOf(last)];
    const handler = createRequestHandler({ ...build, routes: picked(build.routes, ids), assets: { ...build.assets, url, routes: picked(build.assets.routes, ids) } }, mode);
    handlers.set(last, handler);
    return handler;
  };

  return {
    manifests,
    handle: (request, context) => {
      const pathname = new URL(request.url).pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
      let handler = kept.get(pathname);
      if (!handler) {
        handler = handlerFor(pathname);
        if (kept.size >= keptPaths) kept.clear();
        if (pathname.length <= longestKeptPath) kept.set(pathname, handler);
      }
      return handler(request, context);
    },
  };
}

const picked = <T>(all: Record<string, T | undefined>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(ids.flatMap((id) => { const one = all[id]; return one === undefined ? [] : [[id, one] as const]; }));

function treeOf(routes: ServerBuild["routes"], parentId?: string): Tree {
  return Object.values(routes).flatMap((route) => {
    if (!route || route.parentId !== parentId) return [];
    const children = treeOf(routes, route.id);
    return [{ id: route.id, path: route.path, index: route.index, caseSensitive: route.caseSensitive, ...(children.length > 0 ? { children } : {}) } as Tree[number]];
  });
}
