import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { isLocale } from "#app/domain/kernel/words.ts";
import { notFound } from "#app/http/answer.server.ts";

/** An unknown first segment is not found. */
export const loader = ({ params }: LoaderFunctionArgs) => {
  if (!isLocale(params.locale)) throw notFound();
  return null;
};
export const shouldRevalidate = () => false;

export default function LocaleRoot() {
  return <Outlet />;
}
