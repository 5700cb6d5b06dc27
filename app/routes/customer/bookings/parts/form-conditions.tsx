import type { ReactNode } from "react";
import { useRoot } from "#app/root.tsx";
import { CancellationRule } from "#app/routes/shared/booking/cancellation.tsx";
import { BookingPrice } from "#app/routes/shared/booking/price.tsx";
import { SeriesPrice } from "#app/routes/shared/series/price.tsx";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Card, Disclosure, Heading, Stack, SubmitButton } from "#app/ui/index.ts";
import type { FormView } from "./form.server.ts";

/** With whom the contract is, what is debited when, what cancelling costs and what is insured: all before the click. */
export function ConditionsPart({ view }: { view: FormView }) {
  const t = useT();
  const brand = useRoot()?.brand.name ?? "";
  const toPayMinor = view.amountMinor;
  const amount = formatMoney(toPayMinor);
  return (
    <section aria-labelledby="conditions" className="grid gap-6">
      <Heading level={2} size={3} id="conditions">{t("booking.form.conditionsTitle")}</Heading>
      <div className="lg:hidden"><Price view={view} /></div>
      <Part title={t("payment.before.title")}>
        {view.series ? <p>{t("series.chosen.debit", { amount })}</p> : toPayMinor === 0 ? <p>{t("rescue.credit.all")}</p> : view.mode === "reserve" ? (
          <ul className="q-prose list-disc pl-[1.2em] grid gap-1">
            <li>{t("payment.before.card", { amount })}</li>
            <li>{t("payment.before.twint", { amount })}</li>
          </ul>
        ) : <p>{t("payment.before.debit", { amount, days: view.reserveDays })}</p>}
        {view.series ? <p className="q-muted mt-2">{t(view.booking.instant ? "series.chosen.instant" : "series.chosen.request", { who: view.who })}</p> : toPayMinor === 0 ? null : <p className="q-muted mt-2">{t(view.booking.instant ? "payment.before.instant" : "payment.before.back", { who: view.who })}</p>}
      </Part>
      <Part title={t("booking.cancellation.title")}>{view.series ? <p className="mb-2">{t("series.chosen.rule")}</p> : null}<CancellationRule rule={view.rule} now={view.now} /></Part>
      <Part title={t("booking.form.contractTitle")}>
        <p>{t(view.booking.contract === "helper" ? "booking.form.contractHelper" : "booking.form.contractCompany", { brand, who: view.who })}</p>
      </Part>
      <Part title={t("booking.form.coverTitle")}><p>{view.cover}</p></Part>
      <Disclosure summary={t("booking.form.scopeTitle", { service: view.service.name })}>
        <p className="font-semibold">{t("booking.form.scopeIn")}</p>
        <ul className="list-disc pl-[1.2em]">{view.scope.within.map((words) => <li key={words}>{words}</li>)}</ul>
        <p className="mt-3 font-semibold">{t("booking.form.scopeOut")}</p>
        <ul className="list-disc pl-[1.2em]">{view.scope.without.map((words) => <li key={words}>{words}</li>)}</ul>
      </Disclosure>
    </section>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <Heading level={3} size={4}>{title}</Heading>
    <div className="mt-1 max-w-[66ch]">{children}</div>
  </div>
);

const Price = ({ view }: { view: FormView }) =>
  view.series ? <SeriesPrice hourly={view.booking} series={view.series} now={view.now} contract={view.booking.contract} vatBp={view.vatBp} /> : (
    <BookingPrice hourly={view.booking} serviceName={view.service.name} minutes={view.service.minutes} priceMinor={view.booking.priceMinor} contract={view.booking.contract} vatBp={view.vatBp} payableMinor={view.booking.payableMinor} creditMinor={view.creditMinor} />
  );

/** The price beside the form on wide screens, and the way to another time. */
export function SummaryAside({ view }: { view: FormView }) {
  const t = useT();
  return (
    <Stack gap={4} className="lg:sticky lg:top-6">
      <Card as="aside" className="max-lg:hidden">
        <Heading level={2} size={3} className="mb-3">{t("booking.price.title")}</Heading>
        <Price view={view} />
      </Card>
      <SubmitButton form="booking" name="intent" value="other-time" variant="quiet" formNoValidate>{t("booking.form.otherTime")}</SubmitButton>
    </Stack>
  );
}
