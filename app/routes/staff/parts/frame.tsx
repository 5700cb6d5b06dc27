import { Form, useLocation, useNavigate } from "@remix-run/react";
import type { ReactNode } from "react";
import { useRoot } from "#app/root.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { KeyboardHelp, Page, SideNav } from "#app/ui/index.ts";
import { groupsFor } from "./navigation.ts";

/** Staff sit in it all day: navigation at the left, `g` and a letter to go anywhere, `?` shows all. */
export function StaffFrame({ children }: { children: ReactNode }) {
  const [t, locale, root] = [useT(), useLocale(), useRoot()];
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  if (!root) return children;
  const base = `/${locale}/staff`;
  const groups = groupsFor(root.actor);
  const shortcuts = groups.flatMap(({ places }) => places.map(({ path, key, label }) => ({ keys: ["g", key] as const, label: t(label), run: () => navigate(base + path) })));
  const other = locale === "de" ? "en" : "de";
  return (
    <Page
      skipLabel={t("common.skip")}
      side={
        <SideNav
          label={t("staff.nav.label")}
          menuLabel={t("common.menu")}
          brand={<a href={`/${locale}`}>{root.brand.name}</a>}
          groups={groups.map(({ title, places }) => ({ title: t(title), items: places.map(({ path, label, icon }) => ({ to: base + path, label: t(label), icon, end: path === "" })) }))}
          foot={
            <div className="grid gap-2 text-sm">
              <p className="text-muted">{root.brand.telephone}<br />{root.brand.hours}</p>
              <p className="flex flex-wrap gap-x-4 gap-y-1">
                <a href={`/${other}${pathname.slice(3)}${search}`} hrefLang={other} lang={other}>{other === "de" ? "Deutsch" : "English"}</a>
                <a href={`/${locale}/account`}>{t("common.account")}</a>
              </p>
              <Form method="post" action={`/${locale}/sign-out`} reloadDocument><button type="submit" className="q-button q-quiet q-small"><span>{t("common.signOut")}</span></button></Form>
            </div>
          }
        />
      }
    >
      {children}
      <KeyboardHelp title={t("staff.keyboard.title")} closeLabel={t("staff.keyboard.close")} shortcuts={[...shortcuts, { keys: ["/"], label: t("staff.keyboard.search") }, { keys: ["j"], label: t("staff.keyboard.down") }, { keys: ["k"], label: t("staff.keyboard.up") }]} />
    </Page>
  );
}
