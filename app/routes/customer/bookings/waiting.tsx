import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sentForm } from "#app/http/form.server.ts";
import { useFresh } from "#app/routes/shared/visit/fresh.ts";
import { answerAtTheDoor, waitingView } from "#app/routes/shared/visit/waiting.server.ts";
import { WaitingPanel } from "#app/routes/shared/visit/waiting.tsx";
import { useT } from "#app/texts/use.ts";
import { Container, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf, whoComes } from "./parts/view.server.ts";

export { ErrorBoundary } from "./parts/not-here.tsx";

/** Nobody comes, or the helper stands at the door and waits. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const who = whoComes(ctx, page);
  const { name, telephone } = ctx.settings.brand;
  // Two calls end the waiting: whoever comes without a number of their own is reached through the company.
  const reached = page.helperTelephone ? { name: who, telephone: page.helperTelephone } : { name: page.booking.provider === "professional" ? who : name, telephone };
  return { head: headOf(ctx, page), waiting: waitingView(ctx, page, who, [reached]) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const answer = await answerAtTheDoor(ctx, id, await sentForm(args.request));
  if (!("done" in answer)) return answer;
  throw redirect(answer.done === "here" ? `${bookingPath(ctx, id)}?done=over` : answer.done === "end" ? bookingPath(ctx, id) : bookingPath(ctx, id, "waiting"));
}

export const meta: MetaFunction<typeof loader> = ({ data, params }) => bookingMeta({ data: data?.head, params }, "waiting");

export default function Waiting() {
  const { head, waiting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refusal?: string } | undefined;
  const t = useT();
  useFresh(waiting.absence?.state === "waiting");
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={head} back={{ to: `/${head.locale}/bookings/${head.booking.id}`, words: t("booking.backToBooking") }} title={t("visit.waiting.title")} />
          <WaitingPanel view={waiting} refusal={answer?.refusal} />
        </Stack>
      </Section>
    </Container>
  );
}
