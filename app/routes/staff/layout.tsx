import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { defaultLocale } from "#app/domain/kernel/words.ts";
import { contextFor } from "#app/http/context.server.ts";
import { StaffFrame } from "./parts/frame.tsx";

/** Staff screens are in German and English; whoever is not signed in with a second factor signs in first. */
export async function loader(args: LoaderFunctionArgs) {
  const url = new URL(args.request.url);
  const { locale } = args.params;
  if (locale !== "de" && locale !== "en") throw redirect(`/${defaultLocale}${url.pathname.slice(3)}${url.search}`);
  const ctx = await contextFor(args);
  if (ctx.actor.kind !== "staff") throw redirect(`/${locale}/staff-sign-in?returnTo=${encodeURIComponent(url.pathname + url.search)}`);
  return null;
}

export default function StaffLayout() {
  const { pathname } = useLocation();
  return <StaffFrame key={pathname.split("/")[1]}><Outlet /></StaffFrame>;
}
