import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sentForm, type FormState } from "#app/http/form.server.ts";
import { TimesPanel } from "#app/routes/shared/reschedule/panel.tsx";
import { timesRefusal } from "#app/routes/shared/reschedule/refusal.ts";
import { answerTimes, timesView } from "#app/routes/shared/reschedule/times.server.ts";
import { useT } from "#app/texts/use.ts";
import { Container, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf, whoComes } from "./parts/view.server.ts";

export { ErrorBoundary } from "./parts/not-here.tsx";

/** The proposed times by themselves: where an answer is sent, and shown again when it was not possible. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  return { ...headOf(ctx, page), times: await timesView(ctx, page, whoComes(ctx, page), new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const answer = await answerTimes(ctx, page.booking.id, await sentForm(args.request));
  if (!("done" in answer)) return answer;
  throw redirect(`${bookingPath(ctx, page.booking.id)}?done=${answer.done}`);
}

/** A refused answer changes what is shown as well: times that are gone. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "times");

export default function Times() {
  const { times, ...head } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const here = `/${head.locale}/bookings/${head.booking.id}`;
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={head} back={{ to: here, words: t("booking.backToBooking") }} title={t("reschedule.open.page")} />
          <TimesPanel told={times.told} answerTo={`${here}/times`} proposeTo={`${here}/reschedule`} refusal={state?.refusal && timesRefusal(state.refusal, t)} />
        </Stack>
      </Section>
    </Container>
  );
}
