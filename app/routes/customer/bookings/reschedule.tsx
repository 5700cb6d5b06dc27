import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { ProposeForm } from "#app/routes/shared/reschedule/propose-form.tsx";
import { proposeView, sendTimes } from "#app/routes/shared/reschedule/propose.server.ts";
import { useT } from "#app/texts/use.ts";
import { Container, Lead, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf } from "./parts/view.server.ts";

export { ErrorBoundary } from "./parts/not-here.tsx";

/** Up to three other times that the customer could make. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const view = await proposeView(ctx, page, "customer", new URL(args.request.url).searchParams);
  if (view.blocked) throw redirect(bookingPath(ctx, page.booking.id));
  return { ...headOf(ctx, page), view };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const again = await sendTimes(ctx, page.booking.id, args.request);
  if (again) return again;
  throw redirect(`${bookingPath(ctx, page.booking.id)}?done=proposed`);
}

/** A refused answer changes what is shown as well: free times. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "reschedule");

export default function Reschedule() {
  const { view, ...head } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={head} back={{ to: `/${head.locale}/bookings/${head.booking.id}`, words: t("booking.backToBooking") }} title={t("reschedule.propose.title")} />
          <Lead>{t("reschedule.propose.lead", { who: head.who })}</Lead>
          <ProposeForm key={view.page} view={view} who={head.who} state={state} />
        </Stack>
      </Section>
    </Container>
  );
}
