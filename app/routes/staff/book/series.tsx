import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import type { BookingPage } from "#app/domain/booking/booking.views.ts";
import type { Context } from "#app/domain/kernel/context.ts";
import { found } from "#app/http/answer.server.ts";
import { type FormState, sentForm } from "#app/http/form.server.ts";
import { datesOf, holdDates, wishOf } from "#app/routes/shared/series/choice.server.ts";
import { ChooseDates, DateProblems } from "#app/routes/shared/series/choose.tsx";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { formatDayTime } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Stack } from "#app/ui/index.ts";
import { CallSteps } from "./parts/call.tsx";
import { callerView, leadOf, stepOf } from "./parts/caller.server.ts";

/** Dates are chosen while the first visit is held; anything else is shown where it stands. */
function heldOnly(ctx: Context, page: BookingPage): void {
  if (stepOf(ctx, page.booking, null) !== "form" || leadOf(page) !== null) throw redirect(`/${ctx.locale}/staff/book/${leadOf(page) ?? page.booking.id}`);
}

/** How often, how many and when, for a caller: the same choice as the customer's. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  heldOnly(ctx, page);
  const { who, service } = callerView(ctx, page);
  return { ...titled(ctx, translator(ctx.locale)("series.choose.title")), id: page.booking.id, held: { who, service: service.name, startsAt: page.booking.startsAt }, dates: await datesOf(ctx, page, new URL(args.request.url).searchParams) };
}

/** Holds the dates, all or none, and goes on with the form. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  heldOnly(ctx, page);
  const { id } = page.booking;
  const wish = wishOf(page, new URL(args.request.url).searchParams);
  if (!wish) throw redirect(`/${ctx.locale}/staff/book/${id}/series`);
  const held = await holdDates(ctx, id, wish, await sentForm(args.request));
  if (held.again) return held.again;
  throw redirect(`/${ctx.locale}/staff/book/${id}`);
}

export const meta = deskMeta;

export default function Series() {
  const { title, id, held, dates } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const [t, locale] = [useT(), useLocale()];
  const price = useBookingPrice();
  const at = `/${locale}/staff/book/${id}`;
  return (
    <Desk title={title} width="text" lead={t("series.choose.lead")} back={{ to: at, label: t("series.choose.back") }}>
      <CallSteps current={3} />
      <p>{t("staffBookings.book.form.summary", { service: held.service, who: held.who, time: formatDayTime(held.startsAt, locale), price: price(dates.priceMinor, dates.atMost) })}</p>
      <Stack gap={8}>
        <DateProblems view={dates} state={state} otherwise={() => t("staffBookings.book.form.refused.other")} />
        <ChooseDates view={dates} state={state} action={`${at}/series`} />
      </Stack>
    </Desk>
  );
}
