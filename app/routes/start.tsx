import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { preferredLocale } from "#app/http/locale.server.ts";

/** The bare address: the reader's language by setting, cookie, then Accept-Language. */
export const loader = ({ request }: LoaderFunctionArgs) => redirect(`/${preferredLocale(request)}`, { headers: { Vary: "Accept-Language, Cookie" } });
