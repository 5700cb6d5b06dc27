import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Award, Banknote, CalendarDays, ChartNoAxesColumn, ChevronRight, CircleUserRound, Eye, Image, KeyRound, Landmark, ListChecks, MapPin, Radius, Wrench } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { myConflicts } from "#app/domain/calendars/conflicts.server.ts";
import { mySources } from "#app/domain/calendars/sources.queries.server.ts";
import { missingFor } from "#app/domain/helper/helper.queries.server.ts";
import { profileSteps, servingStates } from "#app/domain/helper/helper.ts";
import { listingsOf } from "#app/domain/listing/listing.queries.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, Badge, Heading, Icon, type IconType } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.me.title", "helper.me.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  const live = (await listingsOf(ctx, helper.id)).filter(({ listing }) => listing.state === "live").length;
  const sources = await mySources(ctx);
  return {
    calendars: sources.length,
    calendarTrouble: sources.some(({ state }) => state === "failing") || (await myConflicts(ctx)).length > 0,
    id: helper.id,
    name: `${helper.givenName} ${helper.familyName}`,
    photoFileId: helper.photoFileId,
    place: helper.postcode ? `${helper.postcode} ${helper.locality ?? ""}` : null,
    radiusKm: helper.radiusKm,
    live,
    payout: helper.payoutActiveAt !== null,
    paused: helper.pausedAt !== null,
    isFound: live > 0 && servingStates.includes(helper.state) && helper.pausedAt === null && helper.publicLat !== null,
    missing: (await missingFor(ctx, helper)).length,
  };
}

type Item = { to: string; isElsewhere?: boolean; label: string; icon: IconType; aside?: ReactNode };

export default function Me() {
  const t = useT();
  const locale = useLocale();
  const me = useLoaderData<typeof loader>();
  const item = (to: string, key: "profile" | "picture" | "address" | "radius" | "listings" | "payout" | "earnings" | "figures" | "certificates" | "welcome", icon: IconType, aside?: ReactNode): Item => ({ to: helperPath(locale, to), label: t(`helper.me.items.${key}`), icon, aside });
  const groups: { title: string; items: Item[] }[] = [
    {
      title: t("helper.me.groups.work"),
      items: [
        ...(me.missing ? [item("welcome", "welcome", ListChecks, t("helper.welcome.progress", { done: profileSteps.length - me.missing, total: profileSteps.length }))] : []),
        item("me/listings", "listings", Wrench, t(me.live === 0 || me.isFound ? "helper.me.listingsLive" : "helper.me.listingsHidden", { count: me.live })),
        { to: helperPath(locale, "me/calendars"), label: t("helper.me.calendars.label"), icon: CalendarDays, aside: me.calendarTrouble ? <Badge tone="warn">{t("helper.me.calendars.trouble")}</Badge> : me.calendars ? t("helper.me.calendars.count", { count: me.calendars }) : t("helper.me.calendars.none") },
        item("me/earnings", "earnings", Banknote),
        item("me/payout", "payout", Landmark, t(me.payout ? "helper.me.payoutReady" : "helper.me.payoutMissing")),
        item("me/figures", "figures", ChartNoAxesColumn),
      ],
    },
    {
      title: t("helper.me.groups.person"),
      items: [
        item("me/profile", "profile", CircleUserRound),
        item("me/picture", "picture", Image),
        item("me/address", "address", MapPin, me.place ?? t("helper.welcome.open")),
        item("me/radius", "radius", Radius, t("helper.units.km", { km: me.radiusKm })),
        { to: `/${locale}/account`, isElsewhere: true, label: t("helper.me.account"), icon: KeyRound },
      ],
    },
    { title: t("helper.me.groups.proof"), items: [item("me/certificates", "certificates", Award)] },
  ];
  return (
    <Screen title={t("helper.me.title")}>
      <div className="flex items-center gap-4">
        <Avatar name={me.name} src={me.photoFileId ? `/files/${me.photoFileId}` : null} size="large" decorative eager />
        <div className="grid justify-items-start gap-1">
          <p className="text-lg font-semibold">{me.name}</p>
          <Badge tone={me.isFound ? "ok" : "plain"}>{t(me.paused ? "helper.me.paused" : me.isFound ? "helper.me.live" : "helper.me.hidden")}</Badge>
          <p className="text-sm text-muted">{t(me.isFound ? "helper.me.visible" : "helper.me.invisible")}</p>
        </div>
      </div>
      {me.isFound ? <p><a className="inline-flex min-h-11 items-center gap-2" href={`/${locale}/helpers/${me.id}`}><Icon icon={Eye} />{t("helper.me.publicPage")}</a></p> : null}
      {groups.map(({ title, items }) => (
        <section key={title} className="grid gap-2">
          <Heading level={2} size={4}>{title}</Heading>
          <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
            {items.map(({ to, label, icon, aside, isElsewhere }) => (
              <li key={to}>
                <Link to={to} reloadDocument={isElsewhere} className="flex min-h-14 items-center gap-4 px-4 py-3 text-ink no-underline hover:bg-sunken">
                  <Icon icon={icon} className="text-accent" />
                  <span className="min-w-0 flex-1"><span className="block font-medium">{label}</span>{aside ? <span className="block text-sm text-muted">{aside}</span> : null}</span>
                  <Icon icon={ChevronRight} className="text-muted" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  );
}

export { Trouble as ErrorBoundary };
