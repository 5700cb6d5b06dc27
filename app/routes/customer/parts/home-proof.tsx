import { Link } from "@remix-run/react";
import { Check } from "#app/ui/icons.ts";
import { useRoot } from "#app/root.tsx";
import { formatNumber, formatPercent } from "#app/texts/format.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Figure, Heading, Icon, Lead, Section } from "#app/ui/index.ts";
import type { Proof } from "./home-data.server.ts";

/** What certification means, and the figures it rests on: each with its n and, where it is a share, its range. */
export function CertificationProof({ proof }: { proof: Proof }) {
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  const points = (["test", "person", "watch", "public"] as const).map((key) => t(`home.proof.${key}`, { brand }));
  const { solved, right, stars } = proof;
  const range = (rate: { low: number; high: number }) => t("search.range", { low: formatPercent(rate.low, locale), high: formatPercent(rate.high, locale) });
  const n = (key: "answers" | "checks" | "reviews", count: number) => t(`home.proof.${key}`, { count, n: formatNumber(count, locale) });
  return (
    <Section labelledBy="proof">
      <Container className="grid gap-10 lg:grid-cols-2 lg:gap-16">
        <div>
          <Heading level={2} id="proof">{t("home.proof.title")}</Heading>
          <Lead className="mt-3">{t("home.proof.lead", { brand })}</Lead>
          <ul className="mt-6 grid gap-3">
            {points.map((words) => (
              <li key={words} className="grid grid-cols-[24px_minmax(0,1fr)] gap-3"><Icon icon={Check} size={24} className="text-accent" />{words}</li>
            ))}
          </ul>
          <p className="mt-6"><Link to={`/${locale}/certificates`}>{t("home.proof.check")}</Link></p>
        </div>
        <div className="grid content-start gap-x-8 gap-y-8 rounded-lg border border-line bg-surface p-6 sm:grid-cols-2 lg:p-8">
          <Figure label={t("home.proof.helpers")} value={formatNumber(proof.helpers, locale)} note={t("home.proof.helpersNote")} />
          {solved ? <Figure label={t("home.proof.solved")} value={formatPercent(solved.share, locale)} range={range(solved)} n={n("answers", solved.n)} /> : <Figure label={t("home.proof.solved")} value="–" note={t("home.proof.unknown")} />}
          {right ? <Figure label={t("home.proof.right")} value={formatPercent(right.share, locale)} range={range(right)} n={n("checks", right.n)} /> : <Figure label={t("home.proof.right")} value="–" note={t("home.proof.unknown")} />}
          {stars ? <Figure label={t("home.proof.stars")} value={formatNumber(stars.mean, locale, 1)} range={t("home.proof.starsNote")} n={n("reviews", stars.n)} /> : <Figure label={t("home.proof.stars")} value="–" note={t("home.proof.unknown")} />}
        </div>
      </Container>
    </Section>
  );
}
