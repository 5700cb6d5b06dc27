import { once } from "node:events";
import { request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import * as locale from "#app/routes/locale.tsx";
import { createServer } from "#app/http/server.server.ts";
import type { World } from "./world.ts";

type Screen = { loader?: (args: { request: Request }) => unknown; action?: (args: { request: Request }) => unknown; default?: () => null };

/** A Remix build of one address that answers with what a test wants; everything around it is the house's own. */
export const tinyBuild = (path: string, screen: Screen): ServerBuild =>
  ({
    entry: { module: { default: (_request: Request, status: number) => new Response("page", { status, headers: { "Content-Type": "text/html" } }) } },
    routes: {
      root: { id: "root", path: "", module: { links: () => [{ rel: "stylesheet", href: "/assets/styles.css" }] } },
      locale: { id: "locale", parentId: "root", path: ":locale", module: locale },
      screen: { id: "screen", parentId: "locale", path, module: screen },
    },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: { v3_singleFetch: true },
    isSpaMode: false,
  }) as unknown as ServerBuild;

/** The house's Express application on a port of its own. */
export async function served(w: World, build: ServerBuild) {
  const server = createServer(w.app, build, { clientDir: null }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  return {
    server,
    port,
    get: (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: "manual", ...init }),
    /** A POST as a page of ours sends it. */
    post: (path: string, init: RequestInit = {}) => fetch(base + path, { method: "POST", redirect: "manual", ...init, headers: { origin: w.app.config.origin, ...(init.headers as Record<string, string>) } }),
    /** A POST whose body comes in pieces without an announced length; resolves with the status. */
    stream: (path: string, headers: Record<string, string>, pieces: Iterable<Buffer>) =>
      new Promise<number>((resolve, reject) => {
        const request = ask(base + path, { method: "POST", headers: { origin: w.app.config.origin, "transfer-encoding": "chunked", ...headers } }, (response) => {
          resolve(response.statusCode ?? 0);
          response.resume();
          request.destroy();
        });
        request.on("error", (problem) => reject(problem));
        for (const piece of pieces) request.write(piece);
        request.end();
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
