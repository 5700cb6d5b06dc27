import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { serviceTypeByCode } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { useRoot } from "#app/root.tsx";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatMoney, formatPercent } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { BackLink, CatalogueIcon, Container, DefinitionList, Disclosure, Heading, Lead, Notice } from "#app/ui/index.ts";
import { SlotForm } from "./parts/helper-slot-form.tsx";
import { holdChosen, professionalSlots } from "./parts/helper-slots.server.ts";
import { formatSlot } from "./parts/search-words.ts";

/** The company's own service: what it is, the price with way, the wait, the free times. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const page = found(await professionalSlots(ctx, args.params.serviceCode ?? "", { params: new URL(args.request.url).searchParams }));
  const { holdMinutes, redoDays } = ctx.settings.policy;
  return { locale: ctx.locale, holdMinutes, redoDays, title: translator(ctx.locale)("helperPage.professional.metaTitle", { service: page.service.name }), ...page };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextFor(args);
  const type = found(await serviceTypeByCode(ctx, args.params.serviceCode ?? ""));
  return holdChosen(args, ctx, () => ({ professional: type.id }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: `/professional/${data.service.code}`, title: data.title, description: data.service.short }) : []);

export default function Professional() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  const { service, offer, place, holdMinutes, redoDays } = page;
  const { solved } = offer;
  const facts = [
    { term: t("search.compare.price"), value: <span className="text-lg font-semibold tabular-nums">{formatMoney(offer.priceMinor)}</span> },
    { term: t("search.compare.first"), value: offer.nextFreeAt === null ? t("search.compare.noSlot") : formatSlot(offer.nextFreeAt, locale) },
    { term: t("helperPage.professional.duration"), value: t("helperPage.services.minutes", { minutes: offer.durationMinutes }) },
    { term: t("search.compare.solved"), value: solved ? t("search.compare.rate", { count: solved.n, share: formatPercent(solved.share, locale), low: formatPercent(solved.low, locale), high: formatPercent(solved.high, locale) }) : t("search.compare.unknown") },
    { term: t("search.compare.guarantee"), value: t("search.compare.redoCompany", { days: redoDays }) },
    { term: t("search.compare.liable"), value: t("search.compare.liableCompany", { brand }) },
  ];
  return (
    <Container width="text" className="py-6 lg:py-12">
      <BackLink to={place && !service.onlyProfessional ? `/${locale}/search?service=${service.code}&place=${place.id}` : `/${locale}`}>{t(place && !service.onlyProfessional ? "search.view.toList" : "helperPage.backHome")}</BackLink>
      <p className="mt-4 flex items-center gap-2 font-medium text-accent"><CatalogueIcon name={service.icon} />{t("search.professional.of", { brand })}</p>
      <Heading level={1} className="mt-2">{service.name}</Heading>
      <Lead className="mt-3">{service.short}</Lead>
      {service.onlyProfessional ? <Notice className="mt-6">{t("helperPage.professional.only")}</Notice> : null}
      <div className="mt-6"><DefinitionList items={facts} /></div>
      <Disclosure className="mt-2" summary={t("helperPage.services.scope", { name: service.name })}><ul className="list-disc pl-5">{service.scopeIn.map((words) => <li key={words}>{words}</li>)}</ul></Disclosure>
      <Heading level={2} className="mt-10 mb-5">{t("helperPage.slots.title")}</Heading>
      <SlotForm {...page} priceMinor={offer.priceMinor} minutes={holdMinutes} state={state} />
    </Container>
  );
}
