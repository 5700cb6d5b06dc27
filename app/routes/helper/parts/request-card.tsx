import { Form, Link, useRevalidator } from "@remix-run/react";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { Check, MapPin, Users } from "#app/ui/icons.ts";
import { IntakeAnswers } from "#app/routes/shared/booking/intake.tsx";
import { Photos } from "#app/routes/shared/booking/photos.tsx";
import type { YearOfEarnings } from "#app/domain/booking/earnings.queries.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Card, CatalogueIcon, Countdown, Heading, Icon, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import { type RequestSeries, SeriesButtons, SeriesHead } from "./request-series.tsx";
import type { RequestView } from "./request-view.ts";
import { CrossingNote } from "./year-note.tsx";
import { helperPath } from "./paths.ts";
import { leftWords, visitWords } from "./words.ts";

/** What a request brings and what it takes, largest what counts: the money, the time, the way, the clock; the service unless the title names it. `each` says that it is one visit of several. */
export function RequestFacts({ request, now, isNamed = false, each = false }: { request: RequestView; now: number; isNamed?: boolean; each?: boolean }) {
  const t = useT();
  const price = useBookingPrice();
  const when = useWhen(now);
  const { revalidate } = useRevalidator();
  const { answerBy, offered, others, netMinor, durationMinutes, wayMinutes, customerName, postcode, locality, service } = request;
  return (
    <Stack gap={3}>
      <div className="grid gap-1">
        <Heading level={2} size={isNamed ? 1 : 2} className="tabular-nums">{request.redo ? t("rescue.earned.redoTitle") : t(each ? "series.request.each" : "helper.units.forYou", { amount: price(netMinor, request.atMost) })}</Heading>
        {request.redo ? <p>{t("rescue.earned.redo")}</p> : null}
        <p className="text-lg">
          {t(request.atMost ? "helper.units.visitAtMost" : "helper.units.visit", { time: visitWords(t, durationMinutes) })}, {wayMinutes === null ? t("helper.units.wayUnknown") : t("helper.units.way", { minutes: wayMinutes })}
        </p>
      </div>
      {others === null ? null : <p className="flex gap-3"><Icon icon={Users} /><span className="font-semibold">{others > 0 ? t("dispatch.helper.shared", { count: others }) : t("dispatch.helper.sharedAlone")}</span></p>}
      {offered === null ? (
        <p className="rounded-md bg-warn-soft px-4 py-3 text-warn">
          <span className="block text-lg font-semibold">{t("helper.requests.answerBy", { time: when.at(answerBy) })}</span>
          <Countdown until={answerBy} now={now} words={leftWords(t)} onOver={revalidate} />
          {others === null ? null : <span className="mt-1 block text-sm">{t("dispatch.helper.held")}</span>}
        </p>
      ) : (
        <div className="rounded-md bg-accent-soft px-4 py-3">
          <p className="text-lg font-semibold">{t("reschedule.list.mine")}</p>
          <ul className="list-disc pl-5">{offered.slots.map((slot) => <li key={slot}>{when.at(slot)}</li>)}</ul>
          <p>{t("reschedule.list.mineOffer", { who: customerName, time: when.at(offered.answerBy) })}</p>
        </div>
      )}
      <div className="grid gap-2">
        <p className="flex gap-3"><CatalogueIcon name={service.icon} /><span>{isNamed ? null : <b>{service.name}</b>}<span className="block">{when.span(request)}</span></span></p>
        <p className="flex gap-3"><Icon icon={MapPin} /><span>{t("helper.requests.from", { name: customerName, place: `${postcode} ${locality}` })}</span></p>
      </div>
    </Stack>
  );
}

/** What the customer said: their words first, then the answers and the pictures. */
export function RequestConcern({ request }: { request: RequestView }) {
  const t = useT();
  return (
    <Stack gap={3}>
      {request.concern ? <blockquote className="whitespace-pre-line border-l-2 border-accent pl-4">{request.concern}</blockquote> : null}
      <IntakeAnswers intake={request.service.intake} answers={request.answers} />
      <Photos ids={request.photos} label={t("helper.requests.photos")} />
    </Stack>
  );
}

/** Yes and no, both large, both without a reason; the yes under the right thumb. A time that has begun while other times wait for the customer takes no yes. */
export function AnswerButtons({ request: { id, startsAt }, now }: { request: Pick<RequestView, "id" | "startsAt">; now: number }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Form method="post" action={helperPath(locale, `requests/${id}`)} className="grid grid-cols-2 gap-3">
      <SubmitButton name="intent" value="decline" variant="secondary" size="large" wide className="px-3 sm:px-8" pendingLabel={t("common.sending")}>{t("helper.requests.decline")}</SubmitButton>
      {now < startsAt ? <SubmitButton name="intent" value="accept" size="large" wide icon={Check} className="px-3 sm:px-8" pendingLabel={t("common.sending")}>{t("helper.requests.accept")}</SubmitButton> : null}
    </Form>
  );
}

/** What an answer means, in the words of somebody who has nothing to hide. */
export function AnswerWords() {
  const t = useT();
  return <p className="text-sm text-muted">{t("helper.requests.sure")} {t("helper.requests.addressLater")} {t("helper.requests.declineHint")}</p>;
}

export function RequestListCard({ request, now, crossing }: { request: RequestView & { series: RequestSeries | null }; now: number; crossing: YearOfEarnings | undefined }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card as="li">
      <Stack gap={4}>
        {request.series ? <SeriesHead series={request.series} now={now} dates /> : null}
        <RequestFacts request={request} now={now} each={request.series !== null} />
        {request.concern ? <blockquote className="line-clamp-4 whitespace-pre-line border-l-2 border-accent pl-4">{request.concern}</blockquote> : null}
        <CrossingNote crossing={crossing} />
        <Row><Link to={helperPath(locale, `requests/${request.id}`)} className="inline-flex min-h-11 items-center font-semibold">{t("helper.requests.details")}</Link></Row>
        {request.series ? <SeriesButtons id={request.id} series={request.series} /> : <AnswerButtons request={request} now={now} />}
      </Stack>
    </Card>
  );
}
