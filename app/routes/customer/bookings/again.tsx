import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CalendarX } from "#app/ui/icons.ts";
import { holdSlot } from "#app/domain/booking/hold.commands.server.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { wishQuery } from "#app/routes/shared/series/choice.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useT } from "#app/texts/use.ts";
import { Container, Notice, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { BookingSteps } from "./parts/booking-steps.tsx";
import { refusalWords } from "./parts/form-words.ts";
import { NextHelpers } from "./parts/next-helpers.tsx";
import { nextOffers, readOffer, sameOffer } from "./parts/next.server.ts";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { rescueShown } from "./parts/rescue.server.ts";
import { OwnTimes } from "./parts/own-times.tsx";
import { headOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

const finished = ["finished", "reported", "signed_off", "closed"];
const replaceable = ["draft", "paying", "abandoned", "declined", "lapsed", "cancelled", ...finished];
/** The helper has said no: their other times are no answer. */
const refusedByHelper = ["declined", "lapsed"];

/** A visit that makes another good is chosen anew where that one's story is: only there the price stays the one agreed. */
async function leadToStory(ctx: Context, page: BookingPage): Promise<void> {
  const story = page.booking.followsBookingId ? (await rescueShown(ctx, page))?.backTo : null;
  if (story) throw redirect(story);
}

/** Another time, or somebody else, with everything already filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { booking } = page;
  if (!replaceable.includes(booking.state)) throw redirect(bookingPath(ctx, booking.id));
  await leadToStory(ctx, page);
  const own = refusedByHelper.includes(booking.state) || booking.cancelledBy === "helper" ? null : await sameOffer(ctx, booking);
  const isOver = booking.state === "abandoned" || ((booking.state === "draft" || booking.state === "paying") && (booking.holdUntil ?? 0) <= ctx.now);
  const back = isOver ? null : booking.state === "draft" ? "form" : booking.state === "paying" ? "pay" : "";
  return { ...headOf(ctx, page), own, back, isAgain: finished.includes(booking.state), next: await nextOffers(ctx, booking), isOver };
}

/** Holds the chosen slot in place of this booking and goes on with its form. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { booking } = page;
  const form = await sentForm(args.request);
  const offer = readOffer(form.get("offer"));
  const startsAt = Number(form.get("startsAt"));
  const capMinutes = Number(form.get("cap"));
  if (!offer || !Number.isSafeInteger(startsAt) || startsAt <= 0) return data({ refusal: "no-time", next: [] as number[] }, { status: 400 });
  if (!replaceable.includes(booking.state)) throw redirect(bookingPath(ctx, booking.id));
  await leadToStory(ctx, page);
  const { postcode, locality } = booking;
  const held = await holdSlot(ctx, { offer, startsAt, place: { postcode, locality }, replacesBookingId: booking.id, ...(capMinutes > 0 && { capMinutes }) });
  if (!held.ok) return data({ refusal: held.refusal, next: (held.detail?.next as number[] | undefined) ?? [] }, { status: statusOf(held.refusal) });
  const headers = new Headers();
  proveBooking({ app: args.context.app, request: args.request }, headers, held.value.bookingId);
  // Whoever wanted several visits chooses their dates anew from the new time.
  throw redirect(bookingPath(ctx, held.value.bookingId, page.series ? `series?${wishQuery(page.series.everyWeeks, page.series.visits.length)}` : "form"), { headers });
}

/** A refused answer changes what is shown as well: stored pictures, amounts, free times. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "again");

export default function Again() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const when = useWhen(view.now);
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={view.back === null ? null : { to: `/${view.locale}/bookings/${view.booking.id}/${view.back}`, words: t("common.back") }} steps={<BookingSteps at={0} />} title={t(view.isAgain ? "together.remember.again" : "booking.again.title")} />
          {answer ? (
            <Notice tone="bad" role="alert" icon={CalendarX} title={answer.refusal === "no-time" ? t("booking.again.chooseTime") : refusalWords(answer.refusal, t)}>
              {answer.next.length ? t("booking.again.nextTimes", { times: answer.next.map(when.at).join(" · ") }) : null}
            </Notice>
          ) : view.isOver ? (
            <Notice tone="warn" icon={CalendarX} title={t("booking.again.overTitle", { time: when.at(view.booking.startsAt) })}>{t("booking.again.overWords")}</Notice>
          ) : null}
          <p>{t("booking.again.kept")}</p>
          {view.own ? <OwnTimes own={view.own} who={view.who} now={view.now} /> : null}
          <NextHelpers next={view.next} now={view.now} action={`/${view.locale}/bookings/${view.booking.id}/again`} />
        </Stack>
      </Section>
    </Container>
  );
}
