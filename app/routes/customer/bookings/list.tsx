import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CalendarSearch } from "#app/ui/icons.ts";
import { endedStates } from "#app/domain/booking/booking.ts";
import { eachSeriesOnce } from "#app/domain/series/series.ts";
import { contextFor } from "#app/http/context.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { useRoot } from "#app/root.tsx";
import { translator } from "#app/texts/registry.ts";
import { useT } from "#app/texts/use.ts";
import { Avatar, Badge, ButtonLink, Container, Disclosure, EmptyState, Heading, Muted, Section, Stack } from "#app/ui/index.ts";
import { type ListedBooking, listedBookings } from "./parts/listed.server.ts";
import { OwnStateBadge } from "./parts/own-state.tsx";

/** The bookings of whoever is signed in, and those that this browser has opened by a link. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const rows = await listedBookings(ctx);
  const isPast = (row: (typeof rows)[number]) => endedStates.includes(row.state) || row.state === "signed_off";
  return { locale: ctx.locale, now: ctx.now, title: translator(ctx.locale)("booking.list.title"), visitor: ctx.actor.kind === "visitor", coming: rows.filter((row) => !isPast(row)).reverse(), past: rows.filter(isPast) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/bookings", title: data.title, noindex: true }) : []);

type Row = ListedBooking;

/** A series stands where its next visit would; the others fold below it. */
const grouped = (rows: readonly Row[]): { row: Row; others: Row[] }[] =>
  eachSeriesOnce(rows).map((row) => ({ row, others: row.seriesId === null ? [] : rows.filter(({ id, seriesId }) => seriesId === row.seriesId && id !== row.id) }));

export default function MyBookings() {
  const { locale, now, visitor, coming, past } = useLoaderData<typeof loader>();
  const t = useT();
  const signIn = `/${locale}/sign-in?returnTo=${encodeURIComponent(`/${locale}/bookings`)}`;
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={12}>
          <Heading level={1}>{t("booking.list.title")}</Heading>
          {coming.length + past.length === 0 ? (
            <EmptyState icon={CalendarSearch} title={t(visitor ? "booking.list.unknownTitle" : "booking.list.noneTitle")} actions={<>{visitor ? <ButtonLink to={signIn}>{t("booking.find.signIn")}</ButtonLink> : null}<ButtonLink to={`/${locale}`} variant={visitor ? "secondary" : "primary"}>{t("common.findHelp")}</ButtonLink></>}>
              <p>{t(visitor ? "booking.find.words" : "booking.list.noneWords")}</p>
            </EmptyState>
          ) : (
            <>
              <List title={t("booking.list.coming")} none={t("booking.list.noComing")} rows={coming} now={now} locale={locale} />
              {past.length ? <List title={t("booking.list.past")} rows={past} now={now} locale={locale} /> : null}
            </>
          )}
          {visitor && coming.length + past.length > 0 ? (
            <section className="grid justify-items-start gap-2 border-t border-line pt-6" aria-labelledby="find">
              <Heading level={2} size={4} id="find">{t("booking.find.missing")}</Heading>
              <Muted>{t("booking.find.words")}</Muted>
              <ButtonLink to={signIn} variant="secondary" size="small">{t("booking.find.signIn")}</ButtonLink>
            </section>
          ) : null}
        </Stack>
      </Section>
    </Container>
  );
}

function List({ title, none, rows, now, locale }: { title: string; none?: string; rows: Row[]; now: number; locale: string }) {
  const t = useT();
  const when = useWhen(now);
  const price = useBookingPrice();
  const brand = useRoot()?.brand.name ?? "";
  return (
    <section className="grid gap-3">
      <Heading level={2} size={3}>{title}</Heading>
      {rows.length === 0 ? <p className="q-muted">{none}</p> : null}
      <ul className="grid">
        {grouped(rows).map(({ row, others }) => {
          const who = row.helperName ?? (row.provider === "helper" ? t("dispatch.who") : t("booking.professional", { brand }));
          return (
            <li key={row.id} className="border-t border-line">
            <div className="relative flex items-start gap-4 py-4 hover:bg-sunken">
              <Avatar name={who} src={row.helperPhotoFileId ? `/files/${row.helperPhotoFileId}` : null} decorative />
              <div className="grid min-w-0 flex-1 gap-1">
                <p className="font-semibold"><Link to={`/${locale}/bookings/${row.id}`} className="after:absolute after:inset-0">{t("booking.headline", { service: row.serviceName, who })}</Link></p>
                <p>{when.span(row)}</p>
                <p className="q-muted flex flex-wrap items-center gap-x-3 gap-y-1">{row.unsolved ? <Badge tone="warn">{row.unsolved}</Badge> : <OwnStateBadge state={row.state} />}{row.part ? <span>{row.part}</span> : null}<span>{row.reference}</span>{row.watching === "visited" ? null : <span>{price(row.payableMinor, row.atMost && row.payableMinor > 0)}</span>}</p>
                {row.watching ? <p className="q-muted">{t(row.watching === "visited" ? "together.list.visited" : `together.list.${row.watching}`, { name: row.bookedBy ?? "" })}</p> : null}
              </div>
            </div>
            {others.length > 0 && row.everyWeeks ? (
              <Disclosure summary={t("series.list.more", { count: others.length, rhythm: t(`series.rhythm.${row.everyWeeks}`) })}>
                <ul className="grid pb-3">{others.map((one) => <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4"><Link to={`/${locale}/bookings/${one.id}`} className="inline-flex min-h-11 items-center">{when.span(one)}</Link><OwnStateBadge state={one.state} /></li>)}</ul>
              </Disclosure>
            ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
