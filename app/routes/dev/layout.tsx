import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { demoContext } from "./demo-only.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await demoContext(args);
  return null;
}

export const meta: MetaFunction = () => [{ title: "Quartier" }, { name: "robots", content: "noindex" }];

export default function Dev() {
  return <Outlet />;
}
