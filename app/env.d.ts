/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />
import "@remix-run/node";
import type { App } from "#app/http/app.server.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    app: App;
    nonce: string;
    requestId: string;
    /** The address a request comes from, proxies believed as configured; for limits only, never kept as it is. */
    network: string;
  }
}
