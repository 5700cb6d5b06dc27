import { Form, Link } from "@remix-run/react";
import { MapPin } from "#app/ui/icons.ts";
import { locales } from "#app/domain/kernel/words.ts";
import { formatDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, ErrorSummary, Heading, Lead, Muted, Notice, RadioGroup, SearchField, Stack } from "#app/ui/index.ts";
import type { CallAnswer } from "./ask.server.ts";
import { callQuery } from "./call.tsx";

type What = Extract<CallAnswer, { step: "what" }>;

/** What is needed and where, in the caller's words; whatever is unclear is asked below. */
export function WhatPart({ answer: { form, services, places, errors } }: { answer: What }) {
  const [t, locale] = [useT(), useLocale()];
  const error = { what: errors.what && t(errors.what), where: errors.where && t(errors.where) };
  const problems = (["what", "where"] as const).flatMap((field) => (error[field] ? [{ field, message: error[field] }] : []));
  const count = (n: number) => t("staffBookings.book.what.suggestions", { count: n });
  return (
    <div className="grid max-w-[46rem] gap-8">
      <Form method="get" className="grid gap-6">
        <ErrorSummary title={t("errors.summary.title")} errors={problems} />
        <Lead>{t("staffBookings.book.what.lead")}</Lead>
        <SearchField key={`what${form.what}`} name="what" label={t("staffBookings.book.what.what")} hint={t("staffBookings.book.what.whatHint")} error={error.what ?? null} defaultValue={form.what} defaultChosen={form.service} valueName="service" suggestionsUrl={`/services.json?locale=${locale}`} countText={count} />
        <SearchField key={`where${form.where}`} name="where" label={t("staffBookings.book.what.where")} hint={t("staffBookings.book.what.whereHint")} error={error.where ?? null} icon={MapPin} defaultValue={form.where} defaultChosen={form.place} valueName="place" suggestionsUrl={`/places.json?locale=${locale}`} countText={count} />
        <RadioGroup name="speaks" inline label={t("staffBookings.book.what.speaks")} hint={t("staffBookings.book.what.speaksHint")} defaultValue={form.speaks} options={locales.map((value) => ({ value, label: t(`staffSettings.language.${value}`) }))} />
        {form.replaces ? <input type="hidden" name="replaces" value={form.replaces} /> : null}
        <div><Button>{t("staffBookings.book.what.submit")}</Button></div>
      </Form>
      {services ? (
        <Choices title={t(services.isUnknown && form.what ? "staffBookings.book.what.noService" : "staffBookings.book.what.whichService")} items={services.options.map(({ code, name, short, isProfessional }) => ({ key: code, to: callQuery(form, { service: code, what: null }), label: name, detail: isProfessional ? t("staffBookings.book.what.professionalOnly") : short }))} />
      ) : null}
      {places?.options.length ? <Choices title={t("staffBookings.book.what.whichPlace")} items={places.options.map(({ id, label, detail }) => ({ key: id, to: callQuery(form, { place: id, where: null }), label, detail }))} /> : null}
    </div>
  );
}

const Choices = ({ title, items }: { title: string; items: { key: string; to: string; label: string; detail: string }[] }) => (
  <section>
    <Heading level={2} size={3}>{title}</Heading>
    <ul className="mt-3 grid gap-x-8 sm:grid-cols-2">
      {items.map(({ key, to, label, detail }) => <li key={key} data-row={key} className="border-b border-line py-2"><Link to={to} className="font-semibold">{label}</Link><Muted>{detail}</Muted></li>)}
    </ul>
  </section>
);

/** The place is not served yet: when it will be, and what one can offer. */
export function OutsidePart({ answer: { place, postcode, opensAt } }: { answer: Extract<CallAnswer, { step: "outside" }> }) {
  const [t, locale] = [useT(), useLocale()];
  return (
    <Stack gap={4} className="max-w-[46rem]">
      <Notice tone="warn" title={t("staffBookings.book.what.outside", { place })} actions={<a href={`/${locale}/area-wish?postcode=${postcode}`}>{t("staffBookings.book.what.outsideAction")}</a>}>
        {opensAt === null ? null : <p>{t("staffBookings.book.what.outsideUntil", { date: formatDay(opensAt, locale) })}</p>}
        <p>{t("staffBookings.book.what.outsideWords")}</p>
      </Notice>
    </Stack>
  );
}
