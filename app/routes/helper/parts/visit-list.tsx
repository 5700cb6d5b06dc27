import { Form, Link } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { ChevronRight, CircleCheck, MapPin, Phone } from "#app/ui/icons.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, Card, CatalogueIcon, Icon, Stack, SubmitButton } from "#app/ui/index.ts";
import type { VisitView } from "./visit-view.ts";
import { minute } from "#app/domain/kernel/time.ts";
import { helperPath, mapHref, telHref } from "./paths.ts";
import { visitWords } from "./words.ts";

/** The next visit, large, with what one needs while walking out of the door. */
export function NextVisit({ visit, now }: { visit: VisitView; now: number }) {
  const t = useT();
  const price = useBookingPrice();
  const locale = useLocale();
  const when = useWhen(now);
  const { id, reference, state, street, postcode, locality, telephone, customerName, service, icon, netMinor, atMost, startsAt, endsAt, awaitsConfirm } = visit;
  const hasReportLeft = state === "finished";
  return (
    <Card as="section" className="border-accent">
      <Stack gap={4}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm font-semibold text-accent">{hasReportLeft ? t("helper.today.unfinished") : t("helper.today.next")}</p>
          <p className="text-sm text-muted">{t("visit.reference", { reference })}</p>
        </div>
        <div>
          <h2 className="text-2xl font-semibold leading-tight first-letter:uppercase">{when.at(startsAt)}</h2>
          <p className="text-lg">{t(atMost ? "helper.units.visitAtMost" : "helper.units.visit", { time: visitWords(t, (endsAt - startsAt) / minute) })}, {t("helper.units.forYou", { amount: price(netMinor, atMost) })}</p>
        </div>
        <p className="flex gap-3"><CatalogueIcon name={icon} /><span><b>{service}</b><span className="block">{customerName}</span></span></p>
        <p className="flex gap-3"><Icon icon={MapPin} /><span>{street ? <span className="block">{street}</span> : null}{postcode} {locality}</span></p>
        {awaitsConfirm ? <div className="grid gap-3"><p>{t("visit.confirm.forHelper", { who: customerName, time: when.on(startsAt) })}</p><ConfirmTap id={id} /></div> : null}
        <ButtonLink to={helperPath(locale, `visits/${id}`)} size="large" wide variant={awaitsConfirm ? "secondary" : "primary"}>{hasReportLeft ? t("helper.today.toReport") : t("helper.today.open")}</ButtonLink>
        {hasReportLeft ? null : (
          <div className="grid gap-2 sm:grid-cols-2">
            {telephone ? <a className="q-button q-secondary" href={telHref(telephone)}><Icon icon={Phone} />{t("helper.today.call", { name: customerName })}</a> : null}
            {street ? <a className="q-button q-secondary" href={mapHref(street, postcode, locality)} target="_blank" rel="noreferrer"><Icon icon={MapPin} />{t("helper.today.route")}</a> : null}
          </div>
        )}
      </Stack>
    </Card>
  );
}

/** One tap says that a visit of the next day stands, without opening it. */
function ConfirmTap({ id }: { id: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Form method="post" action={helperPath(locale, `visits/${id}`)}>
      <input type="hidden" name="from" value="today" />
      <SubmitButton name="intent" value="confirm" size="large" wide icon={CircleCheck} pendingLabel={t("common.sending")}>{t("visit.confirm.do")}</SubmitButton>
    </Form>
  );
}

/** Later visits that wait for the same word, each with its tap. */
export function ToConfirm({ visits, now }: { visits: readonly VisitView[]; now: number }) {
  const t = useT();
  const when = useWhen(now);
  return visits.map(({ id, startsAt, service, customerName, locality }) => (
    <Card key={id} as="section">
      <Stack gap={4}>
        <h2 className="text-xl font-semibold">{t("visit.confirm.title")}</h2>
        <p><b className="inline-block first-letter:uppercase">{when.at(startsAt)}</b><span className="block">{service}, {customerName}, {locality}</span></p>
        <ConfirmTap id={id} />
      </Stack>
    </Card>
  ));
}

/** Visits by day, each a row as high as a thumb. */
export function VisitDays({ visits }: { visits: readonly VisitView[] }) {
  const locale = useLocale();
  const days = new Map<string, VisitView[]>();
  for (const visit of visits) {
    const key = formatDay(visit.startsAt, locale);
    days.set(key, [...(days.get(key) ?? []), visit]);
  }
  return (
    <Stack gap={6}>
      {[...days].map(([day, rows]) => (
        <section key={day} className="grid gap-2">
          <h3 className="font-semibold">{day}</h3>
          <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">{rows.map((visit) => <VisitRow key={visit.id} visit={visit} />)}</ul>
        </section>
      ))}
    </Stack>
  );
}

function VisitRow({ visit }: { visit: VisitView }) {
  const t = useT();
  const locale = useLocale();
  const { id, state, startsAt, service, customerName, postcode, locality } = visit;
  return (
    <li>
      <Link to={helperPath(locale, `visits/${id}`)} className="flex min-h-16 items-center gap-4 px-4 py-3 text-ink no-underline hover:bg-sunken">
        <span className="w-12 flex-none font-semibold tabular-nums">{formatTime(startsAt, locale)}</span>
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{service}</span>
          <span className="block text-sm text-muted">{customerName}, {postcode} {locality}</span>
          {state === "finished" ? <Badge tone="warn">{t("helper.today.unfinished")}</Badge> : null}
        </span>
        <Icon icon={ChevronRight} className="text-muted" />
      </Link>
    </li>
  );
}
