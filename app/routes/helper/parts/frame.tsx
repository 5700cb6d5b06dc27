import { Form, useLocation } from "@remix-run/react";
import { CalendarDays, House, Inbox, Phone, UserRound } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { locales } from "#app/domain/kernel/words.ts";
import { useRoot } from "#app/root.tsx";
import { useLocale, useT } from "#app/texts/use.ts";
import { BottomBar, Container, Icon, Notice, Page, SiteFooter, SiteHeader, SubmitButton } from "#app/ui/index.ts";
import { helperPath, telHref } from "./paths.ts";

/** Header, telephone, standing and the bar under the thumb; on a desk the areas stand in the header. */
export function HelperFrame({ requests, state, reason, paused, children }: { requests: number; state: string; reason: string | null; paused: boolean; children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const root = useRoot();
  const { pathname, search } = useLocation();
  const here = pathname.replace(/^\/\w\w/, "") + search;
  const languages = locales.map((each) => (
    <a key={each} href={`/${each}${here}`} hrefLang={each} lang={each} aria-current={each === locale ? "true" : undefined} className="inline-flex min-h-11 items-center px-2 text-sm aria-[current]:font-semibold aria-[current]:no-underline">
      {each.toUpperCase()}
    </a>
  ));
  const telephone = root?.brand.telephone ?? "";
  const areas = [
    { to: helperPath(locale), label: t("helper.nav.today"), icon: House, end: true },
    { to: helperPath(locale, "requests"), label: t("helper.nav.requests"), icon: Inbox, count: requests, countLabel: t("helper.nav.waiting", { count: requests }) },
    { to: helperPath(locale, "calendar"), label: t("helper.nav.calendar"), icon: CalendarDays },
    { to: helperPath(locale, "me"), label: t("helper.nav.me"), icon: UserRound },
  ];
  return (
    <Page
      skipLabel={t("common.skip")}
      header={
        <SiteHeader
          brand={<a href={helperPath(locale)}>{root?.brand.name}</a>}
          label={t("common.mainNavigation")}
          menuLabel={t("common.menu")}
          items={areas}
          actions={
            <>
              <a className="q-header-link" href={`/${locale}`}>{t("helper.frame.customerView")}</a>
              <nav aria-label={t("common.language")} className="flex lg:max-xl:hidden">{languages}</nav>
              <Form method="post" action={`/${locale}/sign-out`} reloadDocument><button type="submit" className="q-button q-quiet q-small">{t("common.signOut")}</button></Form>
            </>
          }
        />
      }
      footer={
        <SiteFooter
          help={<><span className="block text-base font-normal text-muted">{t("helper.frame.help")}</span><a href={telHref(telephone)} className="inline-flex items-center gap-2"><Icon icon={Phone} />{telephone}</a> <span className="block text-sm font-normal text-muted">{root?.brand.hours}</span></>}
        >
          <nav aria-label={t("common.language")} className="flex flex-wrap gap-1">{languages}</nav>
          <div><a href={`/${locale}`}>{t("helper.frame.customerView")}</a></div>
        </SiteFooter>
      }
      bottom={<BottomBar label={t("helper.nav.label")} items={areas} />}
    >
      <Standing state={state} reason={reason} paused={paused} />
      {children}
    </Page>
  );
}

function Standing({ state, reason, paused }: { state: string; reason: string | null; paused: boolean }) {
  const t = useT();
  const locale = useLocale();
  const telephone = useRoot()?.brand.telephone ?? "";
  const notice =
    state === "suspended" ? (
      <Notice tone="bad" title={t("helper.frame.suspendedTitle")} actions={<a className="q-button q-secondary" href={telHref(telephone)}><Icon icon={Phone} />{telephone}</a>}>
        <p>{t("helper.frame.suspendedWords")}</p>
        {reason ? <p>{t("helper.frame.suspendedReason", { reason })}</p> : null}
      </Notice>
    )
    : state === "ended" ? <Notice tone="info" title={t("helper.frame.endedTitle")}>{t("helper.frame.endedWords")}</Notice>
    : paused ? <Notice tone="info" title={t("helper.frame.pausedTitle")} actions={<Form method="post" action={helperPath(locale, "calendar")}><SubmitButton name="intent" value="resume" variant="secondary" pendingLabel={t("common.sending")}>{t("helper.frame.pausedAction")}</SubmitButton></Form>}>{t("helper.frame.pausedWords")}</Notice>
    : null;
  return notice ? <Container width="text" className="pt-6">{notice}</Container> : null;
}
