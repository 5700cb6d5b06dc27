import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import { loadTexts } from "#app/texts/load.ts";
import { bundlesOf } from "#app/texts/parts.ts";

/**
 * RemixBrowser suspends at the root until the page's data is decoded, and React 18 throws its error 345 when someone
 * presses a key in that pause; called once before React renders it, it hands out the promise that it would suspend on.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pause) {
    if (pause instanceof Promise) await pause;
  }
}

/** The manifest leaves out what each route imports: the server wrote those preloads into this page, and React must find the same ones. */
const { root } = window.__remixManifest.routes;
if (root) root.imports = Array.from(document.querySelectorAll("body>link[rel=modulepreload]"), (link) => link.getAttribute("href") ?? "").slice(2);

const { lang } = document.documentElement;
Promise.all([loadTexts(isLocale(lang) ? lang : defaultLocale, bundlesOf(location.pathname)), dataDecoded()]).then(() =>
  startTransition(() => {
    hydrateRoot(document, <StrictMode><RemixBrowser /></StrictMode>);
  }),
);
