import { Link } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { useRoot } from "#app/root.tsx";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { sumOf } from "#app/routes/shared/series/sum.ts";
import { formatDayTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Heading, Notice, Row, Stack } from "#app/ui/index.ts";
import type { CallerView } from "./caller.server.ts";

/** The reference and the last sentences of the call; later, how the booking stands. */
export function DonePart({ view: { booking, series, service, who, values, now } }: { view: CallerView }) {
  const [t, locale] = [useT(), useLocale()];
  const price = useBookingPrice();
  const when = useWhen(now);
  const telephone = useRoot()?.brand.telephone ?? "";
  const email = String(values.email ?? "");
  const say = [
    t("staffBookings.book.done.reference", { reference: booking.reference }),
    t("staffBookings.book.done.mail", { email }),
    ...(booking.holdUntil === null ? [] : [t("staffBookings.book.done.until", { time: when.at(booking.holdUntil) })]),
    t(booking.instant ? "staffBookings.book.done.afterInstant" : "staffBookings.book.done.after", { who }),
    t("staffBookings.book.done.call", { telephone }),
  ];
  return (
    <Stack gap={6} className="max-w-[46rem]">
      <Notice tone="ok" role="status" title={t("staffBookings.book.done.title", { reference: booking.reference })}>
        {t("staffBookings.book.form.summary", { service: service.name, who, time: series ? t("series.chosen.title", { count: series.visits.length, rhythm: t(`series.rhythm.${series.everyWeeks}`) }) : formatDayTime(booking.startsAt, locale), price: price(series ? sumOf(series) : booking.priceMinor, booking.atMost) })}
        {series ? <ol className="mt-2 list-decimal pl-6">{series.visits.map((visit) => <li key={visit.id}>{when.span(visit)}</li>)}</ol> : null}
      </Notice>
      {booking.state === "paying" ? (
        <section aria-labelledby="say">
          <Heading level={2} size={3} id="say">{t("staffBookings.book.done.say")}</Heading>
          <div className="mt-3 grid gap-3 border-l-4 border-accent pl-5 text-lg wrap-anywhere">{say.map((words) => <p key={words}>{words}</p>)}</div>
        </section>
      ) : null}
      <Row gap={2}><StateBadge state={booking.state} words={t(`staffBookings.state.${booking.state}`)} /></Row>
      <Row gap={3}>
        <ButtonLink to={`/${locale}/staff/bookings/${booking.id}`}>{t("staffBookings.book.done.open")}</ButtonLink>
        <ButtonLink to={`/${locale}/staff/book`} variant="secondary">{t("staffBookings.book.done.another")}</ButtonLink>
        {email ? <Link to={`/${locale}/staff/system/mails?to=${encodeURIComponent(email)}`} className="py-2">{t("staffBookings.book.done.mails")}</Link> : null}
      </Row>
    </Stack>
  );
}
