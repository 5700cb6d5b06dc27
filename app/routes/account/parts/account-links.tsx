import { Form, Link } from "@remix-run/react";
import { BriefcaseBusiness, CalendarCheck, Heart, HeartHandshake, KeyRound, LogOut, MonitorSmartphone } from "#app/ui/icons.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, Icon, type IconType, Muted, Stack } from "#app/ui/index.ts";

/** Where an account leads: bookings, the helper's and the staff's own areas, devices, the way out. */
export function AccountLinks({ helper, staff }: { helper: boolean; staff: boolean }) {
  const [t, locale] = [useT(), useLocale()];
  const row = (icon: IconType, to: string, title: string, words?: string, elsewhere = false) => (
    <li key={to} className="flex gap-3">
      <Icon icon={icon} size={24} className="mt-1 shrink-0 text-accent" />
      <div>
        <p className="font-semibold">{elsewhere ? <a href={to}>{title}</a> : <Link to={to}>{title}</Link>}</p>
        {words ? <Muted>{words}</Muted> : null}
      </div>
    </li>
  );
  return (
    <Stack gap={6}>
      <Stack gap={4} as="ul">
        {row(CalendarCheck, `/${locale}/bookings`, t("account.home.bookings"), t("account.home.bookingsWords"))}
        {staff ? null : row(Heart, `/${locale}/account/helpers`, t("together.helpers.account"), t("together.helpers.accountWords"))}
        {helper ? row(HeartHandshake, `/${locale}/helper`, t("account.home.helper"), t("account.home.helperWords"), true) : null}
        {staff ? row(BriefcaseBusiness, `/${locale === "en" ? "en" : "de"}/staff`, t("account.home.staff"), undefined, true) : null}
        {staff ? row(KeyRound, `/${locale}/account/recovery-codes`, t("account.enrol.doneTitle"), t("account.recovery.link")) : null}
        {row(MonitorSmartphone, `/${locale}/account/sessions`, t("account.home.sessions"), t("account.home.sessionsWords"))}
      </Stack>
      <Form method="post" action={`/${locale}/sign-out`}>
        <Button variant="secondary" icon={LogOut}>{t("common.signOut")}</Button>
      </Form>
    </Stack>
  );
}
