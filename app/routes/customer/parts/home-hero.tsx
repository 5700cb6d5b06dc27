import { BadgeCheck, CircleCheck, ShieldCheck } from "lucide-react";
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
      <Container className="relative pt-10 pb-12 lg:pt-20 lg:pb-24">
        <NeighbourhoodPicture className="pointer-events-none absolute -right-6 bottom-[-2px] hidden h-[26.5rem] w-auto lg:block" />
        <div className="relative lg:max-w-[35rem]">
          <Heading level={1} id="question" className="text-[2.35rem] leading-[1.06] lg:text-[3.4rem]">{t("home.title")}</Heading>
          <Lead className="mt-4 max-w-[32rem]">{t("home.lead", { brand })}</Lead>
        </div>
        <div className="relative mt-8 rounded-lg border border-line bg-paper p-4 sm:p-6 lg:mt-10 lg:max-w-[43rem] lg:shadow-quiet">
          <SearchForm />
        </div>
        <ul className="relative mt-6 grid gap-2 text-sm sm:flex sm:flex-wrap sm:gap-x-6 lg:max-w-[43rem]">
          {promises.map(([icon, words]) => (
            <li key={words} className="flex items-start gap-2"><Icon icon={icon} size={18} className="mt-0.5 text-accent" />{words}</li>
          ))}
        </ul>
        <NeighbourhoodPicture className="mt-8 -mb-12 w-full lg:hidden" />
      </Container>
    </section>
  );
}
