import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarDays, ExternalLink } from "#app/ui/icons.ts";
import { maySeeHelpers } from "#app/domain/helper/helper.policy.ts";
import { found } from "#app/http/answer.server.ts";
import { contextIf } from "#app/routes/staff/system/parts/allowed.server.ts";
import type { Translate } from "#app/texts/registry.ts";
import { useLocale, useT } from "#app/texts/use.ts";
import { ButtonLink, Icon, Stack } from "#app/ui/index.ts";
import { textOf } from "./parts/asked.server.ts";
import { Certificates, Listings } from "./parts/certificates.tsx";
import { Desk, deskMeta, titled } from "./parts/desk.tsx";
import { HelperFigures } from "./parts/helper-figures.tsx";
import { helperPage } from "./parts/helper.server.ts";
import { WeekHours } from "./parts/hours.tsx";
import { Identity, Standing } from "./parts/person.tsx";
import { Measures, Payouts, Story } from "./parts/story.tsx";

/** One helper, whole: person, standing, proof, offers, figures, money, story, measures. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await contextIf(args, maySeeHelpers);
  const helper = found(await helperPage(ctx, args.params.helperId ?? ""));
  const { searchParams } = new URL(args.request.url);
  return { ...titled(ctx, helper.person.name), helper, done: textOf(searchParams, "done", 30), detail: textOf(searchParams, "n", 30) };
}

export const meta = deskMeta;

/** What was just done, in a sentence. */
function doneWords(t: Translate, done: string, detail: string): string | null {
  if (done === "certified") return t("staffHelpers.page.done.certified", { number: detail });
  if (done === "suspend" && !Number(detail)) return t("staffHelpers.page.done.suspendNone");
  if (done === "suspend") return t("staffHelpers.page.done.suspend", { count: Number(detail) || 0 });
  return done === "certificateEnded" || done === "reinstate" || done === "notice" || done === "proposed" || done === "dropped" ? t(`staffHelpers.page.done.${done}`) : null;
}

export default function Helper() {
  const { helper, done, detail } = useLoaderData<typeof loader>();
  const [t, locale] = [useT(), useLocale()];
  const links = (
    <>
      {helper.maySeeBookings ? <ButtonLink to={`/${locale}/staff/bookings?q=${encodeURIComponent(helper.person.searchName)}`} variant="secondary" size="small" icon={CalendarDays}>{t("staffHelpers.page.bookings")}</ButtonLink> : null}
      {helper.isPublic && helper.missing.length === 0 ? <a className="q-button q-secondary q-small" href={`/${locale}/helpers/${helper.id}`}><Icon icon={ExternalLink} /><span>{t("staffHelpers.page.publicPage")}</span></a> : null}
    </>
  );
  return (
    <Desk title={helper.person.name} back={{ to: `/${locale}/staff/helpers`, label: t("staffHelpers.page.back") }} done={doneWords(t, done, detail)} actions={links}>
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_19rem] 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Stack gap={8}>
          <Standing helper={helper} />
          <Certificates helper={helper} />
          <Listings helper={helper} />
          {helper.figures ? <HelperFigures figures={helper.figures} /> : null}
          <Story events={helper.story} />
        </Stack>
        <Stack gap={8}>
          <Measures helper={helper} />
          <Identity helper={helper} />
          <WeekHours hours={helper.hours} />
          {helper.payouts ? <Payouts payouts={helper.payouts} /> : null}
        </Stack>
      </div>
    </Desk>
  );
}
