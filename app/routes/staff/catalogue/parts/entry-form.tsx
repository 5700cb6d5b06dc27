import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { pricings, riskClasses } from "#app/domain/catalogue/catalogue.ts";
import { locales } from "#app/domain/kernel/words.ts";
import type { TextKey } from "#app/texts/keys.ts";
import { useT } from "#app/texts/use.ts";
import { Button, catalogueIcons, ErrorSummary, Heading, Muted, Row, SelectField, Stack, SubmitButton, TextField } from "#app/ui/index.ts";
import type { Entry } from "./entry.server.ts";
import { LinesFields, type Typed, useField, WordsFields } from "./fields.tsx";
import { QuestionFields } from "./question-fields.tsx";

const parts = ["basics", "words", "scope", "intake", "checklist", "causes", "synonyms"] as const;

/** All fields of one service type; the first button previews, so that Enter never publishes. */
export function EntryForm({ entry, typed, isNew }: { entry: Entry; typed: Typed; isNew: boolean }) {
  const t = useT();
  const problems = Object.entries(typed.errors).map(([field, key]) => ({ field, message: `${nameOf(field)}: ${t(key as TextKey)}` }));
  return (
    <Form method="post" action="#preview" noValidate>
      <Stack gap={12}>
        <ErrorSummary title={t("errors.summary.title")} errors={problems} />
        <nav aria-label={t("staffHelpers.catalogue.parts.label")}><ul className="flex flex-wrap gap-x-5 gap-y-2">{parts.map((part) => <li key={part}><a href={`#part-${part}`}>{t(`staffHelpers.catalogue.parts.${part}`)}</a></li>)}</ul></nav>
        <Part part="basics"><Basics entry={entry} typed={typed} isNew={isNew} /></Part>
        <Part part="words">
          <WordsFields typed={typed} name="name" label={t("staffHelpers.catalogue.name")} maxLength={80} />
          <WordsFields typed={typed} name="short" label={t("staffHelpers.catalogue.short")} maxLength={300} isLong />
        </Part>
        <Part part="scope" hint={t("staffHelpers.catalogue.linesHint")}>
          <LinesFields typed={typed} name="scopeIn" label={t("staffHelpers.catalogue.scopeIn")} />
          <LinesFields typed={typed} name="scopeOut" label={t("staffHelpers.catalogue.scopeOut")} />
        </Part>
        <Part part="intake" hint={t("staffHelpers.catalogue.intakeHint")}><QuestionFields typed={typed} /></Part>
        <Part part="checklist" hint={t("staffHelpers.catalogue.checklistHint")}><LinesFields typed={typed} name="checklist" label={t("staffHelpers.catalogue.parts.checklist")} codes={t("staffHelpers.catalogue.codes")} /></Part>
        <Part part="causes" hint={t("staffHelpers.catalogue.causesHint")}><LinesFields typed={typed} name="rootCauses" label={t("staffHelpers.catalogue.parts.causes")} codes={t("staffHelpers.catalogue.codes")} /></Part>
        <Part part="synonyms" hint={t("staffHelpers.catalogue.synonymsHint")}><LinesFields typed={typed} name="synonyms" label={t("staffHelpers.catalogue.parts.synonyms")} /></Part>
        <Stack gap={3}>
          <Row gap={2}>{locales.map((locale) => <Button key={locale} name="preview" value={locale} variant="secondary" size="small">{t("staffHelpers.catalogue.previewIn", { language: t(`staffHelpers.catalogue.languages.${locale}`) })}</Button>)}</Row>
          <Muted>{t("staffHelpers.catalogue.publishWords", { version: entry.version + 1 })}</Muted>
          <Row>
            <SubmitButton name="intent" value="publish" pendingLabel={t("staffHelpers.catalogue.publishing")}>{t("staffHelpers.catalogue.publish")}</SubmitButton>
            <SubmitButton name="intent" value="hide" variant="quiet" pendingLabel={t("staffHelpers.catalogue.publishing")}>{t("staffHelpers.catalogue.publishHidden")}</SubmitButton>
          </Row>
        </Stack>
      </Stack>
    </Form>
  );

  /** "Name, Deutsch" for "name.de": which of many alike fields a problem is about. */
  function nameOf(field: string): string {
    const [first = "", ...rest] = field.split(".");
    const language = locales.find((locale) => rest.at(-1) === locale);
    const known = { name: "name", short: "short", scopeIn: "scopeIn", scopeOut: "scopeOut", checklist: "parts.checklist", rootCauses: "parts.causes", synonyms: "parts.synonyms", code: "code", category: "category", icon: "icon", riskClass: "risk", programme: "programme", durationMinutes: "helperMinutes", pricing: "pricing", price: "corridor", professional: "professional" } as const;
    const label = first === "intake" ? t("staffHelpers.catalogue.question", { number: Number(rest[0]) + 1 }) : first in known ? t(`staffHelpers.catalogue.${known[first as keyof typeof known]}`) : field;
    return language ? `${label}, ${t(`staffHelpers.catalogue.languages.${language}`)}` : label;
  }
}

function Part({ part, hint, children }: { part: (typeof parts)[number]; hint?: string; children: ReactNode }) {
  const t = useT();
  return (
    <section id={`part-${part}`} className="grid scroll-mt-4 gap-4 border-t border-line pt-6">
      <div className="grid gap-1"><Heading level={2} size={3}>{t(`staffHelpers.catalogue.parts.${part}`)}</Heading>{hint ? <Muted>{hint}</Muted> : null}</div>
      {children}
    </section>
  );
}

function Basics({ entry, typed, isNew }: { entry: Entry; typed: Typed; isNew: boolean }) {
  const t = useT();
  const field = useField(typed);
  const money = (name: string) => ({ ...field(name), prefix: "CHF", inputMode: "decimal" as const, maxLength: 12 });
  return (
    <Stack gap={4}>
      <div className="grid items-start gap-4 md:grid-cols-2 2xl:grid-cols-4">
        {isNew ? <TextField {...field("code")} label={t("staffHelpers.catalogue.code")} hint={t("staffHelpers.catalogue.codeHint")} maxLength={60} spellCheck={false} /> : null}
        <SelectField {...field("category")} label={t("staffHelpers.catalogue.category")} options={entry.categories} />
        <SelectField {...field("riskClass")} label={t("staffHelpers.catalogue.risk")} options={riskClasses.map((value) => ({ value, label: t(`staffHelpers.catalogue.risks.${value}`) }))} />
        <SelectField {...field("programme")} label={t("staffHelpers.catalogue.programme")} placeholder={t("staffHelpers.catalogue.noProgramme")} options={entry.programmes} />
        <SelectField {...field("icon")} label={t("staffHelpers.catalogue.icon")} options={Object.keys(catalogueIcons).map((value) => ({ value, label: value }))} />
        <SelectField {...field("pricing")} label={t("staffHelpers.catalogue.pricing")} hint={t("staffHelpers.catalogue.pricingHint")} options={pricings.map((value) => ({ value, label: t(`staffHelpers.catalogue.pricings.${value}`) }))} />
        <TextField {...field("durationMinutes")} label={t("staffHelpers.catalogue.helperMinutes")} inputMode="numeric" maxLength={4} />
      </div>
      <Muted>{t("staffHelpers.catalogue.priceHint")}</Muted>
      <div className="grid items-start gap-4 md:grid-cols-3">
        <TextField {...money("price.min")} label={t("staffHelpers.catalogue.priceMin")} />
        <TextField {...money("price.preset")} label={t("staffHelpers.catalogue.pricePreset")} />
        <TextField {...money("price.max")} label={t("staffHelpers.catalogue.priceMax")} />
        <TextField {...money("professional.price")} label={t("staffHelpers.catalogue.proPrice")} />
        <TextField {...field("professional.durationMinutes")} label={t("staffHelpers.catalogue.proMinutes")} inputMode="numeric" maxLength={4} />
      </div>
    </Stack>
  );
}
