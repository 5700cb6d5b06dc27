import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { BadgeCheck, CircleX, FileQuestion } from "#app/ui/icons.ts";
import { publicCertificate } from "#app/domain/certification/certification.queries.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { useRoot } from "#app/root.tsx";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatLongDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Button, Container, cx, DefinitionList, Heading, Icon, Lead, TextField } from "#app/ui/index.ts";

/** The public proof of one certificate: valid, or not valid since; never why. Without a number, the form to look one up. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const typed = new URL(args.request.url).searchParams.get("number")?.trim().slice(0, 40);
  if (typed && !args.params.number) throw redirect(`/${ctx.locale}/certificates/${encodeURIComponent(typed.toUpperCase())}`);
  const number = args.params.number ?? "";
  const row = number ? await publicCertificate(ctx, number) : null;
  const shown = row && { number: row.number, holder: row.holder, programme: row.programme.name[ctx.locale], words: row.programme.short[ctx.locale], issuedAt: row.issuedAt, standing: row.standing };
  const title = translator(ctx.locale)(shown ? "helperPage.certificate.metaTitle" : "helperPage.certificate.lookUp", { number });
  return data({ locale: ctx.locale, title, number, shown }, { status: number && !row ? 404 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta({ locale: page.locale, path: `/certificates${page.number ? `/${page.number}` : ""}`, title: page.title, noindex: page.number !== "" }) : []);

export default function Certificate() {
  const { shown, number } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  return (
    <Container width="text" className="py-8 lg:py-16">
      {shown ? <Proof shown={shown} /> : (
        <>
          <Heading level={1}>{t("helperPage.certificate.lookUp")}</Heading>
          <Lead className="mt-3">{t("helperPage.certificate.lookUpWords", { brand })}</Lead>
          {number ? <p role="alert" className="mt-6 flex gap-3 rounded-md bg-warn-soft p-4"><Icon icon={FileQuestion} size={24} className="text-warn" />{t("helperPage.certificate.unknown", { number })}</p> : null}
        </>
      )}
      <Form method="get" action={`/${locale}/certificates`} className={cx("flex flex-wrap items-end gap-3", shown ? "mt-12 border-t border-line pt-8" : "mt-8")}>
        <TextField name="number" width="medium" label={t(shown ? "helperPage.certificate.another" : "helperPage.certificate.number")} placeholder="Q-2026-7F3K-9PXM" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} required defaultValue={shown ? "" : number} />
        <Button variant={shown ? "secondary" : "primary"}>{t("helperPage.certificate.check")}</Button>
      </Form>
    </Container>
  );
}

type Shown = NonNullable<Awaited<ReturnType<typeof loader>>["data"]["shown"]>;

function Proof({ shown: { number, holder, programme, words, issuedAt, standing } }: { shown: Shown }) {
  const t = useT();
  const locale = useLocale();
  const brand = useRoot()?.brand.name ?? "";
  return (
    <>
      <p className="text-sm font-medium text-muted tabular-nums">{number}</p>
      <Heading level={1} className="mt-2">{programme}</Heading>
      <p className={cx("mt-6 flex items-center gap-4 rounded-lg p-5 text-xl font-semibold", standing.valid ? "bg-ok-soft text-ok" : "bg-bad-soft text-bad")}>
        <Icon icon={standing.valid ? BadgeCheck : CircleX} size={40} />
        {standing.valid ? t("helperPage.certificate.valid", { day: formatLongDate(standing.until, locale) }) : t("helperPage.certificate.notValid", { day: formatLongDate(standing.since, locale) })}
      </p>
      <div className="mt-6">
        <DefinitionList items={[{ term: t("helperPage.certificate.holder"), value: holder }, { term: t("helperPage.certificate.issued"), value: formatLongDate(issuedAt, locale) }, { term: t("helperPage.certificate.by"), value: brand }, { term: t("helperPage.certificate.for"), value: words }]} />
      </div>
    </>
  );
}
