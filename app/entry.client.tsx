import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { defaultLocale, isLocale } from "#app/domain/kernel/words.ts";
import { type Area, loadTexts } from "#app/texts/load.ts";

const { lang, dataset } = document.documentElement;
loadTexts(isLocale(lang) ? lang : defaultLocale, (dataset.area as Area) ?? "customer").then(() =>
  startTransition(() => {
    hydrateRoot(document, <StrictMode><RemixBrowser /></StrictMode>);
  }),
);
