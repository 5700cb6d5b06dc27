import { Check, X } from "#app/ui/icons.ts";
import type { IntakeQuestion, ServiceTypeContent } from "#app/domain/catalogue/catalogue.ts";
import { isHourly } from "#app/domain/booking/hourly.ts";
import type { Locale } from "#app/domain/kernel/words.ts";
import { useOfferPrice } from "#app/routes/shared/price.ts";
import { formatMoney } from "#app/texts/format.ts";
import { useT } from "#app/texts/use.ts";
import { Card, CatalogueIcon, Disclosure, Heading, Icon, Lead, Muted, RadioGroup, Stack, TextArea, TextField } from "#app/ui/index.ts";

/** A service type as the customer reads it, in one language; its fields send nothing. A draft says that it is one. */
export function Preview({ content, locale, isDraft }: { content: ServiceTypeContent; locale: Locale; isDraft: boolean }) {
  const t = useT();
  const price = useOfferPrice();
  const points = (rows: ServiceTypeContent["scopeIn"], icon: typeof Check) => <ul className="grid gap-2">{rows.map((words, at) => <li key={at} className="flex gap-2"><Icon icon={icon} size={20} /><span>{words[locale]}</span></li>)}</ul>;
  return (
    <Card as="section">
      <Stack gap={6}>
        {isDraft ? <Muted>{t("staffHelpers.catalogue.previewTitle")}. {t("staffHelpers.catalogue.previewNote")}</Muted> : null}
        <div lang={locale} className="grid max-w-3xl gap-6">
          <div className="flex gap-4">
            <CatalogueIcon name={content.icon} size={32} />
            <div className="grid gap-1">
              <Heading level={2}>{content.name[locale]}</Heading>
              <Lead>{content.short[locale]}</Lead>
              <p className="font-semibold">{content.price ? t("staffHelpers.catalogue.from", { amount: price(content.price.min, isHourly(content)) }) : t("staffHelpers.catalogue.onlyProfessional", { amount: formatMoney(content.professional.price) })}, {t("staffHelpers.catalogue.minutesWords", { minutes: content.durationMinutes })}</p>
            </div>
          </div>
          <div className="grid gap-6 md:grid-cols-2">
            <div className="grid content-start gap-2"><Heading level={3} size={4}>{t("staffHelpers.catalogue.scopeIn")}</Heading>{points(content.scopeIn, Check)}</div>
            <div className="grid content-start gap-2"><Heading level={3} size={4}>{t("staffHelpers.catalogue.scopeOut")}</Heading>{points(content.scopeOut, X)}</div>
          </div>
          {content.intake.map((question) => <Question key={question.code} question={question} locale={locale} />)}
        </div>
        <Disclosure summary={t("staffHelpers.catalogue.helperSees")}>
          <ul lang={locale} className="list-disc pl-5">{content.checklist.map(({ code, words, required, measuredIn }) => <li key={code}>{words[locale]}{measuredIn ? ` (${measuredIn})` : ""}{required ? <span className="text-sm text-muted"> {t("staffHelpers.catalogue.must")}</span> : null}</li>)}</ul>
        </Disclosure>
      </Stack>
    </Card>
  );
}

function Question({ question, locale }: { question: IntakeQuestion; locale: Locale }) {
  const t = useT();
  const field = { name: `preview-${question.code}`, label: question.question[locale], ...(question.hint && { hint: question.hint[locale] }), ...(!question.required && { optional: t("staffHelpers.catalogue.optional") }) };
  switch (question.kind) {
    case "choice":
      return <RadioGroup {...field} options={(question.choices ?? []).map(({ code, words }) => ({ value: code, label: words[locale] }))} />;
    case "yesno":
      return <RadioGroup {...field} inline options={[{ value: "yes", label: t("staffHelpers.catalogue.yes") }, { value: "no", label: t("staffHelpers.catalogue.no") }]} />;
    case "number":
      return <TextField {...field} inputMode="decimal" width="short" />;
    default:
      return <TextArea {...field} rows={2} />;
  }
}
