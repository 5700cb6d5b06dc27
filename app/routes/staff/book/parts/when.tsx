import { caps } from "#app/domain/booking/hourly.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { Form, Link } from "@remix-run/react";
import type { FormState } from "#app/http/form.server.ts";
import { problemsOf } from "#app/routes/shared/problems.ts";
import { formatDay, formatHours, formatShortDay, formatTime } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { EmptyState, ErrorSummary, Muted, Pagination, SubmitButton } from "#app/ui/index.ts";
import type { WhenAnswer } from "./ask.server.ts";
import { callQuery } from "./call.tsx";

const refusals = ["slot-taken", "held-too-long", "too-far", "outside-area", "not-bookable"] as const;

/** Free times by day, a few days at a time. */
export function WhenPart({ answer, state }: { answer: WhenAnswer; state?: FormState }) {
  const [t, locale] = [useT(), useLocale()];
  const { form, service, who, priceMinor, days, page, pages, listing, cap, holdMinutes } = answer;
  const price = useBookingPrice();
  const offer: Record<string, string | number> = listing ? { listing, ...(cap !== null && { cap }) } : { professional: 1 };
  const refusal = state?.refusal ? t(`staffBookings.book.when.refused.${refusals.find((one) => one === state.refusal) ?? "other"}`) : null;
  const next = Array.isArray(state?.detail?.next) ? (state.detail.next as number[]) : [];
  if (days.length === 0) return <EmptyState title={t("staffBookings.book.when.none")} actions={<Link to={callQuery(form)}>{t("staffBookings.book.when.change")}</Link>}>{t("staffBookings.book.when.noneWords")}</EmptyState>;
  return (
    <Form method="post" noValidate className="grid gap-6">
      <p className="text-lg">{t("staffBookings.book.when.lead", { service: service.name, who, price: price(priceMinor, cap !== null) })}</p>
      {cap === null ? null : <p className="flex flex-wrap gap-x-4">{t("staffBookings.book.when.cap")} {caps.map((minutes) => (minutes === cap ? <b key={minutes}>{formatHours(minutes)}</b> : <Link key={minutes} to={callQuery(form, { ...offer, cap: minutes })}>{formatHours(minutes)}</Link>))}</p>}
      <ErrorSummary title={t("errors.summary.title")} errors={problemsOf(state, t, refusal)} />
      {next.length ? <Day title={t("staffBookings.book.when.next")} slots={next} label={(at) => `${formatShortDay(at, locale)} ${formatTime(at, locale)}`} prefix="next-" /> : null}
      <fieldset className="grid gap-6">
        <legend className="q-heading q-heading-3 mb-3">{t("staffBookings.book.when.legend")}</legend>
        {days.map(({ day, slots }, index) => <Day key={day} title={formatDay(slots[0] ?? 0, locale)} slots={slots} label={(at) => formatTime(at, locale)} prefix={index === 0 ? "" : `${day}-`} />)}
      </fieldset>
      {pages > 1 ? <Pagination label={t("staffBookings.book.when.days")} previous={page > 1 ? callQuery(form, { ...offer, days: page - 1 }) : null} next={page < pages ? callQuery(form, { ...offer, days: page + 1 }) : null} previousLabel={t("staffBookings.book.when.earlier")} nextLabel={t("staffBookings.book.when.later")} summary={t("staffBookings.book.when.page", { page, pages })} /> : null}
      <div className="grid gap-2">
        <div><SubmitButton pendingLabel={t("common.sending")}>{t("staffBookings.book.when.hold")}</SubmitButton></div>
        <Muted>{t("staffBookings.book.when.holdNote", { minutes: holdMinutes })}</Muted>
      </div>
    </Form>
  );
}

/** The first choice carries the field's id, so that the summary of errors leads to it. */
function Day({ title, slots, label, prefix }: { title: string; slots: number[]; label: (at: number) => string; prefix: string }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{title}</legend>
      <div className="q-cards q-cards-small">
        {slots.map((at, index) => (
          <label key={at} className="q-card-choice">
            <input type="radio" id={prefix === "" && index === 0 ? "slot" : `slot-${prefix}${at}`} name="slot" value={at} required />
            <span className="q-card-choice-label tabular-nums">{label(at)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
