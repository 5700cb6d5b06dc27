import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { SiteFrame } from "#app/routes/shared/site-frame.tsx";
import { translator } from "#app/texts/registry.ts";
import { demoContext } from "./demo-only.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await demoContext(args);
  return { title: translator(ctx.locale)("outbox.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Quartier" }, { name: "robots", content: "noindex" }];

/** The demo's outbox within the frame of every public screen, its language switch included. */
export default function OutboxLayout() {
  return <SiteFrame><Outlet /></SiteFrame>;
}
