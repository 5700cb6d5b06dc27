import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myConflicts } from "#app/domain/calendars/conflicts.server.ts";
import { myFeed } from "#app/domain/calendars/feed.server.ts";
import { mySources } from "#app/domain/calendars/sources.queries.server.ts";
import { formAgain } from "#app/http/form.server.ts";
import { readUpload } from "#app/http/uploads.server.ts";
import { useT } from "#app/texts/use.ts";
import { ErrorSummary, Stack } from "#app/ui/index.ts";
import { useAnswer } from "./parts/bad-line.ts";
import { Conflicts } from "./parts/conflicts.tsx";
import { FeedPart } from "./parts/feed.tsx";
import { AddCalendar } from "./parts/import-forms.tsx";
import { Sources } from "./parts/sources.tsx";
import { calendarHelp, changeCalendars, toldSources } from "./parts/calendars.server.ts";
import { asHelper } from "./parts/helper.server.ts";
import { useBackToMe } from "./parts/back-to-me.ts";
import { Screen, Trouble, useDone } from "./parts/screen.tsx";
import { titled } from "./parts/titled.ts";
import { helperPath } from "./parts/paths.ts";

export const meta = titled("calendars.screen.title", "calendars.screen.description");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await asHelper(args);
  return { conflicts: (await myConflicts(ctx)).map((each) => ({ ...each, service: each.service[ctx.locale] })), sources: toldSources(ctx.locale, await mySources(ctx)), feed: await myFeed(ctx), help: calendarHelp(ctx.locale) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await asHelper(args);
  const { form, files } = await readUpload(args.request, "file");
  const changed = await changeCalendars(ctx, args.context.app.calendars, form, files);
  if (!changed.ok) return formAgain(changed.state, changed.status);
  return redirect(`${helperPath(ctx.locale, `me/calendars?done=${changed.done}`)}${changed.part ? `#${changed.part}` : ""}`);
}

const doneWords = ["added", "read", "removed", "fits", "address", "renewed", "closed"] as const;

export default function Calendars() {
  const t = useT();
  const { conflicts, sources, feed, help } = useLoaderData<typeof loader>();
  const state = useAnswer<typeof action>();
  const word = useDone();
  const done = doneWords.find((each) => each === word);
  return (
    <Screen title={t("calendars.screen.title")} lead={t("calendars.screen.lead")} back={useBackToMe()} saved={done && !state ? t(`calendars.screen.done.${done}`) : null}>
      <ErrorSummary title={t("errors.summary.title")} errors={Object.entries(state?.errors ?? {}).map(([field, message]) => ({ field, message }))} />
      <Stack gap={12}>
        {conflicts.length ? <Conflicts rows={conflicts} /> : null}
        <section id="import" className="grid scroll-mt-4 gap-6">
          <Sources rows={sources} />
          <AddCalendar state={state} where={help.where} />
        </section>
        <FeedPart feed={feed} how={help.how} />
      </Stack>
    </Screen>
  );
}

export { clientAction } from "./parts/bad-line.ts";
export { Trouble as ErrorBoundary };
