import { Link } from "@remix-run/react";
import { ArrowRight, ChevronRight, Phone } from "#app/ui/icons.ts";
import { useRoot } from "#app/root.tsx";
import { useOfferPrice } from "#app/routes/shared/price.ts";
import { formatShortDay } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Badge, ButtonLink, CatalogueIcon, Container, Heading, Icon, Lead, Muted, Section } from "#app/ui/index.ts";
import type { CategoryShown } from "./home-data.server.ts";
import { CategoryPicture } from "./home-illustration.tsx";

/** Every service one tap away, by category. */
export function Categories({ categories }: { categories: CategoryShown[] }) {
  const t = useT();
  const locale = useLocale();
  const price = useOfferPrice();
  return (
    <Section labelledBy="categories">
      <Container>
        <Heading level={2} id="categories">{t("home.categories.title")}</Heading>
        <div className="mt-8 grid gap-6 lg:grid-cols-2 lg:gap-8">
          {categories.map(({ code, name, short, services }) => (
            <section key={code} aria-labelledby={`category-${code}`} className="overflow-hidden rounded-lg border border-line bg-surface">
              <div className="flex items-end justify-between gap-4 border-b border-line bg-sunken pt-6 pl-5 sm:pl-6">
                <div className="pb-6">
                  <Heading level={3} size={2} id={`category-${code}`}>{name}</Heading>
                  <p className="mt-2 max-w-[22rem] text-muted">{short}</p>
                </div>
                <CategoryPicture code={code} className="h-28 w-auto flex-none sm:h-36" />
              </div>
              <ul>
                {services.map((service) => (
                  <li key={service.code} className="border-b border-line last:border-0">
                    <Link to={`/${locale}/search?service=${service.code}`} className="group flex min-h-[3.75rem] items-center gap-4 px-5 py-2.5 text-ink no-underline hover:bg-accent-soft hover:text-ink sm:px-6">
                      <CatalogueIcon name={service.icon} size={24} className="text-accent" />
                      <span className="flex grow flex-wrap items-center gap-x-3 gap-y-1 font-medium">{service.name}{service.isProfessional ? <Badge>{t("home.categories.professional")}</Badge> : null}</span>
                      <span className="hidden flex-none text-sm text-muted tabular-nums sm:block">{t("home.categories.from", { price: price(service.fromMinor, service.hourly) })}</span>
                      <Icon icon={ChevronRight} className="text-muted group-hover:text-accent" />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Container>
    </Section>
  );
}

/** From the question to the signed-off visit in three steps. */
export function Steps({ redoDays }: { redoDays: number }) {
  const t = useT();
  const steps = (["find", "book", "solved"] as const).map((key) => ({ key, title: t(`home.steps.${key}.title`), words: t(`home.steps.${key}.words`, { days: redoDays }) }));
  return (
    <Section tone="sunken" labelledBy="steps">
      <Container>
        <Heading level={2} id="steps">{t("home.steps.title")}</Heading>
        <ol className="mt-8 grid gap-8 lg:grid-cols-3 lg:gap-12">
          {steps.map(({ key, title, words }, index) => (
            <li key={key} className="grid grid-cols-[3rem_minmax(0,1fr)] content-start gap-x-4 lg:grid-cols-1 lg:gap-y-4">
              <span aria-hidden="true" className="grid size-12 place-items-center rounded-full bg-accent text-lg font-semibold text-accent-ink tabular-nums">{index + 1}</span>
              <div>
                <Heading level={3}>{title}</Heading>
                <p className="mt-2 max-w-[24rem] text-muted">{words}</p>
              </div>
            </li>
          ))}
        </ol>
      </Container>
    </Section>
  );
}

/** Beside the helpers stands the company's own service. */
export function ProfessionalBand({ firstAt }: { firstAt: number | null }) {
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  return (
    <Section labelledBy="professional">
      <Container className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-end lg:gap-16">
        <div>
          <Heading level={2} id="professional">{t("home.professional.title")}</Heading>
          <Lead className="mt-3">{t("home.professional.words", { brand })}</Lead>
          {firstAt === null ? null : <Muted className="mt-3">{t("home.professional.first", { day: formatShortDay(firstAt, locale) })}</Muted>}
        </div>
        <ButtonLink to={`/${locale}/search?category=professional`} variant="secondary" icon={ArrowRight}>{t("home.professional.action")}</ButtonLink>
      </Container>
    </Section>
  );
}

/** A voice for whoever would rather talk. */
export function TelephoneBand() {
  const t = useT();
  const root = useRoot();
  if (!root) return null;
  const { telephone, hours } = root.brand;
  return (
    <Section tone="accent" labelledBy="telephone">
      <Container className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center">
        <div>
          <Heading level={2} id="telephone">{t("home.telephone.title")}</Heading>
          <p className="mt-3 max-w-[36rem] text-lg">{t("home.telephone.words")}</p>
        </div>
        <p>
          <a href={`tel:${telephone.replace(/\s/g, "")}`} className="inline-flex min-h-14 items-center gap-3 text-2xl font-semibold no-underline hover:underline"><Icon icon={Phone} size={28} />{telephone}</a>
          <br />
          <span>{hours}</span>
        </p>
      </Container>
    </Section>
  );
}
