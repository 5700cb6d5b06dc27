import { BadgeCheck, CircleCheck, ShieldCheck } from "#app/ui/icons.ts";
import { useRoot } from "#app/root.tsx";
import { useT } from "#app/texts/use.ts";
import { Container, Heading, Icon, Lead } from "#app/ui/index.ts";
import { NeighbourhoodPicture } from "./home-illustration.tsx";
import { SearchForm } from "./search-form.tsx";

/** One question, one field what, one field where. */
export function Hero({ coverLimit }: { coverLimit: string }) {
  const t = useT();
  const brand = useRoot()?.brand.name ?? "";
  const promises = [
    [CircleCheck, t("home.promise.price")],
    [BadgeCheck, t("home.promise.certified", { brand })],
    [ShieldCheck, t("home.promise.cover", { limit: coverLimit })],
  ] as const;
  return (
    <section className="overflow-hidden border-b border-line bg-surface" aria-labelledby="question">
      <Container className="grid gap-x-12 pt-10 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)] lg:items-end lg:pt-16">
        <div className="lg:pb-16">
          <Heading level={1} id="question" className="text-[2.35rem] leading-[1.06] lg:text-[3.4rem]">{t("home.title")}</Heading>
          <Lead className="mt-4 max-w-[32rem]">{t("home.lead", { brand })}</Lead>
          <div className="mt-8 rounded-lg border border-line bg-paper p-4 sm:p-6 lg:shadow-quiet"><SearchForm layout="stacked" /></div>
          <ul className="mt-6 grid gap-2 text-sm sm:flex sm:flex-wrap sm:gap-x-6">
            {promises.map(([icon, words]) => (
              <li key={words} className="flex items-start gap-2"><Icon icon={icon} size={18} className="mt-0.5 text-accent" />{words}</li>
            ))}
          </ul>
        </div>
        <NeighbourhoodPicture className="mt-8 w-full lg:-mr-10 lg:mt-0 lg:w-[calc(100%+2.5rem)]" />
      </Container>
    </section>
  );
}
