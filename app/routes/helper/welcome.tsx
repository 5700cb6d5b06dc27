import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Check, Circle } from "#app/ui/icons.ts";
import { profileSteps, type ProfileStep } from "#app/domain/helper/helper.ts";
import { missingFor } from "#app/domain/helper/helper.queries.server.ts";
import { listingsOf } from "#app/domain/listing/listing.queries.server.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Card, cx, Heading, Icon, Notice, ProgressBar, Stack } from "#app/ui/index.ts";
import { asHelper } from "./parts/helper.server.ts";
import { Screen, Trouble } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("helper.welcome.title", "helper.welcome.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, helper } = await asHelper(args);
  return { name: helper.givenName, missing: await missingFor(ctx, helper), live: (await listingsOf(ctx, helper.id)).some(({ listing }) => listing.state === "live") };
}

const places: Record<ProfileStep, string> = { profile: "me/profile", picture: "me/picture", address: "me/address", hours: "calendar#weekly", payout: "me/payout", certificate: "me/certificates", listing: "me/listings" };

export default function Welcome() {
  const t = useT();
  const locale = useLocale();
  const { name, missing, live } = useLoaderData<typeof loader>();
  // The certificate is the company's to give: nobody is asked to wait there while something else can be done.
  const next = missing.find((step) => step !== "certificate") ?? missing[0];
  const done = profileSteps.length - missing.length;
  return (
    <Screen title={t("helper.welcome.title")} lead={t(next ? "helper.welcome.lead" : "helper.welcome.leadReady", { name })}>
      <ProgressBar value={done} max={profileSteps.length} label={t("helper.welcome.progressLabel")} text={t("helper.welcome.progress", { done, total: profileSteps.length })} />
      {next ? (
        <Card as="section" className="border-accent">
          <Stack gap={4}>
            <p className="text-sm font-semibold text-accent">{t("helper.welcome.next")}</p>
            <div className="grid gap-1">
              <Heading level={2}>{t(`helper.welcome.steps.${next}.title`)}</Heading>
              <p>{t(`helper.welcome.steps.${next}.words`)}</p>
            </div>
            <ButtonLink to={helperPath(locale, places[next])} size="large" wide>{t(`helper.welcome.steps.${next}.action`)}</ButtonLink>
          </Stack>
        </Card>
      ) : (
        <Notice tone="ok" title={t("helper.welcome.readyTitle")} actions={<ButtonLink to={helperPath(locale, live ? "" : "me/listings")}>{t(live ? "helper.welcome.toToday" : "helper.welcome.toListings")}</ButtonLink>}>
          {t(live ? "helper.welcome.readyWords" : "helper.welcome.readyHiddenWords")}
        </Notice>
      )}
      <Stack gap={3} as="section">
        <Heading level={2} size={3}>{t("helper.welcome.all")}</Heading>
        <ol className="grid divide-y divide-line rounded-lg border border-line bg-surface">
          {profileSteps.map((step) => {
            const isDone = !missing.includes(step);
            return (
              <li key={step}>
                <Link to={helperPath(locale, places[step])} className="flex min-h-14 items-center gap-4 px-4 py-3 text-ink no-underline hover:bg-sunken">
                  <Icon icon={isDone ? Check : Circle} className={cx(isDone ? "text-ok" : "text-muted")} />
                  <span className="flex-1">{t(`helper.welcome.steps.${step}.title`)}</span>
                  <span className={cx("text-sm", isDone ? "text-ok" : "text-muted")}>{t(isDone ? "helper.welcome.done" : "helper.welcome.open")}</span>
                </Link>
              </li>
            );
          })}
        </ol>
      </Stack>
    </Screen>
  );
}

export { Trouble as ErrorBoundary };
