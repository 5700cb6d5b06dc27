import { Outlet } from "@remix-run/react";
import { SiteFrame } from "#app/routes/shared/site-frame.tsx";

export default function Layout() {
  return <SiteFrame><Outlet /></SiteFrame>;
}
