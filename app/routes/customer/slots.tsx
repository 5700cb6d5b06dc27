import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { found } from "#app/http/answer.server.ts";
import { contextFor } from "#app/http/context.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { formatHours, formatMoney } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Avatar, BackLink, Container, Heading } from "#app/ui/index.ts";
import { CapChoice } from "./parts/helper-cap.tsx";
import { SlotForm } from "./parts/helper-slot-form.tsx";
import { holdChosen, listingSlots } from "./parts/helper-slots.server.ts";
import { portraitOf } from "./parts/search-words.ts";

/** When: the free times of one helper for one service, 28 days ahead. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextFor(args);
  const page = found(await listingSlots(ctx, args.params.helperId ?? "", { params: new URL(args.request.url).searchParams }));
  return { locale: ctx.locale, holdMinutes: ctx.settings.policy.holdMinutes, title: translator(ctx.locale)("helperPage.slots.metaTitle", { name: page.helper.name, service: page.service.name }), ...page };
}

export const action = async (args: ActionFunctionArgs) => holdChosen(args, await contextFor(args), (form) => ({ listingId: String(form.get("listing") ?? "") }));

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: `/helpers/${data.helper.id}/book`, title: data.title, noindex: true }) : []);

export default function SlotChoice() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const { helper, service, priceMinor, instant, holdMinutes, place, cap } = page;
  return (
    <Container width="text" className="py-6 lg:py-12">
      <BackLink to={`/${locale}/helpers/${helper.id}?service=${service.code}${place ? `&place=${place.id}` : ""}`}>{helper.name}</BackLink>
      <Heading level={1} className="mt-4">{t("helperPage.slots.title")}</Heading>
      <div className="mt-5 mb-8 flex items-center gap-4 border-y border-line py-4">
        <Avatar name={helper.name} src={portraitOf(helper.photoFileId)} decorative eager />
        <p className="min-w-0 grow"><span className="block font-semibold">{helper.name}</span><span className="block text-sm text-muted">{cap ? t("helperPage.slots.cap.service", { service: service.name, time: formatHours(cap.minutes) }) : t("helperPage.slots.service", { service: service.name, minutes: service.minutes })}</span></p>
        <p className="text-right"><span className="block text-lg font-semibold whitespace-nowrap tabular-nums">{formatMoney(cap?.hourlyMinor ?? priceMinor)}</span><span className="block text-sm text-muted">{t(cap ? "search.card.hourly" : "search.card.whole")}</span></p>
      </div>
      {cap ? <CapChoice key={cap.minutes} cap={cap} /> : null}
      <SlotForm key={cap?.minutes} {...page} capMinutes={cap?.minutes ?? null} minutes={holdMinutes} state={state} />
      <p className="mt-6 text-sm text-muted">{t(instant ? "helperPage.slots.instant" : "helperPage.slots.request", { name: helper.name })}</p>
    </Container>
  );
}
