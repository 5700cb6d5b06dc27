import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { refreshPayment } from "#app/http/checkout.server.ts";
import { MessageForm, type MessageState, MessageThread } from "#app/routes/shared/booking/messages.tsx";
import { answerMessage } from "#app/routes/shared/booking/messages.server.ts";
import { Chain } from "#app/routes/shared/rescue/chain.tsx";
import { TimesPanel } from "#app/routes/shared/reschedule/panel.tsx";
import { timesView } from "#app/routes/shared/reschedule/times.server.ts";
import { SeriesPanel } from "#app/routes/shared/series/panel.tsx";
import { useRoot } from "#app/root.tsx";
import { useT } from "#app/texts/use.ts";
import { CircleX } from "#app/ui/icons.ts";
import { Badge, Columns, Container, Heading, Icon, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { nextOffers } from "./parts/next.server.ts";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking, readers } from "./parts/open.server.ts";
import { PageAside } from "./parts/page-aside.tsx";
import { rescueOffers, rescueShown } from "./parts/rescue.server.ts";
import { Story } from "./parts/page-story.tsx";
import { storyOf } from "./parts/story.server.ts";
import { headOf, viewOf, whoComes } from "./parts/view.server.ts";
import { VisitedVisit } from "./parts/visited.tsx";
import { visitedView } from "./parts/visited.server.ts";
import { VisitDay } from "./parts/visit-day.tsx";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

const lost = ["abandoned", "declined", "lapsed", "cancelled"];

/** The booking page, with or without an account; after Checkout it asks the provider for the truth before the webhook comes. */
export async function loader(args: LoaderFunctionArgs) {
  const opened = await openBooking(args, readers);
  const { ctx } = opened;
  let { page } = opened;
  const { id } = page.booking;
  if (page.part === "visited") return visitedView(ctx, page);
  const cameFromCheckout = new URL(args.request.url).searchParams.has("paid");
  if (cameFromCheckout && page.booking.state === "paying") {
    await refreshPayment(args, id).catch(() => null);
    ({ page } = await openBooking(args, readers));
  }
  const { state, cancelledBy } = page.booking;
  if (state === "draft") throw redirect(bookingPath(ctx, id, "form"));
  if (state === "paying" && !cameFromCheckout) throw redirect(bookingPath(ctx, id, "pay"));
  if (cameFromCheckout && state !== "paying") throw redirect(bookingPath(ctx, id));
  const needsNext = lost.includes(state) && !(state === "cancelled" && cancelledBy === "customer");
  const times = await timesView(ctx, page, whoComes(ctx, page), new URL(args.request.url).searchParams);
  const rescue = page.part === "watcher" ? null : await rescueShown(ctx, page);
  // Where the helper fell out, others come at the price agreed; where a visit was to make another good, that story goes on at its own place.
  const next = !needsNext || page.part === "watcher" || rescue?.backTo || rescue?.on ? null : rescue?.open && !rescue.open.kept ? await rescueOffers(ctx, page.booking, "helper_cancelled") : await nextOffers(ctx, page.booking);
  const [head, view] = [headOf(ctx, page), await viewOf(ctx, page)];
  const others = new URL(args.request.url).searchParams.get("others");
  return { ...head, kind: "whole" as const, view, told: storyOf(ctx, head, view, rescue, others), times, rescue, others, next };
}

/** A message to the other side. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const answer = await answerMessage(args, id);
  if (answer) return answer;
  throw redirect(`${bookingPath(ctx, id)}#messages`);
}

/** A refused answer changes what is shown as well: stored pictures, amounts, free times. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given);

export default function BookingPage() {
  const shown = useLoaderData<typeof loader>();
  return shown.kind === "visited" ? <VisitedVisit view={shown} /> : <WholePage head={shown} />;
}

function WholePage({ head }: { head: Extract<ReturnType<typeof useLoaderData<typeof loader>>, { kind: "whole" }> }) {
  const state = useActionData<MessageState>();
  const t = useT();
  const brand = useRoot()?.brand.name ?? "";
  const { view, told, times } = head;
  const here = `/${head.locale}/bookings/${head.booking.id}`;
  return (
    <Container>
      <Section space="tight">
        <BookingHead view={head} back={{ to: `/${head.locale}/bookings`, words: t("booking.list.title") }} badge={<Badge tone={told.badge.tone}>{told.badge.words}</Badge>} />
        <Columns of="side" className="mt-10">
          <Stack gap={8}>
            <VisitDay head={head} visit={view.visit} />
            {times.told ? <TimesPanel told={times.told} answerTo={`${here}/times`} proposeTo={`${here}/reschedule`} /> : null}
            {view.sharedBy ? <p className="q-muted">{t(view.reads ? "together.around.youSee" : "together.around.youAct", { name: view.sharedBy })}</p> : null}
            <Story head={head} view={view} told={told} next={head.next} rescue={head.rescue} />
            {head.rescue ? <Chain chain={head.rescue.chain} here={head.booking.id} /> : null}
            {view.series ? (
              <SeriesPanel series={view.series} to={(id) => `/${head.locale}/bookings/${id}`}>
                {view.mayCancelAll ? <p><Link to={`${here}/series/cancel`} className="inline-flex min-h-11 items-center gap-2"><Icon icon={CircleX} />{t("series.panel.cancelAll")}</Link></p> : null}
              </SeriesPanel>
            ) : null}
          </Stack>
          <PageAside head={head} view={view} money={told.money} mayPropose={times.may.customer === null} />
          {view.mayWrite || view.messages.length ? (
            <section id="messages" aria-labelledby="messages-title" className="grid max-w-[44rem] content-start gap-5">
              <Heading level={2} size={3} id="messages-title">{t("booking.messages.title")}</Heading>
              <MessageThread messages={view.messages} me="customer" names={{ customer: t("booking.messages.you"), helper: head.who, staff: brand }} now={head.now} you={view.sharedBy} />
              {view.mayWrite ? <MessageForm to={head.who} state={state} /> : null}
            </section>
          ) : null}
        </Columns>
      </Section>
    </Container>
  );
}
