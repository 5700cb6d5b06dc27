import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import { areaOf, loadTexts } from "#app/texts/load.ts";

const { lang } = document.documentElement;
loadTexts(isLocale(lang) ? lang : defaultLocale, areaOf(location.pathname)).then(() =>
  startTransition(() => {
    hydrateRoot(document, <StrictMode><RemixBrowser /></StrictMode>);
  }),
);
