import { Form } from "@remix-run/react";
import { rhythms } from "#app/domain/series/series.ts";
import type { FormState } from "#app/http/form.server.ts";
import { useWhen } from "#app/routes/shared/booking/when.ts";
import { useBookingPrice } from "#app/routes/shared/price.ts";
import { formatMoney, labelled } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ErrorSummary, Heading, Notice, RadioCards, SelectField, StickyAction, SubmitButton } from "#app/ui/index.ts";
import type { DatesView } from "./choice.server.ts";
import { DateChoice, seriesRefusal } from "./dates.tsx";

type Props = { view: DatesView; state: FormState | undefined; action: string };

/** What is to mend about the dates; `otherwise` has the words of refusals that are not about dates. */
export function DateProblems({ view, state, otherwise }: Omit<Props, "action"> & { otherwise: (refusal: string) => string }) {
  const [t, locale] = [useT(), useLocale()];
  const when = useWhen(view.now);
  const refusal = state?.refusal ?? view.refusal;
  const problems = [...(refusal ? [{ field: "", message: seriesRefusal(refusal, t) ?? otherwise(refusal) }] : []), ...Object.keys(state?.errors ?? {}).map((field) => ({ field, message: `${labelled(when.day(view.visits?.[Number(field.slice(6)) - 1]?.startsAt ?? view.startsAt), locale)} ${t("errors.field.choice")}` }))];
  return <ErrorSummary title={t("errors.summary.title")} errors={problems} />;
}

/** How often and how many, then each date with its state: two plain forms. */
export function ChooseDates({ view, state, action }: Props) {
  const t = useT();
  const when = useWhen(view.now);
  const { wish, visits, most, priceMinor, atMost } = view;
  const price = useBookingPrice();
  return (
    <>
      <Form method="get" action={`${action}#dates`} className="grid gap-6">
        <RadioCards name="every" layout="grid" label={t("series.choose.every")} defaultValue={String(wish?.everyWeeks ?? 2)} options={rhythms.map((weeks) => ({ value: String(weeks), label: t(`series.rhythm.${weeks}`) }))} required />
        <SelectField name="times" label={t("series.choose.times")} width="medium" defaultValue={String(wish?.times ?? Math.min(4, most))} options={Array.from({ length: most - 1 }, (_, i) => ({ value: String(i + 2), label: t("series.choose.count", { count: i + 2 }) }))} />
        <div><SubmitButton variant={visits ? "secondary" : "primary"}>{t("series.choose.show")}</SubmitButton></div>
      </Form>
      {wish && visits ? (
        <Form key={`${wish.everyWeeks}/${wish.times}`} method="post" action={`${action}?every=${wish.everyWeeks}&times=${wish.times}`} className="grid gap-6">
          <div className="grid gap-1">
            <Heading level={2} size={3} id="dates">{t("series.choose.dates")}</Heading>
            {visits.every(({ free }) => free) ? null : <Notice tone="warn">{t("series.choose.datesLead")}</Notice>}
          </div>
          <ol className="grid gap-5">
            {visits.map((visit) => <DateChoice key={visit.nth} visit={visit} now={view.now} typed={state?.values[`visit-${visit.nth}`]} error={state?.errors[`visit-${visit.nth}`] ? t("errors.field.choice") : undefined} />)}
          </ol>
          <StickyAction note={`${t("series.choose.price", { price: price(priceMinor, atMost), sum: formatMoney(priceMinor * visits.filter(({ nth, free, instead }) => nth === 1 || free || instead.length > 0).length) })} ${t("series.choose.until", { time: when.time(view.until) })}`}>
            <SubmitButton size="large" pendingLabel={t("common.sending")}>{t("series.choose.hold")}</SubmitButton>
          </StickyAction>
        </Form>
      ) : null}
    </>
  );
}
