import { Form, Link } from "@remix-run/react";
import { ChevronRight, MapPin } from "#app/ui/icons.ts";
import type { SearchAsk } from "#app/domain/search/search.params.ts";
import { searchQuery } from "#app/domain/search/search.params.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, Button, CatalogueIcon, Container, Heading, Icon, Lead, SearchField } from "#app/ui/index.ts";
import type { SearchAnswer } from "./search-answer.server.ts";

type Asking<K extends SearchAnswer["kind"]> = { answer: Extract<SearchAnswer, { kind: K }>; ask: SearchAsk };

/** Which service is meant: one decision, one tap. */
export function ChooseService({ answer, ask }: Asking<"service">) {
  const t = useT();
  const locale = useLocale();
  return (
    <Container width="text" className="py-8 lg:py-16">
      <Heading level={1}>{t(`search.chooseService.${answer.reason}.title`)}</Heading>
      <Lead className="mt-3">{t(`search.chooseService.${answer.reason}.words`, { what: ask.what })}</Lead>
      <ul className="mt-8 grid gap-3">
        {answer.options.map(({ code, name, short, icon, isProfessional }) => (
          <li key={code}>
            <Link to={`/${locale}/search${searchQuery({ ...ask, ...place(answer), service: code, page: 1 })}`} className="grid grid-cols-[28px_minmax(0,1fr)_20px] items-center gap-4 rounded-md border border-line bg-surface p-4 text-ink no-underline hover:border-accent hover:text-ink">
              <CatalogueIcon name={icon} size={28} className="text-accent" />
              <span className="grid gap-0.5"><span className="flex flex-wrap items-center gap-2 font-semibold">{name}{isProfessional ? <Badge>{t("search.professional.name")}</Badge> : null}</span><span className="text-sm text-muted">{short}</span></span>
              <Icon icon={ChevronRight} className="text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Container>
  );
}

const place = ({ form }: { form: { where: string; place: string } }) => ({ place: form.place, where: form.where });

/** Where it is: a choice between towns of one name, or the field again. */
export function ChoosePlace({ answer, ask }: Asking<"place">) {
  const t = useT();
  const locale = useLocale();
  const { form, options, reason } = answer;
  const kept = { ...ask, service: form.service, page: 1 };
  return (
    <Container width="narrow" className="py-8 lg:py-16">
      <p className="text-sm font-medium text-accent">{form.what}</p>
      <Heading level={1} className="mt-2">{t(`search.choosePlace.${reason}.title`)}</Heading>
      <Lead className="mt-3">{t(`search.choosePlace.${reason}.words`, { where: ask.where })}</Lead>
      {options.length > 0 ? (
        <ul className="mt-8 grid gap-3">
          {options.map(({ id, label, detail }) => (
            <li key={id}>
              <Link to={`/${locale}/search${searchQuery({ ...kept, place: id })}`} className="grid min-h-14 grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-4 rounded-md border border-line bg-surface px-4 py-3 text-ink no-underline hover:border-accent hover:text-ink">
                <Icon icon={MapPin} className="text-accent" /><span className="font-semibold">{label}</span><span className="text-sm text-muted">{detail}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="get" action={`/${locale}/search`} className="mt-8 grid gap-4">
        <input type="hidden" name="service" value={form.service} />
        <SearchField name="where" label={options.length ? t("search.choosePlace.other") : t("search.form.where")} hint={t("search.choosePlace.hint")} placeholder={t("search.form.whereExample")} icon={MapPin} defaultValue={options.length ? "" : ask.where} autoComplete="postal-code" valueName="place" suggestionsUrl={`/places.json?locale=${locale}`} />
        <p><Button>{t("search.form.submit")}</Button></p>
      </Form>
    </Container>
  );
}
