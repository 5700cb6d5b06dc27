import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { cancelBooking, giveUp } from "#app/domain/booking/booking.commands.server.ts";
import { cancelSchema } from "#app/domain/booking/booking.schema.ts";
import { cancelForIllness } from "#app/domain/booking/illness.commands.server.ts";
import { bookingPage } from "#app/domain/booking/page.queries.server.ts";
import { mayBookForCallers } from "#app/domain/booking/staff.policy.ts";
import { found, statusOf } from "#app/http/answer.server.ts";
import { formAgain, readForm, sentForm, typedValues } from "#app/http/form.server.ts";
import { problemAt, problemsOf, typedAt } from "#app/routes/shared/problems.ts";
import { Desk, deskMeta, titled } from "#app/routes/staff/helpers/parts/desk.tsx";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { translator } from "#app/texts/registry.ts";
import { formatDayTime, formatMoney } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, EmptyState, ErrorSummary, Heading, RadioGroup, Row, Stack, SubmitButton } from "#app/ui/index.ts";
import { ForIllness } from "./parts/for-illness.tsx";

/** Reasons that a company cancels for. */
const reasons = ["ill", "cannot_come", "no_longer_needed", "other_time", "unsafe", "not_my_field", "other"] as const;
const refusals = ["wrong-state", "too-early", "too-late", "illness-used"] as const;

/** What a cancellation by the company brings about, before the click. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const { booking, service, helper, ladder, payment, terms, moves, illness } = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const t = translator(ctx.locale);
  const way = moves.cancel === null ? ("cancel" as const) : moves.giveUp === null ? ("giveUp" as const) : null;
  return {
    ...titled(ctx, t(way === "giveUp" ? "staffBookings.cancelling.giveUpTitle" : "staffBookings.cancelling.title", { reference: booking.reference })),
    id: booking.id,
    way,
    illness: way === "cancel" ? illness : null,
    provider: booking.provider,
    startsAt: booking.startsAt,
    service: service.content.name[ctx.locale],
    who: helper?.displayName ?? (ladder?.shared ? t("dispatch.who") : null) ?? t("booking.professional", { brand: ctx.settings.brand.name }),
    money: payment && { state: payment.state, minor: payment.state === "reserved" ? payment.amountMinor : terms.wholeMinor },
  };
}

/** Cancels with everything given back, for an ill caller on the customer's own account, or ends a visit that no report will come of. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, mayBookForCallers);
  const page = found(await bookingPage(ctx, args.params.bookingId ?? ""));
  const { id } = page.booking;
  const form = await sentForm(args.request);
  const again = (refusal: string) => formAgain({ values: typedValues(form), errors: {}, refusal }, statusOf(refusal));
  if (form.get("way") === "illness") {
    const freed = await cancelForIllness(ctx, id);
    if (!freed.ok) return again(freed.refusal);
    throw redirect(`/${ctx.locale}/staff/bookings/${id}?done=cancelled`);
  }
  const read = readForm(form, cancelSchema);
  const isGivenUp = form.get("way") === "giveUp";
  if (!isGivenUp && !read.ok) return formAgain(read.state);
  const done = isGivenUp || !read.ok ? await giveUp(ctx, id) : await cancelBooking(ctx, id, read.value.reason);
  if (!done.ok) return again(done.refusal);
  throw redirect(`/${ctx.locale}/staff/bookings/${id}?done=cancelled`);
}

export const meta = deskMeta;

export default function Cancel() {
  const { title, id, way, illness, provider, startsAt, service, who, money } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, locale] = [useT(), useLocale()];
  const back = `/${locale}/staff/bookings/${id}`;
  const lead = t("staffBookings.cancelling.lead", { service, who, time: formatDayTime(startsAt, locale) });
  const desk = { title, lead, width: "text" as const, back: { to: back, label: t("booking.backToBooking") } };
  if (!way) return <Desk {...desk}><EmptyState title={t("staffBookings.cancelling.not")} actions={<Link to={back}>{t("booking.backToBooking")}</Link>}>{t("staffBookings.cancelling.notWords")}</EmptyState></Desk>;
  const amount = formatMoney(money?.minor ?? 0);
  const hasMoney = money !== null && money.minor > 0;
  const refusal = state?.refusal ? t(`staffBookings.cancelling.refused.${refusals.find((one) => one === state.refusal) ?? "other"}`) : null;
  const effects = [
    t(!hasMoney ? "staffBookings.cancelling.nothing" : money.state === "reserved" ? "staffBookings.cancelling.release" : "staffBookings.cancelling.back", { amount }),
    t("staffBookings.cancelling.free"),
    t("staffBookings.cancelling.mail", { who }),
    t("staffBookings.cancelling.noCost", { who }),
  ];
  return (
    <Desk {...desk}>
      <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, refusal)} />
      {way === "giveUp" ? <p>{t("staffBookings.cancelling.giveUpWords")}</p> : null}
      {illness ? <ForIllness illness={illness} who={provider === "helper" ? who : null} amount={amount} /> : null}
      <section aria-labelledby="what">
        <Heading level={2} size={3} id="what">{t(illness ? "staffBookings.cancelling.illness.company" : "staffBookings.cancelling.what")}</Heading>
        <ul className="mt-2 grid list-disc gap-1 pl-5">{effects.map((words) => <li key={words}>{words}</li>)}</ul>
      </section>
      <Form method="post">
        <Stack gap={6}>
          <input type="hidden" name="way" value={way} />
          {way === "cancel" ? <RadioGroup name="reason" label={t("staffBookings.cancelling.reason")} error={problemAt(state, t, "reason")} defaultValue={typedAt(state, "reason") ?? ""} options={reasons.map((value) => ({ value, label: t(`booking.reason.${value}`) }))} /> : null}
          <Row gap={3}>
            <SubmitButton variant="danger" pendingLabel={t("common.sending")}>{t(way === "giveUp" ? "staffBookings.cancelling.giveUp" : hasMoney ? "staffBookings.cancelling.do" : "staffBookings.cancelling.doNothing", { amount })}</SubmitButton>
            <ButtonLink to={back} variant="secondary">{t("staffBookings.cancelling.keep")}</ButtonLink>
          </Row>
        </Stack>
      </Form>
    </Desk>
  );
}
