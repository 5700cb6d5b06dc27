import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Ban, CalendarClock, Clock, HeartHandshake, Undo2, Wrench } from "#app/ui/icons.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { maySeeBookings } from "#app/domain/booking/staff.policy.ts";
import { found } from "#app/http/answer.server.ts";
import { answerMessage } from "#app/routes/shared/booking/messages.server.ts";
import type { MessageState } from "#app/routes/shared/booking/messages.tsx";
import { Chain } from "#app/routes/shared/rescue/chain.tsx";
import { TimesPanel } from "#app/routes/shared/reschedule/panel.tsx";
import { timesView } from "#app/routes/shared/reschedule/times.server.ts";
import { SeriesPanel } from "#app/routes/shared/series/panel.tsx";
import { StateBadge } from "#app/routes/shared/booking/state.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Icon, Muted, Row, Stack } from "#app/ui/index.ts";
import { Around } from "./parts/around.tsx";
import { Aside } from "./parts/aside.tsx";
import { Concern, Report, Voices } from "./parts/visit.tsx";
import { MoneyPart } from "./parts/money.tsx";
import { StoryPart } from "./parts/story.tsx";
import { Thread } from "./parts/thread.tsx";
import { staffView } from "./parts/view.server.ts";

const doneWords = ["refund", "cancelled", "message"] as const;

/** The whole story of one booking, as far as the reader's role goes. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeBookings);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const done = new URL(args.request.url).searchParams.get("done");
  const view = await staffView(ctx, page);
  const times = await timesView(ctx, page, view.who, new URL(args.request.url).searchParams);
  return { ...titled(ctx, translator(ctx.locale)("staffBookings.page.title", { reference: page.booking.reference })), done: doneWords.find((one) => one === done) ?? null, view, times };
}

/** A message of the company to both sides. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, maySeeBookings);
  const { booking } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const again = await answerMessage(args, booking.id);
  if (again) return again;
  throw redirect(`/${ctx.locale}/staff/bookings/${booking.id}?done=message#messages`);
}

export const meta = deskMeta;

export default function StaffBooking() {
  const { title, done, view, times } = useLoaderData<typeof loader>();
  const state = useActionData<MessageState>();
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(view.now);
  const { booking, dues, may, money } = view;
  const at = `/${locale}/staff/bookings/${booking.id}`;
  const actions = (
    <>
      {booking.provider === "professional" && view.people ? <ButtonLink to={`/${locale}/staff/lanes/visits/${booking.id}`} variant="secondary" icon={Wrench}>{t("staffBookings.page.lanes")}</ButtonLink> : null}
      {times.may.customer === null || times.may.helper === null ? <ButtonLink to={`${at}/reschedule`} variant="secondary" icon={CalendarClock}>{t("reschedule.action.propose")}</ButtonLink> : null}
      {view.mayWait ? <ButtonLink to={`${at}/waiting`} variant="secondary" icon={Clock}>{t("staffBookings.waiting.open")}</ButtonLink> : null}
      {view.rescue.mayOpen ? <a className="q-button q-secondary" href={`/${locale}/bookings/${booking.id}/rescue`}><Icon icon={HeartHandshake} /><span>{t("staffBookings.page.rescue")}</span></a> : null}
      {money && money.refundableMinor > 0 ? <ButtonLink to={`${at}/refund`} variant="secondary" icon={Undo2}>{t("staffBookings.page.refund")}</ButtonLink> : null}
      {may.cancel || may.giveUp ? <ButtonLink to={`${at}/cancel`} variant="secondary" icon={Ban}>{t(may.cancel ? "staffBookings.page.cancel" : "staffBookings.page.giveUp")}</ButtonLink> : null}
    </>
  );
  return (
    <Desk title={title} back={{ to: `/${locale}/staff/bookings`, label: t("staffBookings.page.back") }} done={done && t(`staffBookings.page.done.${done}`)} actions={actions}>
      <Row gap={4}>
        <StateBadge state={booking.state} words={t(`staffBookings.state.${booking.state}`)} />
        <span>{t("booking.headline", { service: view.service, who: view.who })}, {when.span(booking)}</span>
      </Row>
      {times.told ? <TimesPanel told={times.told} answerTo={`${at}/times`} proposeTo={`${at}/reschedule`} /> : null}
      {dues.length ? (
        <div className="grid gap-1">
          <p className="text-sm font-semibold">{t("staffBookings.page.next")}</p>
          {dues.map((due) => <Muted key={`${due.what}${due.at}`}>{t(`staffBookings.due.${due.what}`, { time: when.at(due.at) })}</Muted>)}
        </div>
      ) : null}
      <Chain chain={view.rescue.chain} here={booking.id} />
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_22rem] xl:gap-12">
        <Stack gap={12}>
          {view.series ? <SeriesPanel series={view.series} to={(id) => `/${locale}/staff/bookings/${id}`} /> : null}
          <Concern view={view} />
          <Around view={view} />
          <Report view={view} />
          <Voices view={view} />
          {money ? <MoneyPart money={money} /> : null}
          <Thread view={view} state={state} />
          <StoryPart story={view.story} journalTo={view.mayReadJournal ? `/${locale}/staff/system/journal?subject=${booking.id}` : null} />
        </Stack>
        <Aside view={view} />
      </div>
    </Desk>
  );
}
