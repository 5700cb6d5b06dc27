import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signOff } from "#app/domain/booking/after.commands.server.ts";
import { signOffSchema } from "#app/domain/booking/booking.schema.ts";
import { atomically } from "#app/domain/kernel/atomically.server.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { aspects } from "#app/domain/review/review.ts";
import { reviewVisit } from "#app/domain/review/review.commands.server.ts";
import { reviewSchema } from "#app/domain/review/review.schema.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { Container, Section, Stack } from "#app/ui/index.ts";
import { useT } from "#app/texts/use.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { SignOffForm } from "./parts/sign-off-form.tsx";
import { headOf, viewOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

const askable = ["reported", "signed_off", "closed"];

/** The questions after the visit; what was answered already is not asked again. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id, state } = page.booking;
  const answered = page.outcome?.answeredAt != null;
  if (!askable.includes(state) || (answered && (page.review || page.part === "staff"))) throw redirect(bookingPath(ctx, id));
  const view = await viewOf(ctx, page);
  return { ...headOf(ctx, page), answered, reviewed: page.review !== null || page.part === "staff", report: view.report, signsOffAt: view.signsOffAt };
}

/** Signs off with the two answers, once; stars come along where the customer gave them. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const form = await sentForm(args.request);
  const asks = page.outcome?.answeredAt == null;
  const answers = asks ? readForm(form, signOffSchema) : null;
  const rates = aspects.some((aspect) => form.get(aspect)) || [form.get("words"), form.get("privateWord")].some((words) => typeof words === "string" && words.trim() !== "");
  const mayRate = page.part === "customer" && (rates || !asks);
  const review = mayRate ? readForm(form, reviewSchema) : null;
  const errors = { ...(answers && !answers.ok ? answers.state.errors : {}), ...(review && !review.ok ? review.state.errors : {}) };
  const values = typedValues(form);
  if (Object.keys(errors).length) return formAgain({ values, errors });
  // Both or neither: a review that cannot be stored must not be lost after the sign-off has gone through.
  const done = await atomically(ctx, async (tx): Promise<Result<unknown>> => {
    const signed = answers?.ok ? await signOff(tx, id, answers.value) : ok(null);
    return signed.ok && review?.ok ? reviewVisit(tx, id, review.value) : signed;
  });
  if (!done.ok) return formAgain({ values, errors: {}, refusal: done.refusal }, statusOf(done.refusal));
  // Not solved: the way to have it put right is the next screen.
  throw redirect(bookingPath(ctx, id, answers?.ok && answers.value.solved === "no" && page.part === "customer" ? "rescue" : ""));
}

/** A refused answer changes what is shown as well: stored pictures, amounts, free times. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "sign-off");

export default function SignOff() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={{ to: `/${view.locale}/bookings/${view.booking.id}`, words: t("booking.backToBooking") }} title={t(view.answered ? "booking.signOff.reviewTitle" : "booking.signOff.title")} />
          <SignOffForm view={view} state={state} />
        </Stack>
      </Section>
    </Container>
  );
}
