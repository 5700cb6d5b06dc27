import { Link } from "@remix-run/react";
import { CalendarClock, CalendarPlus, FileText, Phone, ShieldCheck, CircleX, UserPlus } from "#app/ui/icons.ts";
import type { ReactNode } from "react";
import { CancellationRule } from "#app/routes/shared/booking/cancellation.tsx";
import { PaymentFacts } from "./payment-facts.tsx";
import { Photos } from "#app/routes/shared/booking/photos.tsx";
import { BookingPrice } from "#app/routes/shared/booking/price.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { paidWords } from "#app/routes/shared/visit/paid-words.ts";
import { useT } from "#app/texts/use.ts";
import { Avatar, Card, DefinitionList, Disclosure, Heading, Icon, type IconType, Stack } from "#app/ui/index.ts";
import type { Head, View } from "./view.server.ts";
import { DoorCodes } from "./visit-day.tsx";

const upcoming = ["requested", "accepted", "underway"];
/** The story beside it tells what became of the money. */
const told = ["abandoned", "declined", "lapsed", "cancelled"];

/** Who, when, where and how much: everything quiet beside the story. */
export function PageAside({ head, view, money, mayPropose }: { head: Head; view: View; money: readonly string[]; mayPropose: boolean }) {
  const t = useT();
  const when = useWhen(head.now);
  const { booking } = head;
  const here = `/${head.locale}/bookings/${booking.id}`;
  const address = [booking.street, `${booking.postcode} ${booking.locality}`].filter(Boolean).join(", ");
  return (
    <Stack gap={6} className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
      {head.open ? null : <Card as="section"><WhoCard head={head} view={view} /></Card>}
      <DoorCodes head={head} visit={view.visit} />
      <section aria-labelledby="visit-facts">
        <Heading level={2} size={3} id="visit-facts" className="mb-1">{t("booking.facts.title")}</Heading>
        <DefinitionList
          layout="stacked"
          items={[
            { term: t("booking.facts.when"), value: when.span(booking) },
            { term: t("booking.facts.where"), value: address },
            ...(view.visited ? [{ term: t("booking.facts.visited"), value: [view.visited.name, view.visited.telephone].filter(Boolean).join(", ") }] : []),
            { term: t("booking.facts.reference"), value: <span className="tabular-nums font-semibold">{booking.reference}</span> },
          ]}
        />
        {upcoming.includes(booking.state) ? (
          <ul className="mt-2 grid">
            {booking.state === "accepted" || head.open ? null : <Quiet to={`${here}/calendar.ics`} icon={CalendarPlus} file>{t("booking.action.calendar")}</Quiet>}
            {head.open ? null : <Quiet to={`${here}/sheet`} icon={FileText}>{t("booking.action.sheet")}</Quiet>}
            {mayPropose ? <Quiet to={`${here}/reschedule`} icon={CalendarClock}>{t("reschedule.action.propose")}</Quiet> : null}
            {view.mayCancel ? <Quiet to={`${here}/cancel`} icon={CircleX}>{t("booking.action.cancel")}</Quiet> : null}
          </ul>
        ) : null}
      </section>
      {view.watchers ? <Together here={here} watchers={view.watchers} mayForward={view.mayForward} /> : null}
      <section aria-labelledby="money" className="grid gap-3">
        <Heading level={2} size={3} id="money">{t("booking.price.title")}</Heading>
        <BookingPrice hourly={booking} isOver={told.includes(booking.state)} serviceName={head.service.name} minutes={head.service.minutes} priceMinor={booking.priceMinor} contract={booking.contract} vatBp={head.vatBp} payableMinor={booking.payableMinor} creditMinor={view.credit.takenMinor} extras={view.visit.extras.flatMap(({ words, amountMinor, state, paidAt, refundedMinor }) => (state === "accepted" ? [{ words: words || t("visit.extras.blurred"), detail: paidWords({ paidAt, refundedMinor }, t), amountMinor }] : []))} />
        {told.includes(booking.state) || view.reads ? null : <PaymentFacts facts={money} />}
      </section>
      <div>
        {upcoming.includes(booking.state) ? <Disclosure summary={t("booking.cancellation.title")}><CancellationRule rule={view.rule} now={head.now} /></Disclosure> : null}
        <Disclosure summary={t("booking.facts.concern")}>
          <Stack gap={4}>
            {view.concern ? <p className="whitespace-pre-line">{view.concern}</p> : null}
            {view.answers.length ? <DefinitionList layout="stacked" items={view.answers.map(({ question, answer }) => ({ term: question, value: answer }))} /> : null}
            <Photos ids={view.photos} />
            {view.concern || view.answers.length || view.photos.length ? null : <p className="q-muted">{t("booking.facts.noConcern")}</p>}
          </Stack>
        </Disclosure>
      </div>
    </Stack>
  );
}

/** Who else sees this visit, and the way to let somebody in. */
function Together({ here, watchers, mayForward }: { here: string; watchers: NonNullable<View["watchers"]>; mayForward: boolean }) {
  const t = useT();
  return (
    <section aria-labelledby="together">
      <Heading level={2} size={3} id="together">{t("together.around.who")}</Heading>
      {watchers.length ? <ul className="mt-1 grid gap-1">{watchers.map(({ id, name, right }) => <li key={id} className="wrap-anywhere">{name} <span className="q-muted">{t(`together.around.right.${right}`)}</span></li>)}</ul> : <p className="q-muted mt-1">{t("together.around.nobody")}</p>}
      <ul className="mt-1"><Quiet to={`${here}/people`} icon={UserPlus}>{t(mayForward ? "together.around.linkForward" : "together.around.link")}</Quiet></ul>
    </section>
  );
}

function Quiet({ to, icon, file = false, children }: { to: string; icon: IconType; file?: boolean; children: ReactNode }) {
  return <li><Link to={to} reloadDocument={file} className="inline-flex min-h-[44px] items-center gap-2"><Icon icon={icon} /><span>{children}</span></Link></li>;
}

function WhoCard({ head, view }: { head: Head; view: View }) {
  const t = useT();
  const when = useWhen(head.now);
  const { helper } = view;
  return (
    <div className="grid gap-4">
      <div className="flex items-center gap-4">
        <Avatar name={head.who} src={head.photo} size="large" decorative />
        <div className="min-w-0">
          <Heading level={2} size={3}>{head.who}</Heading>
          {helper ? <p className="q-muted">{helper.visits > 0 ? t("booking.who.visits", { count: helper.visits }) : t("booking.who.fresh")}</p> : <p className="q-muted">{t("booking.who.professional")}</p>}
        </div>
      </div>
      {helper?.certificates.length ? (
        <ul className="grid gap-1">
          {helper.certificates.map(({ number, name, validUntil }) => (
            <li key={number} className="flex gap-2 text-sm">
              <Icon icon={ShieldCheck} size={18} className="mt-[2px] text-accent" />
              <span><Link to={`/${head.locale}/certificates/${number}`}>{t("booking.who.certified", { name })}</Link><br /><span className="text-muted">{t("booking.who.until", { day: when.date(validUntil) })}</span></span>
            </li>
          ))}
        </ul>
      ) : null}
      {helper?.telephone ? (
        <a className="q-button q-secondary" href={`tel:${helper.telephone.replace(/[^+\d]/g, "")}`}><Icon icon={Phone} /><span className="tabular-nums">{helper.telephone}</span></a>
      ) : helper && head.booking.state === "requested" ? <p className="q-muted">{t("booking.who.telephoneLater")}</p> : null}
    </div>
  );
}
