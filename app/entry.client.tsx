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

const { lang } = document.documentElement;
Promise.all([loadTexts(isLocale(lang) ? lang : defaultLocale, bundlesOf(location.pathname)), dataDecoded()]).then(() =>
  startTransition(() => {
    hydrateRoot(document, <StrictMode><RemixBrowser /></StrictMode>);
  }),
);
