import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { areaPostcodes } from "#app/domain/area/area.queries.server.ts";
import { hasRole } from "#app/domain/kernel/actor.ts";
import { settingVersions } from "#app/domain/settings/versions.queries.server.ts";
import { found } from "#app/http/answer.server.ts";
import { formAgain, sentForm } from "#app/http/form.server.ts";
import { pageMeta } from "#app/routes/shared/meta.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import { formatDate } from "#app/texts/format.ts";
import { translator } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { Container, Disclosure, Heading, Lead, Notice, Stack, Tabs } from "#app/ui/index.ts";
import { AreaForms } from "./parts/area-forms.tsx";
import { isSettingPart, type SettingPart, settingParts } from "./parts/parts.ts";
import { PartForm } from "./parts/part-form.tsx";
import { savePart } from "./parts/save.server.ts";

const keys: Record<SettingPart, string> = { brand: "brand", contract: "contract", policy: "policy", cover: "cover", ranking: "matchWeights", area: "areaEverywhere" };
const admins = (actor: Parameters<typeof hasRole>[0]) => hasRole(actor, "admin");
const partOf = (params: { part?: string | undefined }): SettingPart => found(isSettingPart(params.part ?? "brand") ? ((params.part ?? "brand") as SettingPart) : null);

/** What the company sets, each part dated; old bookings keep what they were made under. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, admins);
  const part = partOf(args.params);
  const { brand, contract, policy, cover, matchWeights, areaEverywhere } = ctx.settings;
  return {
    locale: ctx.locale,
    title: translator(ctx.locale)("staffSettings.title"),
    part,
    saved: new URL(args.request.url).searchParams.has("saved"),
    values: { brand, contract, policy, cover, ranking: matchWeights, area: { everywhere: areaEverywhere } },
    postcodes: part === "area" ? (await areaPostcodes(ctx)).map((row) => ({ ...row, place: ctx.places.byPostcode(row.postcode)[0]?.locality ?? "" })) : [],
    versions: await settingVersions(ctx, keys[part]),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await contextIf(args, admins);
  const part = partOf(args.params);
  const saved = await savePart(ctx, part, await sentForm(args.request));
  if (!saved.ok) return formAgain(saved.state);
  args.context.app.refreshSettings();
  return redirect(`/${ctx.locale}/staff/settings/${part}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta({ locale: data.locale, path: "/staff/settings", title: data.title, noindex: true }) : []);

export default function SettingsScreen() {
  const { part, saved, values, postcodes, versions } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [t, locale] = [useT(), useLocale()];
  return (
    <Container width="wide" className="py-6">
      <Stack gap={6}>
        <Stack gap={2}>
          <Heading level={1} size={2}>{t("staffSettings.title")}</Heading>
          <Lead>{t("staffSettings.lead")}</Lead>
        </Stack>
        <Tabs label={t("staffSettings.parts")} items={settingParts.map((each) => ({ to: `/${locale}/staff/settings/${each}`, label: t(`staffSettings.part.${each}`), current: each === part }))} />
        {saved && !state ? <Notice tone="ok" role="status">{t("staffSettings.saved")}</Notice> : null}
        {part === "area" ? <AreaForms key="area" everywhere={values.area.everywhere} postcodes={postcodes} state={state} /> : <PartForm key={part} part={part} values={values} state={state} />}
        {versions.length > 0 ? (
          <Disclosure summary={t("staffSettings.versions.title", { count: versions.length })}>
            <ul className="grid gap-1 text-sm">
              {versions.map((version) => <li key={version.id}>{t("staffSettings.versions.row", { from: formatDate(version.validFrom, locale), by: version.by ?? t("staffSettings.versions.system"), at: formatDate(version.createdAt, locale) })}</li>)}
            </ul>
          </Disclosure>
        ) : null}
      </Stack>
    </Container>
  );
}
