import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useT } from "#app/texts/use.ts";
import type { FormState } from "#app/http/form.server.ts";
import { Container, Lead, Notice, Section, Stack } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { ForwardWord } from "./parts/forward-word.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath } from "./parts/open.server.ts";
import { AddPerson, People } from "./parts/people-list.tsx";
import { changePeople, openPeople, peopleView } from "./parts/people.server.ts";
import { headOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

/** Who else may see this visit or act on it, and what to pass on to whoever is visited; only for who booked. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openPeople(args);
  const done = new URL(args.request.url).searchParams.get("done");
  return { ...headOf(ctx, page), ...(await peopleView(ctx, page)), done: (["added", "changed", "removed"] as const).find((one) => one === done) ?? null };
}

/** Lets somebody in, gives another right, or takes it away. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openPeople(args);
  const answer = await changePeople(ctx, page.booking.id, args.request);
  if (!("done" in answer)) return answer;
  throw redirect(`${bookingPath(ctx, page.booking.id, "people")}?done=${answer.done}`);
}

/** A refused answer changes what is shown as well. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "people");

export default function PeopleScreen() {
  const { watchers, series, mayAdd, forward, done, ...head } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={12}>
          <Stack gap={6}>
            <BookingHead view={head} back={{ to: `/${head.locale}/bookings/${head.booking.id}`, words: t("booking.backToBooking") }} title={t("together.people.title")} />
            <Lead>{t("together.people.lead")}</Lead>
            {done && !state ? <Notice tone="ok" role="status">{t(`together.people.done.${done}`)}</Notice> : null}
          </Stack>
          {watchers.length ? <People watchers={watchers} state={state} /> : null}
          {mayAdd ? <AddPerson state={state} isFirst={watchers.length === 0} series={series} /> : <p className="q-muted">{t("together.people.full")}</p>}
          {forward ? <ForwardWord forward={forward} sheet={`/${head.locale}/bookings/${head.booking.id}/sheet`} /> : null}
        </Stack>
      </Section>
    </Container>
  );
}
