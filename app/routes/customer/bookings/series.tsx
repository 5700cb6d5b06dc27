import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FormState, sentForm } from "#app/http/form.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { holdDates, wishOf } from "#app/routes/shared/series/choice.server.ts";
import { ChooseDates, DateProblems } from "#app/routes/shared/series/choose.tsx";
import { useT } from "#app/texts/use.ts";
import { Container, Lead, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { refusalWords } from "./parts/form-words.ts";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { heldOnly, seriesChoice } from "./parts/series.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

/** How often and how many, then each date with its state: all by plain forms. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  heldOnly(ctx, page);
  return seriesChoice(ctx, page, new URL(args.request.url).searchParams);
}

/** Holds the dates that were chosen, all or none, and goes on with the form. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  heldOnly(ctx, page);
  const wish = wishOf(page, new URL(args.request.url).searchParams);
  if (!wish) throw redirect(bookingPath(ctx, page.booking.id, "series"));
  const held = await holdDates(ctx, page.booking.id, wish, await sentForm(args.request));
  if (held.again) return held.again;
  const headers = new Headers();
  proveBooking({ app: args.context.app, request: args.request }, headers, ...held.bookingIds);
  throw redirect(bookingPath(ctx, page.booking.id, "form"), { headers });
}

/** A refused answer changes what is shown as well: times that are gone. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "series");

export default function Series() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const here = `/${view.locale}/bookings/${view.booking.id}`;
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={{ to: `${here}/form`, words: t("series.choose.back") }} title={t("series.choose.title")} />
          <DateProblems view={view.dates} state={state} otherwise={(refusal) => refusalWords(refusal, t)} />
          <Lead>{t("series.choose.lead")}</Lead>
          <ChooseDates view={view.dates} state={state} action={`${here}/series`} />
        </Stack>
      </Section>
    </Container>
  );
}
