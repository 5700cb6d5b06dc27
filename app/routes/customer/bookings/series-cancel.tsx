import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { cancelSchema } from "#app/domain/booking/booking.schema.ts";
import { cancelSeries, seriesEnd } from "#app/domain/series/together.commands.server.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, readForm, sentForm } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, Card, Container, ErrorSummary, Muted, PriceLines, RadioGroup, Row, Section, Stack, SubmitButton } from "#app/ui/index.ts";
import { refusalWords } from "./parts/form-words.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { headOf } from "./parts/view.server.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

const reasons = ["no_longer_needed", "solved_meanwhile", "other_time", "ill", "other"] as const;

/** What cancelling every coming visit would cost now, each by its own rule, to the Rappen, before anything happens. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const end = await seriesEnd(ctx, page.booking.id);
  if (!end) throw redirect(bookingPath(ctx, page.booking.id));
  return { ...headOf(ctx, page), end, illness: page.part === "customer" && (page.illness?.offered ?? false), mayOne: page.moves.cancel === null };
}

/** Cancels all on the terms that were shown; when it has become dearer meanwhile, the new sum is shown first. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const form = await sentForm(args.request);
  const read = readForm(form, cancelSchema);
  if (!read.ok) return formAgain(read.state);
  const done = await cancelSeries(ctx, page.booking.id, { reason: read.value.reason, shownMinor: Number(form.get("compensation")) });
  if (!done.ok) return formAgain({ values: read.values, errors: {}, refusal: done.refusal }, done.refusal === "dearer" ? 409 : statusOf(done.refusal));
  throw redirect(bookingPath(ctx, page.booking.id));
}

/** A refused answer changes what is shown as well: the sum. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "series/cancel");

export default function SeriesCancel() {
  const { end, illness, mayOne, ...head } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const when = useWhen(head.now);
  const { visits, compensationMinor, refundMinor } = end;
  const here = `/${head.locale}/bookings/${head.booking.id}`;
  const error = state?.errors.reason ? t(state.errors.reason as TextKey) : undefined;
  const refusal = state?.refusal ? (state.refusal === "dearer" ? t("series.cancel.dearer") : refusalWords(state.refusal, t)) : null;
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={head} back={{ to: here, words: t("series.cancel.keep") }} title={t("series.cancel.title")} />
          <ErrorSummary title={t("errors.summary.title")} errors={[...(refusal ? [{ field: "", message: refusal }] : []), ...(error ? [{ field: "reason", message: error }] : [])]} />
          <p>{t("series.cancel.lead", { count: visits.length })}</p>
          <Card>
            <PriceLines
              rows={[
                ...visits.map((one) => ({ label: when.at(one.startsAt), detail: t(one.compensationMinor > 0 ? "series.cancel.cost" : "series.cancel.free", { cost: formatMoney(one.compensationMinor), back: formatMoney(one.refundMinor) }), amount: formatMoney(one.priceMinor) })),
                { label: t("series.cancel.compensation", { who: head.who }), amount: formatMoney(-compensationMinor) },
              ]}
              total={{ label: t("series.cancel.back"), amount: formatMoney(refundMinor) }}
            />
          </Card>
          {illness ? <Muted>{t("series.cancel.illness")}</Muted> : null}
          <Form method="post" className="grid gap-6">
            <input type="hidden" name="compensation" value={compensationMinor} />
            <RadioGroup name="reason" label={t("series.cancel.reason")} error={error} defaultValue={String(state?.values.reason ?? "")} options={reasons.map((value) => ({ value, label: t(`booking.reason.${value}`) }))} />
            <Row>
              <SubmitButton variant="danger" pendingLabel={t("common.sending")}>{compensationMinor > 0 ? t("series.cancel.submitCost", { amount: formatMoney(compensationMinor) }) : t("series.cancel.submit")}</SubmitButton>
              <ButtonLink to={here} variant="secondary">{t("series.cancel.keep")}</ButtonLink>
            </Row>
          </Form>
          {mayOne ? <p><Link to={`${here}/cancel`} className="inline-flex min-h-11 items-center font-semibold">{t("series.cancel.one")}</Link></p> : null}
        </Stack>
      </Section>
    </Container>
  );
}
