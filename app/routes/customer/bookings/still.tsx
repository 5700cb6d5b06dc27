import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { answerStill } from "#app/domain/booking/after.commands.server.ts";
import { stillSchema } from "#app/domain/booking/booking.schema.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useT } from "#app/texts/use.ts";
import { Button, Container, Lead, Notice, Section, Stack } from "#app/ui/index.ts";
import { refusalWords } from "./parts/form-words.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

/** Day 7: does it still work? Mail scanners open links, so the answer is a press of a button here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  if (page.booking.stillAskedAt === null || page.outcome?.stillAt) throw redirect(bookingPath(ctx, page.booking.id));
  return headOf(ctx, page);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const read = readForm(await sentForm(args.request), stillSchema);
  if (!read.ok) return formAgain(read.state);
  const done = await answerStill(ctx, page.booking.id, read.value.still);
  if (!done.ok) return formAgain({ values: read.values, errors: {}, refusal: done.refusal }, statusOf(done.refusal));
  throw redirect(bookingPath(ctx, page.booking.id, read.value.still === "no" && page.part === "customer" ? "rescue" : ""));
}

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "still");

const voices = ["yes", "no", "unknown"] as const;

export default function Still() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const refusal = state?.refusal ? refusalWords(state.refusal, t) : state?.errors.still ? t("errors.field.choice") : null;
  return (
    <Container width="narrow">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={{ to: `/${view.locale}/bookings/${view.booking.id}`, words: t("booking.backToBooking") }} title={t("booking.still.title")} />
          {refusal ? <Notice tone="bad" role="alert" title={refusal} /> : null}
          <Lead>{t("booking.still.words", { who: view.who })}</Lead>
          <Form method="post" className="grid gap-3">
            {voices.map((voice) => <Button key={voice} name="still" value={voice} variant="secondary" size="large" wide>{t(`booking.still.${voice}`)}</Button>)}
          </Form>
        </Stack>
      </Section>
    </Container>
  );
}
