import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { cancelBooking } from "#app/domain/booking/booking.commands.server.ts";
import { cancelSchema } from "#app/domain/booking/booking.schema.ts";
import { cancelForIllness } from "#app/domain/booking/illness.commands.server.ts";
import { rescheduleShown } from "#app/domain/reschedule/reschedule.queries.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { CancellationRule } from "#app/routes/shared/booking/cancellation.tsx";
import { formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, Card, Container, Disclosure, ErrorSummary, Heading, PriceLines, RadioGroup, Row, Section, Stack, SubmitButton } from "#app/ui/index.ts";
import { refusalWords } from "./parts/form-words.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { IllnessChoice, IllnessUsed } from "./parts/cancel-illness.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf, viewOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

/** Who is visited may cancel as well: at the same cost, which the customer bears. */
const cancelling = ["customer", "staff", "system", "visited"] as const;

/** The reasons that a customer may have, among all that are coded. */
const reasons = ["no_longer_needed", "solved_meanwhile", "other_time", "ill", "other"] as const;

/** What cancelling would cost now, to the Rappen, before anything happens: by the rule, and for illness. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args, cancelling);
  if (page.moves.cancel !== null) throw redirect(bookingPath(ctx, page.booking.id));
  return { ...headOf(ctx, page), view: await viewOf(ctx, page), visited: page.part === "visited" ? { bookedBy: page.booking.contact?.name ?? "" } : null, illness: page.part === "customer" ? page.illness : null, mayPropose: (await rescheduleShown(ctx, page.booking)).may.customer === null };
}

/** Cancels on the terms that were shown; when it has become dearer meanwhile, the new amount is shown first. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args, cancelling);
  const { id } = page.booking;
  const form = await sentForm(args.request);
  if (form.get("intent") === "illness") {
    const done = await cancelForIllness(ctx, id);
    if (!done.ok) return formAgain({ values: typedValues(form), errors: {}, refusal: done.refusal }, statusOf(done.refusal));
    throw redirect(bookingPath(ctx, id));
  }
  const read = readForm(form, cancelSchema);
  if (!read.ok) return formAgain(read.state);
  if (page.moves.cancel === null && Number(form.get("compensation")) < page.terms.compensationMinor) return formAgain({ values: read.values, errors: {}, refusal: "dearer" }, 409);
  const done = await cancelBooking(ctx, id, read.value.reason);
  if (!done.ok) return formAgain({ values: read.values, errors: {}, refusal: done.refusal }, statusOf(done.refusal));
  throw redirect(bookingPath(ctx, id));
}

/** A refused answer changes what is shown as well: stored pictures, amounts, free times. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "cancel");

export default function Cancel() {
  const { view, visited, illness, mayPropose, ...head } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const { compensationMinor, refundMinor, alreadyMinor, extrasMinor } = view.terms;
  const asCredit = Math.max(0, view.credit.takenMinor - compensationMinor);
  const here = `/${head.locale}/bookings/${head.booking.id}`;
  // Most visits have neither.
  const beside = [...(extrasMinor > 0 ? [{ label: t("booking.cancel.extras"), amount: formatMoney(extrasMinor) }] : []), ...(alreadyMinor > 0 ? [{ label: t("booking.cancel.already"), amount: formatMoney(-alreadyMinor) }] : [])];
  const error = state?.errors.reason ? t(state.errors.reason as TextKey) : undefined;
  const own: Partial<Record<string, TextKey>> = { dearer: "booking.cancel.dearer", "illness-used": "booking.cancel.illness.refused" };
  const ownWords = own[state?.refusal ?? ""];
  const refusal = state?.refusal ? (ownWords ? t(ownWords) : refusalWords(state.refusal, t)) : null;
  const offered = illness?.offered ? illness : null;
  // Who is ill takes the way above; once that is used up, illness is a reason like others.
  const shown = offered ? reasons.filter((reason) => reason !== "ill") : reasons;
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={head} back={{ to: here, words: t("booking.cancel.keep") }} title={t("booking.cancel.title")} />
          <ErrorSummary title={t("errors.summary.title")} errors={[...(refusal ? [{ field: "", message: refusal }] : []), ...(error ? [{ field: "reason", message: error }] : [])]} />
          {view.mayCancelAll ? <p><Link to={`${here}/series/cancel`} className="inline-flex min-h-11 items-center font-semibold">{t("series.panel.cancelAll")}</Link></p> : null}
          {mayPropose ? <p><Link to={`${here}/reschedule`} className="inline-flex min-h-11 items-center font-semibold">{t("reschedule.propose.instead")}</Link></p> : null}
          {offered ? <IllnessChoice illness={offered} head={head} beside={beside} wholeMinor={view.terms.wholeMinor} /> : illness ? <IllnessUsed illness={illness} /> : null}
          <Stack gap={4}>
            {offered ? <Heading level={2} size={3}>{t("booking.cancel.illness.otherwise")}</Heading> : null}
            {visited ? <Card>{t(compensationMinor > 0 ? "together.cost.costs" : "together.cost.free", { name: visited.bookedBy, amount: formatMoney(compensationMinor) })}</Card> : <Card>
              <PriceLines
                rows={[{ label: t("booking.cancel.price"), amount: formatMoney(head.booking.payableMinor ?? head.booking.priceMinor) }, ...beside, { label: t("booking.cancel.cost", { who: head.who }), detail: compensationMinor > 0 ? t("booking.cancellation.why") : undefined, amount: formatMoney(-compensationMinor) }]}
                total={{ label: t("booking.cancel.back"), amount: formatMoney(refundMinor) }}
                note={[t(compensationMinor === 0 ? "booking.cancel.free" : "booking.cancel.notFree"), asCredit > 0 ? t("rescue.credit.ofThat", { amount: formatMoney(asCredit) }) : ""].filter(Boolean).join(" ")}
              />
            </Card>}
          </Stack>
          <Form method="post" className="grid gap-6">
            <input type="hidden" name="compensation" value={compensationMinor} />
            <RadioGroup name="reason" label={t("booking.cancel.reason")} error={error} defaultValue={String(state?.values.reason ?? "")} options={shown.map((value) => ({ value, label: t(`booking.reason.${value}`) }))} />
            <Row>
              <SubmitButton name="intent" value="cancel" variant="danger" pendingLabel={t("common.sending")}>{compensationMinor > 0 ? t("booking.cancel.submitCost", { amount: formatMoney(compensationMinor) }) : t("booking.cancel.submit")}</SubmitButton>
              <ButtonLink to={here} variant="secondary">{t("booking.cancel.keep")}</ButtonLink>
            </Row>
          </Form>
          {visited ? null : <Disclosure summary={t("booking.cancellation.title")}><CancellationRule rule={view.rule} now={head.now} /></Disclosure>}
        </Stack>
      </Section>
    </Container>
  );
}
