import { useRouteLoaderData } from "@remix-run/react";
import type { loader, RootData } from "#app/root.tsx";

/** What every screen shows (company, telephone, who is signed in); undefined where even that could not be read. */
export const useRoot = (): RootData | undefined => useRouteLoaderData<typeof loader>("root");
