import { Link } from "@remix-run/react";
import { X } from "#app/ui/icons.ts";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Card, DefinitionList, Heading, Icon, Muted, Row, Stack } from "#app/ui/index.ts";
import type { GlanceView } from "./glance.server.ts";

/** One booking beside the list, so that the list is not lost; above it on small screens. */
export function Glance({ glance, now, closeTo }: { glance: GlanceView; now: number; closeTo: string }) {
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(now);
  const { id, reference, state, due } = glance;
  return (
    <Card as="aside" className="self-start xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto">
      <Stack gap={4}>
        <Row justify="between" gap={3}>
          <Heading level={2} size={3}>{t("staffBookings.list.panel")}</Heading>
          <Link to={closeTo} preventScrollReset className="q-icon-button"><Icon icon={X} label={t("staffBookings.list.close")} /></Link>
        </Row>
        <Row gap={3}><b className="tabular-nums">{reference}</b><StateBadge state={state} words={t(`staffBookings.state.${state}`)} /></Row>
        {due ? <Muted>{t(`staffBookings.due.${due.what}`, { time: when.at(due.at) })}</Muted> : null}
        <DefinitionList
          layout="stacked"
          items={[
            { term: t("staffBookings.list.visit"), value: when.span(glance) },
            { term: t("staffBookings.list.service"), value: glance.service },
            { term: t("staffBookings.list.who"), value: glance.who ?? t(glance.provider === "helper" ? "dispatch.who" : "staffBookings.professional") },
            { term: t("staffBookings.list.customer"), value: <span className="wrap-anywhere">{glance.customer || t("staffBookings.list.noName")}{glance.mobile ? <><br /><a href={`tel:${glance.mobile.replace(/[^\d+]/g, "")}`}>{glance.mobile}</a></> : null}</span> },
            { term: t("staffBookings.list.place"), value: glance.place },
            { term: t("staffBookings.list.price"), value: formatMoney(glance.priceMinor) },
            ...(glance.concern ? [{ term: t("staffBookings.page.concern.title"), value: <span className="line-clamp-4 wrap-anywhere">{glance.concern}</span> }] : []),
          ]}
        />
        <ButtonLink to={`/${locale}/staff/bookings/${id}`} wide>{t("staffBookings.list.open")}</ButtonLink>
      </Stack>
    </Card>
  );
}
