import { Form, Link, useLocation, useMatches } from "@remix-run/react";
import { Phone } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { locales } from "#app/domain/kernel/words.ts";
import { useRoot } from "#app/routes/shared/root-data.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Icon, Page, SiteFooter, SiteHeader } from "#app/ui/index.ts";

/** What a route may hand to the frame: `export const handle: FrameHandle = { reference: (data) => … }`. */
export type FrameHandle = {
  /** The booking reference to say on the telephone, from the route's loader data. */
  reference?: (data: unknown) => string | null | undefined;
};

/** The booking reference of the page shown, or null. */
function useReference(): string | null {
  const matches = useMatches();
  for (const { handle, data } of [...matches].reverse()) {
    const reference = data === undefined ? null : (handle as FrameHandle | undefined)?.reference?.(data);
    if (reference) return reference;
  }
  return null;
}

/** Header, footer, telephone and language switch of every public screen. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <Page skipLabel={t("common.skip")} header={<FrameHeader key={pathname} />} footer={<FrameFooter />}>
      {children}
    </Page>
  );
}

function FrameHeader() {
  const [t, locale, root] = [useT(), useLocale(), useRoot()];
  const signedIn = root !== undefined && root.actor.kind !== "visitor";
  const items = signedIn ? [{ to: `/${locale}/bookings`, label: t("common.bookings") }, { to: `/${locale}/account`, label: t("common.account"), end: true }] : [];
  return (
    <SiteHeader
      label={t("common.mainNavigation")}
      menuLabel={t("common.menu")}
      brand={<Brand />}
      items={items}
      actions={
        <>
          {root ? <a className="inline-flex min-h-11 items-center gap-2 font-semibold whitespace-nowrap text-ink no-underline hover:underline" href={`tel:${root.brand.telephone.replace(/[^+\d]/g, "")}`}><Icon icon={Phone} size={18} />{root.brand.telephone}</a> : null}
          {root?.actor.helper ? <a className="q-button q-quiet q-small" href={`/${locale}/helper`}><span>{t("common.helperArea")}</span></a> : null}
          {root?.actor.kind === "staff" ? <a className="q-button q-quiet q-small" href={`/${locale === "en" ? "en" : "de"}/staff`}><span>{t("common.staffArea")}</span></a> : null}
          {signedIn ? (
            <Form method="post" action={`/${locale}/sign-out`}><button type="submit" className="q-button q-quiet q-small"><span>{t("common.signOut")}</span></button></Form>
          ) : (
            <Link className="q-button q-secondary q-small" to={`/${locale}/sign-in`}><span>{t("common.signIn")}</span></Link>
          )}
        </>
      }
    />
  );
}

/** The company's logo, or its name, and the programme's name beside it. */
function Brand() {
  const [locale, root] = [useLocale(), useRoot()];
  if (!root) return null;
  const { name, logo, programmeName } = root.brand;
  return (
    <a className="py-2" href={`/${locale}`}>
      {logo ? <img src={logo} alt="" height={32} className="h-8 w-auto" /> : null}
      <span className="grid leading-tight">
        <span>{programmeName}</span>
        {logo ? null : <span className="text-xs font-normal tracking-normal text-muted">{name}</span>}
      </span>
    </a>
  );
}

function FrameFooter() {
  const [t, locale, root, reference] = [useT(), useLocale(), useRoot(), useReference()];
  const { pathname, search } = useLocation();
  const path = pathname.replace(/^\/\w\w(?=\/|$)/, "");
  const here = path + search;
  // The start page ends with a large telephone number of its own.
  const isStart = path === "" || path === "/";
  return (
    <SiteFooter
      help={
        root && !isStart ? (
          <>
            <p>{t("common.help.title")} <a href={`tel:${root.brand.telephone.replace(/[^+\d]/g, "")}`}>{root.brand.telephone}</a></p>
            <p className="text-base font-normal text-muted">{root.brand.hours}. {t("common.help.words")}</p>
            {reference ? <p className="mt-2"><Badge>{t("common.reference", { reference })}</Badge></p> : null}
          </>
        ) : null
      }
      small={root ? <p>{root.brand.name}{root.mode === "demo" ? ` · ${t("common.demo")}` : ""}</p> : null}
    >
      <nav aria-label={t("common.footNavigation")}>
        <ul>{(["imprint", "privacy", "terms"] as const).map((slug) => <li key={slug}><a href={`/${locale}/pages/${slug}`}>{t(`common.pages.${slug}`)}</a></li>)}</ul>
      </nav>
      <nav aria-label={t("common.language")}>
        <ul className="flex flex-wrap gap-x-4">
          {locales.map((other) => (
            <li key={other}>
              <a href={`/${other}${here}`} hrefLang={other} lang={other} aria-current={other === locale ? "true" : undefined} className={other === locale ? "font-semibold no-underline" : undefined}>{languageNames[other]}</a>
            </li>
          ))}
        </ul>
      </nav>
    </SiteFooter>
  );
}

/** Each language by its own name: whoever looks for it may not read this page's. */
const languageNames = { de: "Deutsch", fr: "Français", it: "Italiano", en: "English" } as const;
