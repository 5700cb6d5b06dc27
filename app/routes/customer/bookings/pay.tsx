import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { CreditCard } from "#app/ui/icons.ts";
import { abandonBooking } from "#app/domain/booking/hold.commands.server.ts";
import { closeCheckout, payNow } from "#app/http/checkout.server.ts";
import { sentForm } from "#app/http/form.server.ts";
import { BookingPrice } from "#app/routes/shared/booking/price.tsx";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { SeriesPrice } from "#app/routes/shared/series/price.tsx";
import { sumOf } from "#app/routes/shared/series/sum.ts";
import { useRoot } from "#app/root.tsx";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { ButtonLink, Card, Container, Countdown, Notice, Section, Stack, StickyAction, SubmitButton } from "#app/ui/index.ts";
import { BookingHead } from "./parts/booking-head.tsx";
import { BookingSteps } from "./parts/booking-steps.tsx";
import { bookingMeta } from "./parts/meta.ts";
import { bookingPath, leadPath, openBooking } from "./parts/open.server.ts";
import { refusalWords } from "./parts/form-words.ts";
import { reopen } from "./parts/reopen.server.ts";
import { headOf } from "./parts/view.server.ts";
import { minute } from "#app/domain/kernel/time.ts";

export { handle } from "./parts/handle.ts";
export { ErrorBoundary } from "./parts/not-here.tsx";

/** A booking that waits for its payment; whoever comes back from Checkout without having paid arrives here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id, state, holdUntil } = page.booking;
  const lead = state === "draft" || state === "paying" ? leadPath(ctx, page, "pay") : null;
  if (lead) throw redirect(lead);
  if (state === "draft") throw redirect(bookingPath(ctx, id, "form"));
  if (state === "abandoned" || (state === "paying" && (holdUntil ?? 0) <= ctx.now)) throw redirect(bookingPath(ctx, id, "again"));
  if (state !== "paying") throw redirect(bookingPath(ctx, id));
  return { ...headOf(ctx, page), until: holdUntil ?? ctx.now, declined: page.payment?.state === "failed", mode: page.payment?.mode ?? "reserve", series: page.series, creditMinor: page.credit.takenMinor, /** What was changed in the form meanwhile came too late. */ unchanged: new URL(args.request.url).searchParams.has("unchanged") };
}

/** Opens the hosted Checkout, makes a form of the booking again, or gives the slot back. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, page } = await openBooking(args);
  const { id } = page.booking;
  const form = await sentForm(args.request);
  if (form.get("intent") === "leave") {
    // Paid on another page meanwhile: nothing is given back unasked.
    if (page.booking.state === "paying" && (await closeCheckout(args, id)) === "paid") throw redirect(bookingPath(ctx, id));
    await abandonBooking(ctx, id);
    throw redirect(bookingPath(ctx, id, "again"));
  }
  if (form.get("intent") === "change" && page.booking.state === "paying") {
    const again = await reopen(args, ctx, page.booking);
    if (!again.ok && again.refusal === "held-too-long") return data({ unreachable: false, refusal: again.refusal }, { status: 409 });
    throw again.ok ? redirect(bookingPath(ctx, again.value.bookingId, again.value.screen), { headers: again.value.headers }) : redirect(bookingPath(ctx, id, "again"));
  }
  if (page.booking.state !== "paying") throw redirect(bookingPath(ctx, id));
  const checkout = await payNow(args, id).catch((problem: unknown) => {
    args.context.app.log.warn({ requestId: args.context.requestId, problem: String(problem) }, "checkout did not open");
    return undefined;
  });
  // The provider does not answer: the slot stays held, and the customer may try again.
  if (checkout === undefined) return data({ unreachable: true, refusal: null }, { status: 503 });
  throw checkout ? redirectDocument(checkout, 303) : redirect(bookingPath(ctx, id));
}

export const meta: MetaFunction<typeof loader> = (given) => bookingMeta(given, "pay");

export default function Pay() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const telephone = useRoot()?.brand.telephone ?? "";
  const t = useT();
  const when = useWhen(view.now);
  const { revalidate } = useRevalidator();
  const left = (ms: number): string => (ms > 0 ? t("booking.hold.left", { count: Math.ceil(ms / minute) }) : t("booking.hold.over"));
  const amount = formatMoney(view.series ? sumOf(view.series) : (view.booking.payableMinor ?? view.booking.priceMinor) - view.creditMinor);
  return (
    <Container width="text">
      <Section space="tight">
        <Stack gap={8}>
          <BookingHead view={view} back={null} steps={<BookingSteps at={2} />} />
          {answer?.unreachable ? <Notice tone="bad" role="alert" title={t("payment.unreachable.title")}>{t("payment.unreachable.words", { telephone })}</Notice> : null}
          {view.unchanged && !answer ? <Notice tone="bad" role="alert" title={t("payment.unchanged.title")}>{t("payment.unchanged.words")}</Notice> : null}
          {answer?.refusal ? <Notice tone="warn" role="alert" title={refusalWords(answer.refusal, t)} /> : null}
          <Notice tone={view.declined ? "bad" : "warn"} title={t(view.declined ? "payment.declined.title" : "payment.open.title")}>
            <p>{t(view.declined ? "payment.declined.words" : "payment.open.words")}</p>
            <p>{t("booking.hold.until", { time: when.time(view.until) })}. <Countdown until={view.until} now={view.now} words={left} onOver={revalidate} /></p>
          </Notice>
          <Card>{view.series ? <SeriesPrice hourly={view.booking} series={view.series} now={view.now} contract={view.booking.contract} vatBp={view.vatBp} note={t("payment.before.shortDebit")} /> : <BookingPrice hourly={view.booking} serviceName={view.service.name} minutes={view.service.minutes} priceMinor={view.booking.priceMinor} contract={view.booking.contract} vatBp={view.vatBp} payableMinor={view.booking.payableMinor} creditMinor={view.creditMinor} note={t(view.mode === "reserve" ? "payment.before.shortReserve" : "payment.before.shortDebit")} />}</Card>
          <Form method="post">
            <Stack gap={4}>
              <StickyAction><SubmitButton name="intent" value="pay" size="large" icon={CreditCard} pendingLabel={t("payment.opening")}>{t("payment.payNow", { amount })}</SubmitButton></StickyAction>
              <div className="flex flex-wrap gap-2">
                <SubmitButton name="intent" value="change" variant="quiet">{t("payment.change")}</SubmitButton>
                <ButtonLink to={`/${view.locale}/bookings/${view.booking.id}/again`} variant="quiet">{t("booking.form.otherTime")}</ButtonLink>
                <SubmitButton name="intent" value="leave" variant="quiet">{t("payment.leave")}</SubmitButton>
              </div>
            </Stack>
          </Form>
        </Stack>
      </Section>
    </Container>
  );
}
