import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { helperRequests } from "#app/domain/booking/lists.queries.server.ts";
import { eachSeriesOnce } from "#app/domain/series/series.ts";
import { asHelper } from "./parts/helper.server.ts";
import { HelperFrame } from "./parts/frame.tsx";
import { Trouble } from "./parts/screen.tsx";

/** What the frame of every helper's screen shows. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const requests = await helperRequests(ctx);
  return { requests: eachSeriesOnce(requests).length, state: helper.state, reason: helper.stateReason, paused: helper.pausedAt !== null };
}

export default function Layout() {
  return <HelperFrame {...useLoaderData<typeof loader>()}><Outlet /></HelperFrame>;
}

export function ErrorBoundary() {
  return <HelperFrame requests={0} state="active" reason={null} paused={false}><Trouble /></HelperFrame>;
}
