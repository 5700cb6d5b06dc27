import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { contextFor } from "#app/http/context.server.ts";
import { translator } from "#app/texts/registry.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatMillions } from "./parts/search-words.ts";
import { categoriesOf, professionalFirst, proofOf } from "./parts/home-data.server.ts";
import { Hero } from "./parts/home-hero.tsx";
import { CertificationProof } from "./parts/home-proof.tsx";
import { Categories, ProfessionalBand, Steps, TelephoneBand } from "./parts/home-sections.tsx";

/** The start page: the question, the catalogue, the figures. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const t = translator(ctx.locale);
  return {
    locale: ctx.locale,
    title: t("home.metaTitle", { programme: ctx.settings.brand.programmeName[ctx.locale], brand: ctx.settings.brand.name }),
    description: t("home.lead", { brand: ctx.settings.brand.name }),
    categories: await categoriesOf(ctx),
    proof: await proofOf(ctx),
    professionalFirst: await professionalFirst(ctx),
    coverLimit: formatMillions(ctx.settings.cover.limitMinor, ctx.locale),
    redoDays: ctx.settings.policy.redoDays,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "", title: data.title, description: data.description }) : []);

export default function Home() {
  const { categories, proof, professionalFirst: firstAt, coverLimit, redoDays } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero coverLimit={coverLimit} />
      <Categories categories={categories} />
      <Steps redoDays={redoDays} />
      <CertificationProof proof={proof} />
      <ProfessionalBand firstAt={firstAt} />
      <TelephoneBand />
    </>
  );
}
