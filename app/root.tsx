import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { defaultLocale, isLocale, locales } from "#app/domain/kernel/words.ts";
import { contextFor } from "#app/http/context.server.ts";
import { LocaleContext } from "#app/texts/use.ts";
import { ErrorScreen } from "#app/routes/shared/error-screen.tsx";
import { useRoot } from "#app/routes/shared/root-data.ts";
import { SiteFrame } from "#app/routes/shared/site-frame.tsx";
import { useFocusAfterAnswer } from "#app/ui/answer-focus.ts";
import { pageColours } from "#app/ui/brand.ts";
import { useNonce } from "#app/ui/nonce.ts";
import styles from "#app/ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The title of a page that has none of its own, for instance one that broke. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.brand.programmeName ?? "Quartier" }];

/** What every screen shows: the company, its telephone, who is signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const { brand } = ctx.settings;
  return {
    origin: ctx.origin,
    mode: args.context.app.config.mode,
    colours: pageColours(brand),
    brand: { name: brand.name, logo: brand.logoFileId ? `/files/${brand.logoFileId}` : null, address: brand.address, programmeName: brand.programmeName[ctx.locale], telephone: brand.telephone, hours: brand.hours[ctx.locale], supportEmail: brand.supportEmail },
    actor: { kind: ctx.actor.kind, helper: ctx.actor.helperId !== null, roles: ctx.actor.roles },
  };
}
export type RootData = Awaited<ReturnType<typeof loader>>;
export { useRoot };

/** The same page in the other languages, for search engines; screens behind a sign-in have none. */
function Alternates({ origin }: { origin: string | undefined }) {
  const { pathname, search } = useLocation();
  const [, first, ...rest] = pathname.split("/");
  if (!origin || !isLocale(first) || ["helper", "staff", "account", "bookings", "dev"].includes(rest[0] ?? "")) return null;
  // What and where make a results page; everything else in its address only filters or sorts.
  const asked = new URLSearchParams(search);
  const own = new URLSearchParams(rest[0] === "search" ? ["service", "place"].flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? ""]] : [])) : []).toString();
  const path = `${rest.length > 0 ? `/${rest.join("/")}` : ""}${own ? `?${own}` : ""}`;
  return (
    <>
      <link rel="canonical" href={`${origin}/${first}${path}`} />
      {locales.map((locale) => <link key={locale} rel="alternate" hrefLang={locale} href={`${origin}/${locale}${path}`} />)}
      <link rel="alternate" hrefLang="x-default" href={`${origin}/${defaultLocale}${path}`} />
    </>
  );
}

/** A page that looks again by itself does so without JavaScript as well: its route says after how many seconds (`handle.refreshSeconds`). */
function Refresh() {
  const seconds = useMatches().map(({ handle }) => (handle as { refreshSeconds?: number } | undefined)?.refreshSeconds).find((each) => each !== undefined);
  return seconds === undefined ? null : <noscript><meta httpEquiv="refresh" content={String(seconds)} /></noscript>;
}

function Document({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { pathname } = useLocation();
  const first = pathname.split("/")[1];
  const locale = isLocale(first) ? first : defaultLocale;
  const root = useRoot();
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Refresh />
        <Alternates origin={root?.origin} />
        <Links />
        {/* In the page itself: 300 bytes are not worth a request that everything waits for. */}
        {root ? <style nonce={nonce}>{root.colours}</style> : <link rel="stylesheet" href="/brand.css" />}
      </head>
      <body>
        <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  useFocusAfterAnswer();
  return <Document><Outlet /></Document>;
}

/** Outside every area, so that it stands on its own even where the frame's data could not be read. */
export function ErrorBoundary() {
  const problem = useRouteError();
  const screen = <ErrorScreen status={isRouteErrorResponse(problem) ? problem.status : 500} />;
  return <Document>{useRoot() ? <SiteFrame>{screen}</SiteFrame> : <main id="main">{screen}</main>}</Document>;
}
