import { isAtMost } from "#app/domain/booking/hourly.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { makeSeries } from "#app/domain/series/series.commands.server.ts";
import { rhythms } from "#app/domain/series/series.ts";
import { statusOf } from "#app/http/answer.server.ts";
import { formAgain, type FormState, sentForm, typedValues } from "#app/http/form.server.ts";
import { proveBooking } from "#app/http/proven.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Container, ErrorSummary, Heading, Lead, Notice, RadioCards, Section, SelectField, Stack, StickyAction, SubmitButton } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, openBooking } from "./parts/open.server.ts";
import { heldOnly, readChoice, seriesChoice, wishOf } from "./parts/series.server.ts";
import { DateChoice, refusedWords } from "./parts/series-dates.tsx";

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
  const form = await sentForm(args.request);
  const { starts, missing } = readChoice(form, wish);
  const values = typedValues(form);
  if (missing.length > 0) return formAgain({ values, errors: Object.fromEntries(missing.map((field) => [field, "errors.field.choice"])) }, 400);
  const made = await makeSeries(ctx, page.booking.id, { everyWeeks: wish.everyWeeks, starts });
  if (!made.ok) return formAgain({ values, errors: {}, refusal: made.refusal }, made.refusal === "too-few" ? 400 : statusOf(made.refusal));
  const headers = new Headers();
  proveBooking({ app: args.context.app, request: args.request }, headers, ...made.value.bookingIds);
  throw redirect(bookingPath(ctx, page.booking.id, "form"), { headers });
}

/** A refused answer changes what is shown as well: times that are gone. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "series");

export default function Series() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const t = useT();
  const price = useBookingPrice();
  const when = useWhen(view.now);
  const { wish, visits, most, booking } = view;
  const here = `/${view.locale}/bookings/${booking.id}`;
  const refusal = state?.refusal ?? view.refusal;
  const problems = [...(refusal ? [{ field: "", message: refusedWords(refusal, t) }] : []), ...Object.keys(state?.errors ?? {}).map((field) => ({ field, message: `${when.day(visits?.[Number(field.slice(6)) - 1]?.startsAt ?? booking.startsAt)}: ${t("errors.field.choice")}` }))];
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={{ to: `${here}/form`, words: t("series.choose.back") }} title={t("series.choose.title")} />
          <ErrorSummary title={t("errors.summary.title")} errors={problems} />
          <Lead>{t("series.choose.lead")}</Lead>
          <Form method="get" action={`${here}/series`} className="grid gap-6">
            <RadioCards name="every" layout="grid" label={t("series.choose.every")} defaultValue={String(wish?.everyWeeks ?? 2)} options={rhythms.map((weeks) => ({ value: String(weeks), label: t(`series.rhythm.${weeks}`) }))} required />
            <SelectField name="times" label={t("series.choose.times")} width="medium" defaultValue={String(wish?.times ?? Math.min(4, most))} options={Array.from({ length: most - 1 }, (_, i) => ({ value: String(i + 2), label: t("series.choose.count", { count: i + 2 }) }))} />
            <div><SubmitButton variant={visits ? "secondary" : "primary"}>{t("series.choose.show")}</SubmitButton></div>
          </Form>
          {wish && visits ? (
            <Form key={`${wish.everyWeeks}/${wish.times}`} method="post" action={`${here}/series?every=${wish.everyWeeks}&times=${wish.times}`} className="grid gap-6">
              <div className="grid gap-1">
                <Heading level={2} size={3}>{t("series.choose.dates")}</Heading>
                {visits.every(({ free }) => free) ? null : <Notice tone="warn">{t("series.choose.datesLead")}</Notice>}
              </div>
              <ol className="grid gap-5">
                {visits.map((visit) => <DateChoice key={visit.nth} visit={visit} now={view.now} typed={state?.values[`visit-${visit.nth}`]} error={state?.errors[`visit-${visit.nth}`] ? t("errors.field.choice") : undefined} />)}
              </ol>
              <StickyAction note={`${t("series.choose.price", { price: price(booking.priceMinor, isAtMost(booking)), sum: formatMoney(booking.priceMinor * visits.length) })} ${t("series.choose.until", { time: when.time(view.until) })}`}>
                <SubmitButton size="large" pendingLabel={t("common.sending")}>{t("series.choose.hold")}</SubmitButton>
              </StickyAction>
            </Form>
          ) : null}
        </Stack>
      </Section>
    </Container>
  );
}
