import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { locales } from "#app/domain/kernel/words.ts";
import { useRoot } from "#app/root.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { Page } from "#app/ui/layout.tsx";

/** Header, footer, telephone and language switch of every public screen. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const root = useRoot();
  const { pathname, search } = useLocation();
  const here = pathname.replace(/^\/\w\w/, "") + search;
  return (
    <Page
      skipLabel={t("common.skip")}
      header={<header className="q-container"><a href={`/${locale}`}>{root?.brand.name}</a></header>}
      footer={
        <footer className="q-container">
          <p>{root?.brand.telephone} · {root?.brand.hours}</p>
          <nav aria-label={t("common.language")}>{locales.map((l) => <a key={l} href={`/${l}${here}`} hrefLang={l} lang={l}>{l}</a>)}</nav>
        </footer>
      }
    >
      {children}
    </Page>
  );
}
