import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { CircleCheck } from "#app/ui/icons.ts";
import { confirmVisit } from "#app/domain/visit/confirm.commands.server.ts";
import { notFound, statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { visitRefusal } from "#app/routes/shared/visit/refusal.ts";
import { useT } from "#app/texts/use.ts";
import { Container, Lead, Muted, Notice, Section, Stack, SubmitButton } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf } from "./parts/view.server.ts";

export { ErrorBoundary } from "./parts/not-here.tsx";

/** Does the visit stand? Mail scanners open links, so the answer is a press of a button here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  if (!page.visit.confirm.may) throw redirect(bookingPath(ctx, page.booking.id));
  return headOf(ctx, page);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const done = await confirmVisit(ctx, page.booking.id);
  if (done.ok) throw redirect(`${bookingPath(ctx, page.booking.id)}?done=confirmed`);
  if (done.refusal === "not-found") throw notFound();
  return formAgain({ values: {}, errors: {}, refusal: done.refusal }, statusOf(done.refusal));
}

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "confirm");

export default function Confirm() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const when = useWhen(view.now);
  return (
    <Container width="narrow">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={{ to: `/${view.locale}/bookings/${view.booking.id}`, words: t("booking.backToBooking") }} title={t("visit.confirm.title")} />
          {state?.refusal ? <Notice tone="bad" role="alert" title={visitRefusal(state.refusal, t)} /> : null}
          <Lead>{t("visit.confirm.forCustomer", { who: view.who, time: when.on(view.booking.startsAt) })}</Lead>
          <Form method="post"><SubmitButton size="large" wide icon={CircleCheck} pendingLabel={t("common.sending")}>{t("visit.confirm.do")}</SubmitButton></Form>
          <Muted>{t("visit.door.otherwise")}</Muted>
        </Stack>
      </Section>
    </Container>
  );
}
